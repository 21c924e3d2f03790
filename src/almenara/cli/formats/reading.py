"""Small questions to an event that several formats ask."""

from collections.abc import Iterator

from almenara.model import Count, Event, EventDate, Place

UCDP_DATE_PRECISION = {"day": 1, "week": 3, "month": 4, "season": 5, "year": 5, "decade": 5}
PLACE_ROLES = ("scene", "jurisdiction", "destination", "origin", "base")
WHOLE = 100  # from here on decimals tell nothing
ISO_DAY = 10  # characters of YYYY-MM-DD


def main_place(event: Event) -> Place | None:
    """The place an event is mapped to first: a scene before a jurisdiction, the more precise first."""
    ranked = sorted(event.places, key=lambda place: (PLACE_ROLES.index(place.role), place.precision or 9))
    return ranked[0] if ranked else None


def names(event: Event, role: str) -> tuple[str, ...]:
    """The participants of one role, as named."""
    return tuple(one.name for one in event.participants if one.role == role)


def count_of(event: Event, what: str) -> Count | None:
    """The count of that kind: one with a best value before one without, else the first given."""
    found = [count for count in event.counts if count.what == what]
    return next((count for count in found if count.best is not None), found[0] if found else None)


def number(value: float | None) -> int | float | None:
    """Whole numbers without a decimal point."""
    return int(value) if value is not None and value == int(value) else value


def amount(count: Count) -> str:
    """Low, best and high as an analyst writes them: 15 [12-18], 3+, 10-12."""
    low, best, high = (None if v is None else _written(v) for v in (count.low, count.best, count.high))
    if best is None:
        return f"{low}-{high}" if low and high else f"{low}+" if low else f"≤{high}" if high else "?"
    if low == best and high is None:
        return f"{best}+"
    return best if low in {best, None} and high in {best, None} else f"{best} [{low or '?'}-{high or '?'}]"


def _written(value: float) -> str:
    """Converted units without the decimals that no source has: 23,470, but 2.3."""
    return f"{number(round(value) if abs(value) >= WHOLE else round(value, 2)):,}"


def when(date: EventDate | None) -> str:
    """The interval as EDTF writes it; one day alone; empty where nothing is known."""
    if date is None or (date.start is None and date.end is None):
        return ""
    return date.start if date.start and date.start == date.end else f"{date.start or '..'}/{date.end or '..'}"


def date_prec(date: EventDate | None) -> int | None:
    """UCDP date_prec: 1 day, 2 two to six days, 3 week, 4 month, 5 year or worse; None without a date."""
    if date is None or date.start is None:
        return None
    if date.precision == "day" and date.end is not None and date.end != date.start:
        return 2 if _days(date) <= 6 else 3
    return UCDP_DATE_PRECISION.get(date.precision)


def _days(date: EventDate) -> int:
    from datetime import date as day

    if not (date.start and date.end) or len(date.start) != ISO_DAY or len(date.end) != ISO_DAY or "X" in date.start + date.end:
        return 0
    return (day.fromisoformat(date.end) - day.fromisoformat(date.start)).days + 1


def chain(place: Place) -> Iterator[str]:
    """The units that hold the place, the smallest first, without repeating its own name."""
    seen = {place.name}
    for name in (place.admin3, place.admin2, place.admin1):
        if name and name not in seen:
            seen.add(name)
            yield name
