"""Batches: order, refusals, workers that die, containers document by document."""

import json
import os
from pathlib import Path

import pytest

from almenara.cli import batch
from almenara.cli.batch import Batch, Settings
from almenara.cli.work import Task, name_of
from almenara.model import Coding, Document, Refusal


def fake_run(task: Task, settings: Settings) -> list[Coding | Refusal]:
    """Stands in for the coder: one that is called "deadly" kills its process."""
    name = Path(name_of(task)).name
    if name.startswith("deadly"):
        os._exit(9)
    return [Coding(document=Document(id="0" * 64, source_id=name, text="x"))]


@pytest.fixture(autouse=True)
def _fake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "run", fake_run)


def outcomes(paths: list[Path], jobs: int) -> list[str]:
    """The name of each coding, or the code of each refusal, in order."""
    with Batch(Settings(), jobs=jobs) as running:
        items = [item for _, _, item in running.run(map(str, paths))]
    return [i.code if isinstance(i, Refusal) else i.document.source_id or "" for i in items]


@pytest.mark.parametrize("jobs", [1, 2])
def test_order_is_the_order_of_the_input(tmp_path: Path, jobs: int):
    """However many workers, what comes out lies as what went in."""
    paths = [tmp_path / f"{i:02}.txt" for i in range(20)]
    for path in paths:
        path.write_text("text")
    assert [p.name for p in paths] == outcomes(paths, jobs)


def test_a_worker_that_dies_takes_only_its_own_input(tmp_path: Path):
    """The culprit is refused as crashed; those beside it are coded."""
    names = ["a.txt", "b.txt", "deadly.txt", "c.txt", "d.txt", "e.txt"]
    for name in names:
        (tmp_path / name).write_text("text")
    assert ["a.txt", "b.txt", "crashed", "c.txt", "d.txt", "e.txt"] == outcomes([tmp_path / n for n in names], 2)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_missing_file_is_refused_and_the_rest_goes_on(tmp_path: Path, jobs: int):
    """A path that is not there has its row, in its place."""
    (tmp_path / "a.txt").write_text("text")
    assert ["not_found", "a.txt"] == outcomes([tmp_path / "none.txt", tmp_path / "a.txt"], jobs)


@pytest.mark.parametrize("jobs", [1, 2])
def test_containers_are_coded_document_by_document(tmp_path: Path, jobs: int):
    """Each line of a JSONL file is an input of its own; a bad line is one refusal."""
    source = tmp_path / "many.jsonl"
    source.write_text(
        json.dumps({"id": "one", "text": "Text."}) + "\n{broken\n" + json.dumps({"id": "two", "text": "Text."}) + "\n"
    )
    assert ["one", "malformed", "two"] == outcomes([source], jobs)


def test_progress_counts_inputs(tmp_path: Path):
    """Each step says how many inputs are done, of how many."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("text")
    with Batch(Settings()) as running:
        assert [(1, 2), (2, 2)] == [(done, total) for done, total, _ in running.run([str(tmp_path)])]
