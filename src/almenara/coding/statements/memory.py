"""Who spoke last in a document: what pronouns, unsaid subjects and nouns of office stand for."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from almenara.coding.entities import Entities
from almenara.coding.statements.frames import Frame
from almenara.coding.statements.lexicon import saying
from almenara.coding.statements.naming import name_range, role_of
from almenara.coding.statements.speakers import ACTORS, Voice
from almenara.language import Parsed

REMEMBERED = 8  # sentences within which a pronoun finds who it stands for
RECENT = 20  # speakers looked through
BACK = 3  # sentences in which a name is looked for that has not spoken
ASIDE = frozenset(("relative", "modifier"))
BODIES = frozenset(("armed_group", "state_force", "government", "organisation", "outlet"))


class Spoken(Struct, frozen=True, gc=False):
    """A speaker that was heard: in which sentence, whose voice, its kind, whether by name and whether they are several."""

    sentence: int
    voice: Voice
    kind: str
    named: bool
    several: bool


class Memory:
    """Who spoke last in a document."""

    def __init__(self, parsed: Parsed, entities: Entities) -> None:
        self.parsed = parsed
        self.entities = entities
        self.spoke: list[Spoken] = []  # the last behind
        self.said_until = 0  # the end of what the last speaker says; who is quoted inside it is not the one who goes on
        self.made: list[Spoken] = []  # makers of the documents that were cited

    def keep(self, frame: Frame) -> None:
        """Remember a speaker that acts; one that is no known actor only where the words of saying are plain."""
        head = frame.voice.head
        if head is None or frame.kind == "orphan" or frame.voice.how in ASIDE or frame.cue < self.said_until:
            return
        if frame.kind != "object":
            self.said_until = max(self.said_until, frame.last)
        first, last = name_range(self.parsed, self.entities, head)
        sentence = self.parsed.tokens[frame.cue].sentence
        if self.parsed.tokens[head].lemma in saying(self.parsed.language).documents:
            self._keep_maker(first, last, sentence)
        entity = self.entities.at(first) or self.entities.at(head)
        kind = entity.kind if entity is not None else "person"
        if kind not in ACTORS or (entity is None and not self._is_somebody(head)):
            return
        mention = self.entities.mention_at(first) or self.entities.mention_at(head)
        named = mention is not None and not mention.generic
        self.spoke.append(Spoken(sentence, frame.voice, kind, named, not named and self._is_plural(head)))

    def _keep_maker(self, first: int, last: int, sentence: int) -> None:
        for k in range(first, last):
            mention = self.entities.mention_at(k)
            if mention and mention.kind in ACTORS and not mention.generic:
                self.made.append(Spoken(sentence, Voice(mention.head, "maker"), mention.kind, True, False))
                return

    def _is_somebody(self, i: int) -> bool:
        words, form = saying(self.parsed.language), self.parsed.tokens[i].lower
        return form in words.anonymous or any(form in nouns for nouns, _ in words.roles)

    def _is_plural(self, i: int) -> bool:
        token = self.parsed.tokens[i]
        return token.tag.startswith("NNS") or (self.parsed.language == "es" and token.lower.endswith("s"))

    def recall(self, frame: Frame) -> Voice:
        """The voice that a pronoun or an unsaid subject stands for: the last person, else the last body, who spoke."""
        how = frame.voice.how
        found = self._recalled(frame, self.parsed.tokens[frame.cue].sentence)
        return Voice(found.head, how, found.stands) if found is not None else Voice(self._subject_before(frame), how)

    def _recalled(self, frame: Frame, sentence: int) -> Voice | None:
        if frame.voice.how == "it" and (body := self._last(self.spoke, sentence, lambda s: s.kind in BODIES)):
            return body
        if frame.voice.how == "pronoun" and (beside := self._person_before(frame)) is not None:
            return Voice(beside, "pronoun")
        several = self._says_several(frame)
        return (
            self._last(self.spoke, sentence, lambda s: s.several == several and (several or s.kind == "person"))
            or self._last(self.spoke, sentence, lambda s: s.kind == "person")
            or self._last(self.spoke, sentence, lambda s: s.kind != "outlet")
            or self._last(self.spoke, sentence)
        )

    def _says_several(self, frame: Frame) -> bool:
        """Whether a Spanish verb without a subject, or "they", speaks of several."""
        form = self.parsed.tokens[frame.cue].lower
        if self.parsed.language == "es" and frame.voice.how == "dropped" and frame.kind != "phrase":
            return form.endswith("n")
        return any(self.parsed.tokens[c].lower == "they" for c in self.parsed.children[frame.cue])

    def meant(self, frame: Frame, head: int) -> int | None:
        """Whom a definite noun without a name means ("the official", "el organismo"): the last of its sort who was named."""
        sentence = self.parsed.tokens[frame.cue].sentence
        if frame.voice.how == "document":
            maker = self._last(self.made, sentence) or self._last(self.spoke, sentence, lambda s: s.named and s.kind in BODIES)
            return maker.head if maker is not None else None
        kinds = role_of(self.parsed, self.entities, head)
        if kinds is None:
            return None
        told = self._last(self.spoke, sentence, lambda s: s.named and s.kind in kinds)
        meant = [s for s in self.spoke[-RECENT:] if s.voice.stands is not None]
        told = told or self._last(meant, sentence, lambda s: s.kind in kinds)
        if told is not None:
            return told.stands if told.stands is not None else told.head
        return self._named_before(self.parsed.sentence_of(head).first, kinds)

    def _named_before(self, stop: int, kinds: frozenset[str]) -> int | None:
        """The last name of some kinds in the sentences before."""
        start = self.parsed.sentences[max(self.parsed.tokens[stop].sentence - BACK, 0)].first
        for k in range(stop - 1, start - 1, -1):
            mention = self.entities.mention_at(k)
            if mention and not mention.generic and mention.kind in kinds:
                return mention.head
        return None

    def _last(self, spoke: Sequence[Spoken], sentence: int, fits: Callable[[Spoken], bool] = lambda _: True) -> Voice | None:
        for one in reversed(spoke):
            if sentence - one.sentence > REMEMBERED:
                return None
            if fits(one):
                return one.voice
        return None

    def _person_before(self, frame: Frame) -> int | None:
        """The person named last in the pronoun's own sentence."""
        for k in range(frame.cue - 1, self.parsed.sentence_of(frame.cue).first - 1, -1):
            mention = self.entities.mention_at(k)
            if mention and mention.kind == "person" and not mention.generic and not frame.first <= k < frame.last:
                return mention.head
        return None

    def _subject_before(self, frame: Frame) -> int | None:
        """The last actor that was a subject in this sentence or the two before."""
        start = self.parsed.sentences[max(self.parsed.tokens[frame.cue].sentence - 2, 0)].first
        for k in range(frame.cue - 1, start - 1, -1):
            entity = self.entities.at(k)
            if entity and entity.kind in ACTORS and self.parsed.tokens[k].dep.startswith("nsubj"):
                return k
        return None
