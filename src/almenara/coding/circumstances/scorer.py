"""A linear scorer over named features: one weight a feature, read from data/<name>.npz, made by training/circumstances.py.

File: `features` (UTF-8 lines as bytes), `weights` (float16), `threshold`.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np


class Scorer:
    """`threshold` is the least probability with which training keeps a candidate."""

    def __init__(self, weights: Mapping[str, float], threshold: float = 0.5) -> None:
        self.weights = weights
        self.threshold = threshold

    def score(self, features: Iterable[str]) -> float:
        """The sum of the weights of some features; unknown ones weigh nothing."""
        known = self.weights
        return sum([known[f] for f in features if f in known])

    def probability(self, features: Iterable[str]) -> float:
        """The logistic of the score."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.score(features)))))

    def shares(self, options: Sequence[Iterable[str]]) -> list[float]:
        """The probability of each of some options of which one is right."""
        scores = [self.score(features) for features in options]
        most = max(scores)
        powers = [math.exp(s - most) for s in scores]
        return [p / sum(powers) for p in powers]

    def by_class(self, classes: Sequence[str]) -> dict[str, list[float]]:
        """Weights of one feature for several classes, from features written as "class|feature"."""
        out: dict[str, list[float]] = {}
        for name, weight in self.weights.items():
            label, _, feature = name.partition("|")
            out.setdefault(feature, [0.0] * len(classes))[classes.index(label)] = weight
        return out

    def save(self, path: Path) -> None:
        """Write the file; weights too small to matter are left out."""
        kept = {f: w for f, w in sorted(self.weights.items()) if abs(w) >= 0.005}
        np.savez_compressed(
            path,
            features=np.frombuffer("\n".join(kept).encode(), np.uint8),
            weights=np.array(list(kept.values()), np.float16),
            threshold=np.float32(self.threshold),
        )

    @classmethod
    def load(cls, path: Path) -> "Scorer":
        """Read a file that `save` wrote."""
        with np.load(path, allow_pickle=False) as data:
            names = data["features"].tobytes().decode().split("\n")
            return cls(dict(zip(names, data["weights"].astype(float).tolist(), strict=True)), float(data["threshold"]))


@cache
def shipped(name: str) -> Scorer:
    """The scorer of the package under a name, read once."""
    with as_file(files("almenara.coding.circumstances").joinpath("data", f"{name}.npz")) as path:
        return Scorer.load(path)
