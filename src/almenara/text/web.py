"""Web archives: WARC records one after another, and WACZ, which is WARC files in a zip."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from almenara.model import Document, Refusal, Refused
from almenara.text import http, warc
from almenara.text.document import Facts, Source, digest_of
from almenara.text.inflate import CHUNK, inflated
from almenara.text.warc import Record

Readers = Mapping[str, Callable[[bytes, Source], Iterator[Document | Refusal]]]
"""How the body of an answer is read, by its kind."""


def read_warc(stream: BinaryIO, source: Source, readers: Readers) -> Iterator[Document | Refusal]:
    """The document of each page, text or PDF that was fetched; pictures, redirects and errors are passed over."""
    pages = 0
    for record in warc.records(stream, source):
        if isinstance(record, Refusal):
            pages += 1
            yield record
            continue
        called = record.url or f"{source.name}@{record.offset}"
        try:
            for found in _documents(record, source.inner(called), readers):
                pages += 1
                yield found
        except Refused as error:
            pages += 1
            yield Refusal(source=f"{source.name}@{record.offset} ({called})", code=error.code, reason=error.reason)
    if not pages:
        raise Refused("no_text", "no page in this archive")


def _documents(record: Record, source: Source, readers: Readers) -> Iterator[Document | Refusal]:
    from almenara.text.page import page

    answer = http.answer(record, source.limits)
    if answer is None:
        return
    facts = Facts(url=record.url, source_id=record.url)
    if answer.kind == "html":
        yield page(answer.body, digest_of(answer.body), facts, source, charset=answer.charset)
    else:
        yield from readers[answer.kind](answer.body, source)


def read_wacz(stream: BinaryIO, source: Source, readers: Readers) -> Iterator[Document | Refusal]:
    """The documents of every WARC file in the archive; names in it are never used as paths."""
    if not stream.seekable():
        data = stream.read(source.limits.max_inflated + 1)
        if len(data) > source.limits.max_inflated:
            raise Refused("too_large", f"over {source.limits.max_inflated:,} bytes from a pipe: save the archive to a file first")
        stream = io.BytesIO(data)
    _count(stream, source)
    try:
        with zipfile.ZipFile(stream) as archive:
            yield from _members(archive, source, readers)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error, ValueError, UnicodeDecodeError) as error:
        raise Refused("damaged", f"no readable archive: {error}") from None
    except RuntimeError as error:  # what zipfile raises for a password
        raise Refused("encrypted", str(error)[:200]) from None


def _count(stream: BinaryIO, source: Source) -> None:
    """Refuse an archive of too many files by what its end says, before its list is read."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - CHUNK))
    tail = stream.read(CHUNK)
    stream.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    members = int.from_bytes(tail[at + 10 : at + 12], "little") if at >= 0 else 0
    if members > source.limits.max_members:
        raise Refused("too_many_members", f"{members:,} files in the archive, limit {source.limits.max_members:,}")


def _members(archive: zipfile.ZipFile, source: Source, readers: Readers) -> Iterator[Document | Refusal]:
    archives = [info for info in archive.infolist() if info.filename.lower().endswith((".warc", ".warc.gz"))]
    if not archives:
        raise Refused("unsupported", "a zip file without WARC files in it")
    for info in archives:
        if info.file_size > CHUNK and info.file_size > info.compress_size * source.limits.max_ratio:
            yield Refusal(
                source=f"{source.name}#{info.filename}",
                code="bomb",
                reason=f"{info.filename} inflates to {info.file_size:,} bytes",
            )
            continue
        inner = source.inner(f"{source.name}#{info.filename}")
        with archive.open(info) as member:
            try:
                yield from read_warc(_uncompressed(io.BufferedReader(member), source), inner, readers)  # type: ignore[type-var]
            except Refused as error:
                yield Refusal(source=inner.name, code=error.code, reason=error.reason)


def _uncompressed(member: BinaryIO | io.BufferedReader, source: Source) -> BinaryIO:
    stream = member if isinstance(member, io.BufferedReader) else io.BufferedReader(member)  # type: ignore[type-var]
    if stream.peek(2)[:2] == b"\x1f\x8b":
        return inflated(stream, "gzip", source.limits)
    return stream
