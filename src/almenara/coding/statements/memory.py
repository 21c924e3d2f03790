"""Who spoke last in a document: what pronouns, unsaid subjects and nouns of office stand for."""

from msgspec import Struct

from almenara.coding.entities import Entities
from almenara.coding.statements.frames import Frame
from almenara.coding.statements.lexicon import saying
from almenara.coding.statements.naming import name_range, role_of
from almenara.coding.statements.speakers import ACTORS
from almenara.language import Parsed

REMEMBERED = 8  # sentences within which a pronoun finds who it stands for
BACK = 3  # sentences in which a name is looked for that has not spoken


class Spoken(Struct, frozen=True, gc=False):
    """A speaker that was heard: in which sentence, the token at its head, its kind, and whether by name."""

    sentence: int
    head: int
    kind: str
    named: bool


class Memory:
    """Who spoke last in a document."""

    def __init__(self, parsed: Parsed, entities: Entities) -> None:
        self.parsed = parsed
        self.entities = entities
        self.spoke: list[Spoken] = []  # the last behind
        self.made: list[Spoken] = []  # makers of the documents that were cited

    def keep(self, frame: Frame) -> None:
        """Remember a speaker that is an actor."""
        head = frame.voice.head
        if head is None or frame.kind == "orphan":
            return
        first, last = name_range(self.parsed, self.entities, head)
        if self.parsed.tokens[head].lemma in saying(self.parsed.language).documents:
            self._keep_maker(first, last)
        entity = self.entities.at(first) or self.entities.at(head)
        if entity is not None and entity.kind in ACTORS:
            mention = self.entities.mention_at(first) or self.entities.mention_at(head)
            named = mention is not None and not mention.generic
            self.spoke.append(Spoken(self.parsed.tokens[frame.cue].sentence, head, entity.kind, named))

    def _keep_maker(self, first: int, last: int) -> None:
        for k in range(first, last):
            mention = self.entities.mention_at(k)
            if mention and mention.kind in ACTORS and not mention.generic:
                self.made.append(Spoken(self.parsed.tokens[k].sentence, mention.head, mention.kind, True))
                return

    def recall(self, frame: Frame) -> int | None:
        """The speaker that a pronoun or an unsaid subject stands for: the last person, else the last body, who spoke."""
        sentence = self.parsed.tokens[frame.cue].sentence
        if frame.voice.how in ("document", "it"):
            bodies = self._last([s for s in self.spoke if s.kind not in ("person", "population")], sentence)
            made = self._last(self.made, sentence)
            found = (made if made is not None else bodies) if frame.voice.how == "document" else bodies
            if found is not None:
                return found
        if frame.voice.how == "pronoun" and (beside := self._person_before(frame)) is not None:
            return beside
        named = [s for s in self.spoke if s.kind == "person" and s.named]
        found = self._last(named, sentence) or self._last([s for s in self.spoke if s.kind == "person"], sentence)
        found = found or self._last([s for s in self.spoke if s.kind != "outlet"], sentence) or self._last(self.spoke, sentence)
        return found or self._subject_before(frame, sentence)

    def meant(self, frame: Frame, head: int) -> int | None:
        """Whom a definite noun without a name means ("the official", "el organismo"): the last of its sort who was named."""
        kind = role_of(self.parsed, self.entities, head)
        if kind is None:
            return None
        sentence = self.parsed.tokens[frame.cue].sentence
        told = self._last([s for s in self.spoke if s.named and s.kind in kind], sentence)
        return told if told is not None else self._named_before(self.parsed.sentence_of(head).first, kind)

    def _named_before(self, stop: int, kinds: frozenset[str]) -> int | None:
        """The last name of some kinds in the sentences before."""
        start = self.parsed.sentences[max(self.parsed.tokens[stop].sentence - BACK, 0)].first
        for k in range(stop - 1, start - 1, -1):
            mention = self.entities.mention_at(k)
            if mention and not mention.generic and mention.kind in kinds:
                return mention.head
        return None

    def _last(self, spoke: list[Spoken], sentence: int) -> int | None:
        return spoke[-1].head if spoke and sentence - spoke[-1].sentence <= REMEMBERED else None

    def _person_before(self, frame: Frame) -> int | None:
        """The person named last in the pronoun's own sentence."""
        for k in range(frame.cue - 1, self.parsed.sentence_of(frame.cue).first - 1, -1):
            mention = self.entities.mention_at(k)
            if mention and mention.kind == "person" and not mention.generic and not frame.first <= k < frame.last:
                return mention.head
        return None

    def _subject_before(self, frame: Frame, sentence: int) -> int | None:
        start = self.parsed.sentences[max(sentence - 2, 0)].first
        for k in range(frame.cue - 1, start - 1, -1):
            entity = self.entities.at(k)
            if entity and entity.kind in ACTORS and self.parsed.tokens[k].dep.startswith("nsubj"):
                return k
        return None
