"""Counts, dates and places as several formats write them."""

import pytest

from almenara.cli.formats import reading
from almenara.model import Count, EventDate
from tests.cli.formats import factory


def count(low: float | None, best: float | None, high: float | None) -> Count:
    """A count of killed persons."""
    proof = factory.at(factory.ENGLISH, "three")
    return Count(what="killed", low=low, best=best, high=high, unit="person", text="three", evidence=proof, by="test")


def date(start: str | None, end: str | None, precision: str = "day") -> EventDate:
    """A date resting on one word."""
    proof = factory.at(factory.ENGLISH, "2031")
    return EventDate(start=start, end=end, text="x", precision=precision, basis="", evidence=proof, by="test")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ((15, 15, 15), "15"),
        ((3, 3, None), "3+"),
        ((10, None, 12), "10-12"),
        ((24, None, None), "24+"),
        ((None, None, 9), "≤9"),
        ((12, 15, 18), "15 [12-18]"),
        ((None, 1200, None), "1,200"),
        ((2.5, 2.5, 2.5), "2.5"),
        ((None, None, None), "?"),
    ],
)
def test_amounts(given: tuple[float | None, ...], written: str) -> None:
    """Low, best and high in the analyst's shorthand."""
    assert written == reading.amount(count(*given))


@pytest.mark.parametrize(
    ("start", "end", "precision", "code"),
    [
        ("2031-05-03", "2031-05-03", "day", 1),
        ("2031-05-03", "2031-05-08", "day", 2),
        ("2031-05-03", "2031-05-20", "day", 3),
        ("2031-05-03", "2031-05-09", "week", 3),
        ("2031-05", "2031-05", "month", 4),
        ("2031", "2031", "year", 5),
        (None, None, "unknown", None),
    ],
)
def test_ucdp_date_precision(start: str | None, end: str | None, precision: str, code: int | None) -> None:
    """UCDP's date_prec from precision and length."""
    assert code == reading.date_prec(date(start, end, precision))


def test_intervals() -> None:
    """One day alone, an interval with its ends, an open end as two dots."""
    assert "2031-05-03" == reading.when(date("2031-05-03", "2031-05-03"))
    assert "2031-05-03/.." == reading.when(date("2031-05-03", None))
    assert "" == reading.when(None)


def test_a_scene_is_the_main_place() -> None:
    """A scene goes before a jurisdiction, wherever it stands in the list."""
    event = factory.english().events[1]
    assert "jurisdiction" == reading.main_place(event).role  # type: ignore[union-attr]
