"""The timeline: a row an act, a bar an event, as long as its date is imprecise. Positions are percent of the width."""

import calendar
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from almenara.cli.formats.report.refs import EventRef
from almenara.cli.formats.vocabulary import CATEGORIES
from almenara.model import EventDate

SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # EDTF: spring to winter, by first month in the north
GUTTER = 3.0  # percent at each end, for what lies beyond the axis
ROW, LANE, HEAD = 16, 9, 22  # pixels: name of an act, one lane of bars, the axis
LANES = 5
NARROW = 0.6  # percent: the least width of a bar that can be hit with a pointer
TICKS = 6
EDGE = 7.0  # percent at each end where the words of a tick would be cut


class Bar(Struct, frozen=True):
    """One event; `beyond` is -1 or 1 where its date lies left or right of the axis."""

    ref: EventRef
    x: float
    width: float
    y: int
    beyond: int


class Row(Struct, frozen=True):
    """The bars of one act under its name."""

    act: str
    category: str
    y: int
    bars: tuple[Bar, ...]


class Tick(Struct, frozen=True):
    """A date on the axis."""

    x: float
    text: str


class Timeline(Struct, frozen=True):
    """All that the template draws; `height` in pixels."""

    height: int
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]


def drawn(refs: Iterable[EventRef]) -> Timeline | None:
    """The timeline of events with a year; None where there is none."""
    dated = [(extent, ref) for ref in refs if (extent := extent_of(ref.event.date))]
    if not dated:
        return None
    axis = _axis(dated)
    rows, y = [], HEAD
    for act, group in _by_act(dated):
        bars, lanes = _bars(group, axis, y + ROW)
        rows.append(Row(act, group[0][1].category, y, bars))
        y += ROW + lanes * LANE + 6
    return Timeline(y, tuple(rows), tuple(_ticks(*axis)))


def extent_of(when: EventDate | None) -> tuple[date, date] | None:
    """First and last day that the date may be; None where no year is known."""
    if when is None or not (when.start or when.end):
        return None
    first = _days(when.start or when.end or "")
    last = _days(when.end or when.start or "")
    return (first[0], max(first[0], last[1])) if first and last else None


def _days(edtf: str) -> tuple[date, date] | None:
    """First and last day of an EDTF value: 2016-10-11, 2016-10, 2016-22, 2016, 201X."""
    parts = edtf.rstrip("?~%").split("-")
    year = parts[0]
    if not year[:3].isdigit() or not year[:4].replace("X", "0").isdigit():
        return None
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if not date.min.year <= first_year <= last_year < date.max.year:
        return None
    if len(parts) == 1 or "X" in year or "X" in parts[1]:
        return date(first_year, 1, 1), date(last_year, 12, 31)
    return _within(first_year, int(parts[1]), parts[2] if len(parts) == 3 else "XX")


def _within(year: int, month: int, day: str) -> tuple[date, date] | None:
    if month in SEASONS:
        first = date(year, SEASONS[month], 1)
        return first, first + timedelta(days=90)
    if not 1 <= month <= 12:
        return None
    length = calendar.monthrange(year, month)[1]
    if not day.isdigit():
        return date(year, month, 1), date(year, month, length)
    return (date(year, month, int(day)),) * 2 if 1 <= int(day) <= length else None


Dated = tuple[tuple[date, date], EventRef]


def _axis(dated: Sequence[Dated]) -> tuple[date, date]:
    """The days of the news where background would stretch them thin; else of everything."""
    news = [extent for extent, ref in dated if not ref.event.background and (extent[1] - extent[0]).days <= 366]
    whole = [extent for extent, _ in dated]
    low, high = min(e[0] for e in news or whole), max(e[1] for e in news or whole)
    span = max((high - low).days, 30)
    if (max(e[1] for e in whole) - min(e[0] for e in whole)).days <= 3 * span:
        low, high = min(e[0] for e in whole), max(e[1] for e in whole)
    pad = timedelta(days=max(1, (high - low).days // 40))
    return max(low, date.min + pad) - pad, min(high, date.max - pad) + pad


def _by_act(dated: Sequence[Dated]) -> Iterator[tuple[str, list[Dated]]]:
    """Acts in order of category, within it the most frequent first."""
    groups: dict[str, list[Dated]] = {}
    for pair in dated:
        groups.setdefault(pair[1].event.act, []).append(pair)
    ordered = sorted(groups.items(), key=lambda item: (CATEGORIES.index(item[1][0][1].category), -len(item[1]), item[0]))
    yield from ((act, sorted(group, key=lambda pair: pair[0])) for act, group in ordered)


def _bars(group: Sequence[Dated], axis: tuple[date, date], top: int) -> tuple[tuple[Bar, ...], int]:
    """Bars laid into the first free lane; when all lanes are full they share the last."""
    ends = [-1.0] * LANES
    bars = []
    used = 1
    for extent, ref in group:
        x, width, beyond = _position(extent, axis)
        lane = next((i for i, end in enumerate(ends) if end < x), LANES - 1)
        ends[lane] = x + width + 0.15
        used = max(used, lane + 1)
        bars.append(Bar(ref, x, width, top + lane * LANE, beyond))
    return tuple(bars), used


def _position(extent: tuple[date, date], axis: tuple[date, date]) -> tuple[float, float, int]:
    if extent[1] < axis[0]:
        return 0.4, GUTTER - 1, -1
    if extent[0] > axis[1]:
        return 100.6 - GUTTER, GUTTER - 1, 1
    left, right = _percent(extent[0], axis), _percent(extent[1] + timedelta(days=1), axis)
    left, right = max(left, GUTTER), min(right, 100 - GUTTER)
    return round(left, 3), round(max(right - left, NARROW), 3), 0


def _percent(day: date, axis: tuple[date, date]) -> float:
    whole = (axis[1] - axis[0]).days or 1
    return GUTTER + (100 - 2 * GUTTER) * (day - axis[0]).days / whole


def _ticks(first: date, last: date) -> Iterator[Tick]:
    """About six round dates, those whose words would be cut at an edge left out."""
    year = None
    for day, text in _round_dates(first, last):
        x = round(_percent(day, (first, last)), 3)
        if EDGE <= x <= 100 - EDGE:
            yield Tick(x, text or (f"{day:%m-%d}" if day.year == year else day.isoformat()))
            year = day.year  # said once: seven whole dates would run into each other


def _round_dates(first: date, last: date) -> list[tuple[date, str]]:
    """Firsts of a year or of a month with their words, or days without."""
    days = (last - first).days
    if days > 365 * 3:
        step = max(1, round(days / 365 / TICKS))
        return [(date(year, 1, 1), str(year)) for year in range(first.year + 1, last.year + 1, step)]
    if days > 75:
        step = max(1, round(days / 30.4 / TICKS))
        months = range(first.year * 12 + first.month, last.year * 12 + last.month, step)
        return [(date(m // 12, m % 12 + 1, 1), f"{m // 12}-{m % 12 + 1:02}") for m in months]
    step = max(1, round(days / TICKS))
    return [(first + timedelta(days=i), "") for i in range(1, days, step)]
