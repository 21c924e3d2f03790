"""All frames of saying of a document, each with a speaker where one can be found."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from almenara.coding.entities import Entities
from almenara.coding.statements import phrases, quotes, verbs
from almenara.coding.statements.frames import Frame
from almenara.coding.statements.lexicon import Saying, saying
from almenara.coding.statements.naming import name_range
from almenara.coding.statements.speakers import ACTORS, Voice
from almenara.language import Parsed, Sentence

REMEMBERED = 8  # sentences within which a pronoun finds who it stands for


def gather(parsed: Parsed, entities: Entities) -> tuple[list[Frame], list[quotes.Quote]]:
    """Frames in order of the text, speakers carried on, and the quotes of the document."""
    words, quoted = saying(parsed.language), quotes.find(parsed)
    found: list[Frame] = []
    for sentence in parsed.sentences:
        found += _of_sentence(parsed, entities, words, sentence, quoted)
    found += phrases.orphans(quoted, found)
    found.sort(key=lambda f: (f.cue, f.first))
    return carry(parsed, entities, found), quoted


def _of_sentence(
    parsed: Parsed, entities: Entities, words: Saying, sentence: Sentence, quoted: list[quotes.Quote]
) -> Iterator[Frame]:
    cues = verbs.cues_of(parsed, sentence, words)
    marked = phrases.cue_phrases(parsed, sentence, words.phrases) + phrases.as_phrases(parsed, sentence, cues)
    near = [q for q in quoted if q.first < sentence.last and q.last > sentence.first - 3]
    scene = verbs.Scene(parsed, entities, words, sentence, near, cues, [first for first, _ in marked])
    taken = {last + k for _, last in marked for k in (0, 1, 2)}
    yield from phrases.frames(scene, marked)
    yield from (f for f in verbs.frames(scene) if f.cue not in taken)
    yield from phrases.nouns(scene)


def carry(parsed: Parsed, entities: Entities, frames: list[Frame]) -> list[Frame]:
    """Give frames whose speaker is a pronoun or unsaid the one who spoke, or acted as a subject, last."""
    out: list[Frame] = []
    memory = Memory(parsed, entities)
    for found in frames:
        silent = found.voice.head is None
        frame = replace(found, voice=Voice(memory.recall(found), found.voice.how)) if silent else found
        if frame.voice.head is not None:
            memory.keep(frame)
            out.append(frame)
    return out


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

    def keep(self, frame: Frame) -> None:
        """Remember a speaker that is an actor."""
        head = frame.voice.head
        if head is None or frame.kind == "orphan":
            return
        first = name_range(self.parsed, self.entities, head)[0]
        entity = self.entities.at(first) or self.entities.at(head)
        if entity is not None and entity.kind in ACTORS:
            mention = self.entities.mention_at(first) or self.entities.mention_at(head)
            named = mention is not None and not mention.generic
            self.spoke.append(Spoken(self.parsed.tokens[frame.cue].sentence, head, entity.kind, named))

    def recall(self, frame: Frame) -> int | None:
        """The speaker that a pronoun or an unsaid subject stands for: the last person, else the last body, who spoke."""
        sentence = self.parsed.tokens[frame.cue].sentence
        if frame.voice.how == "document":
            return self._last([s for s in self.spoke if s.kind != "person"], sentence)
        if frame.voice.how == "pronoun" and (beside := self._person_before(frame)) is not None:
            return beside
        named = [s for s in self.spoke if s.kind == "person" and s.named]
        found = self._last(named, sentence) or self._last([s for s in self.spoke if s.kind == "person"], sentence)
        found = found or self._last([s for s in self.spoke if s.kind != "outlet"], sentence) or self._last(self.spoke, sentence)
        return found or self._subject_before(frame, sentence)

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
