"""The graph's answers as layers."""

import os
from pathlib import Path

import pytest

from almenara.language import choice, network
from almenara.language.sequences import rows
from tests.language.fakes import LABELS, model


def test_only_what_hangs_on_the_root_is_root() -> None:
    """Whatever relation scores best."""
    fake = model()
    layers = fake.read(rows(["a", "b", "c"], 0, fake.pieces))
    assert ["root", "dep", "dep"] == [LABELS["deprel"][n] for n in layers.deprel]
    assert [0, 0, 1] == layers.heads.tolist()


def test_a_circle_is_mended() -> None:
    """By the scores of all arcs."""
    fake = model(heads=[2, 1, 0])
    assert [0, 0, 1] == fake.read(rows(["a", "b", "c"], 0, fake.pieces)).heads.tolist()


def test_nothing_to_read_is_no_fault() -> None:
    """A document without words."""
    assert 0 == len(model().read([]).heads)


@pytest.mark.skipif(not (choice.model_folder() / "reader.onnx").is_file(), reason="no reader's model")
def test_a_process_loads_the_model_once() -> None:
    """A forked worker, whose number differs, loads its own."""
    folder: Path = choice.model_folder()
    assert network.network(folder) is network.network(folder)
    assert network._load(folder, os.getpid() + 1) is not network.network(folder)
