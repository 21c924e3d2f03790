"""Claims: who says what, where a coder would keep it (CODEBOOK 3)."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from almenara.coding.entities import Entities, office_of
from almenara.coding.entities.mention import Mention
from almenara.coding.entities.offices import office_words
from almenara.coding.statements import model
from almenara.coding.statements.channels import Channels
from almenara.coding.statements.features import View
from almenara.coding.statements.frames import Frame
from almenara.coding.statements.gather import gather
from almenara.coding.statements.lexicon import saying
from almenara.coding.statements.naming import entity_of, is_anonymous, name_of, name_range
from almenara.coding.statements.quotes import Quote, inside
from almenara.coding.statements.speakers import Voice
from almenara.coding.statements.stances import stance_of
from almenara.language import Parsed
from almenara.model import Claim, Span, Speaker

MOSTLY = 0.7  # share of what is said that stands between marks where it is direct speech


class Judged(Struct, frozen=True):
    """A frame with the probability that a coder would keep it."""

    frame: Frame
    probability: float


def claims(parsed: Parsed, entities: Entities, *, threshold: float | None = None) -> list[Claim]:
    """The claims of a document in order, ids c1, c2...; raises KeyError for a language without word lists."""
    frames, quotes = gather(parsed, entities)
    trained = model.shipped("claims")
    limit = trained.thresholds[parsed.language] if threshold is None else threshold
    told = View(parsed, entities, saying(parsed.language), frames, quotes)
    judged = [Judged(f, trained.probability(model.buckets(told.features(f)))) for f in frames]
    kept = distinct(parsed, entities, [j for j in judged if j.probability >= limit])
    build = _Builder(parsed, entities, quotes, Channels(parsed, entities, frames))
    return [build.claim(f"c{n}", judged) for n, judged in enumerate(kept, 1)]


def distinct(parsed: Parsed, entities: Entities, judged: Iterable[Judged]) -> list[Judged]:
    """The likeliest of those that give one speaker the same words, in order of the text."""
    kept: list[Judged] = []
    by_sentence: dict[int, list[Frame]] = {}
    for one in sorted(judged, key=lambda j: -j.probability):
        touched = range(parsed.tokens[one.frame.first].sentence, parsed.tokens[one.frame.last - 1].sentence + 1)
        if not any(_same(parsed, entities, one.frame, other) for s in touched for other in by_sentence.get(s, ())):
            kept.append(one)
            for s in touched:
                by_sentence.setdefault(s, []).append(one.frame)
    return sorted(kept, key=lambda j: (j.frame.cue, j.frame.first))


def _same(parsed: Parsed, entities: Entities, a: Frame, b: Frame) -> bool:
    shared = min(a.last, b.last) - max(a.first, b.first)
    if 2 * shared <= min(a.last - a.first, b.last - b.first):
        return False
    return _who(parsed, entities, a) == _who(parsed, entities, b)


def _who(parsed: Parsed, entities: Entities, frame: Frame) -> str:
    entity = entity_of(parsed, entities, frame.voice)
    return entity.id if entity else str(frame.voice.head)


class _Builder:
    """Turns frames of one document into claims."""

    def __init__(self, parsed: Parsed, entities: Entities, quotes: Sequence[Quote], channels: Channels) -> None:
        self.parsed = parsed
        self.entities = entities
        self.quotes = quotes
        self.channels = channels

    def claim(self, name: str, judged: Judged) -> Claim:
        """One claim under an id."""
        frame, parsed = judged.frame, self.parsed
        head = frame.voice.head or 0
        return Claim(
            id=name,
            speaker=self._speaker(frame.voice),
            channel=self.channels.of(frame),
            verb=parsed.span(frame.cue, frame.cue_last).quote,
            stance=stance_of(parsed, frame),
            content=parsed.span(frame.first, frame.last),
            direct=self._is_direct(frame),
            anonymous=is_anonymous(parsed, head, saying(parsed.language)),
            evidence=(self._evidence(frame),),
            by=f"rule:claim.{frame.kind}.{parsed.language}",
            confidence=round(judged.probability, 3),
        )

    def _speaker(self, voice: Voice) -> Speaker:
        entity = entity_of(self.parsed, self.entities, voice)
        head = voice.stands if voice.stands is not None else voice.head or 0
        first = name_range(self.parsed, self.entities, head)[0]
        at = first if self.entities.at(first) else head
        return Speaker(
            name=name_of(self.parsed, self.entities, voice),
            entity=entity.id if entity else None,
            office=self._office(at) if entity and entity.kind == "person" else None,
        )

    def _office(self, at: int) -> str | None:
        """The office of the person at a token; a no-break space between title and name is a token of its own."""
        mention = self.entities.mention_at(at)
        known = office_of(self.parsed, self.entities, at)
        if known or mention is None or mention.first == 0 or self.parsed.tokens[mention.first - 1].pos != "SPACE":
            return known
        found = office_words(self.parsed, Mention(mention.first - 1, mention.last, mention.head, mention.kind))
        return self.parsed.span(found.first, found.last).quote if found else None

    def _is_direct(self, frame: Frame) -> bool:
        return inside(self.quotes, frame.first, frame.last) >= MOSTLY * (frame.last - frame.first)

    def _evidence(self, frame: Frame) -> Span:
        """The sentence of the cue, and what is said where it runs over several."""
        sentence = self.parsed.sentence_of(frame.cue)
        content = self.parsed.span(frame.first, frame.last)
        return Span.of(self.parsed.text, min(sentence.start, content.start), max(sentence.end, content.end))
