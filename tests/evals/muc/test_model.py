"""Linear scores and trees with numpy alone."""

import numpy as np
import pytest
from evals.muc.model import BUCKETS, Linear, Trees, buckets


def test_a_row_is_scaled_to_length_one() -> None:
    """Four features with weight 2 each and scale 1 give 8 / 2."""
    model = Linear(np.full((8, 1), 2, np.int8), np.ones(1, np.float32), np.zeros(1, np.float32))
    assert [4.0] == model.scores(np.arange(4)).tolist()


def test_buckets_are_sorted_and_once_each() -> None:
    """The order of a set must not show."""
    found = buckets({"a", "b", "c"})
    assert sorted(set(found.tolist())) == found.tolist()
    assert found.max() < BUCKETS


def test_a_tree_sends_each_row_to_its_leaf() -> None:
    """At most the threshold goes left."""
    nodes = np.array([[0, 0, 1.5, 1, 2, 0], [0, -1, 0, 0, 0, -3], [0, -1, 0, 0, 0, 3]], np.float32)
    found = Trees(nodes, 0.0).probabilities(np.array([[1.0], [2.0]], np.float32))
    assert [pytest.approx(0.0474, abs=1e-3), pytest.approx(0.9526, abs=1e-3)] == found.tolist()
