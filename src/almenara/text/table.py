"""CSV: one article a row, its columns named as the fields of a JSON article."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from almenara.model import Document, Refusal, Refused
from almenara.text.article import OTHER_NAMES, article, named
from almenara.text.decode import decode
from almenara.text.document import Source, digest_of
from almenara.text.lines import bounded

TEXTS = {"text", "html", *OTHER_NAMES["text"], *OTHER_NAMES["html"]}
DELIMITERS = ",;\t|"
MOST_LINES = 20_000


def read(stream: BinaryIO, source: Source) -> Iterator[Document | Refusal]:
    """The article of each row; raises Refused where no column is a text (no_text_column) or the rows cannot be told apart."""
    csv.field_size_limit(max(csv.field_size_limit(), source.limits.max_bytes))
    rows = _rows(stream, source)
    header = [name.strip().lower() for name in next(rows, [])]
    if not TEXTS & set(header):
        names = ", ".join(n[:30] for n in header[:8])
        raise Refused("no_text_column", f"no column is named text or html; found {names or 'none'}")
    for number, row in enumerate(rows, 2):
        value = {name: cell for name, cell in zip(header, row, strict=False) if cell.strip()}
        if not value:
            continue
        inner = source.inner(f"{source.name}#{number}")
        digest = digest_of("\x1f".join(row).encode("utf-8", "replace"))
        try:
            yield article(value, digest, inner)
        except Refused as error:
            yield Refusal(source=named(value, inner.name), code=error.code, reason=error.reason)


def _rows(stream: BinaryIO, source: Source) -> Iterator[list[str]]:
    """Rows, with the delimiter that the header uses most; raises Refused where quoting breaks or a row is too large."""
    lines = _lines(stream, source)
    first = next(lines, "")
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(_chain(first, lines), delimiter=delimiter)
    try:
        yield from reader
    except csv.Error as error:
        raise Refused("malformed", f"line {reader.line_num:,}: {error}") from None


def _chain(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _lines(stream: BinaryIO, source: Source) -> Iterator[str]:
    """Decoded lines with their ends. A row that goes on over more lines than an article has is a quote never closed."""
    opened, swallowed, is_open = 0, 0, False
    for number, (line, size) in enumerate(bounded(_narrow(stream), source.limits.max_bytes), 1):
        was_open, is_open = is_open, is_open ^ (line.count(b'"') % 2 == 1)
        opened, swallowed = (opened, swallowed + size) if was_open else (number, size)
        source.limits.check_size(swallowed)
        if number - opened > MOST_LINES:
            raise Refused("malformed", f"a quote in the row at line {opened:,} is not closed in {MOST_LINES:,} lines")
        yield decode(line).replace("\0", "") + "\n" if line else "\n"


def _narrow(stream: BinaryIO) -> BinaryIO:
    """UTF-16, as some spreadsheets save it, read whole and turned into UTF-8."""
    if isinstance(stream, io.BufferedReader):
        head = stream.peek(2)[:2]
    else:
        head = stream.read(2)
        stream.seek(-len(head), io.SEEK_CUR)
    return io.BytesIO(decode(stream.read()).encode("utf-8")) if head in {b"\xff\xfe", b"\xfe\xff"} else stream
