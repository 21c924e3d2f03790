"""Texts to entities, as the pipeline makes them."""

from almenara import language
from almenara.coding import entities
from almenara.coding.entities import Entities
from almenara.language import Parsed
from almenara.model import Document, Entity, Span


def parse(text: str, code: str) -> Parsed:
    """The parse of a text of one language."""
    return language.load(code).parse(Document(id="x", text=text, language=code))  # type: ignore[arg-type]


def cast(text: str, code: str, *places: str) -> Entities:
    """The entities of a text; `places` are words of it that a gazetteer would have resolved."""
    spans = [span for place in places if (span := Span.find(text, place))]
    return entities.find(parse(text, code), spans)


def named(text: str, code: str, name: str) -> Entity:
    """The one entity of a name."""
    found = cast(text, code).all
    matching = [e for e in found if e.name == name]
    assert 1 == len(matching), [(e.kind, e.name) for e in found]
    return matching[0]


def quotes(entity: Entity) -> list[str]:
    """The words of an entity's mentions."""
    return [m.quote for m in entity.mentions]
