"""Texts to participants: an event is told by a word of the text."""

from almenara.coding import entities, roles
from almenara.coding.draft import ActMention, EventDraft
from almenara.coding.entities import Entities
from almenara.language import Parsed
from almenara.model import Participant
from tests.coding.entities.factory import parse


def drafted(parsed: Parsed, act: str, word: str | None) -> EventDraft:
    """An event whose trigger is the first token `word` of the text; without a word, one told by the first sentence."""
    at = next((t.index for t in parsed.tokens if t.text == word), None)
    sentence = parsed.tokens[at].sentence if at is not None else 0
    mention = ActMention(act, sentence, None if at is None else (at, at + 1), 0.9, "test")
    return EventDraft(act, (mention,), "occurred", background=False, score=0.9)


def scene(text: str, code: str, act: str, word: str | None = None) -> tuple[Parsed, EventDraft, Entities]:
    """What the functions of roles take."""
    parsed = parse(text, code)
    return parsed, drafted(parsed, act, word), entities.find(parsed)


def who(text: str, code: str, act: str, word: str | None = None, *, threshold: float | None = None) -> list[Participant]:
    """The participants of the event."""
    return roles.participants(*scene(text, code, act, word), threshold=threshold)


def pairs(found: list[Participant]) -> set[tuple[str, str]]:
    """Roles and names."""
    return {(p.role, p.name) for p in found}
