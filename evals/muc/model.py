"""The weights of the adapter: linear models over hashed features, and boosted trees, with numpy alone."""

from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

WEIGHTS = Path(__file__).parents[1] / "data" / "muc4.npz"
BUCKETS = 1 << 18
Floats = NDArray[np.float32]


class Model:
    """What `training/muc4.py` wrote: `spots`, `kinds` and `belongs` over features, `trees`, `deciders`, limits."""

    def __init__(self, arrays: "dict[str, NDArray[Any]]") -> None:
        self.spots = Linear(arrays["spots"], arrays["spots_scale"], arrays["spots_bias"])
        self.kinds = Linear(arrays["kinds"], arrays["kinds_scale"], arrays["kinds_bias"])
        self.trees = [Trees(arrays["nodes"][arrays["of_role"] == r], float(b)) for r, b in enumerate(arrays["tree_bias"])]
        self.belongs = Linear(arrays["belongs"], arrays["belongs_scale"], arrays["belongs_bias"])
        self.deciders = arrays["deciders"]
        self.kind_limits = arrays["kind_limits"]
        self.role_limits = arrays["role_limits"]
        self.belongs_limit = float(arrays["belongs_limit"])

    def decided(self, evidence: Floats) -> Floats:
        """Log odds of each type, and of any, on the evidence of `deciding.evidence`; the last row of weights is the bias."""
        out: Floats = evidence @ self.deciders[:-1] + self.deciders[-1]
        return out


class Linear:
    """Scores of several labels; a row of features is scaled to length 1."""

    def __init__(self, weights: "NDArray[np.int8]", scale: Floats, bias: Floats) -> None:
        self.weights, self.scale, self.bias = weights, scale, bias

    def scores(self, row: "NDArray[np.int64]") -> Floats:
        """Log odds of each label, of one row of buckets."""
        total = self.weights[row].sum(0, dtype=np.int32) * self.scale / np.sqrt(max(len(row), 1))
        out: Floats = (total + self.bias).astype(np.float32)
        return out


class Trees:
    """Boosted trees of one label. Rows of `nodes`: tree, feature (-1 in a leaf), threshold, left, right, value."""

    def __init__(self, nodes: Floats, bias: float) -> None:
        self.bias = bias
        self.trees = [nodes[nodes[:, 0] == t, 1:] for t in np.unique(nodes[:, 0])]

    def probabilities(self, rows: Floats) -> Floats:
        """Probability of each row of features."""
        total = np.full(len(rows), self.bias, np.float32)
        for tree in self.trees:
            at = np.zeros(len(rows), np.int64)
            while (inner := tree[at, 0] >= 0).any():
                which = np.flatnonzero(inner)
                node = tree[at[which]]
                goes_left = rows[which, node[:, 0].astype(np.int64)] <= node[:, 1]
                at[which] = np.where(goes_left, node[:, 2], node[:, 3]).astype(np.int64)
            total += tree[at, 4]
        return (1 / (1 + np.exp(-total))).astype(np.float32)


def buckets(features: "set[str]") -> "NDArray[np.int64]":
    """The buckets of features, each once, in order."""
    return np.unique(np.fromiter((crc32(f.encode()) % BUCKETS for f in features), np.int64, len(features)))


@cache
def shipped() -> Model:
    """The trained model beside the evaluations."""
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        return Model({name: stored[name] for name in stored.files})
