import pytest
from hypothesis import given
from hypothesis import strategies as st

from almenara.times import add_days, duration_days, find, interval_end, resolve_all


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("60-day", 60),
        ("a 30 day curfew", 30),
        ("sesenta días", 60),
        ("treinta (30) días", 30),
        ("por un plazo de 45 días naturales", 45),
        ("veintiún días", 21),
        ("tres meses", 90),
        ("six months", 180),
        ("two years", 730),
        ("una semana", 7),
        ("48 horas", 2),
        ("un hombre de 30", None),
        ("two years ago", None),
    ],
)
def test_duration_days(text: str, expected: int | None) -> None:
    """A term in days; a month is 30, a year 365."""
    assert expected == duration_days(text)


def test_an_interval_counts_its_first_day() -> None:
    """60 days from 11 October end on 9 December."""
    assert "2016-12-09" == interval_end("2016-10-11", 60)


def test_days_of_an_unknown_year() -> None:
    """Arithmetic goes on where the year is unknown."""
    assert "XXXX-03-01" == add_days("XXXX-02-28", 2)


def test_a_month_has_no_day_to_add_to() -> None:
    """Only days can be counted in days."""
    with pytest.raises(ValueError, match="not a day"):
        add_days("2016-10", 3)


WORDS = st.sampled_from(
    "el la 5 31 de mayo 2016 last week years ago hace entre y desde lunes Monday - / : first of the 30".split()
)


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join)), st.sampled_from(["en", "es"]))
def test_any_text_is_read_without_error(text: str, language: str) -> None:
    """Spans hold their words and every expression resolves, whatever the text."""
    expressions = find(text, language)
    assert all(text[e.start : e.end] == e.text for e in expressions)
    assert len(expressions) == len(resolve_all(expressions, published=None))
