"""The formats but the report: what each writes, and that hostile words stay words."""

import csv
import io
import json

import pytest

from almenara.cli.formats import WRITERS, FormatOptions
from almenara.model import Coding, Refusal, jsonl
from tests.cli.formats import factory

ITEMS: list[Coding | Refusal] = [factory.english(), factory.spanish(), factory.bare(), factory.hostile(), factory.refusal()]


def written(format_: str, items: list[Coding | Refusal] | None = None, **options: object) -> bytes:
    """What the writer of the format writes."""
    out = io.BytesIO()
    WRITERS[format_](ITEMS if items is None else items, out, FormatOptions(**options))  # type: ignore[arg-type]
    return out.getvalue()


def rows(**options: object) -> list[dict[str, str]]:
    """The rows of the CSV."""
    return list(csv.DictReader(io.StringIO(written("csv", **options).decode("utf-8-sig"))))


@pytest.mark.parametrize("format_", sorted(WRITERS))
def test_every_writer_takes_an_empty_run(format_: str) -> None:
    """Nothing read is no error."""
    assert isinstance(written(format_, []), bytes)


@pytest.mark.parametrize("format_", ["table", "csv", "geojson", "html"])
def test_no_control_character_is_written(format_: str) -> None:
    """Neither a terminal nor a reader's eye can be steered by a document."""
    text = written(format_).decode()
    assert set() == set(text) & set("\x00\x1b\u202e\u202c")


def test_json_lines_come_back() -> None:
    """The lines hold what was given, refusals too."""
    assert ITEMS == list(jsonl.read(io.BytesIO(written("jsonl"))))


def test_parquet_holds_codings() -> None:
    """A Parquet file begins and ends with its magic."""
    data = written("parquet")
    assert (b"PAR1", b"PAR1") == (data[:4], data[-4:])


def test_csv_has_a_row_an_event_and_a_refusal() -> None:
    """Two and two events, one hostile, one refusal; the bare document has none."""
    assert ["v1", "v2", "v1", "v2", "v1", ""] == [row["event"] for row in rows()]


def test_csv_keeps_numbers_and_guards_words() -> None:
    """A negative latitude is a number; a name that looks like a formula is not one."""
    hostile = rows()[4]
    assert ("-12.0", "'=HYPERLINK(1)", "'-2+3", "") == (
        hostile["lat"],
        hostile["perpetrator"],
        hostile["source_id"],
        hostile["url"],
    )


def test_csv_says_the_measure_in_names() -> None:
    """The issuer of a measure is named, its term in days and dates."""
    row = rows()[1]
    assert ("government of Peru", "60", "2031-07-02") == (row["measure_issuer"], row["measure_days"], row["measure_end"])


def test_csv_byte_order_mark_is_a_choice() -> None:
    """Old spreadsheets need the mark; others trip over it."""
    assert (True, False) == (written("csv", bom=True)[:3] == b"\xef\xbb\xbf", written("csv")[:3] == b"\xef\xbb\xbf")


def test_csv_leaves_the_file_open() -> None:
    """Whoever opened the file closes it."""
    out = io.BytesIO()
    WRITERS["csv"]([], out, FormatOptions())
    assert not out.closed


def test_geojson_has_a_feature_a_place() -> None:
    """Longitude first, radius and evidence with it; what has no place is counted."""
    found = json.loads(written("geojson"))
    first = found["features"][0]
    assert [[-76.51, -8.18], [-76.7, -7.0], [-77.03, 3.88], [-77.0, -12.0]] == [
        f["geometry"]["coordinates"] for f in found["features"]
    ]
    assert (25.0, 2, "Tocache") == tuple(first["properties"][key] for key in ("radius_km", "where_prec", "place"))
    assert (1, "too_large") == (found["unplaced_events"], found["refused"][0]["code"])


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_the_table_fits(width: int) -> None:
    """No line is wider than the terminal."""
    assert width >= max(len(line) for line in written("table", width=width).decode().splitlines())


def test_the_table_speaks_spanish() -> None:
    """Labels follow the interface; words of documents do not."""
    text = written("table", interface="es").decode()
    assert ("Fecha" in text, "ocurrido" in text, "Emergency in Tocache" in text) == (True, True, True)


def test_the_table_is_coloured_only_when_asked() -> None:
    """Escape sequences are for terminals."""
    assert (False, True) == (b"\x1b[1m" in written("table"), b"\x1b[1m" in written("table", color=True))
