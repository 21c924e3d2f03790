"""When two names or two stretches of text agree: the comparisons that every agreement figure rests on."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

STOP = frozenset("the a an of in on at to and for with by el la los las un una de del en al y por con que su sus".split())
SHARED_ENOUGH = 0.5
WORD = re.compile(r"\w+")


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Words in lower case without accents or punctuation, single spaced."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text or "") if not unicodedata.combining(c))
    return " ".join(WORD.findall(bare.lower()))


def content_words(text: str) -> set[str]:
    """Folded words without articles and the commonest prepositions."""
    return {w for w in fold(text).split() if w not in STOP}


def same_name(a: str, b: str) -> bool:
    """Names agree when one's content words contain the other's, or at least half of all are shared."""
    x, y = content_words(a), content_words(b)
    return bool(x and y) and (x <= y or y <= x or len(x & y) / len(x | y) >= SHARED_ENOUGH)


def overlap(a: str, b: str) -> float:
    """Longest shared stretch of words over the shorter text, in [0, 1]."""
    return _overlap(fold(a), fold(b))


@lru_cache(maxsize=200_000)
def _overlap(a: str, b: str) -> float:
    x, y = a.split(), b.split()
    if not x or not y:
        return 0.0
    return _longest_run(x, y) / min(len(x), len(y))


def _longest_run(x: Sequence[str], y: Sequence[str]) -> int:
    best, previous = 0, [0] * (len(y) + 1)
    for word in x:
        row = [0] * (len(y) + 1)
        for j, other in enumerate(y):
            if word == other:
                row[j + 1] = previous[j] + 1
                best = max(best, row[j + 1])
        previous = row
    return best
