"""Regions that no gazetteer has: names, members by date, sources; from data/regions/*.toml.

A member is written as the unit it lies in and its name: `"PE/Huanta" = ["Sivia"]`, `"CO" = ["Putumayo"]`, `"" = ["GT"]`.
"""

import datetime
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from almenara.places.fold import fold


class Names(msgspec.Struct, frozen=True):
    """A name in both languages."""

    en: str
    es: str


class Listing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The members of a region as of a date, and who says so."""

    version: str
    as_of: datetime.date
    source: str
    members: dict[str, tuple[str, ...]]

    def paths(self) -> Iterator[str]:
        """Each member as one path: "PE/Huanta/Sivia", "CO/Putumayo", "GT"."""
        for parent, names in self.members.items():
            for name in names:
                yield f"{parent}/{name}" if parent else name


class Region(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One region; `centre` (latitude, longitude, radius in km) serves only where no gazetteer is built."""

    name: Names
    aliases: tuple[str, ...]
    countries: tuple[str, ...]
    centre: tuple[float, float, float]
    basis: Literal["official list", "approximate hull"]
    lists: tuple[Listing, ...]
    short: str | None = None
    water: bool = False

    @property
    def title(self) -> str:
        """How a record names it: the short form where it has one, else the Spanish name."""
        return self.short or self.name.es

    def listing(self, on: datetime.date | None = None) -> Listing:
        """The list in force on a day (the last one before it, else the earliest); without a day the newest."""
        ordered = sorted(self.lists, key=lambda entry: entry.as_of)
        past = [entry for entry in ordered if on is None or entry.as_of <= on]
        return past[-1] if past else ordered[0]


@cache
def regions() -> dict[str, Region]:
    """All regions by code, in the order of the files."""
    found: dict[str, Region] = {}
    folder = files("almenara.places").joinpath("data/regions")
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            found |= msgspec.convert(tomllib.loads(file.read_text("utf-8")), dict[str, Region])
    return found


def region_of_name(name: str) -> str | None:
    """The code of a region by any of its names, else None."""
    return _by_name().get(fold(name))


@cache
def _by_name() -> dict[str, str]:
    return {fold(name): code for code, region in regions().items() for name in (region.name.en, region.name.es, *region.aliases)}
