"""The role model: multinomial logistic regression over sparse features, and a second one over its answers, in numpy.

File: `features` and `triggers` (UTF-8 lines as bytes), `table` (features x roles, float16), `bias`, `trigger_weights`,
`again` (context rows x roles, with the bias as its last row), `read` (the same with rows for the reader's scores, empty
where it was trained without any), `threshold`.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from almenara.coding.roles import context
from almenara.model import Role

ROLES: tuple[Role, ...] = ("perpetrator", "victim", "target", "authority", "subject", "counterpart", "instrument", "object")
Array = NDArray[Any]


class Model:
    """Probabilities of the roles of the candidates of an event; the last column is "no participant"."""

    def __init__(self, index: Mapping[str, int], table: Array, bias: Array, triggers: Mapping[str, float]) -> None:
        self.index = index
        self.table = np.vstack((table, np.zeros((1, table.shape[1]), np.float32)))  # the last row: nothing known
        self.bias = bias
        self.triggers = triggers
        self.again: Array | None = None
        self.read: Array | None = None
        self.threshold = 0.4

    def probabilities(self, features: Sequence[Iterable[str]], near: context.Neighbours, signs: Array | None = None) -> Array:
        """For each candidate one probability a role and one for none; they add up to 1. `signs` are the reader's scores."""
        if not features:
            return np.zeros((0, len(ROLES) + 1))
        first = self.first(features)
        if self.again is None:
            return first
        rows, table = context.rows(first, near), self.again
        if signs is not None and self.read is not None and rows.shape[1] + signs.shape[1] + 1 == len(self.read):
            rows, table = np.hstack((rows, signs)), self.read  # another reader's scores are not those that were learned from
        return softmax(rows @ table[:-1] + table[-1])

    def first(self, features: Sequence[Iterable[str]]) -> Array:
        """Probabilities of the first model, which sees each candidate alone."""
        get = self.index.get
        known = [sorted(k for f in one if (k := get(f)) is not None) or [len(self.table) - 1] for one in features]
        starts = np.cumsum([0, *(len(k) for k in known[:-1])])
        scores = np.add.reduceat(self.table[[k for one in known for k in one]], starts, axis=0)
        return softmax(scores + self.bias)

    def save(self, path: Path, threshold: float) -> None:
        """Write the model file; words of triggers and rows that hardly weigh anything are left out."""
        keep = [(f, k) for f, k in self.index.items() if np.abs(self.table[k]).max() >= 0.02]
        np.savez_compressed(
            path,
            features=_to_bytes(f for f, _ in keep),
            table=self.table[[k for _, k in keep]].astype(np.float16),
            bias=self.bias.astype(np.float32),
            triggers=_to_bytes(self.triggers),
            trigger_weights=np.array(list(self.triggers.values()), np.float16),
            again=np.asarray(self.again, np.float32),
            read=np.zeros(0, np.float32) if self.read is None else np.asarray(self.read, np.float32),
            threshold=np.float32(threshold),
        )

    @classmethod
    def load(cls, path: Path) -> "Model":
        """Read a model file."""
        with np.load(path, allow_pickle=False) as data:
            index = {f: k for k, f in enumerate(_to_lines(data["features"]))}
            triggers = dict(zip(_to_lines(data["triggers"]), data["trigger_weights"].tolist(), strict=True))
            model = cls(index, data["table"].astype(np.float32), data["bias"], triggers)
            model.again = data["again"]
            model.read = data["read"] if data["read"].size else None
            model.threshold = float(data["threshold"])
        return model

    @staticmethod
    @cache
    def shipped() -> "Model":
        """The model of the package, read once."""
        with as_file(files("almenara.coding.roles").joinpath("data", "roles.npz")) as path:
            return Model.load(path)


def softmax(scores: Array) -> Array:
    """Rows of scores as probabilities."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def _to_bytes(lines: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode(), np.uint8)


def _to_lines(data: NDArray[np.uint8]) -> list[str]:
    return data.tobytes().decode().split("\n")
