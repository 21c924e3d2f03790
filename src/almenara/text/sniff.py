"""What bytes are: by their first kilobytes, with the name as a hint between kinds that look alike."""

import codecs
import re
from typing import Literal

from almenara.model import Refused
from almenara.text.inflate import Codec

Kind = Literal["html", "text", "markdown", "json", "jsonl", "csv", "warc", "wacz", "eml", "pdf"]
HEAD = 65_536

CODECS: dict[str, Codec] = {".gz": "gzip", ".br": "br", ".zst": "zstd", ".zz": "deflate", ".deflate": "deflate"}
KINDS: dict[str, Kind] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".txt": "text", ".text": "text", ".md": "markdown",
    ".markdown": "markdown", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv",
    ".warc": "warc", ".wacz": "wacz", ".eml": "eml", ".pdf": "pdf",
}  # fmt: skip
CONTAINERS: frozenset[Kind] = frozenset({"jsonl", "csv", "warc", "wacz"})
"""Kinds that are read lazily, record by record."""
FOREIGN = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a recording or picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"%!PS", "a PostScript file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"filedesc://", "an ARC archive, which came before WARC"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"OggS", "a recording"),
    (b"ID3", "a recording"),
)
PAGE = re.compile(r"<!doctype\s+html|<(html|head|body|article|div|p|h1|main|section|meta|title|span|table)\b", re.IGNORECASE)
XML = re.compile(r"<\?xml|<!DOCTYPE\s+(?!html)|<(rss|feed|rdf:RDF|urlset|sitemapindex|opml|svg)\b", re.IGNORECASE)
MAIL = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
MAIL_ONLY = re.compile(r"^(message-id|mime-version|received|return-path|delivered-to):", re.IGNORECASE | re.MULTILINE)
TABLE = re.compile(
    r"[\"']?(id|url|link|title|text|body|content|texto|contenido|html|titulo|título)[\"']?\s*[,;\t]", re.IGNORECASE
)
RECORDS = re.compile(r"\{.*\}[ \t]*\r?\n\s*\{", re.IGNORECASE)


def codec_of(head: bytes, name: str) -> Codec | None:
    """How the bytes are compressed; brotli and raw deflate have no mark, and go by the name."""
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith(b"\x28\xb5\x2f\xfd"):
        return "zstd"
    if head[:2] in {b"\x78\x01", b"\x78\x9c", b"\x78\xda"}:
        return "deflate"
    named = CODECS.get(_ending(name))
    return named if named == "br" else None


def without_codec(name: str) -> str:
    """The name of what is inside: `page.html` for `page.html.gz`."""
    ending = _ending(name)
    return name[: -len(ending)] if ending in CODECS else name


def kind_of(head: bytes, name: str) -> Kind:
    """The kind of uncompressed bytes; raises Refused (empty, unsupported)."""
    if not head.strip(b" \t\r\n\0\xef\xbb\xbf") and len(head) < HEAD:
        raise Refused("empty", "nothing in it")
    if head.startswith(b"WARC/"):
        return "warc"
    if b"%PDF-" in head[:1_024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "wacz"
    for mark, what in FOREIGN:
        if head.startswith(mark):
            raise Refused("unsupported", f"it is {what}")
    return _of_text(_glimpse(head), KINDS.get(_ending(name)))


def is_marked_up(data: bytes) -> bool:
    """Whether a text is plainly a page or a JSON object rather than prose."""
    start = _glimpse(data[:HEAD]).lstrip()
    return (start[:1] == "<" and PAGE.search(start[:2_048]) is not None) or re.match(r'\{\s*"', start) is not None


def _of_text(text: str, hint: Kind | None) -> Kind:
    start = text.lstrip()
    if start[:1] == "{" and hint not in {"text", "markdown", "html", "csv"}:
        return "jsonl" if hint == "jsonl" or RECORDS.match(start) else "json"
    if start[:1] == "[" and hint in {"json", "jsonl", None} and start[1:].lstrip()[:1] in {"{", "[", "]", '"'}:
        return "json"
    if XML.match(start) and not PAGE.search(start[:2_048]):
        raise Refused("unsupported", "it is XML, not a page")
    if start[:1] == "<" and PAGE.search(start[:2_048]):
        return "html"
    if hint is None:
        return _unnamed(start)
    return "text" if hint in {"warc", "wacz", "pdf"} else hint


def _unnamed(start: str) -> Kind:
    if MAIL.match(start) and MAIL_ONLY.search(start[:8_192]):
        return "eml"
    line = start.split("\n", 1)[0]
    return "csv" if TABLE.match(line) and len(line) < 1_000 and not line.rstrip().endswith(".") else "text"


def _glimpse(head: bytes) -> str:
    for mark, charset in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            return head[len(mark) :].decode(charset, "replace")
    return head.replace(b"\0", b"").decode("utf-8", "replace")


def _ending(name: str) -> str:
    base = name.rsplit("/", 1)[-1]
    return "." + base.rsplit(".", 1)[1].lower() if "." in base else ""
