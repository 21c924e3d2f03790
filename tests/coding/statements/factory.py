"""Texts to claims and forecasts, as the pipeline makes them."""

from almenara import language
from almenara.coding import entities
from almenara.coding.statements import claims, forecasts
from almenara.language import Parsed
from almenara.model import Claim, Document, Forecast

PUBLISHED = "2021-06-10"


def parse(text: str, code: str) -> Parsed:
    """The parse of a text of one language."""
    return language.load(code).parse(Document(id="x", text=text, language=code, published=PUBLISHED))  # type: ignore[arg-type]


def said(text: str, code: str, *, threshold: float | None = None) -> list[Claim]:
    """The claims of a text."""
    parsed = parse(text, code)
    return claims(parsed, entities.find(parsed), threshold=threshold)


def foreseen(text: str, code: str, *, threshold: float | None = None) -> list[Forecast]:
    """The forecasts of a text."""
    parsed = parse(text, code)
    return forecasts(parsed, claims(parsed, entities.find(parsed)), threshold=threshold)


def only(text: str, code: str) -> Claim:
    """The one claim that the rules see in a text, whatever its probability."""
    found = said(text, code, threshold=0.0)
    assert 1 == len(found), [(c.speaker.name, c.content.quote) for c in found]
    return found[0]
