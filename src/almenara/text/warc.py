"""WARC records (ISO 28500), read one at a time.

Our own reader, because the common ones hand out a truncated record without a word: here the length that a record
states is compared with the bytes that are there, and its block digest, where one is given, with the block's.
"""

import base64
import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from msgspec import Struct

from almenara.model import Refusal, Refused
from almenara.text.document import Source

LINE = 8_192
HEADERS = 200
CHUNK = 65_536


class Record(Struct, frozen=True):
    """One record: where it begins (bytes, uncompressed), its headers by lower-case name, its block."""

    offset: int
    headers: dict[str, str]
    block: bytes

    @property
    def url(self) -> str | None:
        """What was fetched."""
        return self.headers.get("warc-target-uri", "").strip("<> ") or None


def records(stream: BinaryIO, source: Source) -> Iterator[Record | Refusal]:
    """Every record that may hold a page. One too large or damaged is a Refusal; a cut or garbled file ends with Refused."""
    offset = 0
    while True:
        blank, line = _first(stream)
        offset += blank
        if not line:
            return
        if not line.startswith(b"WARC/"):
            raise Refused("malformed", f"no WARC record at byte {offset:,}")
        headers, size = _headers(stream, offset)
        length = _length(headers, offset)
        at, offset = offset, offset + len(line) + size + length
        if headers.get("warc-type") not in {"response", "resource", "conversion"}:
            _skip(stream, length, at)
        elif length > source.limits.max_bytes:
            _skip(stream, length, at)
            reason = f"{length:,} bytes, limit {source.limits.max_bytes:,} (--max-bytes)"
            yield Refusal(source=f"{source.name}@{at}", code="too_large", reason=reason)
        else:
            yield _checked(Record(at, headers, _block(stream, length, at)), source)


def _first(stream: BinaryIO) -> tuple[int, bytes]:
    """How many bytes of empty lines, then the first line of a record; empty at the end."""
    blank = 0
    while line := stream.readline(LINE):
        if line.strip():
            return blank, line
        blank += len(line)
    return blank, b""


def _headers(stream: BinaryIO, offset: int) -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    size, name = 0, ""
    for _ in range(HEADERS):
        line = stream.readline(LINE)
        size += len(line)
        if not line:
            raise Refused("truncated", f"the record at byte {offset:,} ends within its headers")
        if not line.strip():
            return found, size
        text = line.decode("utf-8", "replace").strip()
        if line[:1] in b" \t" and name:
            found[name] += " " + text
        else:
            name, _, value = text.partition(":")
            name = name.lower()
            found.setdefault(name, value.strip())
    raise Refused("malformed", f"over {HEADERS} header lines in the record at byte {offset:,}")


def _length(headers: dict[str, str], offset: int) -> int:
    stated = headers.get("content-length", "")
    if not (stated.isascii() and stated.isdigit()) or len(stated) > 15:
        raise Refused("malformed", f"no length in the record at byte {offset:,}")
    return int(stated)


def _block(stream: BinaryIO, length: int, offset: int) -> bytes:
    block = stream.read(length)
    if len(block) < length:
        raise Refused("truncated", f"the record at byte {offset:,} states {length:,} bytes, {len(block):,} are there")
    return block


def _skip(stream: BinaryIO, length: int, offset: int) -> None:
    left = length
    while left:
        part = stream.read(min(left, CHUNK))
        if not part:
            raise Refused("truncated", f"the record at byte {offset:,} states {length:,} bytes, {length - left:,} are there")
        left -= len(part)


def _checked(record: Record, source: Source) -> Record | Refusal:
    """The record, or a Refusal where its block is not the one that was written."""
    method, _, stated = record.headers.get("warc-block-digest", "").partition(":")
    method = method.lower().replace("-", "")
    if method not in {"sha1", "sha256", "sha512", "md5"}:
        return record
    digest = hashlib.new(method, record.block, usedforsecurity=False)
    if stated.strip().lower() in {digest.hexdigest(), base64.b32encode(digest.digest()).decode().lower()}:
        return record
    reason = f"the record at byte {record.offset:,} is not what was written: its {method} differs"
    return Refusal(source=f"{source.name}@{record.offset}", code="damaged", reason=reason)
