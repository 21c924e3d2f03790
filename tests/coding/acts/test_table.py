from pathlib import Path

import numpy as np

from almenara.coding.acts.table import Judge, Table


def _table() -> Table:
    weights = np.array([[2.0, -1.0], [0.0, 3.0]], np.float32)
    return Table({"w:a": 0, "w:b": 1}, np.ones(2, np.float32), weights, np.array([0.5, 0.0], np.float32))


def test_rows_are_brought_to_length_one() -> None:
    """Two features share a row's length; unknown ones do not count."""
    scores = _table().logits([["w:a", "w:b", "w:unknown"], []])
    assert np.allclose([[2 / np.sqrt(2) + 0.5, 2 / np.sqrt(2)], [0.5, 0.0]], scores)


def test_a_table_survives_its_file(tmp_path: Path) -> None:
    """Eight bits a weight are enough; rows that hardly weigh anything are dropped."""
    np.savez(tmp_path / "t.npz", **_table().packed("t", least=2.5))  # type: ignore[arg-type]
    with np.load(tmp_path / "t.npz", allow_pickle=False) as arrays:
        table = Table.unpacked("t", dict(arrays))
    assert {"w:b": 0} == dict(table.index)
    assert np.allclose([[0.5, 3.0]], table.logits([["w:b"]]), atol=0.05)


def test_a_judge_gives_probabilities() -> None:
    """The same number one by one and in bulk."""
    judge = Judge(np.array([1.0, -2.0]), 0.5, np.array([0.0, 1.0]))
    assert np.allclose([judge.probability([1.0, 1.0], 1)], judge.probabilities(np.array([[1.0, 1.0]]), [1]))
