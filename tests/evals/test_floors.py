"""Floors hold, fall, and only move up."""

from pathlib import Path
from types import ModuleType

import pytest

from almenara.scoring import fingerprint
from evals import floors


@pytest.fixture
def task(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """A task on a small corpus, whose figure is 0.50."""
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "a.txt").write_text("a")
    made = ModuleType("evals.small")
    made.pinned = lambda folder: {"f1": 0.5}  # type: ignore[attr-defined]
    monkeypatch.setattr(floors, "data", lambda: tmp_path)
    monkeypatch.setattr(floors.importlib, "import_module", lambda name: made)
    return {"corpus": "small", "fingerprint": fingerprint(folder), "epsilon": 0.01, "floors": {"f1": 0.5}}


@pytest.mark.parametrize(("floor", "below"), [(0.5, 0), (0.505, 0), (0.52, 1)])
def test_a_figure_may_fall_by_epsilon(task: dict[str, object], floor: float, below: int):
    """Noise is no fall."""
    task["floors"] = {"f1": floor}
    assert below == floors._check("small", task, raises=False)


def test_another_corpus_is_not_held_to_the_floor(task: dict[str, object], capsys: pytest.CaptureFixture[str]):
    """Its floors were read off other texts; that is said."""
    task |= {"fingerprint": "other", "floors": {"f1": 0.9}}
    assert 0 == floors._check("small", task, raises=False)
    assert "not enforced" in capsys.readouterr().out


def test_an_absent_corpus_is_passed_over_aloud(task: dict[str, object], capsys: pytest.CaptureFixture[str]):
    """No corpus, no failure, but a line."""
    task["corpus"] = "absent"
    assert 0 == floors._check("small", task, raises=False)
    assert "passed over" in capsys.readouterr().out


@pytest.mark.parametrize(("floor", "after"), [(0.4, 0.5), (0.6, 0.6)])
def test_floors_only_move_up(task: dict[str, object], floor: float, after: float):
    """A better figure raises its floor; a worse one leaves it."""
    task["floors"] = {"f1": floor}
    floors._check("small", task, raises=True)
    assert {"f1": after} == task["floors"]
