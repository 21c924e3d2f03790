"""One-to-one assignment of the greatest total similarity."""

from collections.abc import Callable, Sequence
from typing import TypeVar

P = TypeVar("P")
G = TypeVar("G")


def match(found: Sequence[P], gold: Sequence[G], similarity: Callable[[P, G], float]) -> list[tuple[int, int]]:
    """Pairs (index in found, index in gold) of the best assignment whose similarity is above zero.

    SciPy solves it: among equally good assignments its choice is the one that the published figures rest on.
    """
    if not found or not gold:
        return []
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    weights = np.array([[similarity(p, g) for g in gold] for p in found])
    rows, columns = linear_sum_assignment(-weights)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if weights[i, j] > 0]
