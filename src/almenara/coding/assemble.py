"""An event made whole: its draft, with who, where, when, how many and who says so."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from almenara.coding import circumstances
from almenara.coding.draft import EventDraft
from almenara.coding.entities import Entities
from almenara.coding.quantities import Quantities, counts_for
from almenara.language import Parsed
from almenara.model import Claim, Count, Event, EventDate, Participant, Place, Span


class Findings(Struct, frozen=True, kw_only=True):
    """What is known of the document before its events are made whole."""

    parsed: Parsed
    cast: Entities
    numbers: Quantities
    claims: Sequence[Claim]

    def claim_at(self, offset: int) -> str | None:
        """The claim whose content holds a character, the shortest where several do."""
        holding = [c for c in self.claims if c.content.start <= offset < c.content.end]
        return min(holding, key=lambda c: c.content.end - c.content.start).id if holding else None


class Facts(Struct, frozen=True):
    """What is known of one event: when and where it was, and who took part."""

    when: EventDate | None
    where: tuple[Place, ...]
    who: Sequence[Participant]


def event(found: Findings, draft: EventDraft, name: str, facts: Facts) -> Event:
    """The event of a draft with the id `name`."""
    parsed = found.parsed
    trigger = parsed.span(*draft.lead.trigger) if draft.lead.trigger else None
    evidence = tuple(parsed.sentence_span(parsed.sentences[s]) for s in draft.sentences)
    return Event(
        id=name,
        act=draft.act,
        mode=draft.lead.mode,
        reality=draft.reality,
        background=draft.background,
        date=facts.when,
        places=facts.where,
        participants=tuple(facts.who),
        counts=tuple(_said(found, counts_for(found.numbers, draft.act, draft.sentences))),
        measure=circumstances.measure(parsed, draft, facts.when, found.cast, found.numbers),
        attribution=_attribution(found, trigger or evidence[0]),
        trigger=trigger,
        evidence=evidence,
        by=draft.lead.by,
        confidence=round(draft.score, 3),
    )


def used(events: Iterable[Event], claims: Iterable[Claim]) -> set[str]:
    """The ids of the entities that events and claims point to."""
    ids = {p.entity for e in events for p in e.participants}
    ids |= {who for e in events if e.measure for who in (e.measure.issuer, e.measure.in_charge)}
    ids |= {c.speaker.entity for c in claims}
    return {i for i in ids if i}


def _said(found: Findings, counts: Iterable[Count]) -> Iterable[Count]:
    return (replace(count, per=found.claim_at(count.evidence[0].start)) for count in counts)


def _attribution(found: Findings, told: Span) -> tuple[str, ...]:
    """The claims inside whose content the event is told."""
    middle = (told.start + told.end) // 2
    return tuple(c.id for c in found.claims if c.content.start <= middle < c.content.end)
