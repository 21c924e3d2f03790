"""Reading the codebook's TOML: shipped data and a user's folder, with errors that name the file and the key."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import msgspec

from almenara.model import Refused

T = TypeVar("T")
DATA = Path(str(files("almenara.codebook"))) / "data"


def refuse(path: Path, where: str, reason: str) -> NoReturn:
    """Raise Refused("bad_codebook") with the file and the key at fault."""
    raise Refused("bad_codebook", f"{path.name}: {where}: {reason}" if where else f"{path.name}: {reason}")


def read(path: Path) -> dict[str, Any]:
    """The tables of one TOML file; raises Refused where it is no TOML."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        refuse(path, "", f"no TOML: {error}")


def folder(path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every TOML file of a folder with its tables, by name; nothing where there is no folder."""
    for found in sorted(path.glob("*.toml")):
        yield found, read(found)


def build(path: Path, where: str, table: Any, kind: type[T]) -> T:
    """A struct from a table; raises Refused where a field is missing, unknown or of the wrong kind."""
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        refuse(path, where, str(error))
