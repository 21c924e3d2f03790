"""Countries by name and by the word for their people, in English and Spanish; from countries.toml."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from almenara.places.fold import fold


class Country(NamedTuple):
    """A country with its names, a point, the radius of a disc of its area (km) and the words for its people."""

    code: str
    en: str
    es: str
    other: tuple[str, ...]
    lat: float | None
    lon: float | None
    radius_km: float
    demonyms: tuple[str, ...]


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    en: str
    es: str
    other: list[str]
    point: list[float]
    km: float
    demonym_en: list[str]
    demonym_es: list[str]


@cache
def table() -> dict[str, Country]:
    """All countries by ISO 3166-1 alpha-2 code."""
    rows = tomllib.loads(files("almenara.places").joinpath("data/countries.toml").read_text("utf-8"))
    return {code: _country(code, row) for code, row in msgspec.convert(rows, dict[str, _Entry]).items()}


def countries(language: str = "en") -> dict[str, str]:
    """The country names of a language ("en" or "es") by ISO code."""
    return {code: country.es if language == "es" else country.en for code, country in table().items()}


def country_of_name(name: str) -> str | None:
    """The ISO code of a country by any of its names, else None."""
    return _by_name().get(fold(name))


def country_of_demonym(word: str) -> str | None:
    """The ISO code for "Mexican", "peruana", "colombianos", "Costa Rican"; None where the word is no demonym."""
    return _by_demonym().get(fold(word))


def is_demonym(word: str) -> bool:
    """Whether the word names a country's people and no country: "Argentina" is a country first."""
    return fold(word) in _by_demonym() and fold(word) not in _by_name()


def _country(code: str, row: _Entry) -> Country:
    lat, lon = row.point or (None, None)
    plural = [word + "s" for word in row.demonym_en if word[-1] in "nei"]
    spanish = [form for word in row.demonym_es for form in spanish_forms(word)]
    return Country(code, row.en, row.es, tuple(row.other), lat, lon, row.km, (*row.demonym_en, *plural, *spanish))


def spanish_forms(word: str) -> tuple[str, ...]:
    """The four forms of a Spanish demonym from its masculine singular."""
    if word.endswith("o"):
        return word, word[:-1] + "a", word + "s", word[:-1] + "as"
    if word.endswith("és"):
        stem = word[:-2] + "es"
        return word, stem + "a", stem + "es", stem + "as"
    if word.endswith(("án", "ín", "ón")):
        return word, word + "a", word + "es", word + "as"
    if word[-1] in "íú":
        return word, word + "es", word + "s"
    if word.endswith(("l", "r", "n")):
        return word, word + "a", word + "es", word + "as"
    return word, word + "s"


@cache
def _by_name() -> dict[str, str]:
    return {fold(name): c.code for c in table().values() for name in (c.en, c.es, *c.other)}


@cache
def _by_demonym() -> dict[str, str]:
    return {fold(word): c.code for c in reversed(list(table().values())) for word in c.demonyms}
