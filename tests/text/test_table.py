"""CSV."""

import io

import pytest

from almenara.model import Document, Refusal
from almenara.text import Limits, open_bytes, open_stream


def read(data: bytes, name: str = "a.csv") -> list[Document | Refusal]:
    """All of a table."""
    return list(open_bytes(data, name))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_columns_are_fields(delimiter: str) -> None:
    """Whatever parts them; letter case of names does not matter."""
    data = 'Id,Title,Text\n7,Un titular,"Uno, dos."\n'.replace(",", delimiter, 4).encode()
    (document,) = read(data.replace(b"Uno" + delimiter.encode(), b"Uno,"))
    assert isinstance(document, Document)
    assert ("7", "Un titular") == (document.source_id, document.title)


def test_a_cell_may_hold_lines_and_quotes() -> None:
    """As RFC 4180 has it."""
    (document,) = read(b'id,text\n1,"Dijo ""no"".\nY se fue."\n')
    assert isinstance(document, Document)
    assert 'Dijo "no".\nY se fue.' == document.text


def test_long_cells_are_read() -> None:
    """The standard library's own limit is 131,072 characters."""
    (document,) = read(b"id,text\n1," + b"palabra " * 30_000)
    assert isinstance(document, Document)
    assert 240_000 == len(document.text)


def test_a_bad_row_is_refused_by_its_line() -> None:
    """And the rest goes on."""
    items = read(b"id,text\n1,Uno.\n2,\n3,Tres.\n")
    assert ["1", ("a.csv#3 (2)", "wrong_shape"), "3"] == [
        x.source_id if isinstance(x, Document) else (x.source, x.code) for x in items
    ]


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "cp1252"])
def test_charsets_of_spreadsheets(charset: str) -> None:
    """Excel writes any of these."""
    (document,) = read("id,texto\n1,El niño salió.\n".encode(charset))
    assert isinstance(document, Document)
    assert "El niño salió." == document.text


def test_rows_come_one_by_one() -> None:
    """The first document is there before the last row was read."""
    rest = b"".join(b"%d,Texto de la nota.\n" % i for i in range(100_000))
    stream = io.BytesIO(b"id,text\n0,Uno.\n" + rest)
    first = next(open_stream(stream, "a.csv", Limits()))
    assert isinstance(first, Document)
    assert stream.tell() < 200_000


def test_found_without_a_name() -> None:
    """From standard input, by its header."""
    (document,) = read(b"id,title,text\n1,Uno,Uno y dos.\n", "-")
    assert isinstance(document, Document)
    assert "Uno y dos." == document.text
