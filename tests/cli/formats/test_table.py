"""The table: what does not fit goes on below instead of being cut."""

import io

import pytest

from almenara.cli.formats import WRITERS, FormatOptions
from almenara.cli.formats.table import LINES, _wrapped, cells
from almenara.model import Coding, Count, Document, Event, EventDate
from tests.cli.formats import factory


def lines(coding: Coding, width: int) -> list[str]:
    """The table of one coding."""
    out = io.BytesIO()
    WRITERS["table"]([coding], out, FormatOptions(width=width))
    return out.getvalue().decode().splitlines()


@pytest.mark.parametrize("width", [80, 120, 200])
def test_dates_are_never_cut(width: int):
    """An interval breaks after its slash."""
    span = EventDate(start="2031-05-03", end="2031-06-30", precision="day", basis="explicit", text="x", evidence=(), by="test")
    event = Event(id="v1", act="curfew", reality="occurred", background=False, evidence=(), confidence=1, by="t", date=span)
    coding = Coding(document=Document(id="0" * 64, text="x"), events=(event,))
    starts = {line.split("  ")[0].rstrip() for line in lines(coding, width)}
    assert True is ("2031-05-03/2031-06-30" in starts or {"2031-05-03/", "2031-06-30"} <= starts)


def test_words_go_on_below():
    """Broken between words, all of them there."""
    assert ["members of the", "armed column"] == [part.rstrip() for part in _wrapped("members of the armed column", 15)]


def test_no_cell_takes_more_than_its_lines():
    """The rest is left for the last line to cut."""
    assert LINES == len(_wrapped("one two three four five six", 5))


def test_pieces_are_called_by_what_they_are():
    """Four pistols and one rifle, not "4; 1"."""
    counts = tuple(
        Count(what="seized", group=group, low=n, best=n, high=n, unit=unit, text="x", evidence=(), by="test")
        for group, n, unit in (("pistols", 4, "item"), (None, 23469.842, "l"), ("men", 2, "person"))
    )
    event = Event(id="v1", act="seizure", reality="occurred", background=False, evidence=(), confidence=1, by="t", counts=counts)
    assert "4 pistols seized; 23,470 l seized; 2 seized" == cells(event, "en")[-1]


def test_background_is_explained_where_it_is_marked():
    """A star has a word at the foot."""
    coding = factory.english()
    assert any(event.background for event in coding.events) is (lines(coding, 120)[-1] == "* background")
