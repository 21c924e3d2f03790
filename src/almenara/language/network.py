"""The reader's model: loaded once a process, on one thread, and run batch by batch."""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import msgspec
import numpy as np

from almenara.language.pieces import Pieces, pieces
from almenara.language.sequences import Row, tensors
from almenara.language.trees import Floats, Ints, best_tree, is_tree
from almenara.model import Unavailable

FILES = ("reader.onnx", "pieces.json", "labels.json")
LAYERS = ("upos", "xpos", "deprel")
REST = ("names", "heads", "arcs")
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
    """What the model says of the words read: numbers of labels, heads as numbers of words, scores of names, further scores.

    A root is its own head.
    """

    upos: Ints
    xpos: Ints
    deprel: Ints
    heads: Ints
    names: Floats
    of_words: dict[str, Floats] = {}
    of_rows: dict[str, Floats] = {}


class Network:
    """A model with its pieces and labels."""

    def __init__(self, session: Session, known: Pieces, labels: dict[str, list[str]]) -> None:
        self.session, self.pieces, self.labels = session, known, labels
        there = [o.name for o in session.get_outputs()]
        self.more = [n for n in there if n not in (*LAYERS, *REST)]
        self.outputs = [*LAYERS, *REST, *self.more]
        self.root = labels["deprel"].index("root")

    def read(self, found: Sequence[Row]) -> Layers:
        """All layers of some rows that follow each other.

        Row by row: the 8-bit graph scales its numbers by the largest of a batch, so that a neighbour would change what is read
        (one word in twenty, measured); and the work of one sentence stays in the processor's cache, which makes up for the calls.
        """
        size = found[-1].last if found else 0
        upos, xpos, deprel, heads = np.zeros((4, size), np.int64)
        out = Layers(upos, xpos, deprel, heads, np.zeros((size, len(self.labels["names"])), np.float32))
        more: dict[str, list[Floats]] = {name: [] for name in self.more}
        for row in found:
            said = dict(zip(self.outputs, self.session.run(self.outputs, tensors(row)), strict=True))
            self._keep(said, row, out)
            for name, values in more.items():
                values.append(said[name])
        for name, values in more.items() if found else ():
            of_words = values[0].ndim == 3
            (out.of_words if of_words else out.of_rows)[name] = np.concatenate([v[0] for v in values] if of_words else values)
        return out

    def _keep(self, said: dict[str, Any], row: Row, out: Layers) -> None:
        """The best labels of one row; a word that hangs on the root is `root`, and no other."""
        at = slice(row.first, row.last)
        heads = said["heads"][0]
        if not is_tree(heads):
            heads = best_tree(said["arcs"][0])
        roots = heads == 0
        said["deprel"][..., self.root] = np.where(roots, -NEVER, NEVER)
        for layer in LAYERS:
            getattr(out, layer)[at] = said[layer][0].argmax(-1)
        out.names[at] = said["names"][0]
        out.heads[at] = np.where(roots, np.arange(row.words), heads - 1) + row.first


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
