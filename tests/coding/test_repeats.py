"""One act told twice is one event."""

from typing import Any

from msgspec.structs import replace

from almenara.coding import repeats
from almenara.model import Event, Participant, Span
from tests.coding.factory import FIRST, SECOND, told, who

NAMED = frozenset(("Vargas", "Police"))


def test_an_arrest_told_again_is_one_event() -> None:
    """It has the date of the one telling, the authority of the other, and the evidence of both."""
    one = told(FIRST, who("subject", "Vargas"), who("authority", "Police"))
    (event,) = repeats.once([one, told(SECOND, who("subject", "Vargas"), day="2021-05-03")], NAMED)
    assert ("v1", "2021-05-03", 2, (FIRST, SECOND)) == (
        event.id, event.date.start if event.date else None, len(event.participants), event.evidence,
    )  # fmt: skip


def test_arrests_on_two_days_are_two() -> None:
    """Dates set them apart."""
    days = ("2021-05-03", "2019-05-03")
    events = [told(s, who("subject", "Vargas"), day=d) for s, d in zip((FIRST, SECOND), days, strict=True)]
    assert ["v1", "v2"] == [e.id for e in repeats.once(events, NAMED)]


def test_arrests_of_nobody_named_are_two() -> None:
    """Nothing says that they are one."""
    events = [told(FIRST, who("subject", "men")), told(SECOND, who("subject", "men"))]
    assert 2 == len(repeats.once(events, NAMED))


def test_counts_that_differ_set_apart() -> None:
    """Two arrested are not nine."""
    events = [told(s, who("subject", "Vargas"), best=n) for s, n in ((FIRST, 2), (SECOND, 9))]
    assert 2 == len(repeats.once(events, NAMED))


def unsure(evidence: Span, *participants: Participant, **facts: Any) -> Event:
    """A telling that the model is not sure of."""
    return replace(told(evidence, *participants, **facts), confidence=0.35)


def test_an_unsure_telling_that_nothing_sets_apart_is_a_retelling() -> None:
    """Also where nobody is named; the event is as sure as its surer telling."""
    events = [unsure(FIRST, who("subject", "men"), act="seizure"), told(SECOND, who("subject", "others"), act="seizure")]
    (event,) = repeats.once(events, NAMED)
    assert ((FIRST, SECOND), 0.5) == (event.evidence, event.confidence)


def test_an_unsure_telling_of_another_person_stands_alone() -> None:
    """Who suffers an act sets tellings apart."""
    events = [told(FIRST, who("subject", "Vargas"), act="charge"), unsure(SECOND, who("subject", "Police"), act="charge")]
    assert 2 == len(repeats.once(events, NAMED))
