"""Words that say that a name is a place; from cues.toml."""

import re
import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from almenara.places.fold import fold
from almenara.places.values import Kind

WINDOW = 40  # characters before a name in which its cue may stand
_ARTICLES = frozenset("the el la los las".split())
_COURTS = frozenset("southern northern eastern western central middle".split())  # their "district of" is a court's
_NONE: frozenset[Kind] = frozenset()


class _Facilities(msgspec.Struct, forbid_unknown_fields=True):
    before: str
    after: str
    natural: str


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    locative: str
    common: str
    near: str
    link: str
    bodies: str
    states: str
    titles: str
    before: dict[str, str]
    after: dict[str, str]
    facilities: _Facilities


class Before(msgspec.Struct, frozen=True):
    """What stands before a name: the kinds that a noun allows, how many characters before the name it begins, prepositions.

    `of` is the word before "de" or "of".
    """

    kinds: frozenset[Kind] = _NONE
    noun: int = 0
    of: str = ""
    locative: bool = False
    near: bool = False


class Cues(msgspec.Struct, frozen=True, kw_only=True):
    """One language's words; `common` begin sentences and titles, and villages somewhere bear them too.

    `bodies` open the names of bodies, `states` those of a country's ("Gobierno de Venezuela"), `titles` those that never say
    where ("Cártel de Sinaloa", "Diario de Tumaco").
    """

    locative: frozenset[str]
    near: frozenset[str]
    links: tuple[tuple[str, ...], ...]
    nouns_before: dict[str, frozenset[Kind]]
    nouns_after: dict[str, frozenset[Kind]]
    facilities_before: frozenset[str]
    facilities_after: frozenset[str]
    natural: frozenset[str]
    common: frozenset[str]
    bodies: frozenset[str]
    states: frozenset[str]
    titles: frozenset[str]

    def before(self, window: str) -> Before:
        """The cues in the text that ends where a name begins."""
        words = window.lower().split()
        if not words or window[-1] != " ":
            return Before()
        bare = words[:-1] if words[-1] in _ARTICLES else words
        linked = self._unlinked(words)
        near = bool(bare and bare[-1] in self.near) or bool(linked and linked[-1] in self.near)
        locative = near or bool(bare and bare[-1] in self.locative)
        kinds, noun = self._noun(words, linked)
        at = len(window) - window.lower().rfind(noun) if noun else 0
        return Before(kinds, at, linked[-1] if linked else "", locative or bool(noun), near)

    def _unlinked(self, words: list[str]) -> list[str] | None:
        """The words without "de", "of the" at their end; None where there is none."""
        return next((words[: -len(link)] for link in self.links if tuple(words[-len(link) :]) == link), None)

    def _noun(self, words: list[str], linked: list[str] | None) -> tuple[frozenset[Kind], str]:
        """The noun: right before the name or its link, or one adjective further ("localidad rural de")."""
        tail = words[-1:] if linked is None else linked[:-3:-1]
        for i, word in enumerate(tail):
            if word in self.nouns_before and not (word == "district" and tail[i + 1 : i + 2] and tail[i + 1] in _COURTS):
                return self.nouns_before[word], word
        return _NONE, ""

    def after(self, text: str, end: int) -> frozenset[Kind]:
        """The kinds that the noun right behind a name allows: "Bolivar state"."""
        return self.nouns_after.get(_next_word(text, end), _NONE)

    def is_natural(self, text: str, end: int) -> bool:
        """Whether a river, an island or a mine is meant, and no town of the name: "Quito river"."""
        return _next_word(text, end) in self.natural

    def facility_end(self, text: str, end: int) -> int:
        """Where the noun of a named spot ends, if one stands right behind: "La Picota prison"; else 0."""
        word = _next_word(text, end)
        return end + 1 + len(word) if word in self.facilities_after else 0


@cache
def cues(language: str) -> Cues:
    """The cues of "en" or "es"."""
    table = tomllib.loads(files("almenara.places").joinpath("data/cues.toml").read_text("utf-8"))
    kinds: dict[str, frozenset[Kind]] = {name: frozenset(kinds) for name, kinds in table["kinds"].items()}
    entry = msgspec.convert(table[language], _Entry)
    return Cues(
        locative=frozenset(entry.locative.split()),
        near=frozenset(entry.near.split()),
        links=tuple(tuple(link.split()) for link in sorted(entry.link.split("|"), key=len, reverse=True)),
        nouns_before={word: kinds[group] for group, words in entry.before.items() for word in words.split()},
        nouns_after={word: kinds[group] for group, words in entry.after.items() for word in words.split()},
        facilities_before=frozenset(entry.facilities.before.split()),
        facilities_after=frozenset(entry.facilities.after.split()),
        natural=frozenset(entry.facilities.natural.split()),
        common=frozenset(map(fold, entry.common.split())),
        bodies=frozenset(map(fold, entry.bodies.split())),
        states=frozenset(map(fold, entry.states.split())),
        titles=frozenset(entry.titles.split()),
    )


_NEXT = re.compile(r" ([a-zA-Z]+)")


def _next_word(text: str, end: int) -> str:
    match = _NEXT.match(text, end)
    return match.group(1).lower() if match else ""
