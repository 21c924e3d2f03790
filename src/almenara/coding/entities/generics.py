"""Descriptions that act: "unidentified gunmen", "Peruvian soldiers", "policías", "campesinos"."""

from almenara.coding.entities.lexicon import kind_of_class, word_class
from almenara.coding.entities.mention import Mention
from almenara.coding.entities.namekinds import is_civil
from almenara.language import Parsed, Token
from almenara.language.syntax import phrase_range
from almenara.model import EntityKind

NOMINAL_DEPS = frozenset("nsubj nsubj:pass obj iobj obl obl:agent nmod appos conj root nmod:poss obl:arg".split())
TRAILING = frozenset(("ADV", "ADP", "PUNCT", "DET", "CCONJ", "SCONJ", "PRON"))
STATES = frozenset(("state", "estado"))
GENITIVES = frozenset(("'s", "’s", "'", "’"))
QUALIFYING = frozenset(("amod", "nmod", "compound", "acl", "flat", "nummod"))


def generics(parsed: Parsed, covered: bytearray) -> list[Mention]:
    """Noun phrases that describe actors, outside the tokens already `covered` by names."""
    out = []
    for token in parsed.tokens:
        kind = None if covered[token.index] else _kind(parsed, token)
        if kind:
            first, last = _bounds(parsed, token.index, covered)
            out.append(Mention(first, last, token.index, kind, generic=True))
    return out


def _kind(parsed: Parsed, token: Token) -> EntityKind | None:
    nominal = token.pos == "NOUN" or (token.dep in NOMINAL_DEPS and token.pos in ("PROPN", "ADJ"))
    if not nominal or token.dep in ("compound", "amod", "nmod:poss", "flat"):
        return None
    name = word_class(token, parsed.language)
    if name == "band" and not any(parsed.tokens[c].dep in QUALIFYING for c in parsed.children[token.index]):
        return None
    if name == "band" and is_civil(parsed, token.index):
        return "organisation"
    if name == "state" and token.lower in STATES and any(parsed.tokens[c].dep == "nmod" for c in parsed.children[token.index]):
        return None  # "state of emergency", "estado de Sinaloa"
    return kind_of_class(name, parsed.language)


def _bounds(parsed: Parsed, i: int, covered: bytearray) -> tuple[int, int]:
    """The bare phrase, cut where a name begins that is an entity of its own."""
    first, last = phrase_range(parsed, i, complements=False)
    while first < i and parsed.tokens[first].dep in ("nummod", "det") and parsed.tokens[first].pos != "ADJ":
        first += 1
    stop = next((k for k in range(i + 1, last) if covered[k]), last)
    start = next((k + 1 for k in range(i - 1, first - 1, -1) if covered[k]), first)
    start = _with_owner(parsed, start, i)
    while stop - 1 > i and parsed.tokens[stop - 1].pos in TRAILING:
        stop -= 1
    return start, stop


def _with_owner(parsed: Parsed, start: int, i: int) -> int:
    """Behind a genitive the name before it belongs to the description: "Peru's government"."""
    if start < i and parsed.tokens[start].lower in GENITIVES:
        owners = [c for c in parsed.children[i] if parsed.tokens[c].dep == "nmod:poss" and c < start]
        return phrase_range(parsed, owners[0], complements=False)[0] if owners else start + 1
    return start
