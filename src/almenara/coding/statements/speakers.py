"""Who speaks: from a verb or preposition of saying to a speaker with the name that stands for it."""

from msgspec import Struct

from almenara.coding.entities import Entities
from almenara.coding.statements.lexicon import saying
from almenara.language import Parsed
from almenara.language.syntax import dependents

SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
ACTORS = frozenset(("person", "armed_group", "state_force", "government", "organisation", "outlet", "population"))
PERSONAL = frozenset("he she they él ella ellos ellas it i we you me yo nosotros nosotras ustedes usted one uno".split())
BARE = frozenset(("det", "amod", "punct", "case", "fixed", "mark", "cc", "advmod"))
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X"))
NEUTER = frozenset(("it", "this", "that"))
RELATIVE = frozenset("who which that quien quienes que cual cuales".split())
DEMONSTRATIVE = frozenset("this these those one este éste esta ésta aquel ese".split())
COMMAS = frozenset((",", '"', "”", "»"))
VERBS = frozenset(("VERB", "AUX", "SCONJ"))
BESIDE = 4  # tokens within which a complement of a noun lies
REACH = 9  # tokens behind a verb within which its inverted subject begins
ARTICLES = frozenset("the this that a an el la los las un una este esta dicho dichos dichas estos estas".split())


class Voice(Struct, frozen=True, gc=False):
    """Who speaks: the token at its head (None: nobody found), how it was found, and the name that a noun stands for."""

    head: int | None
    how: str
    stands: int | None = None


def of_verb(parsed: Parsed, entities: Entities, i: int) -> Voice:
    """The subject of a verb of saying; a relative or a participle takes what it hangs on."""
    tokens = parsed.tokens
    own = [s for s in dependents(parsed, i, *SUBJECTS) if tokens[s].pos in NOMINAL]
    if not own:
        beside = just_before(parsed, entities, i)
        return _borrowed(parsed, entities, i) if beside is None else Voice(beside, "beside verb")
    named = [s for s in own if _is_actor(entities, s)]
    head = (named or own)[0]
    word = tokens[head].lower
    if word in RELATIVE and tokens[head].pos != "NOUN":
        return _relative(parsed, entities, i, head)
    if word in PERSONAL or word in DEMONSTRATIVE:
        return Voice(None, "it" if word in NEUTER else "pronoun")
    if head > i and not _can_speak(parsed, entities, head) and (behind := inverted(parsed, entities, i)) is not None:
        return Voice(behind, "inverted")
    if is_bare_document(parsed, head):
        return Voice(head, "document")
    return Voice(head, "subject" if head < i else "inverted")


def is_bare_document(parsed: Parsed, head: int) -> bool:
    """Whether a subject is "the report" alone, which speaks for who made it."""
    token = parsed.tokens[head]
    below = [c for c in parsed.children[head] if parsed.tokens[c].dep not in BARE and abs(c - head) <= BESIDE]
    determined = any(parsed.tokens[c].lower in ARTICLES for c in parsed.children[head])
    return token.lemma in saying(parsed.language).documents and determined and not below


def just_before(parsed: Parsed, entities: Entities, i: int) -> int | None:
    """The name just before a verb whose subject the parser missed ("Luis Rojas -- the mayor -- said")."""
    start = parsed.sentence_of(i).first
    k = i - 1
    while k >= start and (parsed.tokens[k].pos in ("AUX", "ADV", "PART")):
        k -= 1
    mention = entities.mention_at(k) if k >= start else None
    if mention is None or mention.kind not in ACTORS or mention.last != k + 1:
        return None
    return None if dependents(parsed, mention.head, "case") else mention.head


def closing(parsed: Parsed, i: int) -> int | None:
    """The name behind a verb that closes its sentence, whatever the parser takes it for (", reported La Tarde.")."""
    tokens, last = parsed.tokens, parsed.sentence_of(i).last
    if i == 0 or tokens[i - 1].text not in COMMAS or last - i > REACH or any(tokens[k].pos in VERBS for k in range(i + 1, last)):
        return None
    first = next((k for k in range(i + 1, min(last, i + 3)) if tokens[k].pos == "PROPN"), None)
    while first is not None and tokens[first].dep in ("compound", "det") and first < tokens[first].head < last:
        first = tokens[first].head
    return first


def _borrowed(parsed: Parsed, entities: Entities, i: int) -> Voice:
    """The subject of a verb that has none of its own: inverted, of its governor, or dropped."""
    behind = inverted(parsed, entities, i)
    if behind is not None:
        return Voice(behind, "inverted")
    token = parsed.tokens[i]
    at, steps = i, 0
    while token.head != at and steps < 3 and token.dep in ("conj", "xcomp", "advcl", "acl", "acl:relcl", "ccomp", "parataxis"):
        governor = token.head
        if token.dep in ("acl", "acl:relcl"):
            return Voice(governor, "modifier") if _can_speak(parsed, entities, governor) else Voice(None, "dropped")
        own = dependents(parsed, governor, *SUBJECTS)
        if own:
            return _of_governor(parsed, entities, governor, own[0])
        at, token, steps = governor, parsed.tokens[governor], steps + 1
    return Voice(None, "dropped")


def _of_governor(parsed: Parsed, entities: Entities, governor: int, head: int) -> Voice:
    word = parsed.tokens[head].lower
    if word in RELATIVE and parsed.tokens[head].pos != "NOUN":
        return _relative(parsed, entities, governor, head)
    if word in PERSONAL or word in DEMONSTRATIVE:
        return Voice(None, "it" if word in NEUTER else "pronoun")
    return Voice(head, "governor") if _can_speak(parsed, entities, head) else Voice(None, "dropped")


def _can_speak(parsed: Parsed, entities: Entities, i: int) -> bool:
    """Whether a noun names or describes somebody who could say something."""
    token = parsed.tokens[i]
    return (
        _is_actor(entities, i)
        or (token.pos == "PROPN" and token.text[0].isalnum())
        or (token.pos == "NOUN" and token.lemma in saying(parsed.language).describing)
    )


def inverted(parsed: Parsed, entities: Entities, i: int) -> int | None:
    """The noun just behind a verb that acts, where the parser saw no subject ("informó este lunes el ministro")."""
    tokens, stop = parsed.tokens, min(parsed.sentence_of(i).last, i + REACH)
    for k in range(i + 1, stop):
        token = tokens[k]
        if token.pos in ("VERB", "SCONJ") or token.text in (":", ";", "“", '"', "«") or token.lower in ("que", "that"):
            return None
        if token.pos in ("NOUN", "PROPN") and _is_actor(entities, k):
            mention = entities.mention_at(k)
            head = mention.head if mention else k
            if not dependents(parsed, head, "case"):
                return head
    return None


def _is_actor(entities: Entities, i: int) -> bool:
    entity = entities.at(i)
    return entity is not None and entity.kind in ACTORS


def _relative(parsed: Parsed, entities: Entities, verb: int, pronoun: int) -> Voice:
    head = _antecedent(parsed, entities, verb, pronoun)
    return Voice(head, "relative") if head is not None and _can_speak(parsed, entities, head) else Voice(None, "dropped")


def _antecedent(parsed: Parsed, entities: Entities, verb: int, pronoun: int) -> int | None:
    """What a relative clause hangs on, or else the last actor named before the pronoun."""
    token = parsed.tokens[verb]
    if token.dep.startswith("acl") and token.head < pronoun:
        governor = token.head
        names = [c for c in dependents(parsed, governor, "appos", "flat") if c < pronoun and _is_actor(entities, c)]
        return names[-1] if names else governor
    start = parsed.sentence_of(verb).first
    return next((k for k in range(pronoun - 1, start - 1, -1) if _is_actor(entities, k)), None)
