"""Who stops a crime does not commit it: the forces of a seizure are no smugglers of what they seized."""

from collections.abc import Sequence

from msgspec.structs import replace

from almenara.coding.roles.wordlists import category
from almenara.model import Event, Span

STOPPING = frozenset("seizure arrest operation eradication".split())
OWN = frozenset(("corruption",))  # what forces are often accused of in the very sentence of their acts


def told_apart(events: Sequence[Event]) -> list[Event]:
    """The events, those of illicit markets without the perpetrators that are an authority of the same sentences."""
    acting = [(set(e.evidence), {p.entity for p in e.participants if p.role == "authority"}) for e in events if e.act in STOPPING]
    return [_without(e, acting) if category(e.act) == "market" and e.act not in OWN else e for e in events]


def _without(event: Event, acting: Sequence[tuple[set[Span], set[str | None]]]) -> Event:
    here = {who for told, whom in acting if told.intersection(event.evidence) for who in whom if who}
    kept = tuple(p for p in event.participants if not (p.role == "perpetrator" and p.entity in here))
    return replace(event, participants=kept) if len(kept) < len(event.participants) else event
