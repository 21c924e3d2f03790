"""Channels: the outlet or report through which somebody is quoted."""

from collections.abc import Sequence

from almenara.coding.entities import Entities
from almenara.coding.statements.frames import Frame
from almenara.coding.statements.lexicon import Saying, saying
from almenara.coding.statements.naming import name_of
from almenara.coding.statements.speakers import Voice
from almenara.language import Parsed
from almenara.language.syntax import dependents, phrase_range

HOLDERS = ("obj", "iobj", "obl", "nmod", "obl:arg", "dep")


def channels(parsed: Parsed, entities: Entities, frames: Sequence[Frame]) -> dict[Frame, str]:
    """The channel of each frame that has one: what it is told to, else an outlet that reports the same sentence."""
    words = saying(parsed.language)
    reporting: dict[int, list[Frame]] = {}
    for frame in frames:
        if is_outlet(entities, frame.voice.head):
            reporting.setdefault(parsed.tokens[frame.cue].sentence, []).append(frame)
    out = {}
    for frame in frames:
        found = _told_to(parsed, entities, frame, words) or _reported(parsed, entities, frame, reporting)
        if found:
            out[frame] = found
    return out


def is_outlet(entities: Entities, i: int | None) -> bool:
    """Whether a token names a news outlet."""
    entity = entities.at(i) if i is not None else None
    return entity is not None and entity.kind == "outlet"


def _told_to(parsed: Parsed, entities: Entities, frame: Frame, words: Saying) -> str | None:
    if frame.kind in ("phrase", "orphan"):
        return None
    for c in dependents(parsed, frame.cue, *HOLDERS):
        if frame.first <= c < frame.last or c == frame.voice.head:
            continue
        outlet = next(
            (k for k in (c, *dependents(parsed, c, "compound", "flat", "appos", "nmod")) if is_outlet(entities, k)), None
        )
        if outlet is not None:
            return name_of(parsed, entities, Voice(outlet, "channel"))
        if parsed.tokens[c].lemma in words.channels and dependents(parsed, c, "case"):
            return parsed.span(*phrase_range(parsed, c)).quote
    return None


def _reported(parsed: Parsed, entities: Entities, frame: Frame, reporting: dict[int, list[Frame]]) -> str | None:
    for other in reporting.get(parsed.tokens[frame.cue].sentence, ()):
        if other.voice.head is None or is_outlet(entities, frame.voice.head) or other is frame:
            continue
        if other.first < frame.last and frame.first < other.last:
            return name_of(parsed, entities, other.voice)
    return None
