"""Tokens made by hand, so that the matcher is tested without a parser."""

from typing import NamedTuple


class Word(NamedTuple):
    """The least that the matcher asks of a token."""

    index: int
    lower: str
    lemma: str
    pos: str
    dep: str
    head: int
    sentence: int


def words(text: str, sentence: int = 0) -> list[Word]:
    """Tokens from `form/lemma/POS/dep/head` with spaces between."""
    out = []
    for i, part in enumerate(text.split()):
        form, lemma, pos, dep, head = part.split("/")
        out.append(Word(i, form, lemma, pos, dep, int(head), sentence))
    return out


def children(tokens: list[Word]) -> list[list[int]]:
    """Dependents of each token."""
    out: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            out[token.head].append(token.index)
    return out
