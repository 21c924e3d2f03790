"""Names: the words that stand for the speaker whom a noun mentions."""

from almenara.coding.entities import Entities, without_article
from almenara.coding.entities.lexicon import is_honorific, is_title
from almenara.coding.entities.mention import Mention
from almenara.coding.statements.lexicon import Saying, saying
from almenara.coding.statements.speakers import ACTORS, Voice
from almenara.language import Parsed, Token
from almenara.language.syntax import dependents, phrase_range
from almenara.model import Entity

MAX_NAME = 14
APPOSED = 14  # tokens within which a name follows the words of an office
STOPS = frozenset(("VERB", "AUX", "SCONJ"))
CARRIED = frozenset(("pronoun", "dropped", "it"))
MAX_ROLE = 3  # tokens of a noun that stands for somebody named before ("el funcionario federal")
DEFINITE = frozenset("the this el la este esta dicho dicha".split())
NAMED = ("person", "outlet", "organisation")


def name_range(parsed: Parsed, entities: Entities, head: int) -> tuple[int, int]:
    """Tokens of the words that name the speaker at `head`: a name in apposition before the words of an office."""
    mention = entities.mention_at(head)
    if mention is not None and not mention.generic and not is_title(parsed.tokens[mention.first], parsed.language):
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
    while first < head and (
        parsed.tokens[first].lower in ("'s", "’s", "con", "de") or parsed.tokens[first].dep in ("fixed", "case")
    ):
        first += 1
    return (
        (first, _maker_end(parsed, entities, head, last))
        if parsed.tokens[head].lemma in saying(parsed.language).documents
        else (first, last)
    )


def _maker_end(parsed: Parsed, entities: Entities, head: int, last: int) -> int:
    """The end of the name of who made a document ("a survey conducted by the institute"), or the end as it is."""
    stop = min(head + MAX_NAME, parsed.sentence_of(head).last)
    for k in range(head + 1, stop):
        mention = entities.mention_at(k)
        if parsed.tokens[k].text in (",", ".", ";", ":"):
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
    behind = _named_behind(parsed, entities, head, max(span[1], head + 1))
    titled = _is_titled(parsed, head, span[1])
    for mention in (*inside, behind):
        if mention is None or mention.kind not in NAMED or mention.generic or mention.first <= head:
            continue
        if titled or parsed.tokens[mention.first - 1].text != ",":
            return mention
    adjacent = _adjacent(parsed, entities, head + 1)
    if adjacent and adjacent.kind in ACTORS and not adjacent.generic and not dependents(parsed, adjacent.head, "case", "cc"):
        return adjacent
    return _named_before(parsed, entities, span[0])


def _adjacent(parsed: Parsed, entities: Entities, at: int) -> Mention | None:
    """The mention that begins at a token, past an article."""
    if at + 1 < len(parsed.tokens) and parsed.tokens[at].pos == "DET":
        at += 1
    mention = entities.mention_at(at) if at < len(parsed.tokens) else None
    return mention if mention and mention.first == at else None


def _named_behind(parsed: Parsed, entities: Entities, head: int, at: int) -> Mention | None:
    """The person named behind the words of an office, at once or behind a comma ("procurador general en Lima, Luis Rojas")."""
    tokens, stop = parsed.tokens, min(at + APPOSED, parsed.sentence_of(head).last)
    titled = _is_titled(parsed, head, at)
    comma = False
    for k in range(at, stop):
        token = tokens[k]
        mention = entities.mention_at(k)
        kinds = NAMED[:2] if comma else NAMED
        starts = mention is not None and mention.first == k and not mention.generic and mention.kind in kinds
        if starts and (comma or k <= at + 1):
            return mention
        if token.pos in STOPS or token.text in (":", ";") or (not titled and (token.text == "," or k > at + 1)):
            return None
        comma = token.text in (",", ")") or (comma and _is_form_of_address(parsed, token))
    return None


def _is_titled(parsed: Parsed, head: int, last: int) -> bool:
    """Whether the words of a noun phrase hold a title of office."""
    return any(is_title(parsed.tokens[k], parsed.language) for k in range(max(head - 3, 0), last))


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


def role_of(parsed: Parsed, entities: Entities, head: int) -> frozenset[str] | None:
    """The kinds of entity that a definite noun without a name may stand for, or None where it stands for itself."""
    tokens, words = parsed.tokens, saying(parsed.language)
    first, last = name_range(parsed, entities, head)
    mention = entities.mention_at(first)
    definite = any(tokens[c].lower in DEFINITE for c in parsed.children[head])
    named = (mention is not None and not mention.generic) or any(tokens[k].pos == "PROPN" for k in range(first, last))
    if not definite or named or last - first > MAX_ROLE:
        return None
    return next((kinds for nouns, kinds in words.roles if tokens[head].lower in nouns), None)


def name_of(parsed: Parsed, entities: Entities, voice: Voice) -> str:
    """The words that name the speaker, without article; a pronoun or a noun of office takes the name that it stands for."""
    if voice.head is None:
        return ""
    if voice.stands is not None:
        return _fullest(parsed, entities, voice.stands)
    return _fullest(parsed, entities, voice.head) if voice.how in CARRIED else _words_at(parsed, entities, voice.head)


def entity_of(parsed: Parsed, entities: Entities, voice: Voice) -> Entity | None:
    """The entity that speaks: the one named, the one meant, or the maker of a document."""
    head = voice.head if voice.stands is None else voice.stands
    if head is None:
        return None
    first, last = name_range(parsed, entities, head)
    return entities.at(first) or entities.at(head) or maker(parsed, entities, first, last)


def _fullest(parsed: Parsed, entities: Entities, head: int) -> str:
    """The name that says most of whom a noun mentions, where there is one."""
    first = name_range(parsed, entities, head)[0]
    entity = entities.at(first) or entities.at(head)
    return entity.name if entity is not None and entities.is_named(entity) else _words_at(parsed, entities, head)


def _words_at(parsed: Parsed, entities: Entities, head: int) -> str:
    first, last = name_range(parsed, entities, head)
    mention = entities.mention_at(first)
    return without_article(parsed.span(first, last).quote, keep=bool(mention and not mention.generic))


def is_anonymous(parsed: Parsed, head: int, words: Saying) -> bool:
    """Whether a speaker is a source without a name ("fuentes policiales", "witnesses")."""
    return parsed.tokens[head].lower in words.anonymous or parsed.tokens[head].lemma in words.anonymous
