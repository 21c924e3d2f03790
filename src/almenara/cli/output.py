"""Where output goes: standard output, or a file that appears only when it is whole."""

import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click


@contextmanager
def destination(path: Path | None) -> Iterator[IO[bytes]]:
    """Standard output, or a temporary file beside `path` that takes its name at the end; an interrupted run leaves nothing.

    What stands at `path` and is no plain file (a device, a named pipe) is written into, never replaced.
    """
    if path is None or str(path) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    elif path.exists() and not path.is_file():
        with path.open("wb") as out:
            yield out
    else:
        with _whole(path.resolve()) as out:
            yield out


def check(path: Path | None) -> None:
    """Say at once, before any work, that nothing can be written there."""
    if path is None or str(path) == "-":
        return
    if not path.parent.is_dir():
        raise click.BadParameter(f"{path.parent} is no folder", param_hint="--output")
    if not os.access(path if path.exists() and not path.is_file() else path.parent, os.W_OK):
        raise click.BadParameter(f"nothing can be written into {path.parent}", param_hint="--output")


def abandon_stdout() -> None:
    """Take away a standard output that takes no more, or Python would try, and complain, once more at its end."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):  # a stand-in without one, which cannot be full
        return
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, descriptor)
    os.close(null)


@contextmanager
def _whole(path: Path) -> Iterator[IO[bytes]]:
    temporary = path.parent / f".{path.name}.{secrets.token_hex(4)}"  # named before it is made: none can be left behind
    try:
        with temporary.open("xb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
