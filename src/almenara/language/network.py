"""The reader's model: loaded once a process, on one thread, and run batch by batch."""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import msgspec
import numpy as np

from almenara.language.pieces import Pieces, pieces
from almenara.language.sequences import Row, batches, tensors
from almenara.language.trees import Floats, Ints, are_trees, best_tree
from almenara.model import Unavailable

FILES = ("reader.onnx", "pieces.json", "labels.json")
LAYERS = ("upos", "xpos", "names", "deprel")
TREE = ("heads", "arcs")
NEVER = -1e9


class Session(Protocol):
    """What runs the graph: onnxruntime's session, or a fake in tests."""

    def run(self, names: list[str], given: dict[str, Any]) -> list[Any]:
        """The outputs of those names."""
        ...

    def get_outputs(self) -> list[Any]:
        """All outputs, each with a `name`."""
        ...


class Layers(msgspec.Struct):
    """What the model says of the words read: numbers of labels, heads as numbers of words (a root is its own), other scores."""

    upos: Ints
    xpos: Ints
    names: Ints
    deprel: Ints
    heads: Ints
    of_words: dict[str, Floats] = {}
    of_rows: dict[str, Floats] = {}


class Network:
    """A model with its pieces and labels."""

    def __init__(self, session: Session, known: Pieces, labels: dict[str, list[str]]) -> None:
        self.session, self.pieces, self.labels = session, known, labels
        there = [o.name for o in session.get_outputs()]
        self.more = [n for n in there if n not in (*LAYERS, *TREE)]
        self.root = labels["deprel"].index("root")

    def read(self, found: Sequence[Row]) -> Layers:
        """All layers of some rows that follow each other."""
        size = found[-1].last if found else 0
        upos, xpos, names, deprel, heads = np.zeros((5, size), np.int64)
        out = Layers(upos, xpos, names, deprel, heads)
        for group in batches(found):
            self._read(found, group, out)
        return out

    def _read(self, found: Sequence[Row], group: list[int], out: Layers) -> None:
        given = tensors([found[i] for i in group])
        names = [*LAYERS, *TREE, *self.more]
        said: dict[str, Any] = dict(zip(names, self.session.run(names, given), strict=True))
        there = given["word_mask"] > 0
        starts = np.array([found[i].first for i in group])
        at = (starts[:, None] + np.arange(there.shape[1]))[there]
        heads = _trees(said["heads"], said["arcs"], given["word_mask"])
        said["deprel"][..., self.root] = NEVER
        for layer in LAYERS:
            getattr(out, layer)[at] = said[layer].argmax(-1)[there]
        out.deprel[at[heads[there] == 0]] = self.root
        out.heads[at] = np.where(heads == 0, np.arange(heads.shape[1]), heads - 1)[there] + np.repeat(starts, there.sum(1))
        for name in self.more:
            _keep(name, said[name], (at, there, group), (len(out.upos), len(found), out))


def _trees(heads: Ints, arcs: Floats, mask: Ints) -> Ints:
    """The heads, those of a row that are no tree replaced by the best tree."""
    for i in np.flatnonzero(~are_trees(heads, mask)):
        size = int(mask[i].sum())
        heads[i, :size] = best_tree(arcs[i, :size, : size + 1])
    return heads


def _keep(name: str, said: Floats, where: tuple[Any, Any, list[int]], into: tuple[int, int, Layers]) -> None:
    """Put further scores of words or rows in their places."""
    (at, there, group), (words, all_rows, out) = where, into
    if said.ndim == 3:
        out.of_words.setdefault(name, np.zeros((words, said.shape[2]), np.float32))[at] = said[there]
    else:
        out.of_rows.setdefault(name, np.zeros((all_rows, said.shape[1]), np.float32))[group] = said


def network(folder: Path) -> Network:
    """The model of a folder, loaded once in each process (a forked worker loads its own); raises Unavailable("no_model")."""
    return _load(folder, os.getpid())


def need(folder: Path) -> None:
    """Raises Unavailable("no_model") naming the file that is missing."""
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise Unavailable("no_model", f"the reader's model lacks {', '.join(missing)} in {folder} (see ALMENARA_MODEL)")


@cache
def _load(folder: Path, _process: int) -> Network:
    need(folder)
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(folder / "reader.onnx", options, providers=["CPUExecutionProvider"])
    labels = msgspec.json.decode((folder / "labels.json").read_bytes(), type=dict[str, list[str]])
    return Network(session, pieces(folder / "pieces.json"), labels)
