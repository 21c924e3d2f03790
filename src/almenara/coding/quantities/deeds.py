"""What was done to what a number counts: killed, arrested, seized..., by the nearest word that says so."""

import tomllib
from collections import deque
from functools import cache, lru_cache
from importlib.resources import files

from almenara.language import Parsed
from almenara.times.fold import fold

TELLING = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "AUX", "ADV", "X"})
BESIDE = 2
REACH = 4  # steps in the tree, and about as many words to either side


@cache
def table(language: str) -> dict[str, str]:
    """Deed of each folded lemma; the first one listed wins."""
    raw = tomllib.loads(files("almenara.coding.quantities").joinpath("data/deeds.toml").read_text(encoding="utf-8"))[language]
    out: dict[str, str] = {}
    for deed, words in raw.items():
        for word in words.split():
            out.setdefault(word, deed)
    return out


@lru_cache(maxsize=50_000)
def _deed(language: str, lemma: str, word: str) -> str | None:
    words = table(language)
    return words.get(fold(lemma)) or words.get(fold(word))


def deed_at(parsed: Parsed, i: int) -> str | None:
    """The deed that token `i` names."""
    token = parsed.tokens[i]
    return _deed(parsed.language, token.lemma, token.text) if token.pos in TELLING else None


def nearest(parsed: Parsed, start: int) -> tuple[str, int, int] | None:
    """(deed, distance, token) of the nearest word in the tree that names a deed, governors and dependents alike."""
    seen, queue = {start}, deque([(start, 0)])
    while queue:
        i, distance = queue.popleft()
        if deed := deed_at(parsed, i):
            return deed, distance, i
        if distance == REACH:
            continue
        for other in (parsed.tokens[i].head, *parsed.children[i]):
            if other not in seen:
                seen.add(other)
                queue.append((other, distance + 1))
    return None


def around(parsed: Parsed, first: int) -> tuple[str | None, str | None]:
    """The nearest deeds before and after a token in the line of its sentence."""
    sentence = parsed.sentence_of(first)
    before = next((d for i in range(first - 1, sentence.first - 1, -1) if (d := deed_at(parsed, i))), None)
    after = next((d for i in range(first, sentence.last) if (d := deed_at(parsed, i))), None)
    return before, after


def beside(parsed: Parsed, first: int, last: int) -> tuple[str | None, str | None]:
    """The deeds named within two words before and after the tokens [first, last), in the same sentence."""
    sentence = parsed.sentence_of(first)
    before = next((d for i in range(first - 1, max(sentence.first, first - BESIDE) - 1, -1) if (d := deed_at(parsed, i))), None)
    after = next((d for i in range(last, min(sentence.last, last + BESIDE)) if (d := deed_at(parsed, i))), None)
    return before, after
