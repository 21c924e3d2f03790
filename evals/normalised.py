"""Whether phrases of time come to the date that a reader gives them: evals/data/dates.toml, 100 sentences a language.

The sentences are our own, and what they come to was written down before anything was run on them. Right is the same
interval with the same precision, from the sentence and its publication date alone.
"""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from almenara.times import Resolved, find, resolve_all

FILE = Path(__file__).with_name("data") / "dates.toml"
NOTHING = Resolved(None, None, "unknown", "")


class Case(NamedTuple):
    """A phrase in its sentence, and what it should come to."""

    published: date
    sentence: str
    phrase: str
    edtf: str
    precision: str


def cases() -> dict[str, list[Case]]:
    """The cases of each language."""
    raw = tomllib.loads(FILE.read_text("utf-8"))
    return {language: [Case(date.fromisoformat(line[0]), *line[1:]) for line in lines] for language, lines in raw.items()}


def edtf(found: Resolved) -> str:
    """A resolved date as one date, as start/end with .. for an open end, or empty for no date."""
    if found.start == found.end:
        return found.start or ""
    return f"{found.start or '..'}/{found.end or '..'}"


def made(case: Case, language: str) -> tuple[str, str]:
    """The EDTF and precision of the expression that overlaps the phrase most; where there is none it is no date."""
    at = case.sentence.find(case.phrase)
    expressions = find(case.sentence, language)
    pairs = zip(expressions, resolve_all(expressions, published=case.published), strict=True)
    shared = [(min(e.end, at + len(case.phrase)) - max(e.start, at), r) for e, r in pairs]
    best = max((s for s in shared if s[0] > 0), key=lambda s: s[0], default=(0, NOTHING))[1]
    return edtf(best), best.precision


def wrong(language: str) -> Iterator[tuple[Case, str, str]]:
    """The cases of a language that come to something else, with what they came to."""
    for case in cases()[language]:
        found, precision = made(case, language)
        if (found, precision) != (case.edtf, case.precision):
            yield case, found, precision


def shares() -> dict[str, float]:
    """The share of right cases by language."""
    return {language: 1 - len(list(wrong(language))) / len(lines) for language, lines in cases().items()}


def report() -> None:
    """Print the shares and what is wrong."""
    for language, share in shares().items():
        print(f"{language}: {share:.3f} of {len(cases()[language])} phrases right")
        for case, found, precision in wrong(language):
            print(f"  {case.published} {case.sentence} [{case.phrase}]: {found} {precision}, not {case.edtf} {case.precision}")
