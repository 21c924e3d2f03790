"""Channels: the outlet or report through which somebody is quoted."""

from collections.abc import Sequence

from almenara.coding.entities import Entities
from almenara.coding.statements.frames import Frame
from almenara.coding.statements.lexicon import saying
from almenara.coding.statements.naming import name_of, name_range
from almenara.coding.statements.speakers import Voice
from almenara.language import Parsed
from almenara.language.syntax import dependents, phrase_range

HOLDERS = ("obj", "iobj", "obl", "nmod", "obl:arg", "dep")
THROUGH = frozenset("in via through on during en mediante durante por a".split())
TELLING = frozenset("tell decir declarar informar revelar".split())
REPORTING = frozenset("report informar publicar reportar difundir according_to según".split())
NEAR = 12  # tokens between a verb of saying and the means by which it is said
NO_CHANNEL = frozenset(("person", "place", "population", "armed_group"))


class Channels:
    """Finds the channels of the frames of one document."""

    def __init__(self, parsed: Parsed, entities: Entities, frames: Sequence[Frame]) -> None:
        self.parsed = parsed
        self.entities = entities
        self.words = saying(parsed.language)
        self.reporting: dict[int, list[Frame]] = {}
        for frame in frames:
            if self._reports(frame):
                self.reporting.setdefault(parsed.tokens[frame.cue].sentence, []).append(frame)

    def of(self, frame: Frame) -> str | None:
        """What a frame is told to, the document that speaks, or an outlet that reports the same sentence."""
        if self._is_outlet(frame.voice.head):
            return None
        told = None if frame.kind in ("phrase", "orphan") else self._told_to(frame) or self._by_means(frame)
        return told or self._document(frame) or self._reported(frame)

    def _is_outlet(self, i: int | None) -> bool:
        entity = self.entities.at(i) if i is not None else None
        return entity is not None and entity.kind == "outlet"

    def _reports(self, frame: Frame) -> bool:
        """Whether a frame is an outlet's word, or that of a name which closes the sentence as outlets do."""
        head = frame.voice.head
        if self._is_outlet(head):
            return True
        closing = frame.kind == "before" and frame.lemma in REPORTING and frame.voice.how in ("inverted", "subject")
        return closing and head is not None and self._may_carry(head)

    def _may_carry(self, i: int) -> bool:
        entity = self.entities.at(i)
        return self.parsed.tokens[i].pos == "PROPN" and (entity is None or entity.kind not in NO_CHANNEL)

    def _told_to(self, frame: Frame) -> str | None:
        for c in dependents(self.parsed, frame.cue, *HOLDERS):
            if frame.first <= c < frame.last or c == frame.voice.head:
                continue
            near = (c, *dependents(self.parsed, c, "compound", "flat", "appos", "nmod"))
            outlet = next((k for k in near if self._is_outlet(k)), None)
            outlet = c if outlet is None and frame.lemma in TELLING and self._may_carry(c) else outlet
            if outlet is not None:
                return name_of(self.parsed, self.entities, Voice(outlet, "channel"))
        return None

    def _by_means(self, frame: Frame) -> str | None:
        """Means of saying near the verb and outside of what is said: "in a statement", "en su cuenta de Twitter"."""
        tokens, sentence = self.parsed.tokens, self.parsed.sentence_of(frame.cue)
        for k in range(max(frame.cue - NEAR, sentence.first), min(frame.cue + NEAR, sentence.last)):
            if tokens[k].lemma not in self.words.channels or frame.first <= k < frame.last or k == frame.voice.head:
                continue
            at = tokens[k].head if not self._is_through(k) else k
            if self._is_through(at) and not frame.first <= at < frame.last:
                first, last = phrase_range(self.parsed, k)
                return self.parsed.span(min(first, k), max(last, k + 1)).quote if last - first < NEAR else tokens[k].text
        return None

    def _is_through(self, i: int) -> bool:
        return any(self.parsed.tokens[c].lower in THROUGH for c in dependents(self.parsed, i, "case"))

    def _document(self, frame: Frame) -> str | None:
        """The noun of a document whose maker speaks through it."""
        head = frame.voice.head
        if head is None or self.parsed.tokens[head].lemma not in self.words.documents:
            return None
        first, last = name_range(self.parsed, self.entities, head)
        made = any(self.entities.mention_at(k) is not None for k in range(first, last) if k != head)
        return self.parsed.span(head, head + 1).quote if made else None

    def _reported(self, frame: Frame) -> str | None:
        for other in self.reporting.get(self.parsed.tokens[frame.cue].sentence, ()):
            if other is not frame and other.first < frame.last and frame.first < other.last:
                return name_of(self.parsed, self.entities, other.voice)
        return None
