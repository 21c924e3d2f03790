"""Further names of places; from aliases.toml."""

import tomllib
from functools import cache
from importlib.resources import files

import msgspec


class Aliases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tables as written: keys and places as the file's head explains."""

    default: dict[str, str]
    called: dict[str, str]
    names: dict[str, list[str]]
    abbreviations: dict[str, list[str]]


@cache
def aliases() -> Aliases:
    """All of them."""
    return msgspec.convert(tomllib.loads(files("almenara.places").joinpath("data/aliases.toml").read_text("utf-8")), Aliases)
