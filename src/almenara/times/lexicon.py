"""The word tables of one language, from its TOML."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from msgspec import Struct

from almenara.times import numerals

LANGUAGES = ("en", "es")
ONES = {"a": 1, "an": 1, "a couple": 2, "a couple of": 2, "un par de": 2}


class Rule(Struct, frozen=True):
    """One pattern of data/<language>.toml; `build` names the builder of build.py that reads its groups."""

    name: str
    kind: str
    build: str
    pattern: str
    veto: str | None = None
    lead_only: bool = False
    set: dict[str, Any] = {}


class Lexicon(Struct, frozen=True):
    """Words of one language, folded, and what they stand for."""

    language: str
    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    toward: dict[str, int]
    decades: dict[str, int]
    triggers: tuple[str, ...]
    fragments: dict[str, str]
    rules: tuple[Rule, ...]

    def number(self, words: str | None) -> float | None:
        """The number that folded words or digits write, or None where there is none."""
        if not words:
            return None
        if words in ONES:
            return ONES[words]
        if words[0].isdigit():
            digits = words.replace(",", ".")
            return float(digits) if digits.count(".") < 2 and len(digits.split(".")[-1]) < 3 else float(digits.replace(".", ""))
        return numerals.value(words, self.language)


@cache
def load(language: str) -> Lexicon:
    """The lexicon of a language; raises KeyError for one that has none."""
    if language not in LANGUAGES:
        raise KeyError(language)
    raw = tomllib.loads(files("almenara.times").joinpath(f"data/{language}.toml").read_text(encoding="utf-8"))
    rules = tuple(Rule(**rule) for rule in raw.pop("rule"))
    triggers = tuple(raw.pop("triggers").split())
    return Lexicon(language=language, rules=rules, triggers=triggers, **raw)
