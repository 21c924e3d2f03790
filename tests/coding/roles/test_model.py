"""The model file and its arithmetic."""

from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from almenara.coding.roles import context
from almenara.coding.roles.context import Neighbours
from almenara.coding.roles.model import ROLES, Model

ALONE = Neighbours([[], []], [[1], [0]])


@pytest.fixture
def small() -> Model:
    """A model of two features that pull to the first and the second role."""
    table = np.zeros((2, 9), np.float32)
    table[0, 0] = table[1, 1] = 3.0
    model = Model({"a": 0, "b": 1}, table, np.zeros(9, np.float32), {"arrest|detain": 2.0})
    width = context.rows(np.full((2, 9), 1 / 9), ALONE).shape[1]
    model.again = np.zeros((width + 1, 9), np.float32)
    return model


def test_each_feature_pulls_to_its_role(small: Model) -> None:
    """Rows add up to one; a candidate without a known feature gets the bias alone."""
    chances = small.first([{"a"}, {"b", "unknown"}, {"unknown"}, set()])
    assert np.allclose(1.0, chances.sum(1))
    assert [0, 1] == chances[:2].argmax(1).tolist()
    assert np.allclose(1 / 9, chances[2:])


def test_the_second_look_decides(small: Model) -> None:
    """Its weights are laid on the first answers."""
    assert small.again is not None
    small.again[-1, 4] = 5.0
    assert [4, 4] == small.probabilities([{"a"}, {"b"}], ALONE).argmax(1).tolist()


def test_an_event_without_candidates_has_no_rows(small: Model) -> None:
    """Nothing in, nothing out."""
    assert (0, len(ROLES) + 1) == small.probabilities([], Neighbours([], [])).shape


def test_a_saved_model_says_the_same(small: Model, tmp_path: Path) -> None:
    """Up to the precision of half floats."""
    small.save(tmp_path / "roles.npz", 0.3)
    again = Model.load(tmp_path / "roles.npz")
    assert np.allclose(small.probabilities([{"a"}, {"b"}], ALONE), again.probabilities([{"a"}, {"b"}], ALONE), atol=1e-3)
    assert 0.3 == pytest.approx(again.threshold)
    assert small.triggers == again.triggers


def test_context_tells_who_is_surer() -> None:
    """A candidate's row holds how far it leads each role over the others."""
    chances = np.full((2, 9), 0.05)
    chances[0, 2] = 0.6
    rows = context.rows(chances, ALONE)
    lead = rows[:, 9 + 2]
    assert lead[0] > 0 > lead[1]


def test_the_shipped_model_is_small() -> None:
    """Under 3 MB, loaded without pickles."""
    assert len(files("almenara.coding.roles").joinpath("data", "roles.npz").read_bytes()) < 3_000_000
    assert 0.1 < Model.shipped().threshold < 0.6


def test_scores_of_the_reader_weigh_where_there_are_some(small: Model) -> None:
    """A row for each score; without scores the second look has its own weights."""
    assert small.again is not None
    small.read = np.vstack((small.again[:-1], np.zeros((2, 9), np.float32), small.again[-1:]))
    small.read[-2, 3] = 4.0
    signs = np.array([[0.0, 1.0], [0.0, -1.0]], np.float32)
    assert 3 == small.probabilities([{"a"}, {"b"}], ALONE, signs)[0].argmax()
    assert 3 != small.probabilities([{"a"}, {"b"}], ALONE)[0].argmax()


def test_a_saved_model_keeps_the_weights_of_scores(small: Model, tmp_path: Path) -> None:
    """Absent ones stay absent."""
    small.save(tmp_path / "plain.npz", 0.3)
    assert Model.load(tmp_path / "plain.npz").read is None
    small.read = np.ones((3, 9), np.float32)
    small.save(tmp_path / "read.npz", 0.3)
    found = Model.load(tmp_path / "read.npz").read
    assert found is not None
    assert np.array_equal(small.read, found)
