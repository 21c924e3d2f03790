"""The vocabulary as frozen values: what was read, and what we say of it."""

from almenara.model.base import Confidence, Country, Edtf, Value
from almenara.model.coding import Coding, Note, Refusal, Topic, TopicCode
from almenara.model.document import CODED_SECTIONS, Document, Language, Section, SectionKind
from almenara.model.entity import Entity, EntityKind, Office
from almenara.model.errors import AlmenaraError, Refused, Unavailable
from almenara.model.event import (
    Count,
    DatePrecision,
    Event,
    EventDate,
    Measure,
    MeasureState,
    Participant,
    Place,
    PlaceRole,
    Reality,
    Role,
)
from almenara.model.span import Span, tidy
from almenara.model.statement import (
    Change,
    Claim,
    Figure,
    FigurePlace,
    Forecast,
    Hedge,
    Speaker,
    Stance,
    Strength,
)

__all__ = [
    "CODED_SECTIONS", "AlmenaraError", "Change", "Claim", "Coding", "Confidence", "Count", "Country", "DatePrecision",
    "Document", "Edtf", "Entity", "EntityKind", "Event", "EventDate", "Figure", "FigurePlace", "Forecast", "Hedge",
    "Language", "Measure", "MeasureState", "Note", "Office", "Participant", "Place", "PlaceRole", "Reality", "Refusal",
    "Refused", "Role", "Section", "SectionKind", "Span", "Speaker", "Stance", "Strength", "Topic", "TopicCode",
    "Unavailable", "Value", "tidy",
]  # fmt: skip
