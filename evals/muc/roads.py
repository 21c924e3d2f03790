"""What the product's coding says of each token: acts by their MUC-4 name, and participants by role."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from almenara.codebook import crosswalk
from almenara.language import Parsed
from almenara.model import Event


def incident_type(event: Event) -> str | None:
    """The incident type that the codebook's crosswalk gives an event."""
    found = crosswalk(event.act, "muc4", mode=event.mode)
    return found.lower() if found else None


def roads(parsed: Parsed, events: Sequence[Event]) -> dict[int, set[str]]:
    """Marks of tokens: `act:TYPE` in the sentences of an event, `road:ROLE:TYPE` on its participants."""
    starts = [t.start for t in parsed.tokens]
    marks: defaultdict[int, set[str]] = defaultdict(set)
    for event in events:
        kind = incident_type(event) or f"({event.act})"
        state = "bg" if event.background else event.reality
        for span in event.evidence:
            for i in _tokens(starts, span.start, span.end):
                marks[i] |= {f"act:{kind}", f"act:{kind}:{state}"}
        for who in event.participants:
            for span in who.evidence:
                for i in _tokens(starts, span.start, span.end):
                    marks[i].add(f"road:{who.role}:{kind}")
    return dict(marks)


def _tokens(starts: list[int], start: int, end: int) -> Iterator[int]:
    yield from range(bisect_left(starts, start), bisect_left(starts, end))
