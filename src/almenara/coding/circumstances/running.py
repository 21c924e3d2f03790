"""From when to when a measure runs: in the words of its date, or where the next sentences say from and until when."""

import re
from collections.abc import Iterator

from msgspec import Struct

from almenara.coding.circumstances.states import ENDING, cues
from almenara.coding.circumstances.tellings import Tellings, steps
from almenara.coding.circumstances.terms import EXCEPTIONAL, Term
from almenara.coding.quantities import Quantities
from almenara.language.syntax import dependents
from almenara.model import EventDate, MeasureState
from almenara.times import Expression, Resolved, interval_end
from almenara.times.fold import fold

AHEAD = 2  # sentences after the telling that may still speak of the measure
BESIDE = 6  # steps in the tree from the word that tells a measure to the date it runs until
DAY = len("2024-10-07")  # a run is told by days; "until last year" tells of an earlier one
LEADING = 26  # characters before a date in which the words that open or close a run stand
OPENS = re.compile(
    r"\b(?:from|starting|beginning|effective|as of|tak(?:es?|ing) effect|(?:comes?|go(?:es)?|enters?) into (?:force|effect)"
    r"|desde|a partir|entr(?:a|ara|o) en vigor|rig(?:e|ira|io)|vigente)(?: on| del?| el| este| the)*\s*$"
)
CLOSES = re.compile(
    r"\b(?:until|till|through|ends?|expires?|runs? to|hasta|venc(?:e|era)|conclu(?:ye|ira)|termina(?:ra)?|expira(?:ra)?)"
    r"(?: on| el| este| the| next)*\s*$"
)


class Run(Struct, frozen=True):
    """From when to when a measure runs, and what that was derived from."""

    start: str | None
    end: str | None
    basis: tuple[str, ...]


def run_of(tellings: Tellings, date: EventDate | None, state: MeasureState, term: Term | None, quantities: Quantities) -> Run:
    """The run of the one measure told: what its own date says, then from and until when the sentences around say."""
    own = _dated(date, state)
    if state in ENDING or tellings.drafts[0].act not in EXCEPTIONAL:
        return own
    start, start_basis = _bound(tellings, quantities, OPENS, "since")
    end, end_basis = _bound(tellings, quantities, CLOSES, "until")
    if start is None and end is None:
        return own
    first = start or own.start
    if end and first and end < first:  # what ended before this one began is another measure
        end, end_basis = None, ""
    if end is None and start and term:
        end, end_basis = interval_end(start, term.days), f'end from the start and the term "{term.span.quote}"'
    last = end or (own.end if not start else None)
    basis = [start_basis] if start else list(own.basis) if first else []
    return Run(first, last, (*basis, *([end_basis] if end else [])))


def _dated(date: EventDate | None, state: MeasureState) -> Run:
    if date is None or date.start is None:
        last = date.end if date else None
        return Run(None, last, (f'end from "{date.text}": {date.basis}',) if date and last else ())
    if state in ENDING:
        return Run(None, date.start, (f'end from "{date.text}", when it was {state}',))
    basis = (f'start from "{date.text}": {date.basis}',)
    return Run(date.start, date.end if date.end != date.start else None, basis)


def _bound(tellings: Tellings, quantities: Quantities, words: re.Pattern[str], lead: str) -> tuple[str | None, str]:
    """(EDTF, basis) of the first date that opens or closes the run."""
    side = "start" if lead == "since" else "end"
    for expression, found in _around(tellings, quantities):
        text = tellings.parsed.text
        before = fold(text[max(0, expression.start - LEADING) : expression.start])
        own = fold(expression.text).split(" ")[0]
        if words.search(before) or words.search(own + " "):
            value = (found.start or found.end) if side == "start" else (found.end or found.start)
            if value and len(value) == DAY:
                return value, f'{side} from "{expression.text}": {found.basis}'
    return None, ""


def _around(tellings: Tellings, quantities: Quantities) -> Iterator[tuple[Expression, Resolved]]:
    """The dates near the word that tells the measure, and those of the next sentences whose subject is the measure."""
    parsed = tellings.parsed
    for index, trigger in tellings.of[0].items():
        for expression, found in quantities.dates_by_sentence.get(index, ()):
            token = tellings.head_at(expression.start, expression.end)
            if trigger is not None and token is not None and steps(parsed, trigger, token) <= BESIDE:
                yield expression, found
    lead = tellings.drafts[0].lead.sentence
    for index in range(lead + 1, min(lead + 1 + AHEAD, len(parsed.sentences))):
        if index not in tellings.of[0] and _speaks_of_it(tellings, index):
            yield from quantities.dates_by_sentence.get(index, ())


def _speaks_of_it(tellings: Tellings, index: int) -> bool:
    """Whether the subject of a sentence is the measure: "the extension", "la medida"."""
    parsed = tellings.parsed
    nouns = cues(parsed.language)["measure"]
    for token in parsed.tokens_of(parsed.sentences[index]):
        if token.pos == "VERB" and any(
            fold(parsed.tokens[c].text) in nouns for c in dependents(parsed, token.index, "nsubj", "nsubj:pass")
        ):
            return True
    return False
