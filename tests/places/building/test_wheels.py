"""Source packages."""

import hashlib
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from almenara.model import Unavailable
from almenara.places.building import wheels


def pinned(folder: Path, monkeypatch: pytest.MonkeyPatch) -> wheels.Source:
    """One small source, which lies in `folder`."""
    with zipfile.ZipFile(folder / "tiny-1.whl", "w") as wheel:
        wheel.writestr("tiny.txt", "words")
    digest = hashlib.sha256((folder / "tiny-1.whl").read_bytes()).hexdigest()
    source = wheels.Source("tiny", "1", "tiny-1.whl", digest, "words", "MIT")
    monkeypatch.setattr(wheels, "sources", lambda: {"tiny": source})
    return source


def failing(*_: Any, **__: Any) -> subprocess.CompletedProcess[str]:
    """Pip without a network."""
    return subprocess.CompletedProcess([], 1, "", "first\nERROR: no such package\n")


def test_what_lies_there_intact_is_not_downloaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second build needs no network."""
    pinned(tmp_path, monkeypatch)
    monkeypatch.setattr(wheels.subprocess, "run", failing)
    assert b"words" == wheels.fetch(tmp_path)["tiny"].read("tiny.txt")


def test_what_cannot_be_downloaded_is_unavailable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what pip says last."""
    pinned(tmp_path, monkeypatch)
    (tmp_path / "tiny-1.whl").unlink()
    monkeypatch.setattr(wheels.subprocess, "run", failing)
    with pytest.raises(Unavailable, match="no_source: pip could not download tiny==1: ERROR: no such package"):
        wheels.fetch(tmp_path)


def test_a_file_with_another_hash_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the one that lies there nor the one that pip brought."""
    pinned(tmp_path, monkeypatch)
    (tmp_path / "tiny-1.whl").write_bytes(b"other")
    monkeypatch.setattr(wheels.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, "", ""))
    with pytest.raises(Unavailable, match="bad_source"):
        wheels.fetch(tmp_path)


def test_every_source_has_version_hash_and_licence() -> None:
    """What the file says of itself."""
    assert all(
        len(source.sha256) == 64 and source.version in source.wheel and source.licence for source in wheels.sources().values()
    )
