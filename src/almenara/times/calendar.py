"""EDTF level 1 as partial dates, and arithmetic on them."""

from datetime import date, timedelta

from msgspec import Struct

HALF_MONTH = 15  # days: the first quincena ends on the 15th, the second with the month
LEAP = 2000  # stands in for an unknown year, so that 29 February exists


class Partial(Struct, frozen=True):
    """Year, month and day, each None where unknown; a month of 21 to 24 is a season; `decade` marks a year of ten."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    decade: bool = False

    @property
    def edtf(self) -> str | None:
        """2016-10-05, XXXX-10, 199X; None where nothing is known."""
        if self.decade and self.year is not None:
            return f"{self.year // 10}X"
        if self.year is None and self.month is None:
            return None
        out = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.month is not None:
            out += f"-{self.month:02d}"
            if self.day is not None:
                out += f"-{self.day:02d}"
        return out

    @property
    def precision(self) -> str:
        """The finest part that is known."""
        if self.day is not None:
            return "day"
        if self.month is not None:
            return "season" if self.month > 20 else "month"
        return "unknown" if self.year is None else "decade" if self.decade else "year"

    @property
    def first(self) -> date:
        """Its first day."""
        month = self.month or 1
        month = {21: 3, 22: 6, 23: 9, 24: 12}.get(month, month)
        return date(self.year or LEAP, month, self.day or 1)


def parse(edtf: str | None) -> Partial | None:
    """The partial date that EDTF writes; None for None."""
    if edtf is None:
        return None
    bits = edtf.rstrip("?~%").split("-")
    if bits[0].endswith("X") and bits[0][:-1].isdigit():
        return Partial(int(bits[0][:-1]) * 10, decade=True)
    numbers = [int(b) if b.isdigit() else None for b in bits]
    year, month, day = [*numbers, None, None][:3]
    return Partial(year, month, day)


def of(day: date, *, known_year: bool = True) -> Partial:
    """The partial date of a day."""
    return Partial(day.year if known_year else None, day.month, day.day)


def add_months(day: Partial, months: int) -> Partial:
    """A partial date that many months on, without its day."""
    at = (day.year or LEAP) * 12 + (day.month or 1) - 1 + months
    return Partial(at // 12 if day.year is not None else None, at % 12 + 1)


def monday(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def safe(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_days(edtf: str, days: int) -> str:
    """A day of EDTF that many days on; raises ValueError for anything coarser than a day."""
    at = parse(edtf)
    if at is None or at.day is None:
        raise ValueError(f"not a day: {edtf}")
    moved = of(at.first + timedelta(days=days), known_year=at.year is not None)
    return str(moved.edtf)


def interval_end(start: str, days: int) -> str:
    """The last day of a term of `days` days that begins on `start`: 60 days from 2016-10-11 end on 2016-12-09."""
    return add_days(start, days - 1)
