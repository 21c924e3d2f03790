"""The gazetteer file as the target of an import."""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from msgspec import Struct, structs

from almenara.model import Unavailable
from almenara.places.building.rows import Row
from almenara.places.building.write import new_file
from almenara.places.fold import fold
from almenara.places.gazetteer import Gazetteer
from almenara.places.schema import PLACE_COLUMNS

Progress = Callable[[int], None]
BATCH = 20_000  # rows between two reports of progress
_SLOTS = ", ".join("?" * len(PLACE_COLUMNS))
_UPSERT = f"""INSERT INTO places VALUES ({_SLOTS}) ON CONFLICT (id) DO UPDATE SET
  lat = excluded.lat, lon = excluded.lon, population = max(population, excluded.population)"""  # noqa: S608 (question marks)
_NAME = """INSERT INTO names VALUES (?, ?, ?) ON CONFLICT (key, place) DO UPDATE SET
  is_preferred = max(is_preferred, excluded.is_preferred)"""


class Imported(Struct, frozen=True, kw_only=True):
    """What an import did: rows read and taken, places that are new, and how many were left out for each reason."""

    kind: str
    file: str
    read: int
    taken: int
    new: int
    left_out: dict[str, int]


class Target:
    """An open copy of the gazetteer."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database

    def put(self, rows: Iterable[tuple[Row, tuple[str, ...]]]) -> None:
        """Places with their other names; one that stands already keeps its units and takes point, people and names."""
        rows = list(rows)
        self.database.executemany(_UPSERT, (structs.astuple(row) for row, _ in rows))
        self.database.executemany(_NAME, (entry for row, others in rows for entry in _names(row, others)))

    def count(self) -> int:
        """All places."""
        return int(self.database.execute("SELECT count(*) FROM places").fetchone()[0])

    def note(self, done: Imported, source: Path) -> None:
        """Write into `meta` what was imported; the same file again replaces its own note."""
        found = self.database.execute("SELECT value FROM meta WHERE key = 'imports'").fetchone()
        notes = json.loads(found[0]) if found else {}
        with source.open("rb") as file:
            notes[hashlib.file_digest(file, "sha256").hexdigest()] = {"kind": done.kind, "file": done.file, "places": done.taken}
        self.database.execute("INSERT OR REPLACE INTO meta VALUES ('imports', ?)", (json.dumps(notes),))
        names = self.database.execute("SELECT count(*) FROM names").fetchone()[0]
        self.database.executemany(
            "INSERT OR REPLACE INTO meta VALUES (?, ?)", [("places", str(self.count())), ("names", str(names))]
        )


@contextmanager
def copy_of(gazetteer: Path) -> Iterator[Target]:
    """A copy that replaces the gazetteer when the block ends well; raises Unavailable where there is none to copy."""
    Gazetteer(gazetteer).close()  # says what is wrong with the file, if anything is
    with new_file(gazetteer) as draft:
        try:
            shutil.copyfile(gazetteer, draft)
        except OSError as error:
            raise Unavailable("no_space", f"{gazetteer} could not be copied: {error.strerror}") from error
        with closing(sqlite3.connect(draft)) as database:
            database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000; BEGIN")
            yield Target(database)
            database.commit()


def _names(row: Row, others: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    for name, preferred in ((row.name, 1), *((other, 0) for other in others)):
        if key := fold(name):
            yield key, row.id, preferred
