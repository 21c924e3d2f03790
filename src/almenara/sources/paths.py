"""Files and folders as a user names them."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import BinaryIO

from msgspec import Struct

from almenara.model import Refusal
from almenara.text import CODECS, CONTAINERS, KINDS

STANDARD_INPUT = "-"


class Item(Struct, frozen=True, kw_only=True):
    """Something to read: `name` as the user named it, `size` in bytes (None for standard input).

    `is_container` where it may hold many documents, to be read one by one in constant memory; standard input always is.
    """

    name: str
    size: int | None
    is_container: bool

    def open(self) -> BinaryIO:
        """The bytes. Raises OSError. Standard input stays open when this is closed."""
        if self.name == STANDARD_INPUT:
            return os.fdopen(os.dup(sys.stdin.fileno()), "rb")
        return Path(self.name).open("rb")


class Walk:
    """Items and refusals, in order of the names given; `skipped` counts files of other kinds passed over in folders."""

    def __init__(self, paths: Iterable[str], *, max_bytes: int | None = None) -> None:
        self._paths = paths
        self._max_bytes = max_bytes
        self.skipped = 0

    def __iter__(self) -> Iterator[Item | Refusal]:
        self.skipped = 0
        for name in self._paths:
            if name == STANDARD_INPUT:
                yield Item(name=name, size=None, is_container=True)
            elif Path(name).is_dir():
                yield from self._folder(Path(name), name, ())
            else:
                yield self._file(name)

    def _folder(self, folder: Path, name: str, above: tuple[tuple[int, int], ...]) -> Iterator[Item | Refusal]:
        """Everything in a folder by name, hidden files left out; `above` are the folders it lies in, by device and inode."""
        try:
            status = folder.stat()
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield _unreadable(name, error)
            return
        own = (status.st_dev, status.st_ino)
        if own in above:
            yield Refusal(source=name, code="loop", reason="a link that leads back to a folder it lies in")
            return
        for entry in entries:
            if entry.name.startswith("."):
                continue
            inner = f"{name.rstrip('/')}/{entry.name}" if name != "/" else f"/{entry.name}"
            if _is_folder(entry):
                yield from self._folder(Path(entry.path), inner, (*above, own))
            elif is_supported(entry.name):
                yield self._file(inner)
            else:
                self.skipped += 1

    def _file(self, name: str) -> Item | Refusal:
        try:
            status = Path(name).stat()
        except OSError as error:
            return _unreadable(name, error)
        except ValueError as error:  # a NUL in the name
            return Refusal(source=name.replace("\0", "\\0"), code="not_found", reason=str(error))
        if not stat.S_ISREG(status.st_mode) and not stat.S_ISFIFO(status.st_mode):
            return Refusal(source=name, code="unreadable", reason="neither a file nor a folder")
        if not os.access(name, os.R_OK):
            return Refusal(source=name, code="unreadable", reason="Permission denied")
        is_container = kind_of(name) in CONTAINERS
        size = status.st_size
        if self._max_bytes is not None and size > self._max_bytes and not is_container:
            return Refusal(source=name, code="too_large", reason=f"{size:,} bytes, limit {self._max_bytes:,} (--max-bytes)")
        return Item(name=name, size=size, is_container=is_container)


def walk(paths: Iterable[str], *, max_bytes: int | None = None) -> Walk:
    """Files, folders (sorted, all that lies in them) and - for standard input, as items to open or as refusals.

    A file over `max_bytes` is refused by its size alone, unless it is a container. A file that the user names is tried
    whatever its ending; in a folder only the endings that we read are taken, the others are counted in `skipped`.
    """
    return Walk(paths, max_bytes=max_bytes)


def kind_of(name: str) -> str | None:
    """The kind that the ending of a name speaks of, compression aside."""
    path = PurePath(name.lower())
    return KINDS.get(PurePath(path.stem).suffix if path.suffix in CODECS else path.suffix)


def is_supported(name: str) -> bool:
    """Whether the ending is one that we read."""
    return kind_of(name) is not None


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _unreadable(name: str, error: OSError) -> Refusal:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Refusal(source=name, code="not_found", reason="no such file or folder")
    code = "loop" if error.errno == 40 else "unreadable"
    return Refusal(source=name, code=code, reason=error.strerror or str(error))
