"""Codings and refusals as JSON lines."""

from collections.abc import Iterable, Iterator
from typing import IO

import msgspec

from almenara.model.coding import Coding, Refusal


class RefusalLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a refusal stands among codings: `{"refused": {...}}`."""

    refused: Refusal


_encoder = msgspec.json.Encoder()
_coding = msgspec.json.Decoder(Coding)
_refusal = msgspec.json.Decoder(RefusalLine)


def dump(item: Coding | Refusal) -> bytes:
    """One line of JSON, UTF-8, without the line feed."""
    return _encoder.encode(RefusalLine(item) if isinstance(item, Refusal) else item)


def load(line: bytes | str) -> Coding | Refusal:
    """The coding or refusal of one line; raises msgspec.ValidationError where it is neither."""
    head = line[:12] if isinstance(line, str) else line[:12].decode("utf-8", "replace")
    return _refusal.decode(line).refused if head.startswith('{"refused"') else _coding.decode(line)


def write(items: Iterable[Coding | Refusal], out: IO[bytes]) -> int:
    """Write one item a line; returns how many."""
    written = 0
    for item in items:
        out.write(dump(item) + b"\n")
        written += 1
    return written


def read(lines: Iterable[bytes]) -> Iterator[Coding | Refusal]:
    """The items of a JSONL stream, blank lines passed over."""
    return (load(line) for line in lines if line.strip())
