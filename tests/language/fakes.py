"""A fake of the reader's graph, and a model around it with a tiny vocabulary."""

from types import SimpleNamespace
from typing import Any

import numpy as np

from almenara.language.network import Network
from almenara.language.pieces import MARK, Pieces

LABELS = {
    "upos": ["NOUN", "VERB"],
    "xpos": ["NN", "VBD"],
    "names": ["O", "B-PER", "I-PER", "B-GROUP", "I-GROUP"],
    "deprel": ["dep", "root", "punct", "parataxis"],
}
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,;:'áéíóúñ0123456789"
VOCABULARY = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), (MARK, -5.0)] + [(c, -6.0) for c in LETTERS]
NAME = "z"  # a word that begins with it is a name


class FakeSession:
    """Every word hangs on the one before it, the first on the root; a word in z- begins or goes on with a name.

    `heads` may be set to what the graph shall say of every row instead. Runs are counted.
    """

    def __init__(self, known: Pieces, heads: list[int] | None = None) -> None:
        self.heads, self.runs = heads, 0
        self.name = known.of(NAME)[-1]

    def get_outputs(self) -> list[Any]:
        """As a session names them."""
        return [SimpleNamespace(name=n) for n in ("upos", "xpos", "names", "heads", "deprel", "arcs", "sentence", "vectors")]

    def run(self, names: list[str], given: dict[str, Any]) -> list[Any]:
        """Scores by the first letters of words."""
        self.runs += 1
        first = given["first"][0]
        size = len(first)
        letters = given["input_ids"][0][np.minimum(first + 1, given["input_ids"].shape[1] - 1)]
        heads = np.array([self.heads or list(range(size))], np.int64)
        arcs = np.zeros((1, size, size + 1), np.float32)
        arcs[0, np.arange(size), np.arange(size)] = 1.0
        before = np.concatenate([[False], letters[:-1] == self.name])
        kinds = np.where(letters == self.name, np.where(before, 4, 3), 0)
        said = {
            "upos": _one_of(2, letters % 2),
            "xpos": _one_of(2, letters % 2),
            "names": _one_of(5, kinds),
            "heads": heads,
            "deprel": _one_of(4, np.full(size, 1)),
            "arcs": arcs,
            "sentence": np.full((1, 3), size, np.float32),
            "vectors": np.arange(size, dtype=np.float32).reshape(1, size, 1),
        }
        return [said[name] for name in names]


def _one_of(size: int, chosen: Any) -> Any:
    return np.eye(size, dtype=np.float32)[chosen][None]


def model(heads: list[int] | None = None) -> Network:
    """A network around the fake."""
    known = Pieces(VOCABULARY)
    return Network(FakeSession(known, heads), known, LABELS)
