"""Who or what may have taken part in an event: the noun phrases of its sentences and of the one before."""

from collections.abc import Iterator

from msgspec import Struct

from almenara.coding.draft import EventDraft
from almenara.coding.entities import Entities
from almenara.coding.entities.lexicon import fold, word_class
from almenara.coding.entities.pronouns import antecedent
from almenara.language import Parsed
from almenara.model import Entity

PRONOUNS = frozenset(("PRON", "DET"))
NOMINAL_DEPS = frozenset("nsubj nsubj:pass obj iobj obl obl:agent nmod conj root".split())
INNER_DEPS = frozenset(("compound", "flat", "fixed", "det", "case", "nummod"))
THINGS = frozenset(("weapon", "drug", "vehicle", "money", "goods", "gunman", "victim"))
MAX_CANDIDATES = 300  # of one event; what is compared grows with the square
SKIPPED_CLASSES = frozenset(("time",))


class Occurrence(Struct, frozen=True, gc=False):
    """One place where a candidate stands: its head token and where that is ("in" the telling, "prev" the sentence before)."""

    token: int
    where: str


class Candidate(Struct, gc=False):
    """A noun phrase, or an entity with all its mentions around the event."""

    key: str
    entity: Entity | None
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
    if token.pos in PRONOUNS:
        return antecedent(entities, i) is not None
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
            entity = entity_of(parsed, entities, i)
            key = entity.id if entity else fold(parsed.tokens[_described(parsed, i)].lemma)
            candidate = found.setdefault(key, Candidate(key, entity, []))
            candidate.occurrences.append(Occurrence(i, where))
    return list(found.values())[:MAX_CANDIDATES]


def entity_of(parsed: Parsed, entities: Entities, i: int) -> Entity | None:
    """The entity that a head stands for: whom a pronoun means, what an apposition names or describes."""
    if parsed.tokens[i].pos in PRONOUNS:
        return antecedent(entities, i)
    titled = _titled(entities, i)
    if titled:
        return titled
    own, at = entities.at(i) or antecedent(entities, i), _described(parsed, i)
    if at == i or (own and entities.is_named(own)):
        return own
    return entities.at(at) or own


def _titled(entities: Entities, i: int) -> Entity | None:
    """The person whose title a description is ("presidenta Rosa Quiroga")."""
    title = entities.mention_at(i)
    if title is None or not title.generic or title.kind != "person" or title.last >= len(entities.parsed.tokens):
        return None
    name = entities.mention_at(title.last)
    return entities.at(title.last) if name and name.kind == "person" and not name.generic else None


def _described(parsed: Parsed, i: int) -> int:
    """The word that an apposition stands beside, else the word itself."""
    return parsed.tokens[i].head if parsed.tokens[i].dep == "appos" else i


def _sentences(parsed: Parsed, draft: EventDraft) -> Iterator[tuple[int, str]]:
    """Sentences to look in with where they stand to the event: its own, the title, the one before the lead."""
    own = draft.sentences
    for number, sentence in enumerate(own):
        yield sentence, "in" if number == 0 else "more"
    before = own[0] - 1
    if before >= 0 and before not in own:
        yield before, "prev"
