"""JSON lines: one article a line, read in constant memory."""

from collections.abc import Iterator
from typing import BinaryIO

from almenara.model import Document, Refusal, Refused
from almenara.text.article import article, loads, named
from almenara.text.document import Source, digest_of


def read(stream: BinaryIO, source: Source) -> Iterator[Document | Refusal]:
    """The article of each line; a bad line is refused by its number and the rest goes on."""
    limit, seen = source.limits.max_bytes, 0
    for number, (line, size) in enumerate(bounded(stream, limit), 1):
        if not line.strip():
            continue
        seen += 1
        inner = source.inner(f"{source.name}#{number}")
        called = inner.name
        try:
            source.limits.check_size(size)
            value = loads(line)
            called = named(value, inner.name)
            yield article(value, digest_of(line), inner)
        except Refused as error:
            yield Refusal(source=called, code=error.code, reason=error.reason)
    if not seen:
        raise Refused("empty", "no line holds anything")


def bounded(stream: BinaryIO, limit: int) -> Iterator[tuple[bytes, int]]:
    """Each line without its end, with its true size in bytes; of a line over `limit` only the start is kept."""
    while line := stream.readline(limit + 1):
        size = len(line)
        while not line.endswith(b"\n") and size > limit and (more := stream.readline(65_536)):
            size += len(more)
            if more.endswith(b"\n"):
                break
        yield line.rstrip(b"\r\n"), size
