"""Hedges: the words that make a clause a statement about what will or may come, with the clause."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from almenara.coding.entities.lexicon import fold
from almenara.coding.statements.frames import trimmed
from almenara.coding.statements.lexicon import by_first, load
from almenara.language import Parsed
from almenara.language.syntax import dependents
from almenara.model import Strength

STRENGTHS: tuple[Strength, ...] = ("unlikely", "rarely", "will_not", "likely", "may", "will")
FUTURE = re.compile(r"(?:[aei]r|dr|br|[^aeiou]r)(?:á|án|emos|é)(?:se)?$")
CONDITIONAL = re.compile(r"(?:[aei]r|dr|br|rr|sabr|habr|podr|querr|tendr|vendr|pondr|saldr|har|dir)ía(?:n|mos)?$")
PARTICIPLES = ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "sto", "cho", "rto", "ito", "elto")
NEGATIONS = frozenset(("not", "n't", "never", "no", "nunca", "jamás", "ni", "neither", "tampoco"))
DOUBTFUL: dict[Strength, Strength] = {"will": "will_not", "likely": "unlikely", "may": "may"}
AUXILIARY = ("aux", "aux:pass", "cop")
MAX_WORDS = 60
MAX_GAP = 1  # tokens between two words that make one hedge ("will most likely")


class Hedge(Struct, frozen=True, gc=False):
    """The hedge at tokens [first, last), the head of its clause, and the clause's tokens [start, end)."""

    kind: str  # modal, future, conditional, periphrasis, word, phrase
    first: int
    last: int
    strength: Strength
    head: int
    start: int
    end: int


class Words(Struct, frozen=True):
    """The hedges of one language by form, lemma and folded phrase."""

    modals: dict[str, Strength]
    words: dict[str, Strength]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    strength: dict[tuple[str, ...], Strength]


@cache
def words(language: str) -> Words:
    """The lists of a language; raises KeyError where there are none."""
    own = load("hedges")[language]
    phrases = {tuple(fold(w) for w in p.split()): s for s in STRENGTHS for p in own["phrases"].get(s, ())}
    return Words(
        modals={w: s for s in STRENGTHS for w in own["modals"].get(s, "").split()},
        words={w: s for s in STRENGTHS for w in own["words"].get(s, "").split()},
        phrases=by_first([" ".join(p) for p in phrases]),
        strength=phrases,
    )


def find(parsed: Parsed) -> list[Hedge]:
    """The hedges of a document in order, one a clause: "will" and "likely" of one verb are one."""
    by_head: dict[int, Hedge] = {}
    for hedge in _all(parsed):
        known = by_head.get(hedge.head)
        by_head[hedge.head] = hedge if known is None else _joined(known, hedge)
    return sorted(by_head.values(), key=lambda h: h.first)


def _joined(a: Hedge, b: Hedge) -> Hedge:
    """Two hedges of one clause: the surer word yields to the one that hedges more, and neighbours are read together."""
    stronger = min(a, b, key=lambda h: STRENGTHS.index(h.strength))
    beside = 0 <= b.first - a.last <= MAX_GAP
    first, last = (a.first, b.last) if beside else (stronger.first, stronger.last)
    return Hedge(stronger.kind, first, last, stronger.strength, a.head, a.start, a.end)


def _all(parsed: Parsed) -> Iterator[Hedge]:
    lists = words(parsed.language)
    for token in parsed.tokens:
        found = _modal(parsed, token.index, lists) or _verbal(parsed, token.index) or _word(parsed, token.index, lists)
        found = found or _phrase(parsed, token.index, lists)
        if found is None:
            continue
        kind, last, strength, head = found
        start, end = clause(parsed, head)
        if end - start >= 2:
            yield Hedge(kind, token.index, last, _negated(parsed, head, token.index, strength), head, start, end)


Found = tuple[str, int, Strength, int]


def _modal(parsed: Parsed, i: int, lists: Words) -> Found | None:
    token = parsed.tokens[i]
    strength = lists.modals.get(token.lower)
    if strength is None or token.pos not in ("AUX", "VERB"):
        return None
    head = token.head if token.dep in AUXILIARY or token.dep.startswith("aux") else i
    return "modal", i + 1, strength, head


def _verbal(parsed: Parsed, i: int) -> Found | None:
    """The Spanish future, conditional and "ir a"."""
    token = parsed.tokens[i]
    if parsed.language != "es" or token.pos not in ("VERB", "AUX"):
        return None
    head = token.head if token.dep in AUXILIARY else i
    if FUTURE.search(token.lower):
        return "future", i + 1, "will", head
    if CONDITIONAL.search(token.lower) and not _unconfirmed(parsed, i):
        return "conditional", i + 1, "may", head
    tokens = parsed.tokens
    if (
        token.lemma == "ir"
        and i + 2 < len(tokens)
        and tokens[i + 1].lower == "a"
        and tokens[i + 2].text.endswith(("r", "rse", "rlo", "rla", "rle", "rlos"))
    ):
        return "periphrasis", i + 2, "will", tokens[i].head if token.dep in AUXILIARY else i
    return None


def _unconfirmed(parsed: Parsed, i: int) -> bool:
    """Whether a Spanish conditional tells of the past what nobody vouches for ("habrían huido"): no word on what will come."""
    token, head = parsed.tokens[i], parsed.tokens[parsed.tokens[i].head]
    past = token.dep in AUXILIARY and head.text.lower().endswith(PARTICIPLES)
    return past and fold(token.text) in ("habria", "habrian", "habriamos")


def _word(parsed: Parsed, i: int, lists: Words) -> Found | None:
    token = parsed.tokens[i]
    strength = lists.words.get(token.lemma) or lists.words.get(token.lower)
    if strength is None or token.pos in ("PROPN", "DET"):
        return None
    qualifies = token.pos == "ADV" or token.dep == "advmod"
    return "word", i + 1, strength, token.head if qualifies else i


def _phrase(parsed: Parsed, i: int, lists: Words) -> Found | None:
    tokens = parsed.tokens
    for words_ in lists.phrases.get(fold(tokens[i].text), ()):
        last = i + len(words_)
        if last <= len(tokens) and all(fold(tokens[i + k].text) == w for k, w in enumerate(words_)):
            return "phrase", last, lists.strength[words_], _top(parsed, i, last)
    return None


def _top(parsed: Parsed, first: int, last: int) -> int:
    """The token of a phrase that governs the others."""
    heads = ((k, parsed.tokens[k].head) for k in range(first, last))
    return next((k for k, head in heads if head == k or not first <= head < last), first)


def _negated(parsed: Parsed, head: int, i: int, strength: Strength) -> Strength:
    near = (*parsed.children[head], *parsed.children[i])
    negative = any(parsed.tokens[c].lower in NEGATIONS and abs(c - i) <= 4 for c in near)
    return DOUBTFUL.get(strength, strength) if negative else strength


def clause(parsed: Parsed, head: int) -> tuple[int, int]:
    """The tokens of a clause without what is coordinated with it or stands beside it."""
    tokens, sentence = parsed.tokens, parsed.sentence_of(head)
    first, last, stack = head, head + 1, [head]
    while stack:
        at = stack.pop()
        for c in parsed.children[at]:
            dep = tokens[c].dep
            if at == head and (dep in ("parataxis", "cc", "punct", "mark") or (dep == "conj" and dependents(parsed, c, "nsubj"))):
                continue
            first, last = min(first, c), max(last, c + 1)
            stack.append(c)
    first, last = max(first, sentence.first), min(last, sentence.last, head + MAX_WORDS)
    return trimmed(parsed, max(first, head - MAX_WORDS), last)
