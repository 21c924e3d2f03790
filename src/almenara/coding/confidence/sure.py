"""Only what is sure enough: a coding without the values below a confidence, and without what hangs on them."""

from collections.abc import Iterable
from typing import Any, TypeVar

from msgspec.structs import replace

from almenara.model import Coding, Event

Item = TypeVar("Item")


def at_least(coding: Coding, least: float) -> tuple[Coding, int]:
    """The coding with what has a confidence of `least` or more, and how many values were left out.

    With an event goes all of it; with a claim the forecasts that it makes. What else points to a dropped claim stays and
    points nowhere; entities that nothing else names stay too: they are what was read, not what is said of it. Ids stay.
    """
    claims = tuple(_kept(coding.claims, least))
    said = {c.id for c in claims}
    events = tuple(_lighter(e, least, said) for e in _kept(coding.events, least))
    forecasts = tuple(f for f in _kept(coding.forecasts, least) if f.by == "author" or f.by in said)
    figures = tuple(f if f.per in said else replace(f, per=None) for f in _kept(coding.figures, least))
    lighter = replace(coding, events=events, claims=claims, forecasts=forecasts, figures=figures)
    return lighter, size(coding) - size(lighter)


def size(coding: Coding) -> int:
    """How many values a coding holds: events with what hangs on each, claims, forecasts and figures."""
    hanging = sum(len(e.participants) + len(e.places) + len(e.counts) + (e.date is not None) for e in coding.events)
    return len(coding.events) + hanging + len(coding.claims) + len(coding.forecasts) + len(coding.figures)


def _lighter(event: Event, least: float, said: set[str]) -> Event:
    """An event without those of its values that are less sure."""
    return replace(
        event,
        participants=tuple(_kept(event.participants, least)),
        places=tuple(_kept(event.places, least)),
        counts=tuple(c if c.per in said else replace(c, per=None) for c in _kept(event.counts, least)),
        date=next(iter(_kept([event.date] if event.date else [], least)), None),
        attribution=tuple(c for c in event.attribution if c in said),
    )


def _kept(items: Iterable[Item], least: float) -> Iterable[Item]:
    return (item for item in items if _confidence(item) >= least)


def _confidence(item: Any) -> float:
    """A value of a kind that has no confidence of its own is as sure as what it hangs on."""
    return float(getattr(item, "confidence", 1.0))
