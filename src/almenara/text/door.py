"""The only door to raw bytes: what comes in is bytes, what goes out is clean documents, or the reason why not."""

import io
from collections.abc import Callable, Iterator
from typing import BinaryIO

from almenara.model import Document, Refusal, Refused
from almenara.text import article, lines, plain, sniff
from almenara.text.decode import clean, decode
from almenara.text.document import Facts, Source, build, digest_of
from almenara.text.inflate import inflated, read_all
from almenara.text.limits import LIMITS, OPTIONS, Limits, Options

Read = Document | Refusal


def open_bytes(data: bytes, name: str, limits: Limits = LIMITS, options: Options = OPTIONS) -> Iterator[Read]:
    """The documents in bytes, sniffed by content with `name` as a hint; what cannot be read comes as a Refusal."""
    return open_stream(io.BytesIO(data), name, limits, options)


def open_stream(stream: BinaryIO, name: str, limits: Limits = LIMITS, options: Options = OPTIONS) -> Iterator[Read]:
    """As `open_bytes`, of a binary file; containers (JSONL, CSV, WARC, WACZ) are read lazily in constant memory."""
    source = Source(name=name, limits=limits, options=options)
    try:
        yield from _opened(stream, name, source, 0)
    except Refused as error:
        yield Refusal(source=name, code=error.code, reason=error.reason)


def read_one(data: str | bytes, name: str = "", *, limits: Limits = LIMITS, options: Options = OPTIONS) -> Document:
    """The one document of a text or of a file's bytes; raises Refused, also (many_documents) for a container of several.

    A string without a name is plain text, unless it is plainly a page or a JSON article.
    """
    if isinstance(data, str):
        data = clean(data).encode("utf-8")
        if not name and not sniff.is_marked_up(data):
            return next(_text(data, Source(name=name, limits=limits, options=options)))
    found = open_bytes(data, name, limits, options)
    first = next(found)
    if isinstance(first, Refusal):
        raise Refused(first.code, first.reason)
    if next(found, None) is not None:
        raise Refused("many_documents", "it holds more than one document")
    return first


def _opened(stream: BinaryIO, name: str, source: Source, layers: int) -> Iterator[Read]:
    head = stream.read(sniff.HEAD)
    codec = sniff.codec_of(head, name)
    if codec is not None:
        if layers >= source.limits.max_layers:
            raise Refused("nested", f"compressed more than {source.limits.max_layers} times over")
        inner = inflated(_joined(head, stream), codec, source.limits)
        yield from _opened(inner, sniff.without_codec(name), source, layers + 1)
        return
    kind = sniff.kind_of(head, name)
    if kind in LAZY:
        yield from LAZY[kind](_joined(head, stream), source)
    else:
        yield from WHOLE[kind](_whole(head, stream, source.limits, is_inflated=layers > 0), source)


def _whole(head: bytes, stream: BinaryIO, limits: Limits, *, is_inflated: bool) -> bytes:
    """All of a file, or Refused with its size, which a seekable stream tells without being read."""
    if len(head) < sniff.HEAD:
        limits.check_size(len(head))
        return head
    if is_inflated:
        return read_all(_joined(head, stream), limits)
    if stream.seekable():
        at = stream.tell()
        limits.check_size(stream.seek(0, io.SEEK_END))
        stream.seek(at)
    data = head + stream.read(max(0, limits.max_bytes + 1 - len(head)))
    limits.check_size(len(data), exact=False)
    return data


def _joined(head: bytes, stream: BinaryIO) -> BinaryIO:
    """The stream as it was before its head was read."""
    if stream.seekable():
        stream.seek(-len(head), io.SEEK_CUR)
        return stream
    return io.BufferedReader(_Joined(head, stream), sniff.HEAD)


class _Joined(io.RawIOBase):
    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        part = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(part) :]
        buffer[: len(part)] = part
        return len(part)


def _text(data: bytes, source: Source) -> Iterator[Document]:
    text = clean(decode(data))
    source.limits.check_length(len(text))
    yield build(digest_of(data), text, plain.sections(text), Facts(), source)


# Each reader is imported on use: most runs need one or two of them, and some draw in large libraries.


def _html(data: bytes, source: Source) -> Iterator[Read]:
    from almenara.text.page import page

    yield page(data, digest_of(data), Facts(), source)


def _markdown(data: bytes, source: Source) -> Iterator[Read]:
    from almenara.text import markdown

    return markdown.read(data, source)


def _mail(data: bytes, source: Source) -> Iterator[Read]:
    from almenara.text import mail

    return mail.read(data, source)


def _portable(data: bytes, source: Source) -> Iterator[Read]:
    from almenara.text import portable

    return portable.read(data, source)


def _table(stream: BinaryIO, source: Source) -> Iterator[Read]:
    from almenara.text import table

    return table.read(stream, source)


def _warc(stream: BinaryIO, source: Source) -> Iterator[Read]:
    from almenara.text import web

    return web.read_warc(stream, source, WHOLE)


def _wacz(stream: BinaryIO, source: Source) -> Iterator[Read]:
    from almenara.text import web

    return web.read_wacz(stream, source, WHOLE)


LAZY: dict[str, Callable[[BinaryIO, Source], Iterator[Read]]] = {
    "jsonl": lines.read, "csv": _table, "warc": _warc, "wacz": _wacz,
}  # fmt: skip
WHOLE: dict[str, Callable[[bytes, Source], Iterator[Read]]] = {
    "html": _html, "text": _text, "markdown": _markdown, "json": article.read, "eml": _mail, "pdf": _portable,
}  # fmt: skip
