"""Which values of a coding are right: those that the scorer gives to one of the gold's."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from almenara.scoring import agree
from almenara.scoring.assign import match

Item = Mapping[str, Any]
HANGING = {"place": agree.places, "participant": agree.participants, "count": agree.counts}
LISTS = {"place": "places", "participant": "participants", "count": "counts"}
ALONE = {"claim": ("claims", agree.claim), "forecast": ("forecasts", agree.forecast), "figure": ("figures", agree.figure)}


def rights(coding: Item, gold: Item) -> Iterator[tuple[str, tuple[int, ...], bool]]:
    """(kind, where it stands, whether it is right) of every value.

    Where: (event,), (event, number in its list) for what hangs on an event (0 for its date), (number,) for the others. What
    hangs on a false event is false; a date is right as the scorer has it, and one without a start is no date.
    """
    partner = dict(match(coding["events"], gold["events"], agree.strict))
    for i, event in enumerate(coding["events"]):
        real = gold["events"][partner[i]] if i in partner else None
        yield "event", (i,), real is not None
        if (event.get("date") or {}).get("start"):
            yield "date", (i, 0), real is not None and agree.same_date(event, real)
        for kind, pick in HANGING.items():
            mine = pick(event)
            hits = {j for j, _ in match(mine, pick(real), agree.argument)} if real is not None else set()
            yield from ((kind, (i, j), j in hits) for j in range(len(mine)))
    for kind, (name, rule) in ALONE.items():
        hits = {j for j, _ in match(coding[name], gold[name], rule)}
        yield from ((kind, (j,), j in hits) for j in range(len(coding[name])))


def value_at(coding: Item, kind: str, where: Sequence[int]) -> Item:
    """The value that `rights` speaks of."""
    if kind in ALONE:
        found: Item = coding[ALONE[kind][0]][where[0]]
        return found
    event: Item = coding["events"][where[0]]
    if kind in LISTS:
        return dict(event[LISTS[kind]][where[1]])
    return event if kind == "event" else dict(event["date"])
