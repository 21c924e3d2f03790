"""Who or what may have taken part in an event: the noun phrases of its sentences and of the one before."""

from collections.abc import Iterator

from msgspec import Struct

from almenara.coding.draft import EventDraft
from almenara.coding.entities import Entities
from almenara.coding.entities.lexicon import fold, word_class
from almenara.coding.entities.mention import head_of
from almenara.coding.entities.pronouns import antecedent
from almenara.language import Parsed
from almenara.model import Entity

REACH = 3  # sentences that are looked back for a subject
MAX_WORDS = 150  # of a sentence that are looked at
PRONOUNS = frozenset(("PRON", "DET"))
NOMINAL_DEPS = frozenset("nsubj nsubj:pass obj iobj obl obl:agent nmod conj root".split())
INNER_DEPS = frozenset(("compound", "flat", "fixed", "det", "case", "nummod"))
THINGS = frozenset(("weapon", "drug", "vehicle", "money", "goods", "gunman", "victim"))
MAX_CANDIDATES = 300  # of one event; what is compared grows with the square
SKIPPED_CLASSES = frozenset(("time",))


class Occurrence(Struct, frozen=True, gc=False):
    """One place where a candidate stands: its head token and where that is.

    "in" and "more" are tellings, "prev" the sentence before, "unsaid" where the last subject stands of a clause without its own.
    """

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
    at = unsaid(parsed, draft, entities)
    entity = entities.at(at) if at is not None else None
    if entity and at is not None:
        found.setdefault(entity.id, Candidate(entity.id, entity, [])).occurrences.append(Occurrence(at, "unsaid"))
    return list(found.values())[:MAX_CANDIDATES]


def unsaid(parsed: Parsed, draft: EventDraft, entities: Entities) -> int | None:
    """Whom a verb without a subject of its own speaks of ("Fue detenido ..."): the last named subject before it, if any."""
    verb = head_of(parsed, *draft.lead.trigger) if draft.lead.trigger else None
    if verb is None or parsed.tokens[verb].pos not in ("VERB", "AUX") or _has_subject(parsed, verb):
        return None
    sentence = parsed.tokens[verb].sentence
    for index in range(sentence, max(sentence - REACH, 0) - 1, -1):
        stop = verb if index == sentence else parsed.sentences[index].last
        for i in range(stop - 1, max(parsed.sentences[index].first, stop - MAX_WORDS) - 1, -1):
            if parsed.tokens[i].dep.startswith("nsubj") and (entity := entities.at(i)) and entities.is_named(entity):
                return i
    return None


def _has_subject(parsed: Parsed, verb: int) -> bool:
    """Whether a verb, or the one that it is coordinated to or completes, has a subject beside it."""
    while True:
        token = parsed.tokens[verb]
        if any(parsed.tokens[c].dep.startswith(("nsubj", "csubj")) for c in parsed.children[verb]):
            return True
        if token.dep not in ("conj", "xcomp") or token.head == verb:
            return token.dep in ("acl", "acl:relcl", "amod")  # what it is said of governs it
        verb = token.head


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
