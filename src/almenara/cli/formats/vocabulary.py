"""What screens need to know of the codebook: how acts and indicators are called, and which colour an act has."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

CATEGORIES = ("violence", "market", "state", "society")


@cache
def labels() -> Mapping[str, Mapping[str, str]]:
    """English and Spanish words under `act.NAME` and `indicator.NAME`; those of acts hold their category too."""
    families = tomllib.loads(files("almenara.cli.formats").joinpath("vocabulary.toml").read_text("utf-8"))
    return {f"{family}.{name}": words for family, names in families.items() for name, words in names.items()}


def category(act: str) -> str:
    """One of CATEGORIES; an act that no list knows counts as society."""
    return labels().get(f"act.{act}", {}).get("category", "society")
