"""Who and what is named."""

from typing import Literal

from almenara.model.base import Confidence, Value
from almenara.model.span import Span

EntityKind = Literal["person", "armed_group", "state_force", "government", "organisation", "outlet", "population", "place"]


class Office(Value, frozen=True, kw_only=True):
    """An office held by a person, with the dates for which the text vouches."""

    title: str
    body: str | None = None
    since: str | None = None
    until: str | None = None
    evidence: tuple[Span, ...]


class Entity(Value, frozen=True, kw_only=True):
    """One person, body, group, population or place of a document, under the name that says most."""

    id: str
    kind: EntityKind
    name: str
    mentions: tuple[Span, ...]
    offices: tuple[Office, ...] = ()
    by: str = ""
    confidence: Confidence = 0.5
