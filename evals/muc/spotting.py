"""Every candidate of a report with its log odds to fill each role, told once a phrase."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from almenara.language import Sentence
from evals.muc.candidates import Candidate, candidates, key
from evals.muc.features import SentenceView
from evals.muc.model import Floats, Linear, buckets
from evals.muc.reading import Report
from evals.muc.roads import roads

PLACES = ((1, "0"), (2, "1"), (3, "2"), (4, "3"), (8, "4-7"), (15, "8-14"))


class Spot(NamedTuple):
    """One occurrence of a phrase; `odds` holds the log odds of the five roles."""

    sentence: int
    key: str
    text: str
    odds: Floats


def rows(report: Report) -> Iterator[tuple[int, Candidate, str, set[str]]]:
    """Sentence, candidate, key and features of every candidate."""
    marks = roads(report.parsed, report.events)
    for sentence in report.parsed.sentences:
        view = SentenceView(report.parsed, sentence, place(sentence), marks)
        for candidate in candidates(report.parsed, sentence):
            name = key(text(report, candidate))
            if name:
                yield sentence.index, candidate, name, set(view.features(candidate))


def spots(report: Report, model: Linear) -> list[Spot]:
    """All candidates of a report, scored."""
    return [Spot(at, name, text(report, c), model.scores(buckets(features))) for at, c, name, features in rows(report)]


def text(report: Report, candidate: Candidate) -> str:
    """The words of a candidate as the report writes them."""
    tokens = report.parsed.tokens
    return report.parsed.text[tokens[candidate.first].start : tokens[candidate.last - 1].end]


def place(sentence: Sentence) -> str:
    """How far into the report a sentence stands."""
    return next((name for limit, name in PLACES if sentence.index < limit), "15")


def strongest(found: list[Spot]) -> Floats:
    """The highest log odds of each role among occurrences."""
    return np.max([spot.odds for spot in found], axis=0)  # type: ignore[no-any-return]
