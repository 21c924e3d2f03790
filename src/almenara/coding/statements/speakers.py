"""Who speaks: from a verb or preposition of saying to a speaker with the name that stands for it."""

from msgspec import Struct

from almenara.coding.entities import Entities, without_article
from almenara.coding.entities.lexicon import is_honorific, is_title
from almenara.coding.entities.mention import Mention
from almenara.coding.statements.lexicon import Saying, saying
from almenara.language import Parsed, Token
from almenara.language.syntax import dependents, phrase_range
from almenara.model import Entity

SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
ACTORS = frozenset(("person", "armed_group", "state_force", "government", "organisation", "outlet", "population"))
PERSONAL = frozenset("he she they él ella ellos ellas it i we you me yo nosotros nosotras ustedes usted one uno".split())
RELATIVE = frozenset("who which that quien quienes que cual cuales".split())
DEMONSTRATIVE = frozenset("this these those one este éste esta ésta aquel ese".split())
REACH = 9  # tokens behind a verb within which its inverted subject begins
MAX_NAME = 14
ARTICLES = frozenset("the this that a an el la los las un una este esta dicho dichos dichas estos estas".split())
DOCUMENTS = frozenset(
    "report survey statement statistic statistics study document data datum figure information investigation communique record"
    " informe reporte comunicado estudio documento dato datos cifra encuesta información investigación estadística análisis boletín"
    " declaración fuente source estimate email".split()
)
ANONYMOUS = saying("en").anonymous | saying("es").anonymous | DOCUMENTS
MEDIA = frozenset("newspaper agency daily website magazine diario agencia periódico revista portal cadena televisora rotativo".split())
STOPS = frozenset(("VERB", "AUX", "SCONJ"))
APPOSED = 14  # tokens within which a name follows the words of an office


class Voice(Struct, frozen=True, gc=False):
    """Who speaks: the token at its head (None: nobody found) and how it was found."""

    head: int | None
    how: str


def of_verb(parsed: Parsed, entities: Entities, i: int) -> Voice:
    """The subject of a verb of saying; a relative or a participle takes what it hangs on."""
    tokens = parsed.tokens
    own = dependents(parsed, i, *SUBJECTS)
    if not own:
        return _borrowed(parsed, entities, i)
    named = [s for s in own if _is_actor(entities, s)]
    head = (named or own)[0]
    word = tokens[head].lower
    if word in RELATIVE and tokens[head].pos != "NOUN":
        return _relative(parsed, entities, i, head)
    if word in PERSONAL or word in DEMONSTRATIVE:
        return Voice(None, "pronoun")
    if head > i and not _can_speak(parsed, entities, head) and (behind := inverted(parsed, entities, i)) is not None:
        return Voice(behind, "inverted")
    if is_bare_document(parsed, head):
        return Voice(None, "document")
    return Voice(head, "subject" if head < i else "inverted")


def is_bare_document(parsed: Parsed, head: int) -> bool:
    """Whether a subject is "the report" alone, which speaks for who made it."""
    token = parsed.tokens[head]
    below = [c for c in parsed.children[head] if parsed.tokens[c].dep not in ("det", "amod", "punct")]
    determined = any(parsed.tokens[c].lower in ARTICLES for c in parsed.children[head])
    return token.lemma in DOCUMENTS and determined and not below


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
        return Voice(None, "pronoun")
    return Voice(head, "governor") if _can_speak(parsed, entities, head) else Voice(None, "dropped")


def _can_speak(parsed: Parsed, entities: Entities, i: int) -> bool:
    """Whether a noun names or describes somebody who could say something."""
    token = parsed.tokens[i]
    return _is_actor(entities, i) or (token.pos == "PROPN" and token.text[0].isalnum()) or (token.pos == "NOUN" and token.lemma in ANONYMOUS)


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


def name_range(parsed: Parsed, entities: Entities, head: int) -> tuple[int, int]:
    """Tokens of the words that name the speaker at `head`: a name in apposition before the words of an office."""
    mention = entities.mention_at(head)
    is_person = mention is not None and mention.kind == "person" and not mention.generic
    if mention is not None and is_person and not is_title(parsed.tokens[mention.first], parsed.language):
        return mention.first, mention.last
    first, last = (mention.first, mention.last) if mention else (head, head + 1)
    if mention is None or mention.generic:
        wide = phrase_range(parsed, head)
        first, last = wide if wide[1] - wide[0] <= MAX_NAME else (first, last)
    named = _apposed(parsed, entities, head, (first, last))
    if named is not None:
        return named.first, named.last
    while last - 1 > head and parsed.tokens[last - 1].lower in ("'s", "’s", "'", "’"):
        last -= 1
    while first < head and (parsed.tokens[first].lower in ("'s", "’s", "con", "de") or parsed.tokens[first].dep in ("fixed", "case")):
        first += 1
    return (first, _maker_end(parsed, entities, head, last)) if parsed.tokens[head].lemma in DOCUMENTS else (first, last)


def _maker_end(parsed: Parsed, entities: Entities, head: int, last: int) -> int:
    """The end of the name of who made a document ("a survey conducted by the institute"), or the end as it is."""
    stop = min(head + MAX_NAME, parsed.sentence_of(head).last)
    for k in range(head + 1, stop):
        mention = entities.mention_at(k)
        if parsed.tokens[k].text in (",", ".", ";", ":") or parsed.tokens[k].lower in ("that", "que"):
            return last
        if mention is not None and mention.kind in ACTORS and not mention.generic:
            return max(last, mention.last)
    return last


def maker(parsed: Parsed, entities: Entities, first: int, last: int) -> Entity | None:
    """The actor named in the words of a document ("the report of the United Nations")."""
    found = (entities.at(k) for k in range(first, last))
    return next((e for e in found if e is not None and e.kind in ACTORS), None)


def _apposed(parsed: Parsed, entities: Entities, head: int, span: tuple[int, int]) -> Mention | None:
    """A person or outlet named inside, behind or before the words of an office ("el procurador general, Luis Rojas")."""
    inside = [entities.mention_at(k) for k in dependents(parsed, head, "appos", "flat", "compound")]
    kinds = ("person", "outlet", "organisation") if parsed.tokens[head].lemma in MEDIA else ("person", "outlet")
    behind = _named_behind(parsed, entities, head, max(span[1], head + 1))
    for mention in (*inside, behind):
        if mention and mention.kind in kinds and not mention.generic and mention.first > head:
            return mention
    adjacent = _adjacent(entities, head + 1)
    if adjacent and adjacent.kind in ACTORS and not adjacent.generic and not dependents(parsed, adjacent.head, "case", "cc"):
        return adjacent
    return _named_before(parsed, entities, span[0])


def _adjacent(entities: Entities, at: int) -> Mention | None:
    mention = entities.mention_at(at) if at < len(entities.parsed.tokens) else None
    return mention if mention and mention.first == at else None


def _named_behind(parsed: Parsed, entities: Entities, head: int, at: int) -> Mention | None:
    """The person named behind the words of an office, at once or behind a comma ("procurador general en Lima, Luis Rojas")."""
    tokens, stop = parsed.tokens, min(at + APPOSED, parsed.sentence_of(head).last)
    titled = any(is_title(tokens[k], parsed.language) for k in range(max(head - 3, 0), at))
    comma = False
    for k in range(at, stop):
        token = tokens[k]
        mention = entities.mention_at(k)
        if mention is not None and mention.first == k and not mention.generic and mention.kind in ("person", "outlet", "organisation"):
            if comma or k <= at + 1:
                return mention
        if token.pos in STOPS or token.text in (":", ";") or (not titled and (token.text == "," or k > at + 1)):
            return None
        comma = token.text in (",", ")") or (comma and _is_form_of_address(parsed, token))
    return None


def _is_form_of_address(parsed: Parsed, token: Token) -> bool:
    return is_title(token, parsed.language) or is_honorific(token, parsed.language)


def _named_before(parsed: Parsed, entities: Entities, first: int) -> Mention | None:
    """The person named just before the words that describe them ("Luis Rojas, un vecino")."""
    tokens, at = parsed.tokens, first - 1
    while at > 1 and tokens[at].pos == "DET":
        at -= 1
    mention = entities.mention_at(at - 1) if at > 1 and tokens[at].text == "," else None
    if mention is None or mention.kind != "person" or mention.generic or mention.last != at:
        return None
    verbs = saying(parsed.language).stance
    near = (tokens[k] for k in range(max(mention.first - 5, 0), mention.first))
    return mention if any(t.pos == "VERB" and t.lemma in verbs for t in near) else None


def name_of(parsed: Parsed, entities: Entities, head: int) -> str:
    """The words that name the speaker, without article."""
    first, last = name_range(parsed, entities, head)
    mention = entities.mention_at(first)
    return without_article(parsed.span(first, last).quote, keep=bool(mention and not mention.generic))


def is_anonymous(parsed: Parsed, head: int, words: Saying) -> bool:
    """Whether a speaker is a source without a name ("fuentes policiales", "witnesses")."""
    return parsed.tokens[head].lower in words.anonymous or parsed.tokens[head].lemma in words.anonymous
