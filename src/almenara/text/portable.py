"""PDF: the text layer. A scan without one is refused, for we read no pictures."""

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from almenara.model import Document, Refusal, Refused
from almenara.text import plain
from almenara.text.decode import clean
from almenara.text.document import Facts, Source, build, digest_of
from almenara.text.page.guard import deadline

FAULTS = (
    ValueError, KeyError, TypeError, IndexError, AttributeError, AssertionError, NotImplementedError, ArithmeticError,
    struct.error, zlib.error, OSError,
)  # fmt: skip
"""What pypdf lets through on broken files besides its own errors."""
HYPHEN = re.compile(r"(?<=[a-záéíóúñü])-\n(?=[a-záéíóúñü])")
FULL = 0.7  # of the width of the column: a shorter line ends its paragraph


def read(data: bytes, source: Source) -> Iterator[Document | Refusal]:
    """The document of a PDF; raises Refused: no_text, encrypted, damaged, too_many_pages, timeout, too_long."""
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every oddity; ours to tell is the refusal
    try:
        with deadline(source.limits.max_seconds):
            title, text = _extract(data, source)
    except RecursionError:
        raise Refused("too_deep", "objects nested too deeply") from None
    except (PyPdfError, *FAULTS) as error:
        raise Refused("damaged", f"no readable PDF: {error}"[:300]) from None
    if not text.strip():
        raise Refused("no_text", "no text layer: a scan, which needs character recognition first")
    yield build(digest_of(data), text, plain.sections(text, title), Facts(title=title), source)


def _extract(data: bytes, source: Source) -> tuple[str | None, str]:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise Refused("encrypted", "it needs a password")
    pages = len(reader.pages)
    if pages > source.limits.max_pages:
        raise Refused("too_many_pages", f"{pages:,} pages, limit {source.limits.max_pages:,}")
    parts, size = [], 0
    for page in reader.pages:
        parts.append(_tidy(clean(page.extract_text() or "")))
        size += len(parts[-1])
        if size > source.limits.max_text:
            source.limits.check_length(size)
    return _title(reader.metadata), "\n\n".join(p for p in parts if p)


def _tidy(text: str) -> str:
    """Lines joined to paragraphs; the last line of one is known by its length."""
    lines = [line.strip() for line in HYPHEN.sub("", text).split("\n")]
    lengths = sorted(len(line) for line in lines if line) or [0]
    width = lengths[len(lengths) * 9 // 10]
    return "".join(line + (" " if len(line) > FULL * width else "\n\n") for line in lines if line).strip()


def _title(metadata: Any) -> str | None:
    title = " ".join(clean(str(metadata.title or "")).split()) if metadata else ""
    return title if 8 <= len(title) <= 300 and " " in title else None
