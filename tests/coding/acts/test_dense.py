"""What the reader says of acts beside the words."""

import numpy as np

from almenara.coding.acts.dense import Dense, read_acts
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


def test_the_readers_acts_come_in_our_order() -> None:
    """An act that the reader does not know has the lowest score; wild scores are cut."""
    said = read_acts(parsed(acts=np.array([[2.0, -99.0]], np.float32)), np.array([1, -1, 0]))
    assert said is not None
    assert [[-6.0, -6.0, 2.0]] == said.tolist()


def test_a_reader_without_acts_says_nothing() -> None:
    """Silence is no score."""
    assert read_acts(parsed(), np.array([0])) is None


def test_half_of_the_views_is_none() -> None:
    """The closer look reads all further views or is not taken."""
    model = Model.shipped()
    half = Model(model.acts, (model.told, model.real), (model.again, model.same), model.idf)
    half.dense, half.columns = dense(), np.array([0])
    assert () == half.further(parsed(sentence=ROWS))
    assert 2 == len(half.further(parsed(sentence=ROWS, acts=np.zeros((2, 1), np.float32))))
