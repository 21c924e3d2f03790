"""From what an expression says to dates, once it is known when it was said and what the story has told so far.

The publication date is never an event's date unless the words say so (today, tonight, this morning, hours ago).
"""

import math
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from msgspec import Struct

from almenara.times import calendar as cal
from almenara.times.calendar import Partial
from almenara.times.values import (
    Around,
    Decade,
    Expression,
    Length,
    Part,
    Point,
    Range,
    Resolved,
    Shift,
    Unit,
    Vague,
    Value,
    Weekday,
    Window,
)

AHEAD_DAYS = 60  # a date without a year may lie that many days after publication before it is taken for last year's
SATURDAY = 5
MONTHS = {"month": 1, "quarter": 3, "semester": 6, "year": 12}
COARSE: dict[str, str] = {
    "second": "day", "minute": "day", "hour": "day", "day": "day", "week": "week", "weekend": "week", "month": "month",
    "quarter": "month", "semester": "month", "year": "year", "decade": "decade", "century": "unknown",
}  # fmt: skip


class Anchors(Struct, frozen=True):
    """What a relative expression is counted from. `ahead`: the act lies in the future, so weekdays and dates look forward."""

    published: date | None
    story: Resolved | None
    ahead: bool


def resolve_all(expressions: Iterable[Expression], *, published: date | None) -> list[Resolved]:
    """The dates of all expressions of a document in order, each dated one being the story's date for those that follow."""
    out: list[Resolved] = []
    story = None
    for expression in expressions:
        found = resolve(expression, published=published, story=story)
        out.append(found)
        is_point = found.precision in ("day", "week", "month", "year") and expression.kind in ("date", "time")
        if is_point and (found.start or found.end):
            story = found
    return out


def resolve(expression: Expression, *, published: date | None, story: Resolved | None = None, ahead: bool = False) -> Resolved:
    """The dates of an expression; `story` is the date that the text last gave, `ahead` says that the act is planned."""
    anchors = Anchors(published, story, ahead or expression.ahead)
    found = _value(expression.value, anchors)
    if expression.lead == "until" and _undated(expression.value) and _before(found, published):
        found = _value(expression.value, Anchors(published, story, True))  # "until December 31": the one to come
    if expression.lead == "since":
        return Resolved(found.start, None, found.precision, found.basis)
    if expression.lead == "until":
        return Resolved(None, found.end or found.start, found.precision, found.basis)
    return found


def _undated(value: Value) -> bool:
    """Whether the year, or the week of a weekday, has to be guessed."""
    if isinstance(value, Weekday):
        return value.toward is None and value.weeks is None
    return isinstance(value, Point) and value.year is None and value.year_shift is None and value.toward is None


def _before(found: Resolved, published: date | None) -> bool:
    """Whether a guessed date lies in the year before publication, or in the week before."""
    if published is None or found.start is None or not found.start[:4].isdigit():
        return False
    return found.start[:4] < f"{published.year:04d}" or (found.basis.startswith("weekday") and found.precision == "day")


def _made(start: Partial | None, end: Partial | None, precision: str, basis: str) -> Resolved:
    return Resolved(start.edtf if start else None, end.edtf if end else None, precision, basis)  # type: ignore[arg-type]


def _single(at: Partial, basis: str, precision: str | None = None) -> Resolved:
    return _made(at, at, precision or at.precision, basis)


def _unknown(precision: str, basis: str = "nothing to count from") -> Resolved:
    return Resolved(None, None, precision, basis)  # type: ignore[arg-type]


def _value(value: Value, anchors: Anchors) -> Resolved:
    return RESOLVERS[type(value)](value, anchors)


def _point(value: Point, anchors: Anchors) -> Resolved:
    year, basis = _year(value, anchors)
    at = Partial(year, value.month, value.day)
    if value.month is None and value.day is not None:
        return _day_alone(value, anchors)
    if value.day is not None and cal.safe(year or cal.LEAP, value.month or 1, value.day) is None:
        return _unknown("unknown", "no such day")
    if at.edtf is None:
        return _unknown("year" if value.year_shift is not None else "unknown")
    return _single(at, basis)


def _year(value: Point, anchors: Anchors) -> tuple[int | None, str]:
    if value.year is not None:
        return value.year, "explicit"
    if value.anchor == "story":
        told = cal.parse(anchors.story.start or anchors.story.end) if anchors.story else None
        year = told.year if told else None
        return (None if year is None else year + (value.year_shift or 0)), "year from the story's date"
    if anchors.published is None:
        return None, "no year in the text, no publication date"
    if value.year_shift is not None:
        return anchors.published.year + value.year_shift, "year counted from the publication date"
    return _nearest_year(value, anchors, anchors.published), "year from the publication date"


def _nearest_year(value: Point, anchors: Anchors, published: date) -> int:
    month = {21: 3, 22: 6, 23: 9, 24: 12}.get(value.month or 1, value.month or 1)
    this = cal.safe(published.year, month, value.day or 1) or date(published.year, month, 1)
    if value.toward == 1 or anchors.ahead:
        return published.year + (this < published and (value.day is not None or month < published.month))
    limit = 0 if value.toward == -1 else AHEAD_DAYS
    return published.year - ((this - published).days > limit)


def _day_alone(value: Point, anchors: Anchors) -> Resolved:
    """Of a day alone ("the 14th"): of the month of publication, or the one before where that is still to come."""
    if anchors.published is None or value.day is None:
        return _unknown("day")
    at = Partial(anchors.published.year, anchors.published.month, value.day)
    ahead = anchors.ahead or value.toward == 1
    if not ahead and value.day > anchors.published.day + (7 if value.toward is None else 0):
        at = cal.add_months(at, -1)
    elif ahead and value.day < anchors.published.day:
        at = cal.add_months(at, 1)
    year, month = at.year or cal.LEAP, at.month or 1
    if cal.safe(year, month, value.day) is None:
        return _unknown("day", "no such day")
    return _single(Partial(year, month, value.day), "month from the publication date")


def _weekday(value: Weekday, anchors: Anchors) -> Resolved:
    if anchors.published is None:
        return _unknown("day")
    if value.weeks is not None:
        day = cal.monday(anchors.published) + timedelta(weeks=value.weeks, days=value.day)
        return _single(cal.of(day), "weekday of a week counted from the publication date")
    back = (anchors.published.weekday() - value.day) % 7
    if value.toward == 1 or (anchors.ahead and value.toward != -1):
        ahead = (value.day - anchors.published.weekday()) % 7 or (7 if value.toward == 1 else 0)
        return _single(cal.of(anchors.published + timedelta(days=ahead)), "weekday after the publication date")
    if value.toward == -1 and back == 0:
        back = 7
    basis = "weekday before the publication date" if back else "weekday of the publication date"
    return _single(cal.of(anchors.published - timedelta(days=back)), basis)


def _shift(value: Shift, anchors: Anchors) -> Resolved:
    precision = COARSE[value.unit]
    if value.anchor == "story":
        return _from_story(value, anchors, precision)
    if value.n is None:
        return _unknown("week" if value.unit == "day" else precision, "too vague to count")
    if anchors.published is None:
        return _unknown(precision)
    n = value.n
    if value.unit == "weekend" and n == 1 and anchors.published.weekday() < SATURDAY:
        n = 0  # on a Tuesday, next weekend is the one of this week
    if value.unit == "weekend" and n == -1 and anchors.ahead:
        n = 0  # "there will be a curfew this weekend"
    if value.loose and anchors.published.weekday() >= SATURDAY:
        n = 0  # on a Sunday, "over the weekend" is this one
    return _moved(cal.of(anchors.published), value.unit, n, "relative to the publication date")


def _from_story(value: Shift, anchors: Anchors, precision: str) -> Resolved:
    told = anchors.story
    if told is None and value.n and value.unit in ("week", "month", "year") and value.n < 0 and anchors.published:
        return _shift(Shift(value.unit, value.n), anchors)  # "the week before", told of nothing else
    at = cal.parse(told.start or told.end) if told else None
    if told is None or at is None or value.n is None:
        return _unknown(precision)
    if value.n == 0:
        return Resolved(told.start or told.end, told.end, told.precision, "the story's date")
    return _moved(at, value.unit, value.n, "relative to the story's date")


def _moved(at: Partial, unit: Unit, n: int, basis: str) -> Resolved:
    """`n` whole units from a partial date, no finer than the date itself."""
    if unit in ("year", "decade", "century"):
        return _years(at, unit, n, basis)
    if at.month is None or at.month > 12:
        return _unknown(COARSE[unit])
    if unit in MONTHS:
        return _months(at, MONTHS[unit], n, basis)
    if at.day is None:
        return _unknown(COARSE[unit])
    known = at.year is not None
    if unit in ("week", "weekend"):
        start = cal.monday(at.first) + timedelta(weeks=n)
        first = start + timedelta(days=5 if unit == "weekend" else 0)
        return _made(cal.of(first, known_year=known), cal.of(start + timedelta(days=6), known_year=known), "week", basis)
    days = n if unit == "day" else 0
    return _single(cal.of(at.first + timedelta(days=days), known_year=known), basis)


def _years(at: Partial, unit: Unit, n: int, basis: str) -> Resolved:
    if at.year is None or unit == "century":
        return _unknown(COARSE[unit])
    if unit == "decade":
        return _single(Partial(at.year // 10 * 10 + 10 * n, decade=True), basis)
    return _single(Partial(at.year + n), basis)


def _months(at: Partial, size: int, n: int, basis: str) -> Resolved:
    if size == 1:
        return _single(cal.add_months(at, n), basis)
    first = cal.add_months(Partial(at.year, ((at.month or 1) - 1) // size * size + 1), n * size)
    return _made(first, cal.add_months(first, size - 1), "month", basis)


def _window(value: Window, anchors: Anchors) -> Resolved:
    precision = "week" if value.unit == "day" and (value.n or 2) > 1 else COARSE[value.unit]
    if anchors.published is None or value.n is None:
        return _unknown(precision, "too vague to count" if anchors.published else "nothing to count from")
    here = cal.of(anchors.published)
    there = _stretch(here, value.unit, value.n * value.toward)
    here = Partial(here.year, here.month, here.day if there.day else None) if there.month else Partial(here.year)
    first, last = (there, here) if value.toward < 0 else (here, there)
    return _made(first, last, precision, "relative to the publication date")


def _stretch(at: Partial, unit: Unit, n: int) -> Partial:
    """The other end of a stretch of `n` units, as fine as the unit."""
    if unit in ("year", "decade", "century"):
        return Partial((at.year or cal.LEAP) + n * {"year": 1, "decade": 10, "century": 100}[unit])
    if unit in MONTHS:
        return cal.add_months(at, n * MONTHS[unit])
    fraction = {"hour": 1 / 24, "day": 1, "week": 7, "weekend": 7}.get(unit, 0)
    days = math.trunc(n * fraction)
    return cal.of(at.first + timedelta(days=days))


def _part(value: Part, anchors: Anchors) -> Resolved:
    """The first half of 2012, the first week of May."""
    whole = _value(value.of, anchors)
    at = cal.parse(whole.start)
    if at is None:
        return _unknown(COARSE[value.unit], whole.basis)
    if value.unit in MONTHS and at.month is None:
        size = MONTHS[value.unit] * value.n
        offset = 12 - size if value.index < 0 else value.index * size
        if size > 12:
            return whole
        first = Partial(at.year, offset + 1)
        return _made(first, cal.add_months(first, size - 1), "month", whole.basis)
    if value.unit in ("week", "day") and at.month is not None and at.month <= 12:
        return _days_of_month(at, value, whole.basis)
    return whole


def _around(value: Around, anchors: Anchors) -> Resolved:
    whole = _value(value.of, anchors)
    at = cal.parse(whole.start)
    if at is None or at.day is None:
        return whole
    return _moved(at, value.unit, 0, whole.basis)


def _days_of_month(at: Partial, value: Part, basis: str) -> Resolved:
    size = value.n * (7 if value.unit == "week" else 1)
    length = (cal.add_months(at, 1).first - at.first).days % 365 or 31
    first = length - size + 1 if value.index < 0 else value.index * size + 1
    if not 1 <= first <= first + size - 1 <= 31:
        return _single(at, basis)
    half = value.unit == "day" and value.n == cal.HALF_MONTH
    last = length if half and first > cal.HALF_MONTH else min(first + size - 1, length)
    start, end = Partial(at.year, at.month, first), Partial(at.year, at.month, last)
    return _made(start, end, "week" if half else COARSE[value.unit] if size > 1 else "day", basis)


def _range(value: Range, anchors: Anchors) -> Resolved:
    first = _value(value.first, anchors) if value.first is not None else None
    last = _value(value.last, anchors) if value.last is not None else None
    ends = [r for r in (first, last) if r is not None]
    basis = ends[0].basis if ends else "nothing to count from"
    order = ("decade", "year", "season", "month", "week", "day")
    precision = min((r.precision for r in ends if r.precision in order), key=order.index, default="unknown")
    start, end = first.start if first else None, (last.end or last.start) if last else None
    if start and end and not start.startswith("X") and start > end:
        start = f"{int(start[:4]) - 1:04d}{start[4:]}"  # "from December to March": over the turn of the year
    return Resolved(start, end, precision, basis)  # type: ignore[arg-type]


def _decade(value: Decade, anchors: Anchors) -> Resolved:
    return _single(Partial(value.first, decade=True), "explicit")


def _length(value: Length, anchors: Anchors) -> Resolved:
    return _unknown("unknown", "a length of time")


def _vague(value: Vague, anchors: Anchors) -> Resolved:
    return _unknown("unknown", "too vague to date")


RESOLVERS: dict[type[Any], Callable[[Any, Anchors], Resolved]] = {
    Point: _point, Weekday: _weekday, Shift: _shift, Window: _window, Part: _part, Around: _around, Range: _range,
    Decade: _decade, Length: _length, Vague: _vague,
}  # fmt: skip
