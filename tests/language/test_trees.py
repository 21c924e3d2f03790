"""Trees out of scores."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from almenara.language.trees import best_tree, is_tree


def test_what_is_a_tree() -> None:
    """One root and no circle."""
    found = [is_tree(np.array(heads)) for heads in ([0], [2, 0, 2], [0, 0], [2, 1, 0], [2, 3, 1], [3, 1, 0])]
    assert [True, True, False, False, False, True] == found


@given(st.integers(1, 5), st.integers(0, 10_000))
@settings(max_examples=200, deadline=None)
def test_no_tree_is_better(size: int, seed: int) -> None:
    """Against all trees that there are."""
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    if seed % 2:
        scores[:, 0] += 3  # many would be root
    heads = best_tree(scores)
    assert is_tree(heads)
    others = (np.array(h) for h in product(range(size + 1), repeat=size))
    best = max(float(scores[np.arange(size), h].sum()) for h in others if is_tree(h) and all(h != np.arange(1, size + 1)))
    assert abs(best - float(scores[np.arange(size), heads].sum())) < 1e-4
