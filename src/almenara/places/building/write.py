"""From what was gathered to the file, all or nothing."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from msgspec import structs

from almenara.places.building.rows import Gathered
from almenara.places.schema import INDEXES, PLACE_COLUMNS, TABLES


@contextmanager
def new_file(out: Path) -> Iterator[Path]:
    """A path beside `out` that takes its name when the block ends well, and is gone when it does not."""
    out.parent.mkdir(parents=True, exist_ok=True)
    draft = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        yield draft
        draft.replace(out)
    finally:
        draft.unlink(missing_ok=True)


def write(gathered: Gathered, meta: dict[str, str], path: Path) -> None:
    """A new database at `path`; raises sqlite3.Error where the disk does not take it."""
    with closing(sqlite3.connect(path)) as database:
        database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000;" + TABLES)
        fill(database, gathered, meta)
        database.execute("ANALYZE")
        database.commit()


def fill(database: sqlite3.Connection, gathered: Gathered, meta: dict[str, str]) -> None:
    """All rows into the tables of an empty file."""
    slots = ", ".join("?" * len(PLACE_COLUMNS))
    rows = sorted(gathered.rows.values(), key=lambda row: row.id)
    database.executemany(f"INSERT INTO places VALUES ({slots})", map(structs.astuple, rows))  # noqa: S608 (only question marks)
    names = sorted((key, place, int(preferred)) for (key, place), preferred in gathered.names.items())
    database.executemany("INSERT INTO names VALUES (?, ?, ?)", names)
    shapes = ((place, s.west, s.south, s.east, s.north, s.blob) for place, s in sorted(gathered.shapes.items()))
    database.executemany("INSERT INTO boundaries VALUES (?, ?, ?, ?, ?, ?)", shapes)
    database.executemany("INSERT OR REPLACE INTO region_members VALUES (?, ?, ?, ?)", gathered.members)
    database.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    database.executescript(INDEXES)
