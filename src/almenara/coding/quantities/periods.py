"""The time that a figure holds for."""

from almenara.coding.quantities.reading import Quantities
from almenara.coding.quantities.units import Quantity
from almenara.times import Expression, Resolved
from almenara.times.values import Vague

DURATIONS = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "0Y"}
WHOLES = frozenset({"week", "month", "season", "year", "decade"})
Dated = tuple[Expression, Resolved]


def period(quantities: Quantities, quantity: Quantity) -> str | None:
    """An EDTF date or interval, an ISO 8601 duration, or the words: the nearest of the sentence.

    A single day is when somebody said so rather than what a number holds for, unless it opens or closes an interval.
    """
    found = quantities.dates_by_sentence.get(quantities.parsed.tokens[quantity.first].sentence, [])
    for fitting in ([d for d in found if _dated(d)], [d for d in found if d[0].kind == "duration"]):
        if fitting:
            return _written(*min(fitting, key=lambda d: _gap(d[0], quantity)))
    return None


def _dated(dated: Dated) -> bool:
    expression, made = dated
    if expression.kind != "date" or isinstance(expression.value, Vague):
        return False
    return made.precision in WHOLES or made.start != made.end


def _gap(expression: Expression, quantity: Quantity) -> int:
    """Characters between a temporal expression and the number."""
    return max(expression.start - quantity.number.end, quantity.number.start - expression.end, 0)


def _written(expression: Expression, made: Resolved) -> str:
    if made.start and made.end:
        return made.start if made.start == made.end else f"{made.start}/{made.end}"
    if made.start or made.end:
        return f"{made.start or '..'}/{made.end or '..'}"
    letter = DURATIONS.get(getattr(expression.value, "unit", ""))
    n = getattr(expression.value, "n", None)
    if letter and n and expression.kind == "duration":
        return f"P{abs(n):g}{letter}"
    return expression.text
