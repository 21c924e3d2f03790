"""A clause that looks ahead sends its weekday and its month into the future."""

from datetime import date

import pytest

from almenara.times import find, resolve
from almenara.times.tense import looks_ahead

WEDNESDAY = date(2019, 5, 15)


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("en", "The two sides will meet on Friday.", "2019-05-17"),
        ("en", "The two sides met on Friday.", "2019-05-10"),
        ("en", "The governor said on Friday that the port will close.", "2019-05-10"),
        ("en", "He was shot on Friday, and his brother will testify.", "2019-05-10"),
        ("es", "Los gremios se reunirán el viernes.", "2019-05-17"),
        ("es", "Los gremios se reunieron el viernes.", "2019-05-10"),
        ("es", "El viernes anunció que cerrará el puerto.", "2019-05-10"),
        ("es", "La ley entrará en vigor en septiembre.", "2019-09"),
        ("es", "El fiscal renunció en septiembre.", "2018-09"),
        ("es", "Habrá toque de queda este fin de semana.", "2019-05-18"),
    ],
)
def test_the_tense_of_the_clause_says_which_one_is_meant(language: str, text: str, start: str):
    """The one to come, or the one before; a verb of saying keeps its date."""
    assert start == resolve(find(text, language)[0], published=WEDNESDAY).start


def test_a_date_with_a_year_has_no_tense():
    """Nothing is to be guessed."""
    assert "2016-09-03" == resolve(find("It will run from 3 September 2016.", "en")[0], published=WEDNESDAY).start


def test_only_the_clause_counts():
    """A future in the next clause does not look ahead for this one."""
    text = "He fled on Monday; his lawyer will appeal."
    assert False is looks_ahead(text, text.find("Monday"), text.find(";"), "en")


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("en", "in Q3 2015", "2015-07", "2015-09"),
        ("en", "from 1 September to 15 October 2020", "2020-09-01", "2020-10-15"),
        ("en", "on Christmas Day 2012", "2012-12-25", "2012-12-25"),
        ("es", "la segunda quincena de enero", "2019-01-16", "2019-01-31"),
        ("es", "la primera quincena de enero", "2019-01-01", "2019-01-15"),
        ("es", "la semana del 13 de mayo", "2019-05-13", "2019-05-19"),
        ("es", "a finales de los 90", "199X", "199X"),
    ],
)
def test_quarters_halves_of_months_and_weeks_of_a_day(language: str, text: str, start: str, end: str):
    """Stretches that are named by their number or by one of their days."""
    found = resolve(find(text, language)[0], published=WEDNESDAY)
    assert (start, end) == (found.start, found.end)
