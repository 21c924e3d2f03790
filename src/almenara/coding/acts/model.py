"""Everything that is learned of acts, in one file: which acts a sentence tells, what is one event, how it is told.

`told` scores sentences for each act, `again` looks a second time with the document around, `same` joins tellings, `real`
scores the realities and, last column, background. Where the reader gives sentence vectors, `dense` scores those as well and
`closer` looks a second time in place of `again`.
`limits` holds the decisions' thresholds, `rare` the acts that only the lexicon knows.
"""

from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, get_args

import numpy as np
from msgspec import Struct
from msgspec.structs import astuple
from numpy.typing import NDArray

from almenara.coding.acts.dense import Dense, Views, vectors_of
from almenara.coding.acts.table import Judge, Table, to_bytes, to_lines
from almenara.language import Parsed
from almenara.model import Reality

REALITIES: tuple[Reality, ...] = get_args(Reality)
LOUDNESS = {"w": 1.0, "b": 0.7, "r": 0.7, "d": 0.7, "g": 0.6, "o": 0.7, "p": 0.25, "n": 0.25, "h": 0.25, "at": 0.5, "size": 0.5,
            "in": 0.3, "lang": 0.5, "name": 0.5, "x": 3.0, "xe": 2.0, "xp": 0.3, "xn": 0.3, "xh": 0.3, "xc": 0.3}  # fmt: skip
"""How much each kind of feature weighs in a row."""


class Limits(Struct, frozen=True):
    """An event needs a probability of `event` that it is told and new; a telling of `telling`; `join` makes two tellings one.

    In a document that is less about acts than `about` (see relevance) a telling needs `alone`. That limit is set by hand: the
    corpora to train on hold no documents about something else.
    """

    event: float = 0.27
    telling: float = 0.1
    join: float = 0.3
    about: float = -4.8
    alone: float = 0.9


class Model:
    """The learned parts."""

    def __init__(
        self, acts: Sequence[str], tables: tuple[Table, Table], judges: tuple[Judge, Judge], idf: Mapping[str, float]
    ) -> None:
        self.acts = tuple(acts)
        self.told, self.real = tables
        self.again, self.same = judges
        self.idf = idf
        self.dense: Dense | None = None
        self.closer: Judge | None = None
        self.limits = Limits()
        self.rare: frozenset[str] = frozenset()

    @cached_property
    def triggers(self) -> dict[str, dict[str, float]]:
        """How much a lemma speaks for an act, by act; small weights are left out."""
        out: dict[str, dict[str, float]] = {act: {} for act in self.acts}
        for kind in ("w:", "r:"):
            for feature, k in self.told.index.items():
                if feature.startswith(kind):
                    row = self.told.weights[k] * self.told.values[k]
                    for a in np.nonzero(row > 1)[0]:
                        there = out[self.acts[a]]
                        there[feature[2:]] = there.get(feature[2:], 0.0) + float(row[a])
        return out

    def further(self, parsed: Parsed) -> Views:
        """The further views of a document's sentences, or none where the reader gives no vectors."""
        vectors = vectors_of(parsed)
        return (self.dense.logits(vectors),) if self.dense and vectors is not None else ()

    def save(self, path: Path) -> None:
        """Write the model file."""
        np.savez_compressed(
            path,
            acts=to_bytes(self.acts),
            rare=to_bytes(sorted(self.rare)),
            words=to_bytes(self.idf),
            idf=np.array(list(self.idf.values()), np.float16),
            limits=np.array([*astuple(self.limits)]),
            **self.told.packed("told", least=0.3),  # type: ignore[arg-type]
            **self.real.packed("real", least=0.1),  # type: ignore[arg-type]
            **self.again.packed("again"),  # type: ignore[arg-type]
            **self.same.packed("same"),  # type: ignore[arg-type]
            **(self.dense.packed() if self.dense else {}),  # type: ignore[arg-type]
            **(self.closer.packed("closer") if self.closer else {}),  # type: ignore[arg-type]
        )

    @classmethod
    def load(cls, path: Path) -> "Model":
        """Read a model file."""
        with np.load(path, allow_pickle=False) as file:
            data: dict[str, NDArray[Any]] = dict(file)
        tables = (Table.unpacked("told", data), Table.unpacked("real", data))
        judges = (Judge.unpacked("again", data), Judge.unpacked("same", data))
        idf = dict(zip(to_lines(data["words"]), data["idf"].tolist(), strict=True))
        model = cls(to_lines(data["acts"]), tables, judges, idf)
        model.dense = Dense.unpacked(data)
        model.closer = Judge.unpacked("closer", data) if "closer" in data else None
        model.limits = Limits(*data["limits"].tolist())
        model.rare = frozenset(to_lines(data["rare"]))
        return model

    @staticmethod
    @cache
    def shipped() -> "Model":
        """The model of the package, read once."""
        with as_file(files("almenara.coding.acts").joinpath("data", "acts.npz")) as path:
            return Model.load(path)
