"""Stances: what a verb of saying leaves open, what is said tells: "dijo que no hubo ...", "said the army should leave"."""

from functools import cache

from almenara.coding.entities.lexicon import fold
from almenara.coding.statements.frames import Frame
from almenara.coding.statements.hedges import FUTURE
from almenara.coding.statements.lexicon import by_first, load
from almenara.language import Parsed
from almenara.model import Stance

OPENING = 12  # tokens at the beginning of what is said that are looked at
NEGATIVE = frozenset(("no", "nunca", "jamás", "tampoco"))


@cache
def _demanding(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    return by_first(load("saying")["demanding"][language])


def stance_of(parsed: Parsed, frame: Frame) -> Stance:
    """The stance of the verb, or of the content where the verb is neutral."""
    if frame.stance != "asserts":
        return frame.stance
    opening = range(frame.first, min(frame.last, frame.first + OPENING))
    if any(_demands(parsed, k) for k in opening):
        return "demands"
    if parsed.language == "es" and parsed.tokens[frame.first].lower in NEGATIVE:
        return "denies"
    if parsed.language == "es" and any(_announces(parsed, k) for k in opening):
        return "announces"
    return "asserts"


def _demands(parsed: Parsed, i: int) -> bool:
    rows = _demanding(parsed.language).get(fold(parsed.tokens[i].text), ())
    return any(tuple(fold(t.text) for t in parsed.tokens[i : i + len(row)]) == row for row in rows)


def _announces(parsed: Parsed, i: int) -> bool:
    token = parsed.tokens[i]
    return token.pos in ("VERB", "AUX") and FUTURE.search(token.lower) is not None
