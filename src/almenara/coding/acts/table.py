"""Linear scores over named features, in numpy."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Arrays = Mapping[str, NDArray[Any]]


class Table:
    """Scores of several outputs; the values of a row's features are brought to length 1 first."""

    def __init__(self, index: Mapping[str, int], values: NDArray[Any], weights: NDArray[Any], bias: NDArray[Any]) -> None:
        self.index = index
        self.values = values
        self.weights = weights
        self.bias = bias

    def logits(self, rows: Sequence[Iterable[str]]) -> NDArray[np.float32]:
        """One row of scores for each row of features, shape (rows, outputs)."""
        get = self.index.get
        out = np.empty((len(rows), self.weights.shape[1]), np.float32)
        for k, row in enumerate(rows):
            columns = [i for f in row if (i := get(f)) is not None]
            values = self.values[columns]
            norm = float(np.sqrt(values @ values)) + 1e-9
            out[k] = values @ self.weights[columns] / norm + self.bias
        return out

    def packed(self, name: str, *, least: float) -> dict[str, NDArray[Any]]:
        """Arrays for a file; features that move no output by more than `least` are left out, weights are eight bits."""
        keep = [(f, k) for f, k in self.index.items() if np.abs(self.weights[k]).max() * self.values[k] >= least]
        rows = [k for _, k in keep]
        scale = np.abs(self.weights[rows]).max(axis=0) / 127 + 1e-9
        return {
            f"{name}_features": to_bytes(f for f, _ in keep),
            f"{name}_values": self.values[rows].astype(np.float16),
            f"{name}_weights": np.round(self.weights[rows] / scale).astype(np.int8),
            f"{name}_scale": scale.astype(np.float32),
            f"{name}_bias": self.bias.astype(np.float32),
        }

    @classmethod
    def unpacked(cls, name: str, arrays: Arrays) -> "Table":
        """The table that was packed under a name."""
        index = {f: k for k, f in enumerate(to_lines(arrays[f"{name}_features"]))}
        weights = arrays[f"{name}_weights"].astype(np.float32) * arrays[f"{name}_scale"]
        return cls(index, arrays[f"{name}_values"].astype(np.float32), weights, arrays[f"{name}_bias"])


class Judge:
    """A logistic regression over a few numbers, with a bias for each act."""

    def __init__(self, weights: NDArray[Any], bias: float, acts: NDArray[Any]) -> None:
        self.weights = weights
        self.bias = bias
        self.acts = acts

    def probabilities(self, rows: NDArray[Any], acts: Sequence[int] | NDArray[Any]) -> NDArray[np.float32]:
        """One probability a row; `acts` are the numbers of the rows' acts."""
        return np.asarray(1 / (1 + np.exp(-(rows @ self.weights + self.bias + self.acts[acts]))), np.float32)

    def probability(self, row: Sequence[float] | NDArray[Any], act: int) -> float:
        """The probability of one row."""
        return float(1 / (1 + np.exp(-(float(np.dot(self.weights, row)) + self.bias + float(self.acts[act])))))

    def packed(self, name: str) -> dict[str, NDArray[Any]]:
        """Arrays for a file."""
        return {
            name: np.concatenate(([self.bias], self.weights)).astype(np.float32),
            f"{name}_acts": self.acts.astype(np.float32),
        }

    @classmethod
    def unpacked(cls, name: str, arrays: Arrays) -> "Judge":
        """The judge that was packed under a name."""
        return cls(arrays[name][1:], float(arrays[name][0]), arrays[f"{name}_acts"])


def to_bytes(lines: Iterable[str]) -> NDArray[np.uint8]:
    """Lines as an array of bytes."""
    return np.frombuffer("\n".join(lines).encode(), np.uint8)


def to_lines(data: NDArray[np.uint8]) -> list[str]:
    """Lines from an array of bytes."""
    return data.tobytes().decode().split("\n")
