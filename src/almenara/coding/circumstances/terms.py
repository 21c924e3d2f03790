"""The term of a measure: for how long it runs, where the sentences that tell it say so."""

import re

from msgspec import Struct

from almenara.coding.circumstances.tellings import Tellings, steps
from almenara.coding.quantities import Quantities
from almenara.model import Span
from almenara.times import duration_days
from almenara.times.values import Length

EXCEPTIONAL = frozenset(("state_of_emergency", "curfew", "restriction"))
LEGAL = frozenset(("law", "plan", "deployment"))
REACH = {"state_of_emergency": 6, "curfew": 6, "restriction": 5, "law": 2, "plan": 2, "deployment": 2}
"""Steps in the tree from the word that tells the measure within which a length is its term."""
LONGEST = 730  # days: what runs longer is a custom, a sentence or a history
NOT_A_TERM = re.compile(
    r"\W*(?:in prison|in jail|behind bars|old|ago|of age|before|earlier|after|later|antes|despu[eé]s|m[aá]s tarde"
    r"|de prisi|de c[aá]rcel|de edad|tras las rejas|atr[aá]s)",
    re.I,
)
PASSED = re.compile(
    r"(?:\b(?:after|within|in the (?:last|past)|tras|hace|desde hace|hasta hace|llevaba[n]?|later than)\s*)$", re.I
)
RUNNING = re.compile(
    r"(?:\b(?:for|over|during|by|another|of|por|durante|de|a)|\bplazo de)\s*(?:a|an|un|una|otros|otras)?\s*$", re.I
)
HEDGED = re.compile(r"(?:more than|over|almost|nearly|m[aá]s de|casi|cerca de)\b", re.I)


class Term(Struct, frozen=True):
    """A length in days, with its words."""

    days: int
    span: Span


def term_of(tellings: Tellings, number: int, quantities: Quantities) -> Term | None:
    """The term of draft `number` where its act is a measure: the length nearest to the word that tells it."""
    reach = REACH.get(tellings.drafts[number].act)
    if reach is None:
        return None
    found = []
    for sentence, trigger in tellings.of[number].items():
        for expression, _ in quantities.dates_by_sentence.get(sentence, ()):
            if not isinstance(expression.value, Length) or trigger is None:
                continue
            token = tellings.head_at(expression.start, expression.end)
            if token is not None and (away := steps(tellings.parsed, trigger, token)) <= reach:
                found.append((away, expression.start, expression.end))
    text, legal = tellings.parsed.text, tellings.drafts[number].act in LEGAL
    terms = [t for _, start, end in sorted(found) if (t := _term(text, start, end))]
    return next((t for t in terms if not legal or _runs(text, t)), None)


def _runs(text: str, term: Term) -> bool:
    """Whether a length is tied to its word as a term is ("90-day", "for two years"): laws and plans name lengths of all sorts."""
    tied = "-" in term.span.quote or RUNNING.search(text, max(0, term.span.start - 20), term.span.start)
    return term.days > 1 and bool(tied)


def _term(text: str, start: int, end: int) -> Term | None:
    words = text[start:end]
    days = duration_days(words)
    if days is None or not 0 < days <= LONGEST or HEDGED.match(words):
        return None
    if NOT_A_TERM.match(text, end) or PASSED.search(text, max(0, start - 20), start):
        return None
    return Term(days, Span.of(text, start, end))
