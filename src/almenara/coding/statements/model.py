"""A logistic regression over hashed features: which statements a coder would keep."""

import zlib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
from msgspec import Struct

BUCKETS = 2**14


@lru_cache(maxsize=100_000)
def bucket(feature: str) -> int:
    """The bucket of one feature."""
    return zlib.crc32(feature.encode()) % BUCKETS


def buckets(features: Iterable[str]) -> list[int]:
    """The distinct buckets of some features."""
    return list({bucket(f) for f in features})


class Linear(Struct, frozen=True):
    """One weight a bucket; `thresholds` by language are what training found best."""

    weights: Any
    thresholds: dict[str, float]

    def probability(self, told: list[int]) -> float:
        """The logistic of the sum of the weights of some buckets."""
        score = float(self.weights[told].sum())
        return float(1 / (1 + np.exp(-min(max(score, -30.0), 30.0))))


@cache
def shipped(name: str) -> Linear:
    """The model in data/<name>.npz, made by training/statements.py."""
    with (
        as_file(files("almenara.coding.statements").joinpath(f"data/{name}.npz")) as path,
        np.load(path, allow_pickle=False) as raw,
    ):
        thresholds = dict(zip([str(x) for x in raw["languages"]], [float(x) for x in raw["thresholds"]], strict=True))
        return Linear(raw["weights"].astype(np.float32), thresholds)
