"""The word lists of the package, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _load() -> dict[str, Any]:
    return tomllib.loads(files("almenara.coding.roles").joinpath("data", "words.toml").read_text("utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """One list of words or phrases."""
    value: str | list[str] = _load()[name]
    return frozenset(value.split() if isinstance(value, str) else value)


@cache
def _categories() -> dict[str, str]:
    return {act: name for name, acts in _load()["categories"].items() for act in acts.split()}


def category(act: str) -> str:
    """The group of acts whose roles are alike, or "other"."""
    return _categories().get(act, "other")
