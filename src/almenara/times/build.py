"""From the groups of a match to the value that a rule stands for."""

from collections.abc import Callable, Mapping

from almenara.times.calendar import HALF_MONTH
from almenara.times.lexicon import Lexicon
from almenara.times.values import Around, Decade, Length, Part, Point, Range, Shift, Vague, Value, Weekday, Window

Groups = Mapping[str, str | int | None]
THIS_YEAR = {"this", "presente", "este", "este mismo", "en curso", ""}
STORY_YEAR = frozenset(
    "that|the same|the previous|the following|mismo|ese|ese mismo|aquel|aquel mismo|dicho|the|siguiente|anterior".split("|")
)
# units that corpora name and the calendar does not: (unit, how many)
MULTIPLE = {"fortnight": ("week", 2), "bimester": ("month", 2), "fourmonth": ("month", 4), "lustrum": ("year", 5)}
ORDINALS = {
    "1": 0, "2": 1, "3": 2, "4": 3,
    "first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "last": -1, "latest": -1,
    "primer": 0, "primera": 0, "primero": 0, "primeros": 0, "primeras": 0, "segundo": 1, "segunda": 1, "tercer": 2, "tercera": 2,
    "cuarto": 3, "cuarta": 3, "ultimo": -1, "ultima": -1, "ultimos": -1, "ultimas": -1,
}  # fmt: skip


def _year(words: str | int | None) -> int | None:
    return int(words) if words and str(words).isdigit() else None


def _month(groups: Groups, lexicon: Lexicon, key: str = "m") -> int | None:
    word = groups.get(key)
    if word is None:
        return None
    word = str(word).rstrip(".")
    return int(word) if word.isdigit() else lexicon.months.get(word)


def _day(groups: Groups, lexicon: Lexicon, key: str = "d") -> int | None:
    word = groups.get(key)
    if word is None:
        return None
    digits = "".join(c for c in str(word) if c.isdigit())
    if digits:
        return int(digits)
    number = lexicon.number(str(word))
    return int(number) if number else 1  # "primero"


def _toward(groups: Groups, lexicon: Lexicon) -> int | None:
    word = groups.get("toward")
    return lexicon.toward.get(str(word).split()[-1]) if word else None


def _year_shift(groups: Groups, lexicon: Lexicon) -> tuple[int | None, bool]:
    """Years from the anchor, and whether the anchor is the story ("that year")."""
    word = groups.get("yt")
    if word is None:
        return None, False
    word = str(word).removesuffix(" year").removesuffix(" month")
    if word in THIS_YEAR:
        return 0, False
    shift = lexicon.toward.get(word.split()[-1], 0)
    return shift, word in STORY_YEAR


def point(groups: Groups, lexicon: Lexicon) -> Value | None:
    """A date of the calendar."""
    shift, story = _year_shift(groups, lexicon)
    return Point(
        year=_year(groups.get("y")),
        month=_month(groups, lexicon),
        day=_day(groups, lexicon),
        year_shift=shift,
        toward=_toward(groups, lexicon),
        anchor="story" if story else "published",
    )


def slash(groups: Groups, lexicon: Lexicon) -> Value | None:
    """Day and month in figures; `a` is the month unless it cannot be."""
    a, b, year = int(str(groups["a"])), int(str(groups["b"])), int(str(groups["y"]))
    if a > 12:
        a, b = b, a
    if not (1 <= a <= 12 and 1 <= b <= 31):
        return None
    return Point(year + (0 if year > 99 else 2000 if year < 50 else 1900), a, b)


def days(groups: Groups, lexicon: Lexicon) -> Value | None:
    """A range of days, months or years that share what is said once."""
    first_year = _year(groups.get("y1") or groups.get("y") or groups.get("y2"))
    last_year = _year(groups.get("y2") or groups.get("y"))
    shift, story = _year_shift(groups, lexicon)
    month, month2 = _month(groups, lexicon), _month(groups, lexicon, "m2")
    only_last = month is None and groups.get("d") is None  # "1990 a abril de 2013"
    if not only_last:
        month, month2 = month or month2, month2 or month
    anchor = "story" if story else "published"
    first = Point(first_year, month, _day(groups, lexicon), shift, anchor=anchor)  # type: ignore[arg-type]
    last = Point(last_year, month2, _day(groups, lexicon, "d2"), shift, anchor=anchor)  # type: ignore[arg-type]
    if first_year and last_year and first_year > last_year:
        return None
    return Range(first, last)


def weekday(groups: Groups, lexicon: Lexicon) -> Value | None:
    """A day of the week."""
    weeks = groups.get("weeks")
    named = lexicon.toward.get(str(weeks).split()[-1]) if weeks else None
    return Weekday(lexicon.weekdays[str(groups["wd"])], _toward(groups, lexicon), named)


def around(groups: Groups, lexicon: Lexicon) -> Value | None:
    """The week or weekend of a date."""
    of = point({**groups, "toward": None}, lexicon)
    return Around(of, _unit(groups, lexicon)[0]) if of else None  # type: ignore[arg-type]


def _unit(groups: Groups, lexicon: Lexicon) -> tuple[str, int]:
    word = str(groups.get("unit") or "day")
    unit = lexicon.units.get(word, "day")
    return MULTIPLE.get(unit, (unit, 1))


def _count(groups: Groups, lexicon: Lexicon) -> float | None:
    n = groups.get("n")
    return n if isinstance(n, int) else lexicon.number(n)


def shift(groups: Groups, lexicon: Lexicon) -> Value | None:
    """So many units from now or from the story."""
    unit, times = _unit(groups, lexicon)
    n = _count(groups, lexicon)
    sign = int(groups.get("sign") or 1)
    unit = "week" if unit == "weekend" else unit
    anchor = "story" if groups.get("anchor") == "story" else "published"
    return Shift(unit, None if n is None else round(n * times * sign), anchor)  # type: ignore[arg-type]


def relative(groups: Groups, lexicon: Lexicon) -> Value | None:
    """Last, this or next unit."""
    unit, _ = _unit(groups, lexicon)
    toward = _toward(groups, lexicon)
    if toward is None and unit == "weekend":
        return Shift("weekend", -1, loose=True)
    return Shift(unit, toward or 0)  # type: ignore[arg-type]


def window(groups: Groups, lexicon: Lexicon) -> Value | None:
    """The last or next so many units."""
    unit, times = _unit(groups, lexicon)
    n = _count(groups, lexicon)
    return Window(unit, None if n is None else round(n * times), _toward(groups, lexicon) or -1)  # type: ignore[arg-type]


def length(groups: Groups, lexicon: Lexicon) -> Value | None:
    """A duration."""
    unit, times = _unit(groups, lexicon)
    n = _count(groups, lexicon)
    if n is not None and groups.get("half"):
        n += 0.5
    return Length(unit, None if n is None else n * times)  # type: ignore[arg-type]


def part(groups: Groups, lexicon: Lexicon) -> Value | None:
    """A part of a year or a month by its ordinal."""
    index = ORDINALS[str(groups["ord"])]
    n = _count(groups, lexicon)
    word = str(groups["unit"])
    of = point({**groups, "d": None}, lexicon)
    if word in {"half", "mitad"}:
        of_month = _month(groups, lexicon) is not None
        return of if of_month or of is None else Part(of, "semester", index)
    if word == "quincena" and n is None:
        return Part(of, "day", index, HALF_MONTH) if of else None
    unit, times = _unit({"unit": "quarter" if word == "trimester" else word}, lexicon)
    if n is None and groups.get("n"):
        return of
    return Part(of, unit, index, round((n or 1) * times)) if of else None  # type: ignore[arg-type]


def end_of(groups: Groups, lexicon: Lexicon) -> Value | None:
    """The beginning, middle or end of something: no finer than the thing itself."""
    if groups.get("y") or groups.get("m"):
        return point({**groups, "toward": None}, lexicon)
    if groups.get("dec"):
        return decade(groups, lexicon)
    if groups.get("toward") in {"that", "ese"}:
        return Shift(_unit(groups, lexicon)[0], 0, "story")  # type: ignore[arg-type]
    if groups.get("unit") is None:
        return Shift("month", 0)
    return relative({**groups, "toward": groups.get("toward") if groups.get("toward") != "the" else None}, lexicon)


def decade(groups: Groups, lexicon: Lexicon) -> Value | None:
    """Ten years; two figures or a word are of the 20th century."""
    figures, word = groups.get("dec"), str(groups.get("decw") or "")
    first = int(str(figures)) if figures else lexicon.decades.get(word) or lexicon.decades[word.removesuffix("s")]
    return Decade(first if first > 99 else 1900 + first)


def since_then(groups: Groups, lexicon: Lexicon) -> Value | None:
    """The bare "since" of "have since been": from the story's date on."""
    return Range(Shift("day", 0, "story"), None)


def vague(groups: Groups, lexicon: Lexicon) -> Value | None:
    """No date."""
    return Vague()


MADE = (point, slash, days, weekday, around, shift, relative, window, length, part, end_of, decade, since_then, vague)
BUILDERS: dict[str, Callable[[Groups, Lexicon], Value | None]] = {f.__name__: f for f in MADE}
