"""A linear model over hashed features: which numbers are figures, and what an event's numbers count."""

import zlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
from msgspec import Struct

BUCKETS = 2**15


def buckets(features: Iterable[str]) -> list[int]:
    """The distinct buckets of some features."""
    return list({zlib.crc32(f.encode()) % BUCKETS for f in features})


class Linear(Struct, frozen=True):
    """One row of weights a class, the bias being a feature; `thresholds` by language are what training found best.

    `context` are the weights of the second look, over context.FEATURES; None where there is none.
    """

    classes: tuple[str, ...]
    weights: Any
    thresholds: dict[str, float]
    context: Any = None

    def scores(self, features: Iterable[str]) -> Any:
        """The logit of each class."""
        return self.weights[:, buckets(features)].sum(axis=1)

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """The logistic of each class' score, summing to 1."""
        found = logistic(self.scores(features))
        return dict(zip(self.classes, (found / found.sum()).tolist(), strict=True))


def logistic(scores: Any) -> Any:
    """Probabilities of logits."""
    return 1 / (1 + np.exp(-np.clip(scores, -30, 30)))


@cache
def shipped(name: str) -> Linear:
    """The model in data/<name>.npz, made by training/quantities.py."""
    with as_file(files("almenara.coding.quantities").joinpath(f"data/{name}.npz")) as path, np.load(path) as raw:
        thresholds = dict(zip([str(x) for x in raw["languages"]], [float(x) for x in raw["thresholds"]], strict=True))
        context = raw["context"] if "context" in raw.files else None
        return Linear(tuple(str(c) for c in raw["classes"]), raw["weights"].astype(np.float32), thresholds, context)
