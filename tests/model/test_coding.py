"""Codings: evidence checked, JSON and Parquet there and back, schema shipped."""

import io
import json
from pathlib import Path

import msgspec
import pytest

from almenara.model import Coding, Document, Refusal, Refused, Section, Span, jsonl, parquet, schema
from tests.model.factory import TEXT, coding, document


def test_a_false_quote_cannot_be_built() -> None:
    """No value without evidence: the text must hold the words at the offsets."""
    event = msgspec.structs.replace(coding().events[0], evidence=(Span(0, 3, "The"), Span(4, 8, "navy")))
    with pytest.raises(ValueError, match="the text does not say so at 4:8"):
        Coding(document=document(), events=(event,))


def test_a_false_quote_cannot_be_read() -> None:
    """A file that was tampered with is refused where it is read."""
    line = jsonl.dump(coding()).replace(b'"attacked a patrol"', b'"defended patrols"', 1)
    with pytest.raises(msgspec.ValidationError):
        jsonl.load(line)


def test_json_lines_there_and_back() -> None:
    """What is written is read again, refusals among codings."""
    items = [coding(), Refusal(source="x.html", code="empty", reason="no bytes")]
    out = io.BytesIO()
    assert 2 == jsonl.write(items, out)
    assert items == list(jsonl.read(out.getvalue().splitlines()))


def test_a_refusal_is_a_line_of_its_own_shape() -> None:
    """Readers tell refusals by their one key."""
    line = jsonl.dump(Refusal(source="x", code="empty", reason="no bytes"))
    assert b'{"refused":{"source":"x","code":"empty","reason":"no bytes"}}' == line


def test_parquet_there_and_back(tmp_path: Path) -> None:
    """The same codings come out of Parquet as went in."""
    path = tmp_path / "c.parquet"
    assert 1 == parquet.write([coding()], path)
    assert [coding()] == list(parquet.read(path))


def test_the_shipped_schema_is_the_structs() -> None:
    """schema.json is generated (python -m almenara.model.schema); a change of a struct must come with it."""
    assert json.loads(json.dumps(schema.build())) == schema.shipped()


def test_a_confidence_above_one_is_refused() -> None:
    """Confidence is a probability."""
    line = jsonl.dump(coding()).replace(b'"confidence":0.8', b'"confidence":1.8')
    with pytest.raises(msgspec.ValidationError, match="<= 1"):
        jsonl.load(line)


def test_sections_in_disorder_are_refused() -> None:
    """Sections lie in order, apart, inside the text."""
    with pytest.raises(ValueError, match="section out of order"):
        Document(id="x", text=TEXT, sections=(Section(kind="body", start=5, end=9), Section(kind="body", start=0, end=4)))


def test_errors_survive_a_worker_process() -> None:
    """Codes and reasons cross a process border."""
    import pickle

    error = pickle.loads(pickle.dumps(Refused("empty", "no bytes")))  # noqa: S301
    assert ("empty", "no bytes") == (error.code, error.reason)
