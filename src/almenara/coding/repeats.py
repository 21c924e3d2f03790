"""One act told twice is one event (CODEBOOK, section 7): what dates, places and participants say once they are known."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from almenara.coding.entities.lexicon import fold
from almenara.model import Event, Place

TOUCHED = ("victim", "subject", "target", "object")
ONCE = frozenset("arrest targeted_killing kidnapping extradition surrender conviction".split())  # befall one seldom twice
SURE = 0.4  # below it a telling that nothing sets apart is mostly the surer one told again, or no event (training articles)
REAL = frozenset(("occurred", "ongoing"))
SMALL = frozenset("the a an of in on at to and for with by el la los las un una de del en al y por con que su sus".split())


def once(events: Sequence[Event], named: frozenset[str]) -> list[Event]:
    """The events, with what is told again put to its first telling; `named` are the ids of entities with a name."""
    kept: list[Event] = []
    for event in events:
        at = next((i for i, other in enumerate(kept) if same(other, event, named)), None)
        if at is None:
            kept.append(event)
        else:
            kept[at] = joined(kept[at], event)
    return [replace(event, id=f"v{n}") for n, event in enumerate(kept, 1)]


def same(a: Event, b: Event, named: frozenset[str]) -> bool:
    """Whether two events of one act are one: nothing sets them apart, and the same one suffers it or a telling is unsure."""
    if a.act != b.act or a.background != b.background or not _as_real(a, b):
        return False
    if _dated_apart(a, b) or _counted_apart(a, b) or _placed_apart(a.places, b.places):
        return False
    first, second = _touched(a, named), _touched(b, named)
    shared = first & second
    if min(a.confidence, b.confidence) < SURE and (shared or not first or not second):
        return True
    return bool(shared) and a.act in ONCE and (first <= second or second <= first)


def joined(a: Event, b: Event) -> Event:
    """The first telling with what only the second says."""
    date = a.date if a.date and a.date.start else b.date or a.date
    told = [p for p in a.places if p.by != "model:places.inherited.1"] or [
        p for p in b.places if p.by != "model:places.inherited.1"
    ]
    known = {(p.role, _words(p.name)) for p in a.participants}
    more = [p for p in b.participants if not any(r == p.role and (w <= _words(p.name) or _words(p.name) <= w) for r, w in known)]
    counted = {(c.what, c.best, c.low) for c in a.counts}
    return replace(
        a,
        date=date,
        places=tuple(told) or a.places,
        participants=(*a.participants, *more),
        counts=(*a.counts, *(c for c in b.counts if (c.what, c.best, c.low) not in counted)),
        attribution=tuple(dict.fromkeys((*a.attribution, *b.attribution))),
        background=a.background and b.background,
        confidence=max(a.confidence, b.confidence),
        evidence=(*a.evidence, *(s for s in b.evidence if s not in a.evidence)),
    )


def _as_real(a: Event, b: Event) -> bool:
    return a.reality == b.reality or {a.reality, b.reality} <= REAL


def _dated_apart(a: Event, b: Event) -> bool:
    one, other = (e.date.start if e.date else None for e in (a, b))
    return bool(one and other) and not (str(one).startswith(str(other)) or str(other).startswith(str(one)))


def _counted_apart(a: Event, b: Event) -> bool:
    """Whether one kind of count differs."""
    first, second = ({c.what: c.best for c in e.counts} for e in (a, b))
    return any(first[what] != second[what] for what in first.keys() & second.keys())


def _placed_apart(a: Iterable[Place], b: Iterable[Place]) -> bool:
    """Whether both tellings name places, and none of the one may be or hold one of the other."""
    one, other = ([p for p in places if p.by != "model:places.inherited.1"] for places in (a, b))
    return bool(one and other) and not any(_meets(p, q) for p in one for q in other)


def _meets(p: Place, q: Place) -> bool:
    if p.gazetteer_id and p.gazetteer_id == q.gazetteer_id:
        return True
    wide = p.precision == 6 or q.precision == 6
    return p.country == q.country and (wide or (p.admin1 == q.admin1 and 4 in (p.precision, q.precision)))


def _touched(event: Event, named: frozenset[str]) -> set[str]:
    """The named ones that an act befalls."""
    return {p.entity for p in event.participants if p.role in TOUCHED and p.entity in named and p.entity}


def _words(name: str) -> frozenset[str]:
    return frozenset(w for w in fold(name).split() if w not in SMALL)
