from datetime import date

import pytest

from almenara.times import Resolved, find, resolve, resolve_all

FRIDAY = date(2016, 10, 7)


def dated(text: str, language: str, published: date | None = FRIDAY) -> tuple[str | None, str | None, str]:
    """Start, end and precision of the first expression."""
    made = resolve(find(text, language)[0], published=published)
    return made.start, made.end, made.precision


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on October 5", ("2016-10-05", "2016-10-05", "day")),
        ("on November 30", ("2016-11-30", "2016-11-30", "day")),
        ("on December 30", ("2015-12-30", "2015-12-30", "day")),
        ("in August last year", ("2015-08", "2015-08", "month")),
        ("in the 1990s", ("199X", "199X", "decade")),
        ("early 2013", ("2013", "2013", "year")),
        ("between 1995 and 2007", ("1995", "2007", "year")),
        ("from July 3 to July 5", ("2016-07-03", "2016-07-05", "day")),
        ("in the first half of 2012", ("2012-01", "2012-06", "month")),
        ("the first week of May", ("2016-05-01", "2016-05-07", "week")),
        ("in spring 2015", ("2015-21", "2015-21", "season")),
        ("on Monday", ("2016-10-03", "2016-10-03", "day")),
        ("on Friday", ("2016-10-07", "2016-10-07", "day")),
        ("last Friday", ("2016-09-30", "2016-09-30", "day")),
        ("next Monday", ("2016-10-10", "2016-10-10", "day")),
        ("yesterday", ("2016-10-06", "2016-10-06", "day")),
        ("last week", ("2016-09-26", "2016-10-02", "week")),
        ("last weekend", ("2016-10-01", "2016-10-02", "week")),
        ("next month", ("2016-11", "2016-11", "month")),
        ("two years ago", ("2014", "2014", "year")),
        ("over the past two years", ("2014", "2016", "year")),
        ("since 2007", ("2007", None, "year")),
        ("until last year", (None, "2015", "year")),
        ("a few days ago", (None, None, "week")),
        ("starting October 11", ("2016-10-11", None, "day")),
        ("in January next year", ("2017-01", "2017-01", "month")),
        ("since 2003", ("2003", None, "year")),
        ("until December 31", (None, "2016-12-31", "day")),
        ("until August 5", (None, "2016-08-05", "day")),
        ("until Sunday", (None, "2016-10-09", "day")),
        ("Monday of last week", ("2016-09-26", "2016-09-26", "day")),
        ("the week of July 6", ("2016-07-04", "2016-07-10", "week")),
        ("the weekend of July 2", ("2016-07-02", "2016-07-03", "week")),
        ("next weekend", ("2016-10-08", "2016-10-09", "week")),
        ("two weeks from now", ("2016-10-17", "2016-10-23", "week")),
        ("between 2010 and October 2015", ("2010", "2015-10", "year")),
    ],
)
def test_english(text: str, expected: tuple[str | None, str | None, str]) -> None:
    """Each form comes to its EDTF interval and precision."""
    assert expected == dated(text, "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("el 9 de junio", ("2016-06-09", "2016-06-09", "day")),
        ("1.º de mayo de 2014", ("2014-05-01", "2014-05-01", "day")),
        ("el 10/05/2016", ("2016-05-10", "2016-05-10", "day")),
        ("del 12 al 15 de julio", ("2016-07-12", "2016-07-15", "day")),
        ("entre julio de 2011 y abril de 2013", ("2011-07", "2013-04", "month")),
        ("el pasado lunes", ("2016-10-03", "2016-10-03", "day")),
        ("el próximo lunes", ("2016-10-10", "2016-10-10", "day")),
        ("esta madrugada", ("2016-10-07", "2016-10-07", "day")),
        ("anoche", ("2016-10-06", "2016-10-06", "day")),
        ("hace dos semanas", ("2016-09-19", "2016-09-25", "week")),
        ("el mes pasado", ("2016-09", "2016-09", "month")),
        ("desde hace dos años", ("2014", None, "year")),
        ("los años noventa", ("199X", "199X", "decade")),
        ("en la década pasada", ("200X", "200X", "decade")),
        ("el día 4", ("2016-10-04", "2016-10-04", "day")),
        ("el día 24", ("2016-09-24", "2016-09-24", "day")),
        ("fines de 1999", ("1999", "1999", "year")),
        ("el primer trimestre de 2015", ("2015-01", "2015-03", "month")),
        ("a partir del 11 de octubre", ("2016-10-11", None, "day")),
        ("a mediados de 2019", ("2019", "2019", "year")),
        ("el pasado martes", ("2016-10-04", "2016-10-04", "day")),
        ("en enero del próximo año", ("2017-01", "2017-01", "month")),
        ("desde 2003", ("2003", None, "year")),
        ("hasta el 31 de diciembre", (None, "2016-12-31", "day")),
        ("hasta el domingo", (None, "2016-10-09", "day")),
        ("el lunes de la semana pasada", ("2016-09-26", "2016-09-26", "day")),
        ("el próximo fin de semana", ("2016-10-08", "2016-10-09", "week")),
        ("el fin de semana pasado", ("2016-10-01", "2016-10-02", "week")),
        ("dentro de dos semanas", ("2016-10-17", "2016-10-23", "week")),
        ("antenoche", ("2016-10-05", "2016-10-05", "day")),
        ("a principios de los noventa", ("199X", "199X", "decade")),
    ],
)
def test_spanish(text: str, expected: tuple[str | None, str | None, str]) -> None:
    """Each form comes to its EDTF interval and precision."""
    assert expected == dated(text, "es")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on October 5", ("XXXX-10-05", "XXXX-10-05", "day")),
        ("in March", ("XXXX-03", "XXXX-03", "month")),
        ("on Monday", (None, None, "day")),
        ("last week", (None, None, "week")),
        ("last year", (None, None, "year")),
        ("in May 2012", ("2012-05", "2012-05", "month")),
    ],
)
def test_without_a_publication_date_nothing_is_guessed(text: str, expected: tuple[str | None, str | None, str]) -> None:
    """The year is unknown, and what hangs on today has no date at all."""
    assert expected == dated(text, "en", None)


def test_the_story_moves() -> None:
    """The next day is counted from the day told before it, in a year that nobody knows."""
    made = resolve_all(find("On March 15 they met; the next day they left. Since then nothing.", "en"), published=None)
    assert ["XXXX-03-15", "XXXX-03-16", "XXXX-03-16"] == [r.start for r in made]


def test_a_planned_act_looks_forward() -> None:
    """The Sunday of an election to come is the next one."""
    made = resolve(find("el domingo", "es")[0], published=FRIDAY, ahead=True)
    assert ("2016-10-09", "weekday after the publication date") == (made.start, made.basis)


def test_the_small_hours_of_a_day_are_that_day() -> None:
    """The hour is a time of its own that dates nothing, the day behind it does."""
    made = resolve_all(find("la madrugada del 3 de mayo", "es"), published=FRIDAY)
    assert [None, "2016-05-03"] == [r.start for r in made]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("at 8 p.m.", "en"),
        ("for 60 days", "en"),
        ("recently", "en"),
        ("a few days ago", "en"),
        ("the day after", "en"),
        ("a las 14:30 horas", "es"),
        ("durante 60 días", "es"),
        ("recientemente", "es"),
        ("hace unos días", "es"),
        ("al día siguiente", "es"),
    ],
)
def test_the_publication_date_is_never_silently_a_date(text: str, language: str) -> None:
    """What is vague, a length, a clock time or hangs on the story has no date."""
    assert (None, None) == dated(text, language)[:2]


def test_an_impossible_day_has_no_date() -> None:
    """The calendar has no 31 June."""
    assert Resolved(None, None, "unknown", "no such day") == resolve(find("June 31, 2014", "en")[0], published=FRIDAY)


def test_the_basis_says_where_the_year_comes_from() -> None:
    """A derived value names what it was derived from."""
    bases = [resolve(find(t, "en")[0], published=FRIDAY).basis for t in ("October 5, 2016", "October 5", "yesterday")]
    assert ["explicit", "year from the publication date", "relative to the publication date"] == bases


def test_that_year_is_the_storys():
    """The year of "de aquel año" is counted from the year that the story has come to, not from the publication."""
    text = "Fueron socios hasta finales de 2023. La ruptura comenzó en noviembre de aquel año."
    made = resolve_all(find(text, "es"), published=date(2025, 3, 18))
    assert "2023-11" == made[-1].start


@pytest.mark.parametrize(
    ("text", "language", "day", "expected"),
    [
        ("over the weekend", "en", date(2016, 10, 9), ("2016-10-08", "2016-10-09", "week")),
        ("este fin de semana", "es", date(2016, 10, 8), ("2016-10-08", "2016-10-09", "week")),
        ("el fin de semana pasado", "es", date(2016, 10, 8), ("2016-10-01", "2016-10-02", "week")),
        ("este fin de semana", "es", date(2016, 10, 10), ("2016-10-08", "2016-10-09", "week")),
    ],
)
def test_a_weekend_told_on_a_weekend_is_that_one(text: str, language: str, day: date, expected: tuple[str, str, str]) -> None:
    """Unless a word says which."""
    assert expected == dated(text, language, day)
