"""A linear model over hashed features: which numbers are figures, and what an event's numbers count."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
from msgspec import Struct


class Linear(Struct, frozen=True):
    """Weights of features.BUCKETS by classes, the bias being a feature; `thresholds` by language are what training found best.

    `context` are the weights of the second look, over context.FEATURES; None where there is none.
    """

    classes: tuple[str, ...]
    weights: Any
    thresholds: dict[str, float]
    context: Any = None

    def scores(self, buckets: Sequence[int]) -> Any:
        """The logit of each class."""
        return self.weights[buckets].sum(axis=0)

    def probabilities(self, buckets: Sequence[int]) -> Any:
        """The logistic of each class' score, summing to 1, in order of `classes`."""
        found = logistic(self.scores(buckets))
        return found / found.sum()


def logistic(scores: Any) -> Any:
    """Probabilities of logits."""
    return 1 / (1 + np.exp(-np.clip(scores, -30, 30)))


@cache
def shipped(name: str) -> Linear:
    """The model in data/<name>.npz, made by training/quantities.py."""
    with as_file(files("almenara.coding.quantities").joinpath(f"data/{name}.npz")) as path, np.load(path) as raw:
        thresholds = dict(zip([str(x) for x in raw["languages"]], [float(x) for x in raw["thresholds"]], strict=True))
        context = raw["context"] if "context" in raw.files else None
        return Linear(
            tuple(str(c) for c in raw["classes"]), np.ascontiguousarray(raw["weights"].T, dtype=np.float32), thresholds, context
        )
