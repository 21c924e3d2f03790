"""Who stops a crime does not commit it."""

from almenara.coding import sides
from tests.coding.factory import FIRST, told, who


def test_who_seizes_does_not_smuggle() -> None:
    """The authority of a sentence is no perpetrator of what it stopped there."""
    seizure = told(FIRST, who("authority", "Police"), act="seizure")
    trade = told(FIRST, who("perpetrator", "Police"), who("perpetrator", "Vargas"), act="drug_trafficking")
    assert [["Police"], ["Vargas"]] == [[p.name for p in e.participants] for e in sides.told_apart([seizure, trade])]


def test_an_officer_may_be_corrupt() -> None:
    """Bribes are what forces are accused of."""
    raid = told(FIRST, who("authority", "Police"), act="operation")
    bribes = told(FIRST, who("perpetrator", "Police"), act="corruption")
    assert ["Police"] == [p.name for p in sides.told_apart([raid, bribes])[1].participants]
