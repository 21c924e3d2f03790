"""Inputs made to hurt, generated when a test runs: name, then how its bytes are made and the code that must refuse them."""

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple


class Attack(NamedTuple):
    """A file name, how to make its bytes, and the code of the refusal."""

    name: str
    make: Callable[[], bytes]
    code: str


MEGABYTE = bytes(1_000_000)
SENTENCE = b"Tres hombres murieron en la carretera a Tocache, dijo el alcalde Nicanor Llanos.\n"


def squeezed(compressor: Any, megabytes: int = 300, head: bytes = b"<html><body>") -> bytes:
    """`megabytes` of NULs after a head, compressed without ever being in memory whole."""
    parts = [compressor.compress(head), *(compressor.compress(MEGABYTE) for _ in range(megabytes)), compressor.flush()]
    return b"".join(parts)


def gzip_bomb() -> bytes:
    """About 300 kB that inflate to 300 MB."""
    return squeezed(zlib.compressobj(9, zlib.DEFLATED, 31))


def zstd_bomb() -> bytes:
    """About 10 kB that inflate to 300 MB."""
    import zstandard

    return squeezed(zstandard.ZstdCompressor().compressobj())


def brotli_bomb() -> bytes:
    """A few hundred bytes that inflate to 100 MB."""
    import brotli

    compressor = brotli.Compressor(quality=5)
    parts = [compressor.process(MEGABYTE) for _ in range(100)]
    return b"".join([*parts, compressor.finish()])


def zipped(files: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


def warc(body: bytes, *, cut: int = 0, length: int | None = None, extra: bytes = b"") -> bytes:
    """One WARC response record of a page, `cut` bytes short."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + extra + b"\r\n" + body
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://diario.example/nota\r\n"
    head += b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % (
        len(block) if length is None else length
    )
    record = head + block + b"\r\n\r\n"
    return record[: len(record) - cut]


def laughs() -> bytes:
    """A billion laughs."""
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{entities}]><x>&l9;</x>'.encode()


def cut_pdf() -> bytes:
    """The first bytes of a PDF."""
    return b"%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pa"


def names(count: int) -> Iterator[tuple[str, bytes]]:
    """Empty files of an archive."""
    return ((f"f{i}", b"") for i in range(count))


def parts() -> bytes:
    """A message of parts within parts."""
    return b"Message-ID: <a@b>\nMIME-Version: 1.0\n" + b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 5_000


def many_paragraphs() -> bytes:
    """A hundred megabytes of page."""
    return b"<html><body>" + b"<p>Murieron dos hombres en Lima.</p>\n" * 2_800_000


def attributes() -> bytes:
    """One element with a hundred thousand attributes; quotes hold the signs that end a tag."""
    return b"<html><body><div " + b" ".join(b"a%d='>'" % i for i in range(100_000)) + b">x</div>"


ATTACKS = {
    attack.name: attack
    for attack in (
        Attack("bomb.html.gz", gzip_bomb, "bomb"),
        Attack("bomb-in-gzip.html.gz", lambda: gzip.compress(gzip_bomb()), "bomb"),
        Attack("bomb.html.zst", zstd_bomb, "bomb"),
        Attack("bomb.html.br", brotli_bomb, "bomb"),
        Attack("bomb.html.zz", lambda: squeezed(zlib.compressobj(9)), "bomb"),
        Attack("bomb.jsonl.gz", lambda: squeezed(zlib.compressobj(9, zlib.DEFLATED, 31), head=b'{"text": "'), "bomb"),
        Attack("bomb.wacz", lambda: zipped([("archive/a.warc", b"WARC/1.0\r\n" + bytes(50_000_000))]), "bomb"),
        Attack("bomb-inside.warc", lambda: warc(gzip_bomb(), extra=b"Content-Encoding: gzip\r\n"), "bomb"),
        Attack("nested.html.gz", lambda: gzip.compress(gzip.compress(gzip.compress(b"<p>Hola a todos</p>"))), "nested"),
        Attack("cut.html.gz", lambda: gzip.compress(SENTENCE * 50)[:-20], "truncated"),
        Attack("bent.html.gz", lambda: gzip.compress(SENTENCE * 50)[:12] + b"\xff" * 40, "damaged"),
        Attack("100-megabytes.html", many_paragraphs, "too_large"),
        Attack("million-nodes.html", lambda: b"<html><body>" + b"<p>a</p>" * 1_000_000, "too_many_nodes"),
        Attack("angles.html", lambda: b"<html><body>" + b"<" * 15_000_000, "too_many_nodes"),
        Attack("scripts.html", lambda: b"<html><body>" + b"<script>" * 200_000, "too_many_nodes"),
        Attack("attributes.html", attributes, "too_many_nodes"),
        Attack("deep.html", lambda: b"<html><body>" + b"<div>" * 15_000 + b"hola", "too_deep"),
        Attack("long.html", lambda: b"<html><body><p>" + b"palabra " * 1_000_000, "too_long"),
        Attack("entities.html", lambda: b"<html><body><p>" + b"&amp;" * 1_000_000, "too_long"),
        Attack("comments.html", lambda: b"<html><body>" + b"<!--" * 100_000, "no_text"),
        Attack("long.txt", lambda: SENTENCE * 100_000, "too_long"),
        Attack("laughs.xml", laughs, "unsupported"),
        Attack("deep.json", lambda: b"[" * 5_000_000, "too_deep"),
        Attack("shape.json", lambda: b'{"headline": 3, "words": [1, 2]}', "wrong_shape"),
        Attack("number.json", lambda: b"[1, 2, 3]", "wrong_shape"),
        Attack("broken.json", lambda: b'{"text": "El alcalde dijo', "malformed"),
        Attack("no-text.json", lambda: b'{"id": "a1", "text": ""}', "no_text"),
        Attack("empty.html", lambda: b"", "empty"),
        Attack("blank.txt", lambda: b" \r\n\t\n", "empty"),
        Attack("noise.txt", lambda: bytes(range(1, 256)) * 4_000, "not_text"),
        Attack("nuls.txt", lambda: b"a\0\0b\0\0\0c" * 10_000, "not_text"),
        Attack("picture.html", lambda: b"\x89PNG\r\n\x1a\n" + bytes(2_000), "unsupported"),
        Attack("columns.csv", lambda: b"id,name\n1,Tingo\n", "no_text_column"),
        Attack("open-quote.csv", lambda: b'id,text\n1,"' + b"a\n" * 8_000_000, "malformed"),
        Attack("one-line.csv", lambda: b"id,text\n1," + b"a" * 30_000_000, "too_large"),
        Attack("cut.warc", lambda: warc(b"<html><body><p>" + SENTENCE * 5, cut=100), "truncated"),
        Attack("far.warc", lambda: warc(b"<html>", length=10**12), "truncated"),
        Attack("minus.warc", lambda: warc(b"<html>", length=-5), "malformed"),
        Attack("cut.pdf", cut_pdf, "damaged"),
        Attack("parts.eml", parts, "too_deep"),
        Attack("members.wacz", lambda: zipped(names(12_000), zipfile.ZIP_STORED), "too_many_members"),
        Attack("escape.zip", lambda: zipped([("../../evil.txt", b"x"), ("/etc/evil", b"y")]), "unsupported"),
        Attack("line.jsonl", lambda: json.dumps({"text": "a" * 22_000_000}).encode(), "too_large"),
    )
}  # fmt: skip
