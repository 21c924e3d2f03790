"""Tellings of an act put together: which of them are one event."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from almenara.coding.acts.model import Limits

COMPARED = 3


class Group(Struct):
    """Sentences that tell one event, the surest first; `score` is the probability that it is told and new."""

    sentences: list[int]
    score: float


def group(told: Sequence[tuple[int, float]], alike: Callable[[int, int], float], limits: Limits) -> list[Group]:
    """The events of one act.

    `told` holds (sentence, probability), `alike` gives the probability that two sentences (the earlier first) tell one event.
    The surest tellings found events; another founds its own where it is likely told and unlikely one of those.
    """
    out: list[Group] = []
    for sentence, chance in sorted((t for t in told if t[1] >= limits.telling), key=lambda t: (-t[1], t[0])):
        links = [max(alike(min(sentence, s), max(sentence, s)) for s in g.sentences[:COMPARED]) for g in out]
        best = max(links, default=0.0)
        if chance * (1 - best) >= limits.event:
            out.append(Group([sentence], chance * (1 - best)))
        elif best >= limits.join:
            out[links.index(best)].sentences.append(sentence)
    return out
