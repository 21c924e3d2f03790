"""Why an input can be refused: the table behind every code, for the docs and for people."""

from functools import cache

from msgspec import Struct, convert


class Code(Struct, frozen=True):
    """What a refusal's code means and what to do about it, in English (`en`) and Spanish (`es`)."""

    meaning: dict[str, str]
    remedy: dict[str, str]


@cache
def codes() -> dict[str, Code]:
    """Every code that a refusal may carry, in the order of the table."""
    import tomllib
    from importlib.resources import files

    table = tomllib.loads(files("almenara.text").joinpath("data", "codes.toml").read_text("utf-8"))
    return convert(table, dict[str, Code])
