"""What the reader's sentence vectors say of acts, where the reader gives vectors."""

from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from almenara.coding.acts.table import Arrays
from almenara.language import Parsed

LOWEST, HIGHEST = -8.0, 6.0
Views = tuple[NDArray[np.float32], ...]
"""Further logits of sentences and acts, beside those of the words."""


class Dense(Struct, frozen=True):
    """One logistic regression an act over vectors brought to mean 0 and spread 1; `weights` are (numbers, acts)."""

    mean: NDArray[Any]
    spread: NDArray[Any]
    weights: NDArray[Any]
    bias: NDArray[Any]

    def logits(self, vectors: NDArray[Any]) -> NDArray[np.float32]:
        """One row of scores a sentence, shape (sentences, acts)."""
        scaled = (np.asarray(vectors, np.float32) - self.mean) / self.spread
        return np.asarray(np.clip(scaled @ self.weights + self.bias, LOWEST, HIGHEST), np.float32)

    def packed(self) -> dict[str, NDArray[Any]]:
        """Arrays for a file."""
        return {
            "dense_mean": self.mean.astype(np.float32),
            "dense_spread": self.spread.astype(np.float32),
            "dense_weights": self.weights.astype(np.float16),
            "dense_bias": self.bias.astype(np.float32),
        }

    @classmethod
    def unpacked(cls, arrays: Arrays) -> "Dense | None":
        """The weights of a file, or None where it has none."""
        if "dense_mean" not in arrays:
            return None
        return cls(*(arrays[f"dense_{name}"].astype(np.float32) for name in ("mean", "spread", "weights", "bias")))


def vectors_of(parsed: Parsed) -> NDArray[Any] | None:
    """The vectors of a document's sentences, shape (sentences, numbers), or None where the reader gives none."""
    return parsed.scores.get("sentence")
