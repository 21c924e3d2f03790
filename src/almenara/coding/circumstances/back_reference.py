"""Nouns by which a sentence points back to a place that was named before: "en esa localidad"; from place_nouns.toml."""

import tomllib
from functools import cache
from importlib.resources import files

from almenara.language import Parsed
from almenara.places.values import Kind

KINDS: dict[Kind, str] = {"admin2": "populated", "admin3": "populated", "feature": "populated", "region": "any", "water": "any"}
POINTERS = frozenset("the this that el la ese esa este esta dicho dicha del al misma mismo aquel aquella su".split())


def pointed_at(parsed: Parsed, sentence: int) -> frozenset[str]:
    """The kinds of place that a sentence points back to."""
    nouns = _nouns(parsed.language)
    span = parsed.sentences[sentence]
    found = set()
    for at in range(span.first + 1, span.last):
        kind = nouns.get(parsed.tokens[at].lower)
        if kind and parsed.tokens[at - 1].lower in POINTERS and not _is_named(parsed, at, span.last):
            found.add(kind)
    return frozenset(found)


def kind_of(kind: Kind) -> str:
    """The kind of place as these nouns tell kinds apart."""
    return KINDS.get(kind, kind)


def _is_named(parsed: Parsed, at: int, last: int) -> bool:
    """Whether the name follows: "la ciudad de Tacna", "the city of Tacna"."""
    return any(t.text[:1].isupper() for t in parsed.tokens[at + 1 : min(at + 3, last)])


@cache
def _nouns(language: str) -> dict[str, str]:
    table = tomllib.loads(files("almenara.coding.circumstances").joinpath("data/place_nouns.toml").read_text("utf-8"))
    return {word: kind for kind, words in table[language].items() for word in words.split()}
