"""Dates as bars."""

from datetime import date

import pytest

from almenara.cli.formats.report import timeline
from almenara.cli.formats.report.views import view
from almenara.model import EventDate
from tests.cli.formats import factory


def when(start: str | None, end: str | None) -> EventDate:
    """A date resting on one word."""
    proof = factory.at(factory.ENGLISH, "2031")
    return EventDate(start=start, end=end, text="x", precision="day", basis="", evidence=proof, by="test")


@pytest.mark.parametrize(
    ("start", "end", "extent"),
    [
        ("2031-05-03", "2031-05-03", (date(2031, 5, 3), date(2031, 5, 3))),
        ("2031-05", "2031-05", (date(2031, 5, 1), date(2031, 5, 31))),
        ("2031", "2031", (date(2031, 1, 1), date(2031, 12, 31))),
        ("203X", "203X", (date(2030, 1, 1), date(2039, 12, 31))),
        ("2031-21", "2031-21", (date(2031, 3, 1), date(2031, 5, 30))),
        ("2031-05-03", None, (date(2031, 5, 3), date(2031, 5, 3))),
        (None, "2031-05-03", (date(2031, 5, 3), date(2031, 5, 3))),
        ("2031-05-XX", "2031-05-XX", (date(2031, 5, 1), date(2031, 5, 31))),
        ("XXXX-10-11", "XXXX-10-11", None),
        ("2031-02-30", "2031-02-30", None),
        ("2031-99", "2031-99", None),
        ("0000", "0000", None),
        (None, None, None),
    ],
)
def test_extents(start: str | None, end: str | None, extent: tuple[date, date] | None) -> None:
    """A date covers as many days as it leaves open; without a year it has no place on the axis."""
    assert extent == timeline.extent_of(when(start, end))


def test_a_row_an_act() -> None:
    """Dated events of two documents stand in one row each."""
    drawn = timeline.drawn([ref for n, c in enumerate((factory.english(), factory.spanish()), 1) for ref in view(n, c).refs])
    assert drawn is not None
    assert {"armed_clash", "seizure"} == {row.act for row in drawn.rows}


def test_bars_stay_inside() -> None:
    """Positions are percent of the width."""
    drawn = timeline.drawn(view(1, factory.english()).refs)
    assert drawn is not None
    assert all(0 <= bar.x <= bar.x + bar.width <= 100 for row in drawn.rows for bar in row.bars)


def test_no_dates_no_timeline() -> None:
    """A run without dates has none to draw."""
    assert None is timeline.drawn(view(1, factory.bare()).refs)


def test_days_on_the_axis_say_their_year_once() -> None:
    """Seven whole dates would run into each other; a new year is said again."""
    ticks = [tick.text for tick in timeline._ticks(date(2030, 12, 28), date(2031, 1, 4))]
    assert ["2030-12-29", "12-30", "12-31", "2031-01-01", "01-02", "01-03"] == ticks
