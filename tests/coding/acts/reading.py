"""Codes short texts for the tests of acts."""

from almenara import language
from almenara.coding.acts import events
from almenara.coding.draft import EventDraft
from almenara.language import Parsed
from almenara.model import Document, Language


def parse(text: str, lang: Language, published: str | None = "2024-05-10") -> Parsed:
    """The parse of an invented article."""
    return language.load(lang).parse(Document(id="0" * 64, text=text, language=lang, published=published))


def drafts(text: str, lang: Language) -> list[EventDraft]:
    """The events of an invented article."""
    return events(parse(text, lang))


def acts(text: str, lang: Language) -> set[str]:
    """The acts of an invented article."""
    return {draft.act for draft in drafts(text, lang)}


def of(act: str, text: str, lang: Language) -> list[EventDraft]:
    """The events of one act."""
    return [draft for draft in drafts(text, lang) if draft.act == act]
