"""What tags and class names of pages say, from `data/page.toml`."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from msgspec import Struct, convert

CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
SPLIT = re.compile(r"[\s_-]+")


class Vocabulary(Struct, frozen=True):
    """Sets of words: what an element's names say is inside, what its tag says, which meta names hold what."""

    inside: dict[str, frozenset[str]]
    tags: dict[str, frozenset[str]]
    meta: dict[str, list[str]]


@cache
def vocabulary() -> Vocabulary:
    """The table, read once."""
    table: dict[str, Any] = tomllib.loads(files("almenara.text").joinpath("data", "page.toml").read_text("utf-8"))
    table["inside"] = {kind: words.lower().split() for kind, words in table["inside"].items()}
    return convert(table, Vocabulary)


@cache
def _kinds_of_name(name: str) -> frozenset[str]:
    words = {w.lower() for w in SPLIT.split(CAPITAL.sub(" ", name)) if w} | {name.lower()}
    return frozenset(kind for kind, known in vocabulary().inside.items() if words & known)


def names_say(names: str) -> frozenset[str]:
    """The kinds of content that class names, ids and roles speak of."""
    kinds: frozenset[str] = frozenset()
    for name in names.split()[:30]:
        kinds |= _kinds_of_name(name[:80])
    return kinds
