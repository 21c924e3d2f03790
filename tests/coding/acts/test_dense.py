"""What the reader says of acts beside the words."""

import numpy as np

from almenara.coding.acts.dense import Dense
from almenara.coding.acts.model import Model
from almenara.language import Parsed
from almenara.model import Document

ROWS = np.array([[1.0, 0.0], [0.0, 3.0]], np.float32)


def dense() -> Dense:
    """Two numbers, three acts."""
    weights = np.array([[1.0, 0.0, -1.0], [0.0, 2.0, 50.0]], np.float32)
    return Dense(np.zeros(2, np.float32), np.ones(2, np.float32), weights, np.array([0.5, 0.0, 0.0], np.float32))


def parsed(**scores: np.ndarray) -> Parsed:
    """A document without tokens and with scores."""
    return Parsed(Document(id="x", text="", language="en"), "en", [], [], [], scores=scores)


def test_logits_are_linear_within_bounds() -> None:
    """A vector far out says no more than the highest score."""
    assert [[1.5, 0.0, -1.0], [0.5, 6.0, 6.0]] == dense().logits(ROWS).tolist()


def test_weights_survive_a_file() -> None:
    """Packed and unpacked they say the same."""
    again = Dense.unpacked(dense().packed())
    assert again is not None
    assert dense().logits(ROWS).tolist() == again.logits(ROWS).tolist()


def test_a_file_without_vectors_has_none() -> None:
    """An older file is no error."""
    assert Dense.unpacked({}) is None


def test_a_reader_without_vectors_gives_no_further_view() -> None:
    """The closer look is taken only where it has all that it reads."""
    model = Model.shipped()
    other = Model(model.acts, (model.told, model.real), (model.again, model.same), model.idf)
    other.dense = dense()
    assert () == other.further(parsed())
    assert 1 == len(other.further(parsed(sentence=ROWS)))
