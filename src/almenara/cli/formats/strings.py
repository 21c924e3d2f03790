"""Words of the interface in both languages, by key `family.name`."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from almenara import text
from almenara.cli.formats import vocabulary
from almenara.cli.formats.options import Interface

Both = Mapping[str, str]
_JOINTS = re.compile(r'( ?"[^"]*"|; |: )')


@cache
def catalogue() -> Mapping[str, Both]:
    """Every key with its words; country names stand under `country.XX`."""
    families = tomllib.loads(files("almenara.cli.formats").joinpath("strings.toml").read_text("utf-8"))
    words = {f"{family}.{name}": both for family, names in families.items() for name, both in names.items()}
    fixed = tomllib.loads(files("almenara.cli.formats").joinpath("phrases.toml").read_text("utf-8"))
    words |= {f"refusal.{code}": entry.meaning for code, entry in text.codes().items()}
    words |= {f"{family}.{en}": {"en": en, "es": es} for family, pairs in fixed.items() for en, es in pairs.items()}
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


def phrases(family: str, said: str) -> Iterator[tuple[str | None, str]]:
    """The pieces of a text made of fixed phrases and quotes, in order: the key of a phrase that is known, and the piece."""
    for piece in _JOINTS.split(said):
        key = f"{family}.{piece.strip()}"
        yield (key if key in catalogue() else None), piece
