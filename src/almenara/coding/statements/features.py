"""What the model is told of a frame that may be a claim."""

from collections.abc import Sequence

from almenara.coding.entities import Entities
from almenara.coding.statements.frames import Frame
from almenara.coding.statements.lexicon import Saying
from almenara.coding.statements.naming import is_anonymous, name_range
from almenara.coding.statements.quotes import Quote, inside
from almenara.language import Parsed

SIZES = (2, 4, 7, 12, 20, 35, 60)
MODALS = frozenset("would could might may should must can podría podrían debería haya habría".split())


class View:
    """A document's frames with what stands around each."""

    def __init__(
        self, parsed: Parsed, entities: Entities, words: Saying, frames: Sequence[Frame], quotes: Sequence[Quote]
    ) -> None:
        self.parsed = parsed
        self.entities = entities
        self.words = words
        self.quotes = quotes
        self.by_sentence: dict[int, list[Frame]] = {}
        for frame in frames:
            self.by_sentence.setdefault(parsed.tokens[frame.cue].sentence, []).append(frame)

    def features(self, frame: Frame) -> set[str]:
        """Names of what is true of a frame, those that differ by language with it."""
        language, kind, how = self.parsed.language, frame.kind, frame.voice.how
        shared = {f"kind={kind}", f"how={how}", f"kind={kind} how={how}", f"stance={frame.stance} {kind}", *self._content(frame)}
        shared |= {*self._speaker(frame), *self._around(frame)}
        own = {f"{language} lemma={frame.lemma}", f"{language} lemma={frame.lemma} {kind}", f"{language} {kind} {how}"}
        return {"bias", f"lang={language}", *shared, *own, *self._cue(frame)}

    def _cue(self, frame: Frame) -> set[str]:
        parsed, token = self.parsed, self.parsed.tokens[frame.cue]
        sentence = parsed.sentence_of(frame.cue)
        below = {
            parsed.tokens[c].lower
            for c in parsed.children[frame.cue]
            if parsed.tokens[c].dep.startswith(("aux", "advmod", "mark"))
        }
        out = {f"dep={token.dep}", f"tag={token.tag[:6]}", f"section={sentence.section}", f"pos={token.pos}"}
        out |= {f"{parsed.language} below={w}" for w in below}
        if below & MODALS:
            out.add("modal")
        if inside(self.quotes, frame.cue, frame.cue + 1) and frame.kind != "orphan":
            out.add("cue quoted")
        out.add(f"sentence={min(sentence.index, 3)}")
        return out

    def _content(self, frame: Frame) -> set[str]:
        tokens, size = self.parsed.tokens, frame.last - frame.first
        quoted = inside(self.quotes, frame.first, frame.last)
        first = tokens[frame.first]
        verbs = any(tokens[k].pos in ("VERB", "AUX") for k in range(frame.first, frame.last))
        return {
            f"size={sum(size > s for s in SIZES)} {frame.kind}",
            f"size={sum(size > s for s in SIZES)}",
            f"first={first.pos} {frame.kind}",
            f"{self.parsed.language} word={first.lower} {frame.kind}",
            f"quoted={int(4 * quoted / size)} {frame.kind}",
            f"verb={verbs} {frame.kind}",
        }

    def _speaker(self, frame: Frame) -> set[str]:
        head, parsed = frame.voice.head or 0, self.parsed
        token = parsed.tokens[head]
        first, last = name_range(parsed, self.entities, head)
        entity = self.entities.at(first) or self.entities.at(head)
        mention = self.entities.mention_at(first) or self.entities.mention_at(head)
        kind = entity.kind if entity else "none"
        named = "name" if mention and not mention.generic else "generic" if mention else token.pos
        carried = parsed.tokens[frame.cue].sentence - token.sentence
        return {
            f"who={kind} {named}", f"who={kind} {frame.kind}", f"who={kind} {named} {frame.voice.how}",
            f"{parsed.language} who={token.lemma}" if named != "name" else "who named",
            f"carried={max(min(carried, 4), -1)} {frame.voice.how}", f"width={min(last - first, 6)}",
            f"anonymous={is_anonymous(parsed, head, self.words)}",
            f"stands={frame.voice.stands is not None}",
            f"inside={frame.first <= head < frame.last}",
        }  # fmt: skip

    def _around(self, frame: Frame) -> set[str]:
        out = set()
        others = [f for f in self.by_sentence[self.parsed.tokens[frame.cue].sentence] if f is not frame]
        for other in others:
            if other.first < frame.last and frame.first < other.last:
                out.add(f"over={other.kind} {frame.kind}")
            if frame.first <= other.cue < frame.last:
                out.add(f"holds={other.kind}")
            if other.first <= frame.cue < other.last:
                out.add(f"held={other.kind} {frame.kind}")
        out.add(f"others={min(len(others), 3)}")
        return out
