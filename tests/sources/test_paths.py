"""Files and folders as a user names them."""

import io
import os
import sys
from pathlib import Path

import pytest

from almenara.model import Refusal
from almenara.sources import Item, walk


def names(found: object) -> list[object]:
    """Item names, and for refusals name and code."""
    return [x.name if isinstance(x, Item) else (x.source, x.code) for x in found]  # type: ignore[attr-defined]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with nested files, of which some are not for us; the current one."""
    for name in ("b.html", "a.txt", "notes.docx", ".hidden.txt", "sub/c.jsonl.gz", "sub/.git/d.txt", "sub/e.PDF"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"12345")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_folder_is_walked_in_order(folder: Path) -> None:
    """By name, into folders, hidden files left out; names as the user would write them."""
    assert ["./a.txt", "./b.html", "./sub/c.jsonl.gz", "./sub/e.PDF"] == names(walk(["."]))


def test_other_kinds_in_a_folder_are_counted(folder: Path) -> None:
    """Passed over silently, and told on request."""
    found = walk(["."])
    list(found)
    assert 1 == found.skipped


def test_a_named_file_is_tried_whatever_its_ending(folder: Path) -> None:
    """Sniffing decides then."""
    assert ["notes.docx", "a.txt"] == names(walk(["notes.docx", "a.txt"]))


def test_item_knows_size_and_opens(folder: Path) -> None:
    """Size from the file system, bytes on opening."""
    item = next(iter(walk(["sub/e.PDF"])))
    assert Item(name="sub/e.PDF", size=5, is_container=False) == item
    assert isinstance(item, Item)
    with item.open() as stream:
        assert b"12345" == stream.read()


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.csv", "a.warc", "a.warc.gz", "a.wacz", "a.CSV.zst"])
def test_containers_are_known_by_name(name: str, tmp_path: Path) -> None:
    """So that a batch can read them record by record."""
    (tmp_path / name).write_bytes(b"x")
    item = next(iter(walk([str(tmp_path / name)])))
    assert isinstance(item, Item)
    assert item.is_container


def test_missing_file_is_a_refusal(folder: Path) -> None:
    """And the others go on."""
    assert [("gone.html", "not_found"), "a.txt"] == names(walk(["gone.html", "a.txt"]))


def test_nul_in_a_name_is_a_refusal() -> None:
    """No name that a file system takes."""
    assert [("a\\0b", "not_found")] == names(walk(["a\0b"]))


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file_is_a_refusal(folder: Path) -> None:
    """Permission denied is told, not raised."""
    (folder / "a.txt").chmod(0)
    assert [("a.txt", "unreadable")] == names(walk(["a.txt"]))


def test_a_device_is_not_read() -> None:
    """/dev/zero has no end."""
    assert [("/dev/zero", "unreadable")] == names(walk(["/dev/zero"]))


def test_a_loop_of_folders_is_told_once(folder: Path) -> None:
    """A link back to a folder above is a refusal; the rest is read."""
    (folder / "sub" / "again").symlink_to(folder, target_is_directory=True)
    expected = ["./a.txt", "./b.html", ("./sub/again", "loop"), "./sub/c.jsonl.gz", "./sub/e.PDF"]
    assert expected == names(walk(["."]))


def test_a_link_to_itself_is_a_refusal(folder: Path) -> None:
    """The file system gives up, and so do we."""
    (folder / "self.txt").symlink_to("self.txt")
    assert [("self.txt", "loop")] == names(walk(["self.txt"]))


def test_a_link_to_another_folder_is_followed(tmp_path: Path) -> None:
    """A link alone is no loop."""
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "a.txt").write_bytes(b"x")
    (tmp_path / "near").mkdir()
    (tmp_path / "near" / "link").symlink_to(tmp_path / "far", target_is_directory=True)
    assert [f"{tmp_path}/near/link/a.txt"] == names(walk([str(tmp_path / "near")]))


def test_size_refused_without_reading(folder: Path) -> None:
    """By what the file system says, containers left out."""
    with (folder / "big.html").open("wb") as stream:
        stream.truncate(104_857_600)
    (folder / "big.jsonl").write_bytes(bytes(30))
    found = list(walk(["big.html", "big.jsonl"], max_bytes=20))
    assert isinstance(found[0], Refusal)
    assert "104,857,600 bytes, limit 20 (--max-bytes)" == found[0].reason
    assert ["big.jsonl"] == names(found[1:])


def test_standard_input_is_a_container(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of unknown size; closing it leaves the process's own open."""
    file = tmp_path / "in"
    file.write_bytes(b"hola")
    with file.open("rb") as stream:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
        item = next(iter(walk(["-"])))
        assert Item(name="-", size=None, is_container=True) == item
        assert isinstance(item, Item)
        with item.open() as opened:
            assert b"hola" == opened.read()
        assert not sys.stdin.closed
        sys.stdin.detach()
