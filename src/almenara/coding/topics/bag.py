"""A document as counts of lemmas and of concepts that both languages share."""

import math
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from almenara.language import Parsed

OPENINGS = {"t": 15, "h": 40, "l": 150}  # tokens at the beginning: a headline, the first sentence or two, the lead
SILENT = frozenset(("PUNCT", "SPACE", "NUM", "SYM"))


@cache
def concepts(language: str) -> dict[str, tuple[str, ...]]:
    """The concepts of each lemma of a language; raises KeyError for one without words."""
    side = {"en": 0, "es": 1}[language]
    data = tomllib.loads(files("almenara.coding.topics").joinpath("data", "concepts.toml").read_text("utf-8"))
    out: dict[str, tuple[str, ...]] = {}
    for name, line in data["concepts"].items():
        for lemma in line.split("|")[side].split():
            out[lemma] = (*out.get(lemma, ()), name)
    return out


def lemmas(parsed: Parsed) -> list[str]:
    """The lemmas of the words of a document, in order."""
    return [t.lemma for t in parsed.tokens if t.pos not in SILENT]


def counts(words: Iterable[str], language: str) -> dict[str, float]:
    """1 + log of how often each concept is named, and again ("h:bribe") of how often in each of the OPENINGS."""
    known, found = concepts(language), Counter[str]()
    for at, word in enumerate(words):
        for concept in known.get(word, ()):
            found[concept] += 1
            found.update(f"{name}:{concept}" for name, size in OPENINGS.items() if at < size)
    return {name: 1 + math.log(n) for name, n in found.items()}
