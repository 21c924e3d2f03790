"""What we say of one document (CODEBOOK, section 1)."""

from collections.abc import Iterator
from typing import Any, Literal

from msgspec import Struct, structs

from almenara.model.base import Confidence, Value
from almenara.model.document import Document
from almenara.model.entity import Entity
from almenara.model.event import Event
from almenara.model.span import Span
from almenara.model.statement import Claim, Figure, Forecast

TopicCode = Literal[
    "drug_trafficking", "corruption", "state_response", "violence", "economic_crime", "environmental_crime", "smuggling"
]


class Topic(Value, frozen=True, kw_only=True):
    """A subject of the whole document with the score of the model `by`."""

    code: TopicCode
    score: Confidence
    by: str = ""


class Note(Value, frozen=True, kw_only=True):
    """Something a reader of the record should know: what was not found, not resolved or lost."""

    code: str
    text: str


class Coding(Value, frozen=True, kw_only=True):
    """One document and everything coded from it; building one with a quote that the text does not hold raises ValueError."""

    almenara: Literal[1] = 1
    document: Document
    topics: tuple[Topic, ...] = ()
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    figures: tuple[Figure, ...] = ()
    notes: tuple[Note, ...] = ()

    def __post_init__(self) -> None:
        text = self.document.text
        for span in self.spans():
            if text[span.start : span.end] != span.quote:
                raise ValueError(f"the text does not say so at {span.start}:{span.end}")

    def spans(self) -> Iterator[Span]:
        """Every span that some value rests on."""
        for part in (self.entities, self.events, self.claims, self.forecasts, self.figures):
            yield from _spans(part)


class Refusal(Value, frozen=True, kw_only=True):
    """Why one input was not coded: the `source` as named by the user, a code from the docs, a reason in words."""

    source: str
    code: str
    reason: str


def _spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
    elif isinstance(value, Struct):
        for item in structs.astuple(value):
            yield from _spans(item)
