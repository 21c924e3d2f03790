"""Offices: the title before a name ("Defense Minister Ana Ruiz") or behind it ("Ana Ruiz, the vice president of ...")."""

from typing import TYPE_CHECKING

from msgspec import Struct

from almenara.coding.entities.lexicon import is_title
from almenara.coding.entities.mention import Mention
from almenara.language import Parsed
from almenara.model import Span

if TYPE_CHECKING:
    from almenara.coding.entities.index import Entities

MAX_WORDS = 14
INNER = frozenset(("ADJ", "NOUN", "PROPN", "ADP", "DET", "CCONJ", "X", "PART", "VERB"))
ORDINALS = frozenset("primer primera segundo segunda ex".split())
RANKS = frozenset("prime vice deputy first acting former interim then".split())
STOP_WORDS = frozenset("said dijo told que who which".split())


class OfficeWords(Struct, frozen=True, gc=False):
    """Tokens [first, last) that state an office; `title` is the token of its title."""

    first: int
    last: int
    title: int


def office_words(parsed: Parsed, mention: Mention) -> OfficeWords | None:
    """The office that stands before a mention of a person, else the one behind it."""
    return next(iter(all_offices(parsed, mention)), None)


def all_offices(parsed: Parsed, mention: Mention) -> list[OfficeWords]:
    """The offices before and behind a mention of a person ("Congresswoman Ana Ruiz, head of the Green Party")."""
    return [words for words in (_before(parsed, mention.first), _behind(parsed, mention.last)) if words]


def _before(parsed: Parsed, end: int) -> OfficeWords | None:
    """Titles just before a name: everything back to an article, a verb or punctuation."""
    start = parsed.sentence_of(end).first
    at, title, tokens = end - 1, -1, parsed.tokens
    while at >= start and tokens[at].text.isspace():  # a no-break space is a token of its own
        at -= 1
    if at >= start and tokens[at].text == ",":
        at -= 1
    last = at + 1
    while at >= start and end - at <= MAX_WORDS:
        token = tokens[at]
        if is_title(token, parsed.language):
            title = at
        if not _belongs(parsed, at, title):
            break
        at -= 1
    first = at + 1
    if title < 0:
        return None
    if parsed.language == "es":
        first = title - 1 if title > start and tokens[title - 1].lower in ORDINALS else title
    return _trim(parsed, OfficeWords(first, last, title))


def _belongs(parsed: Parsed, at: int, title: int) -> bool:
    """Whether a token can stand inside an office: Spanish ones run "ministro de Defensa", English "Defense Minister"."""
    token = parsed.tokens[at]
    if token.pos not in INNER or token.lower in STOP_WORDS or token.text == ",":
        return False
    if parsed.language == "en":
        return token.pos in ("ADJ", "NOUN", "PROPN", "PART", "X") and (title < 0 or token.lower not in ("the", "a", "an"))
    return title < 0 and token.pos != "VERB"


def _behind(parsed: Parsed, start: int) -> OfficeWords | None:
    """An apposition behind a comma: from its article to the next comma, verb or full stop."""
    tokens = parsed.tokens
    if start + 1 >= len(tokens) or tokens[start].text != "," or tokens[start].sentence != tokens[start - 1].sentence:
        return None
    stop = min(parsed.sentence_of(start).last, start + 1 + MAX_WORDS)
    first = start + 2 if tokens[start + 1].pos == "DET" else start + 1
    at, title = first, -1
    while at < stop and tokens[at].pos in INNER | {"PUNCT"} and tokens[at].text not in (",", ".", ";", ")", "(", ":"):
        if title < 0 and is_title(tokens[at], parsed.language):
            title = at
        if tokens[at].pos == "VERB" or tokens[at].lower in STOP_WORDS or (title < 0 and at - first > 4):
            break
        at += 1
    return _trim(parsed, OfficeWords(first, at, title)) if title >= 0 and at > title else None


def _trim(parsed: Parsed, words: OfficeWords) -> OfficeWords:
    tokens, first, last = parsed.tokens, words.first, words.last
    while first < words.title and tokens[first].pos in ("ADP", "DET", "PUNCT", "PART", "CCONJ"):
        first += 1
    while last - 1 > words.title and tokens[last - 1].pos in ("ADP", "DET", "PUNCT", "PART", "CCONJ"):
        last -= 1
    return OfficeWords(first, last, words.title)


def body_of(parsed: Parsed, words: OfficeWords) -> Span | None:
    """What the office is of: behind "of/de" after the title, else what stands before an English title."""
    tokens = parsed.tokens
    for at in range(words.title + 1, words.last - 1):
        if tokens[at].lower in ("of", "de", "del"):
            article = tokens[at + 1].pos == "DET" and tokens[at + 1].text.islower() and at + 2 < words.last
            first = at + 2 if article else at + 1
            return parsed.span(first, words.last)
    if words.first == words.title or parsed.language != "en" or tokens[words.first].lower in RANKS:
        return None
    return parsed.span(words.first, words.title)


def office_of(parsed: Parsed, entities: "Entities", token: int) -> str | None:
    """The words of the office that the person at a token holds, as a substring of the text."""
    words = entities.office_at(token)
    return parsed.span(words.first, words.last).quote if words else None
