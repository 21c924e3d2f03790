"""Who speaks: from a verb or preposition of saying to a speaker with the name that stands for it."""

from msgspec import Struct

from almenara.coding.entities import Entities, without_article
from almenara.coding.entities.lexicon import is_honorific, is_title
from almenara.coding.entities.mention import Mention
from almenara.coding.statements.lexicon import Saying
from almenara.language import Parsed
from almenara.language.syntax import dependents, phrase_range
from almenara.model import Entity

SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
ACTORS = frozenset(("person", "armed_group", "state_force", "government", "organisation", "outlet", "population"))
PERSONAL = frozenset("he she they él ella ellos ellas it i we you me yo nosotros nosotras ustedes usted one uno".split())
RELATIVE = frozenset("who which that quien quienes que cual cuales".split())
DEMONSTRATIVE = frozenset("this these those one este éste esta ésta aquel ese".split())
REACH = 9  # tokens behind a verb within which its inverted subject begins
MAX_NAME = 14
DOCUMENTS = frozenset(
    "report survey statement statistic statistics study document data datum figure information investigation communique record"
    " informe reporte comunicado estudio documento dato datos cifra encuesta información investigación estadística análisis boletín"
    " declaración fuente source estimate email".split()
)
MEDIA = frozenset("newspaper agency daily website magazine diario agencia periódico revista portal cadena televisora rotativo".split())
APPOSED = 9  # tokens within which a name follows the words of an office


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
        return Voice(_antecedent(parsed, entities, i, head), "relative")
    if word in PERSONAL or word in DEMONSTRATIVE:
        return Voice(None, "pronoun")
    if _is_bare_document(parsed, head):
        return Voice(None, "document")
    return Voice(head, "subject" if head < i else "inverted")


def _is_bare_document(parsed: Parsed, head: int) -> bool:
    """Whether a subject is "the report" alone, which speaks for who made it."""
    token = parsed.tokens[head]
    below = [c for c in parsed.children[head] if parsed.tokens[c].dep not in ("det", "amod", "punct")]
    definite = any(parsed.tokens[c].lower in ("the", "this", "el", "la", "este", "esta") for c in parsed.children[head])
    return token.lemma in DOCUMENTS and definite and not below


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
            return Voice(governor, "modifier") if parsed.tokens[governor].pos in ("NOUN", "PROPN") else Voice(None, "dropped")
        own = dependents(parsed, governor, *SUBJECTS)
        if own:
            return _of_governor(parsed, entities, governor, own[0])
        at, token, steps = governor, parsed.tokens[governor], steps + 1
    return Voice(None, "dropped")


def _of_governor(parsed: Parsed, entities: Entities, governor: int, head: int) -> Voice:
    word = parsed.tokens[head].lower
    if word in RELATIVE and parsed.tokens[head].pos != "NOUN":
        return Voice(_antecedent(parsed, entities, governor, head), "relative")
    if word in PERSONAL or word in DEMONSTRATIVE:
        return Voice(None, "pronoun")
    return Voice(head, "governor")


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
    named = _apposed(parsed, entities, head, max(last, head + 1))
    if named is not None:
        return named.first, named.last
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
        if mention is not None and mention.kind in ACTORS:
            return max(last, mention.last)
    return last


def maker(parsed: Parsed, entities: Entities, first: int, last: int) -> Entity | None:
    """The actor named in the words of a document ("the report of the United Nations")."""
    found = (entities.at(k) for k in range(first, last))
    return next((e for e in found if e is not None and e.kind in ACTORS), None)


def _apposed(parsed: Parsed, entities: Entities, head: int, last: int) -> Mention | None:
    """A person or outlet named inside or just behind the words of an office ("el procurador general, Luis Rojas")."""
    inside = (entities.mention_at(k) for k in dependents(parsed, head, "appos", "flat", "compound"))
    kinds = ("person", "outlet", "organisation") if parsed.tokens[head].lemma in MEDIA else ("person", "outlet")
    for mention in (*inside, _named_behind(parsed, entities, last), _named_behind(parsed, entities, head + 1)):
        if mention and mention.kind in kinds and not mention.generic and mention.last > head and mention.first > head:
            return mention
    return None


def _named_behind(parsed: Parsed, entities: Entities, at: int) -> Mention | None:
    """The mention that begins at a token, behind brackets, a comma and words of office."""
    tokens, stop = parsed.tokens, min(at + APPOSED, len(parsed.tokens))
    while at < stop:
        token = tokens[at]
        mention = entities.mention_at(at)
        if token.text == "(":
            at = next((k + 1 for k in range(at, stop) if tokens[k].text == ")"), stop)
        elif mention is not None and mention.first == at and not mention.generic:
            return mention
        elif token.text == "," or is_title(token, parsed.language) or is_honorific(token, parsed.language):
            at += 1
        else:
            return None
    return None


def name_of(parsed: Parsed, entities: Entities, head: int) -> str:
    """The words that name the speaker, without article."""
    first, last = name_range(parsed, entities, head)
    mention = entities.mention_at(first)
    return without_article(parsed.span(first, last).quote, keep=bool(mention and not mention.generic))


def is_anonymous(parsed: Parsed, head: int, words: Saying) -> bool:
    """Whether a speaker is a source without a name ("fuentes policiales", "witnesses")."""
    return parsed.tokens[head].lower in words.anonymous or parsed.tokens[head].lemma in words.anonymous
