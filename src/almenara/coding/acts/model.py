"""The act model: one logistic regression an act over sparse features of sentences, in numpy.

File: `features` (UTF-8 lines as bytes), `acts` (the same), `table` (features x acts, int8) with a `scale` an act, `bias`.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

SCALES = {"w": 1.0, "b": 0.7, "c": 0.4, "e": 0.3, "r": 0.7, "d": 0.7, "g": 0.6, "o": 0.7, "p": 0.25, "n": 0.25, "h": 0.25,
          "at": 0.5, "size": 0.5, "in": 0.3, "lang": 0.5, "name": 0.5, "x": 1.2, "e:": 0.7}  # fmt: skip
"""How loud each kind of feature is before a row is brought to length 1."""


def loudness(feature: str) -> float:
    """The value of a feature in a row that has it."""
    return SCALES[feature.partition(":")[0]]


class Table:
    """Linear scores of several outputs over named features."""

    def __init__(self, index: dict[str, int], values: NDArray[Any], table: NDArray[Any], bias: NDArray[Any]) -> None:
        self.index = index
        self.values = values
        self.table = table
        self.bias = bias

    def logits(self, rows: Sequence[Iterable[str]]) -> NDArray[np.float32]:
        """One row of scores for each row of features, shape (rows, outputs)."""
        get = self.index.get
        out = np.empty((len(rows), self.table.shape[1]), np.float32)
        for k, row in enumerate(rows):
            columns = [i for f in row if (i := get(f)) is not None]
            values = self.values[columns]
            norm = float(np.sqrt(values @ values)) + 1e-9
            out[k] = values @ self.table[columns] / norm + self.bias
        return out


class Model:
    """Which acts a sentence tells."""

    def __init__(self, acts: Sequence[str], table: Table) -> None:
        self.acts = tuple(acts)
        self.table = table

    def probabilities(self, rows: Sequence[Iterable[str]]) -> NDArray[np.float32]:
        """The probability that a sentence tells an act, shape (sentences, acts)."""
        return np.asarray(1 / (1 + np.exp(-self.table.logits(rows))), np.float32)

    def save(self, path: Path, *, least: float) -> None:
        """Write the model file; features that move no act by more than `least` are left out."""
        table = self.table
        keep = [(f, k) for f, k in table.index.items() if np.abs(table.table[k]).max() * table.values[k] >= least]
        kept = table.table[[k for _, k in keep]]
        scale = np.abs(kept).max(axis=0) / 127 + 1e-9
        np.savez_compressed(
            path,
            features=to_bytes(f for f, _ in keep),
            acts=to_bytes(self.acts),
            table=np.round(kept / scale).astype(np.int8),
            scale=scale.astype(np.float32),
            bias=table.bias.astype(np.float32),
        )

    @classmethod
    def load(cls, path: Path) -> "Model":
        """Read a model file."""
        with np.load(path, allow_pickle=False) as data:
            names = to_lines(data["features"])
            values = np.array([loudness(f) for f in names], np.float32)
            weights = data["table"].astype(np.float32) * data["scale"]
            table = Table({f: k for k, f in enumerate(names)}, values, weights, data["bias"])
            return cls(to_lines(data["acts"]), table)

    @staticmethod
    @cache
    def shipped() -> "Model":
        """The model of the package, read once."""
        with as_file(files("almenara.coding.acts").joinpath("data", "acts.npz")) as path:
            return Model.load(path)


def to_bytes(lines: Iterable[str]) -> NDArray[np.uint8]:
    """Lines as an array of bytes."""
    return np.frombuffer("\n".join(lines).encode(), np.uint8)


def to_lines(data: NDArray[np.uint8]) -> list[str]:
    """Lines from an array of bytes."""
    return data.tobytes().decode().split("\n")
