"""All or nothing."""

from pathlib import Path

import pytest

from almenara.places.building.write import new_file


def test_a_block_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    """And nothing beside it."""
    out = tmp_path / "g.sqlite"
    out.write_text("old")

    def half() -> None:
        with new_file(out) as draft:
            draft.write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert [("g.sqlite", "old")] == [(path.name, path.read_text()) for path in tmp_path.iterdir()]


def test_a_block_that_ends_well_replaces_it(tmp_path: Path) -> None:
    """In one step; the folder is made."""
    out = tmp_path / "new" / "g.sqlite"
    with new_file(out) as draft:
        draft.write_text("new")
    assert [("g.sqlite", "new")] == [(path.name, path.read_text()) for path in out.parent.iterdir()]
