"""Who or what may have taken part in an event: the noun phrases of its sentences and of the one before."""

from collections.abc import Iterator

from msgspec import Struct

from almenara.coding.draft import EventDraft
from almenara.coding.entities import Entities
from almenara.coding.entities.lexicon import fold, word_class
from almenara.language import Parsed

NOMINAL_DEPS = frozenset("nsubj nsubj:pass obj iobj obl obl:agent nmod conj root".split())
INNER_DEPS = frozenset(("compound", "flat", "fixed", "det", "case", "nummod"))
THINGS = frozenset(("weapon", "drug", "vehicle", "money", "goods", "gunman", "victim"))
SKIPPED_CLASSES = frozenset(("time",))


class Occurrence(Struct, frozen=True, gc=False):
    """One place where a candidate stands: its head token and where that is ("in" the telling, "prev" the sentence before)."""

    token: int
    where: str


class Candidate(Struct, gc=False):
    """A noun phrase, or an entity with all its mentions around the event."""

    key: str
    occurrences: list[Occurrence]


def heads(parsed: Parsed, entities: Entities, sentence: int) -> list[int]:
    """Heads of the noun phrases of a sentence that can be participants."""
    span = parsed.sentences[sentence]
    return [i for i in range(span.first, span.last) if _is_head(parsed, entities, i)]


def _is_head(parsed: Parsed, entities: Entities, i: int) -> bool:
    mention = entities.mention_at(i)
    if mention is not None:
        return mention.head == i
    token = parsed.tokens[i]
    if len(token.text) < 2 or token.dep in INNER_DEPS:
        return token.dep == "compound" and token.pos in ("NOUN", "PROPN") and word_class(token, parsed.language) is not None
    if token.pos in ("NOUN", "PROPN"):
        return word_class(token, parsed.language) not in SKIPPED_CLASSES
    if token.pos in ("ADJ", "X", "ADV", "INTJ") and word_class(token, parsed.language) in THINGS:
        return True  # the Spanish parser takes many a thing in a list for an adjective
    return token.pos in ("ADJ", "NUM") and token.dep in NOMINAL_DEPS and not token.text.isdigit()


def gather(parsed: Parsed, draft: EventDraft, entities: Entities, cache: dict[int, list[int]]) -> list[Candidate]:
    """The candidates of an event; `cache` keeps the heads of each sentence for the document."""
    found: dict[str, Candidate] = {}
    for sentence, where in _sentences(parsed, draft):
        if sentence not in cache:
            cache[sentence] = heads(parsed, entities, sentence)
        for i in cache[sentence]:
            key = key_of(parsed, entities, i)
            candidate = found.setdefault(key, Candidate(key, []))
            candidate.occurrences.append(Occurrence(i, where))
    return list(found.values())


def key_of(parsed: Parsed, entities: Entities, i: int) -> str:
    """What makes two phrases one candidate: their entity, else their head's lemma."""
    at = i
    if parsed.tokens[i].dep == "appos":
        at = parsed.tokens[i].head
        entity = entities.at(i)
        if entity and entities.is_named(entity):
            return entity.id
    entity = entities.at(at)
    if entity is None and at != i:
        entity = entities.at(i)
    return entity.id if entity else fold(parsed.tokens[at].lemma)


def _sentences(parsed: Parsed, draft: EventDraft) -> Iterator[tuple[int, str]]:
    """Sentences to look in with where they stand to the event: its own, the title, the one before the lead."""
    own = draft.sentences
    for number, sentence in enumerate(own):
        yield sentence, "in" if number == 0 else "more"
    before = own[0] - 1
    if before >= 0 and before not in own:
        yield before, "prev"
