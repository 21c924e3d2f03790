"""The word lists that tell kinds: head nouns by class, titles of office, names of known groups and bodies."""

import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from msgspec import Struct

from almenara.language import Token
from almenara.model import EntityKind


class Known(Struct, frozen=True, gc=False):
    """One spelling of a known name: its folded words, the group of spellings it belongs to and its kind."""

    words: tuple[str, ...]
    group: int
    kind: EntityKind
    exact: str | None  # capitals that must stand as written ("ETA", "PAN")


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).lower()


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files("almenara.coding.entities").joinpath("data", name).read_text("utf-8"))


@cache
def _classes(language: str) -> tuple[dict[str, str], dict[str, EntityKind]]:
    words: dict[str, str] = {}
    kinds: dict[str, EntityKind] = {}
    for name, entry in _load("words.toml").items():
        if "kind" in entry:
            kinds[name] = entry["kind"]
        for word in entry[language].split():
            words.setdefault(fold(word), name)
    return words, kinds


def word_class(token: Token, language: str) -> str | None:
    """The class of a head noun ("gunman", "force", "drug"), or None where no list holds it."""
    words = _classes(language)[0]
    return words.get(fold(token.text)) or words.get(fold(token.lemma))


def class_of_word(word: str, language: str) -> str | None:
    """The class of a bare word form."""
    return _classes(language)[0].get(fold(word))


def kind_of_class(name: str | None, language: str) -> EntityKind | None:
    """The entity kind of a class of head nouns, or None where it names no actor."""
    return _classes(language)[1].get(name) if name else None


@cache
def _titles() -> dict[str, frozenset[str]]:
    return {key: frozenset(fold(w) for w in value.split()) for key, value in _load("titles.toml").items()}


def is_title(token: Token, language: str) -> bool:
    """Whether a word is a title of office ("minister", "gobernador")."""
    return fold(token.text.rstrip(".")) in _titles()[language]


def is_honorific(token: Token, language: str) -> bool:
    """Whether a word is a form of address ("don", "Mr.")."""
    return fold(token.text.rstrip(".")) in _titles()[f"honorific_{language}"]


@cache
def given_names() -> frozenset[str]:
    """Common given names, folded."""
    return frozenset(_load("given.toml")["names"].split())


@cache
def known_names() -> dict[str, tuple[Known, ...]]:
    """Known names by their first folded word, the longest first."""
    out: dict[str, list[Known]] = {}
    group = 0
    kinds: dict[EntityKind, list[list[str]]] = _load("names.toml")  # type: ignore[assignment]
    for kind, rows in kinds.items():
        for row in rows:
            for name in row:
                words = tuple(fold(w) for w in name.replace("'s", " 's").replace(",", " ,").split())
                exact = name if name.isupper() and len(name) <= 5 else None
                out.setdefault(words[0], []).append(Known(words, group, kind, exact))
            group += 1
    return {first: tuple(sorted(entries, key=lambda k: -len(k.words))) for first, entries in out.items()}
