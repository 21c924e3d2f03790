"""Evidence as marks in the text: each value numbered, overlapping spans cut into stretches that carry all their numbers."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from almenara.cli.formats.safe import shown
from almenara.model import Claim, Coding, Event, Figure, Forecast, Section, Span

KINDS = ("event", "trigger", "detail", "claim", "forecast", "figure")


class Mark(Struct, frozen=True):
    """One value of the record with the words it rests on. `owner` is the number of the card that holds the value."""

    number: int
    owner: int
    kind: str
    spans: tuple[Span, ...]


class Stretch(Struct, frozen=True):
    """A run of characters under the same marks; `first` are the marks whose words begin here."""

    text: str
    kinds: tuple[str, ...]
    numbers: tuple[int, ...]
    first: tuple[int, ...]
    owner: int | None


class Block(Struct, frozen=True):
    """A paragraph of one section."""

    kind: str
    stretches: tuple[Stretch, ...]


def marks_of(coding: Coding) -> dict[str, Mark]:
    """Every value of a coding that has words, by its path in the record: `v1`, `v1.date`, `v1.places.0`, `c2`."""
    marks: dict[str, Mark] = {}
    for path, owner, kind, spans in _values(coding):
        number = len(marks) + 1
        holder = marks[owner].number if owner in marks else number
        marks[path] = Mark(number, holder, kind, tuple(spans))
    return marks


def _values(coding: Coding) -> Iterator[tuple[str, str, str, Iterable[Span]]]:
    for event in coding.events:
        yield from _event(event)
    for claim in coding.claims:
        yield from _claim(claim)
    for forecast in coding.forecasts:
        yield from _forecast(forecast)
    for figure in coding.figures:
        yield from _figure(figure)


def _event(event: Event) -> Iterator[tuple[str, str, str, Iterable[Span]]]:
    yield event.id, event.id, "event", event.evidence
    if event.trigger:
        yield f"{event.id}.trigger", event.id, "trigger", (event.trigger,)
    if event.date:
        yield f"{event.id}.date", event.id, "detail", event.date.evidence
    if event.measure:
        yield f"{event.id}.measure", event.id, "detail", event.measure.evidence
    for name in ("places", "participants", "counts"):
        for index, value in enumerate(getattr(event, name)):
            yield f"{event.id}.{name}.{index}", event.id, "detail", value.evidence


def _claim(claim: Claim) -> Iterator[tuple[str, str, str, Iterable[Span]]]:
    yield claim.id, claim.id, "claim", (claim.content,)


def _forecast(forecast: Forecast) -> Iterator[tuple[str, str, str, Iterable[Span]]]:
    yield forecast.id, forecast.id, "forecast", (forecast.content,)
    if forecast.condition:
        yield f"{forecast.id}.condition", forecast.id, "forecast", (forecast.condition,)


def _figure(figure: Figure) -> Iterator[tuple[str, str, str, Iterable[Span]]]:
    yield figure.id, figure.id, "figure", figure.evidence


def blocks(text: str, sections: Iterable[Section], marks: Iterable[Mark]) -> Iterator[Block]:
    """The text paragraph by paragraph, each cut where a mark begins or ends. No character but white space is lost."""
    placed = sorted(((span, mark) for mark in marks for span in mark.spans), key=lambda pair: (pair[0].start, -pair[0].end))
    seen: set[int] = set()
    waiting = 0
    active: list[tuple[Span, Mark]] = []
    for kind, start, end in _paragraphs(text, list(sections)):
        while waiting < len(placed) and placed[waiting][0].start < end:
            active.append(placed[waiting])
            waiting += 1
        active = [pair for pair in active if pair[0].end > start]
        yield Block(kind, tuple(_stretches(text, (start, end), active, seen)))


def _paragraphs(text: str, sections: list[Section]) -> Iterator[tuple[str, int, int]]:
    """Lines that hold something, with the kind of their section; what no section claims is body or boilerplate."""
    edges = [(s.kind, s.start, s.end) for s in sections]
    rest = "boilerplate" if sections else "body"
    at = 0
    for kind, start, end in [*edges, (rest, len(text), len(text))]:
        for piece, begin, stop in ((rest, at, start), (kind, start, end)):
            yield from ((piece, a, b) for a, b in _lines(text, begin, stop))
        at = end


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if text[start:stop].strip():
            yield start, stop
        start = stop + 1


def _stretches(text: str, edges: tuple[int, int], active: list[tuple[Span, Mark]], seen: set[int]) -> Iterator[Stretch]:
    start, end = edges
    cuts = {start, end}
    for span, _ in active:
        cuts.update(at for at in (span.start, span.end) if start < at < end)
    for begin, stop in pairwise(sorted(cuts)):
        over = [(span.end - span.start, mark) for span, mark in active if span.start <= begin and span.end >= stop]
        yield _stretch(text[begin:stop], over, seen)


def _stretch(words: str, over: list[tuple[int, Mark]], seen: set[int]) -> Stretch:
    numbers = tuple(dict.fromkeys(mark.number for _, mark in over))
    first = tuple(number for number in numbers if number not in seen)
    seen.update(first)
    kinds = tuple(kind for kind in KINDS if any(mark.kind == kind for _, mark in over))
    narrowest = min(over, key=lambda pair: pair[0], default=None)
    return Stretch(shown(words), kinds, numbers, first, narrowest[1].owner if narrowest else None)
