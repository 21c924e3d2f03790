"""Web archives."""

import base64
import gzip
import hashlib
import io
import zipfile

from almenara.model import Document, Refusal
from almenara.text import Limits, open_bytes

PAGE = "<html><head><title>Tres heridos en Tibú</title></head><body><article><p>{}</p></article></body></html>"
BODY = PAGE.format("Tres personas resultaron heridas en la vereda. " * 4).encode()


def record(block: bytes, *, kind: str = "response", url: str = "https://diario.example/1", extra: str = "") -> bytes:
    """One WARC record."""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n{extra}"
    )
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def answer(body: bytes = BODY, *, status: str = "200 OK", headers: str = "Content-Type: text/html; charset=utf-8\r\n") -> bytes:
    """One HTTP answer."""
    return f"HTTP/1.1 {status}\r\n{headers}\r\n".encode() + body


def read(data: bytes, name: str = "a.warc") -> list[Document | Refusal]:
    """All of an archive."""
    return list(open_bytes(data, name))


def only(data: bytes, name: str = "a.warc") -> Document:
    """The one document of an archive."""
    (document,) = read(data, name)
    assert isinstance(document, Document)
    return document


def test_page_of_a_record() -> None:
    """Its address is the document's; its hash that of the page."""
    document = only(record(answer()))
    assert ("https://diario.example/1", "Tres heridos en Tibú") == (document.url, document.title)
    assert hashlib.sha256(BODY).hexdigest() == document.id


def test_other_records_are_passed_over() -> None:
    """Requests, pictures, redirects and errors are no pages."""
    data = (
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request")
        + record(answer(status="404 Not Found"))
        + record(answer(status="301 Moved"))
    )
    data += record(answer(b"\x89PNG", headers="Content-Type: image/png\r\n")) + record(answer())
    assert "Tres heridos en Tibú" == only(data).title


def test_codings_are_undone() -> None:
    """Chunked transfer, then gzip."""
    packed = gzip.compress(BODY)
    chunked = b"%x\r\n" % 50 + packed[:50] + b"\r\n%x; a=b\r\n" % (len(packed) - 50) + packed[50:] + b"\r\n0\r\n\r\n"
    headers = "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"
    assert "Tres heridos en Tibú" == only(record(answer(chunked, headers=headers))).title


def test_a_record_a_member_in_gzip() -> None:
    """As crawlers write .warc.gz."""
    data = gzip.compress(record(answer())) + gzip.compress(record(answer(), url="https://diario.example/2"))
    assert ["https://diario.example/1", "https://diario.example/2"] == [
        d.url for d in read(data, "a.warc.gz") if isinstance(d, Document)
    ]


def test_digest_that_differs_is_refused() -> None:
    """Bytes that are not what was written prove nothing."""
    block = answer()
    right = base64.b32encode(hashlib.sha1(block, usedforsecurity=False).digest()).decode()
    assert isinstance(read(record(block, extra=f"WARC-Block-Digest: sha1:{right}\r\n"))[0], Document)
    bent = read(record(block.replace(b"Tres", b"Seis"), extra=f"WARC-Block-Digest: sha1:{right}\r\n") + record(answer()))
    assert isinstance(bent[0], Refusal)
    assert "damaged" == bent[0].code
    assert isinstance(bent[1], Document)


def test_whole_records_before_a_cut_are_read() -> None:
    """And the cut is told, with its place."""
    data = record(answer())
    items = read(data + data[:-300])
    assert isinstance(items[0], Document)
    assert isinstance(items[1], Refusal)
    assert "truncated" == items[1].code
    assert f"{len(data):,}" in items[1].reason


def test_a_large_record_is_passed_over() -> None:
    """The limit holds for each record, not for the file."""
    data = record(answer(BODY + b" " * 50_000)) + record(answer(), url="https://diario.example/2")
    items = list(open_bytes(data, "a.warc", Limits(max_bytes=20_000)))
    assert ["too_large", "https://diario.example/2"] == [x.code if isinstance(x, Refusal) else x.url for x in items]


def test_wacz_is_warc_in_a_zip() -> None:
    """Every WARC file in it, the rest left alone."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/data.warc.gz", gzip.compress(record(answer())))
        archive.writestr("datapackage.json", "{}")
    assert "Tres heridos en Tibú" == only(out.getvalue(), "a.wacz").title


def test_an_archive_without_pages() -> None:
    """Is told, not empty."""
    (refusal,) = read(record(b"GET / HTTP/1.1\r\n\r\n", kind="request"))
    assert isinstance(refusal, Refusal)
    assert "no_text" == refusal.code
