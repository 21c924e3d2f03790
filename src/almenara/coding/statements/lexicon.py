"""The word lists of saying and hedging, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from msgspec import Struct

from almenara.coding.entities.lexicon import fold
from almenara.model import Stance

STANCES: tuple[Stance, ...] = ("asserts", "announces", "denies", "doubts", "blames", "demands")


class Saying(Struct, frozen=True):
    """How one language says that somebody says something; `phrases` are folded words, the longest first."""

    stance: dict[str, Stance]
    object: frozenset[str]
    before: frozenset[str]
    nouns: frozenset[str]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    anonymous: frozenset[str]
    channels: frozenset[str]
    documents: frozenset[str]
    media: frozenset[str]
    roles: tuple[tuple[frozenset[str], frozenset[str]], ...]
    light: dict[str, tuple[tuple[tuple[str, ...], Stance], ...]]

    @property
    def describing(self) -> frozenset[str]:
        """Nouns that speak although they name nobody."""
        return self.anonymous | self.documents


@cache
def load(name: str) -> dict[str, Any]:
    """One TOML file of the package."""
    return tomllib.loads(files("almenara.coding.statements").joinpath("data", f"{name}.toml").read_text("utf-8"))


@cache
def saying(language: str) -> Saying:
    """The lists of a language; raises KeyError where there are none."""
    data = load("saying")
    own = data[language]
    return Saying(
        stance={verb: stance for stance in reversed(STANCES) for verb in own[stance].split()},
        object=frozenset(own["object"].split()),
        before=frozenset(own["before"].split()),
        nouns=frozenset(own["nouns"].split()),
        phrases=by_first(data["phrases"][language]),
        anonymous=frozenset(data["anonymous"][language].split()),
        channels=frozenset(data["channels"][language].split()),
        documents=frozenset(data["documents"][language].split()),
        media=frozenset(data["media"][language].split()),
        roles=tuple((frozenset(r[language].split()), frozenset(r["kinds"])) for r in data["roles"]),
        light=_light(data["light"][language]),
    )


def _light(rows: dict[str, Stance]) -> dict[str, tuple[tuple[tuple[str, ...], Stance], ...]]:
    out: dict[str, tuple[tuple[tuple[str, ...], Stance], ...]] = {}
    for words, stance in rows.items():
        verb, *rest = words.split()
        out[verb] = (*out.get(verb, ()), (tuple(rest), stance))
    return out


def by_first(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases as words, by their first word, the longest first."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(fold(w) for w in phrase.split())
        out.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(rows, key=len, reverse=True)) for first, rows in out.items()}
