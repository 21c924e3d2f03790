"""JSON lines: the coding itself, as the schema has it."""

from collections.abc import Iterable
from typing import IO

from almenara.cli.formats.options import FormatOptions
from almenara.model import Coding, Refusal, jsonl


def write(items: Iterable[Coding | Refusal], out: IO[bytes], options: FormatOptions) -> None:
    """One coding or refusal a line; `options` change nothing."""
    jsonl.write(items, out)
