"""Quoted stretches of a text, whatever marks its language uses."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import Struct

from almenara.language import Parsed

PAIRS = {"“": "”", "«": "»", "‹": "›", "„": "“"}
OPENING = re.compile(r"[“«„‹\"]|(?<![\w.])[‘'](?=[\w¿¡])|''|``|\n")
STRAIGHT = re.compile(r"\"|''|\n\n")
CURLY = {"“": re.compile("[”\n]"), "«": re.compile("[»\n]"), "„": re.compile("[“”\n]"), "‹": re.compile("[›\n]")}
SINGLE = re.compile(r"(?<=[\w.,!?])['’](?!\w)|\n")
MAX_QUOTE = 3000  # characters; a mark left open is no quote of half the text


class Quote(Struct, frozen=True, gc=False):
    """Characters [start, end) between two marks, and the tokens [first, last) that lie in it."""

    start: int
    end: int
    first: int
    last: int

    @property
    def size(self) -> int:
        """How many tokens are quoted."""
        return self.last - self.first


def find(parsed: Parsed) -> list[Quote]:
    """The outermost quotes of a document, in order."""
    starts = [t.start for t in parsed.tokens]
    out = []
    for start, end in ranges(parsed.text):
        first, last = bisect_left(starts, start), bisect_right(starts, end - 1)
        if last > first:
            out.append(Quote(start, end, first, last))
    return out


def between(quotes: Sequence[Quote], first: int, last: int) -> Sequence[Quote]:
    """The quotes that share a token with [first, last); quotes lie in order and apart."""
    start = bisect_right(quotes, first, key=lambda q: q.last)
    return quotes[start : bisect_left(quotes, last, start, key=lambda q: q.first)]


def inside(quotes: Sequence[Quote], first: int, last: int) -> int:
    """How many of the tokens [first, last) are quoted."""
    return sum(min(q.last, last) - max(q.first, first) for q in between(quotes, first, last))


def ranges(text: str) -> list[tuple[int, int]]:
    """Characters between the marks of each outermost quote; one left open at a paragraph's end ends there."""
    out: list[tuple[int, int]] = []
    at = 0
    while opening := OPENING.search(text, at):
        mark = opening[0]
        start = opening.end()
        if mark == "\n":
            at = start
            continue
        closing = _closing(mark).search(text, start, start + MAX_QUOTE)
        end = closing.start() if closing else start
        if closing and closing[0].startswith("\n") and mark in "‘'":
            end = start  # an apostrophe
        if end > start and text[start:end].strip():
            out.append((start, end))
            at = end if closing and closing[0].startswith("\n") else end + 1
        else:
            at = start
    return out


def _closing(mark: str) -> re.Pattern[str]:
    if mark in CURLY:
        return CURLY[mark]
    return SINGLE if mark in "‘'" else STRAIGHT
