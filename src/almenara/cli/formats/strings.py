"""Words of the interface in both languages, by key `family.name`."""

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from almenara.cli.formats import vocabulary
from almenara.cli.formats.options import Interface

Both = Mapping[str, str]


@cache
def catalogue() -> Mapping[str, Both]:
    """Every key with its words; country names stand under `country.XX`."""
    families = tomllib.loads(files("almenara.cli.formats").joinpath("strings.toml").read_text("utf-8"))
    words = {f"{family}.{name}": both for family, names in families.items() for name, both in names.items()}
    countries = json.loads(files("almenara.cli").joinpath("data", "countries.json").read_text("utf-8"))
    return words | dict(vocabulary.labels()) | {f"country.{code}": both for code, both in countries.items()}


def both(key: str) -> Both:
    """The words of a key; what no list holds (an analyst's own act, an unlisted indicator) reads as it is written."""
    known = catalogue().get(key)
    if known:
        return known
    plain = key.partition(".")[2].replace("_", " ")
    return {"en": plain, "es": plain}


def word(key: str, interface: Interface) -> str:
    """The words of a key in one language."""
    return both(key)[interface]
