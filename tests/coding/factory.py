"""Events made by hand."""

from almenara.model import Count, Event, EventDate, Participant, Role, Span

TEXT = "Police arrested Mateo Vargas in Pasto. Vargas was seized on 3 May. Smugglers and police met."
FIRST, SECOND = Span.of(TEXT, 0, 38), Span.of(TEXT, 39, 66)


def who(role: Role, entity: str) -> Participant:
    """A participant that is an entity."""
    return Participant(role=role, name=entity, entity=entity, evidence=(FIRST,), by="test")


def told(
    evidence: Span, *participants: Participant, act: str = "arrest", day: str | None = None, best: int | None = None
) -> Event:
    """An event of one sentence."""
    date = EventDate(start=day, end=day, text="day", precision="day", basis="test", evidence=(evidence,), by="test")
    count = Count(what="arrested", low=best, best=best, high=best, unit="person", text="n", evidence=(evidence,), by="test")
    return Event(
        id="v0",
        act=act,
        reality="occurred",
        background=False,
        date=date if day else None,
        participants=participants,
        counts=(count,) if best else (),
        evidence=(evidence,),
        by="test",
        confidence=0.5,
    )
