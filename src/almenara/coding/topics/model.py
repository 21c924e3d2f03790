"""The topic model: one logistic regression a topic over the concepts of a document, in numpy.

File: `features` (UTF-8 lines as bytes), `idf`, `weights` (topics x features, float16), `bias`, `thresholds`.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, get_args

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from almenara.model import TopicCode

TOPICS: tuple[TopicCode, ...] = get_args(TopicCode)


class Model(Struct, frozen=True):
    """Weights by feature; a topic is given where its probability reaches its threshold."""

    index: dict[str, int]
    idf: Any
    weights: Any
    bias: Any
    thresholds: Any

    def probabilities(self, counts: Mapping[str, float]) -> NDArray[Any]:
        """The probability of each topic of `TOPICS`."""
        rows = {k: n for f, n in counts.items() if (k := self.index.get(f)) is not None}
        columns = np.fromiter(rows, dtype=np.int64, count=len(rows))
        values = np.fromiter(rows.values(), dtype=np.float32, count=len(rows)) * self.idf[columns]
        length = float(np.sqrt((values**2).sum())) or 1.0
        scores = self.bias + self.weights[:, columns] @ (values / length)
        return np.asarray(1 / (1 + np.exp(-scores)))

    def save(self, path: Path) -> None:
        """Write the model file."""
        np.savez_compressed(
            path,
            features=np.frombuffer("\n".join(self.index).encode(), np.uint8),
            idf=self.idf.astype(np.float16),
            weights=self.weights.astype(np.float16),
            bias=self.bias.astype(np.float32),
            thresholds=self.thresholds.astype(np.float32),
        )


@cache
def shipped() -> Model:
    """The model of the package, made by training/topics.py."""
    with (
        as_file(files("almenara.coding.topics").joinpath("data", "topics.npz")) as path,
        np.load(path, allow_pickle=False) as raw,
    ):
        names = raw["features"].tobytes().decode().split("\n")
        arrays = {key: raw[key].astype(np.float32) for key in ("idf", "weights", "bias", "thresholds")}
        return Model({f: k for k, f in enumerate(names)}, **arrays)
