"""What a temporal expression says before anybody knows when it was said, and what it comes to once that is known."""

from typing import Literal

from msgspec import Struct

from almenara.model.event import DatePrecision

Kind = Literal["date", "duration", "set", "time"]
Unit = Literal["second", "minute", "hour", "day", "week", "weekend", "month", "quarter", "semester", "year", "decade", "century"]
Anchor = Literal["published", "story"]


class Point(Struct, frozen=True):
    """A place in the calendar, with what the words leave out as None. `months` 21 to 24 are seasons.

    `year_shift` counts from the year of the anchor ("August last year"); `toward` is -1 or 1 where the words say past or next.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    year_shift: int | None = None
    toward: int | None = None
    anchor: Anchor = "published"


class Weekday(Struct, frozen=True):
    """A day of the week, 0 Monday. `toward`: -1 last, 0 this, 1 next, None unsaid; `weeks` from this week where one is named."""

    day: int
    toward: int | None = None
    weeks: int | None = None


class Shift(Struct, frozen=True):
    """So many whole units from the anchor: yesterday, last week, two years later. `n` is None for "a few"."""

    unit: Unit
    n: int | None
    anchor: Anchor = "published"
    loose: bool = False  # no word says which one: "over the weekend"


class Window(Struct, frozen=True):
    """The stretch of `n` units before (toward -1) or after (1) the anchor: the past decade, the next two weeks."""

    unit: Unit
    n: int | None
    toward: int


class Decade(Struct, frozen=True):
    """Ten years, by the first: 1990."""

    first: int


class Part(Struct, frozen=True):
    """The `index`-th (0 first, -1 last) stretch of `n` units of another value: the first half of 2012, the first week of May."""

    of: "Value"
    unit: Unit
    index: int
    n: int = 1


class Around(Struct, frozen=True):
    """The week or weekend that holds a date: the week of July 4."""

    of: "Value"
    unit: Unit


class Range(Struct, frozen=True):
    """From one value to another; an open end is None."""

    first: "Value | None"
    last: "Value | None"


class Length(Struct, frozen=True):
    """A stretch of time that hangs on no date: 60 days."""

    unit: Unit
    n: float | None


class Vague(Struct, frozen=True):
    """Recently, in the past, at 8 p.m.: no date follows from it."""


Value = Point | Weekday | Shift | Window | Decade | Part | Around | Range | Length | Vague


class Expression(Struct, frozen=True):
    """A temporal expression: `text` stands at [start, end). `lead` is the preposition before it that opens or closes an interval.

    `parts` are the pieces of a range that corpora mark one by one. `ahead`: the words around it look into the future.
    """

    start: int
    end: int
    text: str
    kind: Kind
    value: Value
    by: str
    lead: Literal["since", "until"] | None = None
    parts: tuple[tuple[int, int], ...] = ()
    ahead: bool = False


class Resolved(Struct, frozen=True):
    """EDTF ends (None where open or unknown), their precision, and in words what they were derived from."""

    start: str | None
    end: str | None
    precision: DatePrecision
    basis: str
