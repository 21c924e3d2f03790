"""Governors that make no tree, mended: the best tree with one root by the scores of all arcs (Chu and Liu 1965, Edmonds 1967).

Heads count words from 1; 0 is the root. `scores[w, h]` is the score of head `h` for word `w` (which is node w + 1).
"""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


def is_tree(heads: Ints) -> bool:
    """Whether every word leads to the root and one word alone hangs on it."""
    up = np.concatenate([[0], heads])
    for _ in range(len(heads).bit_length()):
        up = up[up]
    return int((heads == 0).sum()) == 1 and not up.any()


def best_tree(scores: Floats) -> Ints:
    """The heads of the best tree with exactly one root; `scores` is [w, w + 1]."""
    size = len(scores)
    whole = np.full((size + 1, size + 1), -np.inf)
    whole[1:] = scores
    np.fill_diagonal(whole, -np.inf)
    heads: Ints = _maximal(whole)[1:]
    if int((heads == 0).sum()) > 1:
        whole[1:, 0] -= size * (float(scores.max() - scores.min()) + 1.0)  # a second root costs more than any arc can win
        heads = _maximal(whole)[1:]
    return heads


def _maximal(scores: NDArray[np.float64]) -> Ints:
    """The best head of each node, node 0 being above all: greedy, each circle contracted to one node and solved again."""
    heads: Ints = scores.argmax(1)
    heads[0] = 0
    circle = _circle(heads)
    if not circle:
        return heads
    inside = np.array(circle)
    rest = np.ones(len(heads), bool)
    rest[inside] = False
    outside = np.flatnonzero(rest)
    gain = scores[np.ix_(inside, outside)] - scores[inside, heads[inside]][:, None]
    leaving = scores[np.ix_(outside, inside)]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1], small[:-1, -1] = gain.max(0), leaving.max(1)
    solved = _maximal(small)
    own = solved[:-1]
    heads[outside] = np.where(own < len(outside), outside[own.clip(max=len(outside) - 1)], inside[leaving.argmax(1)])
    heads[0] = 0
    entry = solved[-1]
    heads[inside[gain[:, entry].argmax()]] = outside[entry]
    return heads


def _circle(heads: Ints) -> list[int]:
    """The nodes of one circle, if there is one."""
    up = heads.tolist()
    seen = [0] * len(up)
    for start in range(1, len(up)):
        at = start
        while at and not seen[at]:
            seen[at] = start
            at = up[at]
        if at and seen[at] == start:
            circle = [at]
            while up[circle[-1]] != at:
                circle.append(up[circle[-1]])
            return circle
    return []
