"""Spans of a sentence that may fill a slot: runs of nouns and what modifies them, with one phrase behind a preposition."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from almenara.language import Parsed, Sentence, Token

ARTICLES = frozenset({"a", "an", "the"})
HEADS = frozenset({"NOUN", "PROPN"})
STARTS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB", "DET"})
INSIDE = STARTS | {"PART", "X"}
GLUE = frozenset({"-", "'", "'s", "--", '"'})
JOINTS = frozenset({"of", "in", "at", "from", "de", "del", "with", "for", "against"})
LONGEST = 9
PUNCTUATION = re.compile(r"[^\w\s]|_")


class Candidate(NamedTuple):
    """Tokens [first, last) of one sentence; `joint` is the token of the preposition inside, or -1."""

    first: int
    last: int
    joint: int


def key(text: str) -> str:
    """A phrase as strings are compared: lower case, without punctuation and articles."""
    return " ".join(w for w in PUNCTUATION.sub("", text.lower()).split() if w not in ARTICLES)


def candidates(parsed: Parsed, sentence: Sentence) -> Iterator[Candidate]:
    """Every candidate of a sentence, in order of its first token."""
    runs = list(_runs(parsed, sentence))
    stops = dict(runs)
    tokens = parsed.tokens
    for first, last in runs:
        for start in range(first, last):
            if tokens[start].pos in STARTS and tokens[start].lower not in ARTICLES:
                yield from (Candidate(start, end, -1) for end in _ends(tokens, start, min(last, start + LONGEST)))
                yield from _joined(tokens, start, last, stops)


def _joined(tokens: Sequence[Token], start: int, last: int, stops: dict[int, int]) -> Iterator[Candidate]:
    """A run from `start` to its end, with the run behind a preposition ("office of the mayor")."""
    if last >= len(tokens) or tokens[last].lower not in JOINTS or not _is_end(tokens, last - 1):
        return
    after = last + 1
    while after < len(tokens) and tokens[after].lower in ARTICLES:
        after += 1
    if after in stops:
        yield from (Candidate(start, end, last) for end in _ends(tokens, after, min(stops[after], start + LONGEST + 1)))


def _runs(parsed: Parsed, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Longest runs [first, last) of words that can stand in a noun phrase."""
    first = None
    for i in range(sentence.first, sentence.last + 1):
        if i < sentence.last and _inside(parsed.tokens[i]):
            first = i if first is None else first
        elif first is not None:
            yield first, i
            first = None


def _inside(token: Token) -> bool:
    return token.lower not in ARTICLES and (token.pos in INSIDE or token.lower in GLUE)


def _ends(tokens: Sequence[Token], start: int, stop: int) -> Iterator[int]:
    """Where a candidate from `start` may end, exclusive."""
    return (end for end in range(start + 1, stop + 1) if _is_end(tokens, end - 1))


def _is_end(tokens: Sequence[Token], i: int) -> bool:
    if tokens[i].pos in HEADS:
        return True
    return tokens[i].pos in {"ADJ", "NUM"} and not (i + 1 < len(tokens) and tokens[i + 1].pos in HEADS)
