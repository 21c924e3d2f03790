"""What bytes are."""

import pytest

from almenara.model import Refused
from almenara.text.sniff import codec_of, kind_of, without_codec

PAGE = b"<!DOCTYPE html><html><body><p>Hola</p></body></html>"
MAIL = b"Received: from a\nSubject: Hola\nMessage-ID: <a@b>\n\nTexto\n"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (PAGE, "a.html", "html"), (PAGE, "a.txt", "html"), (PAGE, "-", "html"), (b"\xef\xbb\xbf" + PAGE, "-", "html"),
        (PAGE.decode().encode("utf-16"), "-", "html"), (b"<p>Uno</p>", "-", "html"), (b"Uno y dos.", "-", "text"),
        (b"Uno y dos.", "a.docx", "text"), (b"# Uno", "a.md", "markdown"), (b'{"text": "a"}', "-", "json"),
        (b'[{"text": "a"}]', "-", "json"),
        (b'{"text": "a"}\n{"text": "b"}', "-", "jsonl"), (b'{"text": "a"}', "a.jsonl", "jsonl"),
        (b'{"text": "a"}', "a.html", "html"),
        (b"id,text\n1,a", "-", "csv"), (b"a;b", "a.csv", "csv"), (MAIL, "-", "eml"), (MAIL, "a.eml", "eml"),
        (b"From: the mayor\nTo: all of us\n\nHola", "-", "text"), (b"%PDF-1.7\n", "a.txt", "pdf"), (b"WARC/1.0\r\n", "-", "warc"),
        (b"PK\x03\x04", "a.wacz", "wacz"), (b"Uno", "a.pdf", "text"),
    ],
)  # fmt: skip
def test_kind(data: bytes, name: str, kind: str) -> None:
    """By content; by name where content leaves it open."""
    assert kind == kind_of(data, name)


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"{\\rtf1 a}", b"<?xml version='1.0'?><rss></rss>", b"filedesc://a"]
)
def test_foreign_kinds_are_named(data: bytes) -> None:
    """So that a user sees what was given."""
    with pytest.raises(Refused, match="unsupported: it is "):
        kind_of(data, "a.html")


@pytest.mark.parametrize(
    ("data", "name", "codec"),
    [
        (b"\x1f\x8b\x08", "a", "gzip"), (b"\x28\xb5\x2f\xfd", "a", "zstd"), (b"x\x9c", "a", "deflate"), (b"?", "a.br", "br"),
        (b"x^2", "a", None), (b"a", "a.gz", None),
    ],
)  # fmt: skip
def test_codec(data: bytes, name: str, codec: str | None) -> None:
    """By its mark; brotli has none."""
    assert codec == codec_of(data, name)


def test_name_inside() -> None:
    """The hint for what is compressed."""
    assert ["a.html", "a.b/c", "a.jsonl"] == [without_codec(n) for n in ("a.html.gz", "a.b/c", "a.jsonl.ZST")]
