"""Messages, Markdown, PDF, plain strings and streams."""

import gzip
import io
import subprocess
import sys
from email.message import EmailMessage

import brotli
import pytest
import zstandard

from almenara.model import Document, Refusal, Refused
from almenara.text import Options, distance, near_key, open_bytes, open_stream, read_one

BODY = "La policía de Puno detuvo a dos hombres que llevaban mercurio en una camioneta. El fiscal Hernán Quispe abrió una causa."


def message(*, html: bool = False) -> EmailMessage:
    """A message with a body and an attachment."""
    made = EmailMessage()
    made["Subject"] = "Detienen a dos hombres con mercurio en Puno"
    made["From"] = "Íngrid Peña <ingrid@farol.example>"
    made["Date"] = "Sun, 02 Mar 2025 22:10:00 -0500"
    made["Message-ID"] = "<1@farol.example>"
    if html:
        made.set_content(f"<html><body><article><p>{BODY}</p><p>{BODY}</p></article></body></html>", subtype="html")
    else:
        made.set_content(BODY, cte="quoted-printable")
        made.add_alternative(f"<p>{BODY}</p>", subtype="html")
        made.add_attachment("nada de esto", filename="otra.txt")
    return made


@pytest.mark.parametrize("html", [False, True])
def test_message(html: bool) -> None:
    """Its text part before its HTML part; attachments aside; its date is the day."""
    document = read_one(message(html=html).as_bytes(), "a.eml")
    expected = ("Detienen a dos hombres con mercurio en Puno", "Íngrid Peña", "2025-03-02")
    assert expected == (document.title, document.byline, document.published)
    assert document.text.startswith(BODY[:40])
    assert "nada de esto" not in document.text


def test_markdown() -> None:
    """Words without marks, the first heading as headline, front matter as facts."""
    front = "---\ntitle: Mercurio en Puno\ndate: 2025-03-02\n---\n"
    source = front + f"# Mercurio en Puno\n\n![foto](a.jpg)\n\n**{BODY}** Vea [la nota](http://a.example/x).\n\n> {BODY}\n"
    document = read_one(source.encode(), "a.md")
    assert f"Mercurio en Puno\n\n{BODY} Vea la nota.\n\n{BODY}\n" == document.text
    assert ("Mercurio en Puno", "2025-03-02") == (document.title, document.published)
    assert ["headline", "body"] == [s.kind for s in document.sections]


def pdf(lines: list[str]) -> bytes:
    """A PDF of one page with a text layer."""
    shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    content = f"BT /F1 12 Tf 72 720 Td {shown}ET".encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]  # fmt: skip
    out, offsets = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(out),
    )


def test_pdf_text_layer() -> None:
    """Lines of a paragraph are joined; a short one ends it."""
    lines = [
        "Mercurio en Puno",
        "Dos hombres fueron detenidos en",
        "la carretera de Puno con mercu-",
        "rio.",
        "El fiscal Quispe lo confirmó ayer.",
    ]
    document = read_one(pdf(lines), "a.pdf")
    story = "Dos hombres fueron detenidos en la carretera de Puno con mercurio. El fiscal Quispe lo confirmó ayer."
    assert f"Mercurio en Puno\n\n{story}" == document.text


def test_pdf_without_text() -> None:
    """A scan is told apart from a broken file."""
    with pytest.raises(Refused, match="no_text: no text layer"):
        read_one(pdf([]), "a.pdf")


def test_a_string_is_plain_text() -> None:
    """Also one that looks like a table; unless it is plainly a page or JSON."""
    assert "id,text\n1,a" == read_one("id,text\n1,a").text
    assert "Uno." == read_one('{"text": "Uno."}').text
    assert ("body", None) == ((found := read_one(BODY)).sections[0].kind, found.source_id)


def test_options_of_a_string() -> None:
    """As of any file."""
    assert ("2025-03-02", "es") == (
        (d := read_one(BODY, options=Options(published="2025-03-02", language="es"))).published,
        d.language,
    )


COMPRESSED = {".gz": gzip.compress, ".br": brotli.compress, ".zst": zstandard.compress}


@pytest.mark.parametrize("ending", COMPRESSED)
def test_compressed_is_read_as_what_is_inside(ending: str) -> None:
    """And has the hash of what is inside: the same text is the same document."""
    document = read_one(COMPRESSED[ending](BODY.encode()), f"a.txt{ending}")
    assert read_one(BODY.encode(), "a.txt").id == document.id


class Pipe(io.RawIOBase):
    """A stream that can only be read forwards, in small pieces."""

    def __init__(self, data: bytes) -> None:
        self._inner = io.BytesIO(data)

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        """At most a kilobyte."""
        return self._inner.readinto(memoryview(buffer)[:1_000])


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.jsonl.gz"])
def test_a_pipe_is_read_as_a_file_is(name: str) -> None:
    """No seeking, short reads."""
    data = BODY.encode() * 30 if name == "a.txt" else b'{"text": "Uno y dos."}\n' * 5_000
    data = gzip.compress(data, 0) if name.endswith(".gz") else data
    expected = list(open_bytes(data, name))
    assert expected == list(open_stream(io.BufferedReader(Pipe(data), 100), name))  # type: ignore[arg-type]


def test_a_pipe_too_large_is_told_so() -> None:
    """Its size is unknown; what is known is that it is over."""
    (refusal,) = open_stream(io.BufferedReader(Pipe(b"a" * 21_000_000)), "-")  # type: ignore[arg-type]
    assert isinstance(refusal, Refusal)
    assert "at least 20,971,521 bytes, limit 20,971,520 (--max-bytes)" == refusal.reason


def test_near_duplicates_have_near_keys() -> None:
    """A few words changed move a few bits; another story moves half of them."""
    copy = BODY.replace("dos hombres", "dos sujetos")
    text = " ".join(f"{BODY} {n}" for n in ("Primero", "Luego", "Después", "Ayer"))
    other = (
        "The river rose by two metres at Iquitos and thirty families left their homes, said the civil defence on Friday evening."
    )
    assert 0 == distance(near_key(text), near_key(text.upper()))
    assert distance(near_key(BODY), near_key(copy)) < 20 < distance(near_key(BODY), near_key(other))
    assert 0 == near_key(" … ")


def test_near_key_is_the_same_in_every_process() -> None:
    """It is stored and compared later."""
    assert 0x0 != near_key(BODY) == near_key(BODY + "\n")
    assert isinstance(read_one(BODY), Document)


def test_large_libraries_are_imported_on_use() -> None:
    """`almenara --help` must answer at once."""
    large = "lxml trafilatura pypdf numpy email zipfile"
    code = f"import sys, almenara.text, almenara.sources; print([m for m in '{large}'.split() if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own script
    assert "[]" == run.stdout.strip()
