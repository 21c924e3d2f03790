"""Which reader parses."""

from pathlib import Path

import pytest

from almenara import language
from almenara.language import choice
from almenara.model import Refused, Unavailable
from tests import pipelines


def test_an_unknown_reader_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A spelling mistake must not fall back on another reader in silence."""
    monkeypatch.setenv("ALMENARA_READER", "spicy")
    with pytest.raises(Refused, match=r"unknown_reader: ALMENARA_READER is 'spicy'; known: onnx, spacy"):
        language.load("en")


def test_an_empty_setting_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with every other setting."""
    monkeypatch.setenv("ALMENARA_READER", "")
    assert choice.DEFAULT == choice.chosen()


def test_a_missing_model_names_its_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What lacks, and where it was looked for."""
    (tmp_path / "labels.json").write_text("{}", "utf-8")
    monkeypatch.setenv("ALMENARA_READER", "onnx")
    monkeypatch.setenv("ALMENARA_MODEL", str(tmp_path))
    with pytest.raises(Unavailable, match=rf"no_model: the reader's model lacks reader.onnx, pieces.json in {tmp_path}"):
        language.load("en")


def test_a_change_of_reader_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A parser already loaded does not hide what the setting says now."""
    pipelines.need()
    monkeypatch.setenv("ALMENARA_READER", "spacy")
    parser = language.load("es")
    assert parser is language.load("es")
    monkeypatch.setenv("ALMENARA_READER", "onnx")
    monkeypatch.setenv("ALMENARA_MODEL", str(tmp_path))
    with pytest.raises(Unavailable, match="no_model"):
        language.load("es")
