"""The linear scorer and its file."""

from pathlib import Path

import pytest

from almenara.coding.circumstances.scorer import Scorer


def test_unknown_features_weigh_nothing() -> None:
    """A score is the sum of the weights that are known."""
    assert 1.5 == Scorer({"a": 2.0, "b": -0.5}).score(["a", "b", "c"])


def test_shares_add_up_to_one() -> None:
    """Options of which one is right share the probability."""
    shares = Scorer({"a": 1.0}).shares([["a"], ["b"], []])
    assert pytest.approx(1.0) == sum(shares)
    assert shares[0] > shares[1] == shares[2]


def test_a_scorer_survives_its_file(tmp_path: Path) -> None:
    """Weights and threshold come back; names may hold any letters."""
    Scorer({"palabra=año|de": 1.25, "b": -3.0, "tiny": 0.0001}, 0.25).save(tmp_path / "x.npz")
    read = Scorer.load(tmp_path / "x.npz")
    assert ({"palabra=año|de": 1.25, "b": -3.0}, 0.25) == (read.weights, read.threshold)


def test_weights_by_class() -> None:
    """Features of several classes are read in one look-up."""
    assert {"f|g": [1.0, 2.0]} == Scorer({"x|f|g": 1.0, "y|f|g": 2.0}).by_class(["x", "y"])
