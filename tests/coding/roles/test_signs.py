"""What the reader's own scores say of candidates."""

import numpy as np

from almenara.coding import entities
from almenara.coding.roles.candidates import Candidate, Occurrence
from almenara.coding.roles.signs import HIGH, LOW, signs
from almenara.language import Parsed
from tests.coding.entities.factory import parse

TEXT = "Police came. Gunmen fled."


def scored(values: dict[str, list[float]]) -> Parsed:
    """The text with scores in two roles for some words."""
    parsed = parse(TEXT, "en")
    scores = np.array([values.get(t.text, [0.0, 0.0]) for t in parsed.tokens], np.float32)
    return Parsed(parsed.document, parsed.language, parsed.tokens, parsed.sentences, parsed.names, scores={"roles": scores})


def candidate(parsed: Parsed, **where: str) -> Candidate:
    """A candidate that stands at some words."""
    at = {t.text: t.index for t in parsed.tokens}
    return Candidate("x", None, [Occurrence(at[word], place) for word, place in where.items()])


def test_the_highest_score_counts_and_where_it_stands() -> None:
    """The telling before the sentence that precedes it; what is not there is low; scores are bounded."""
    parsed = scored({"Police": [9.0, -2.0], "Gunmen": [1.0, 2.0], "fled": [0.5, 3.0]})
    found = signs(parsed, entities.find(parsed), [candidate(parsed, Gunmen="in", Police="prev"), candidate(parsed, fled="in")])
    assert found is not None
    assert [[1.0, 2.0, HIGH, -2.0], [0.5, 3.0, LOW, LOW]] == found.tolist()


def test_a_parse_without_scores_has_no_signs() -> None:
    """Other pipelines say nothing of roles."""
    read = parse(TEXT, "en")
    parsed = Parsed(read.document, read.language, read.tokens, read.sentences, read.names)
    assert signs(parsed, entities.find(parsed), [candidate(parsed, Gunmen="in")]) is None
