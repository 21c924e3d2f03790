"""Look-ups in the gazetteer file."""

import sqlite3
import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

from almenara.model import Unavailable
from almenara.places.aliases import aliases
from almenara.places.fold import fold
from almenara.places.home import gazetteer_path
from almenara.places.schema import VERSION
from almenara.places.values import Candidate

CACHED = 1 << 15  # names whose candidates stay in memory: about 40 MB when full
_FIELDS = """p.id, p.ref, p.kind, p.name, p.country, a.name, b.name, c.name, p.admin1, p.admin2, p.admin3, p.code,
  p.lat, p.lon, p.population, p.radius_km"""
_ABOVE = "LEFT JOIN places a ON a.id = p.admin1 LEFT JOIN places b ON b.id = p.admin2 LEFT JOIN places c ON c.id = p.admin3"
_BY_NAME = f"SELECT {_FIELDS}, n.is_preferred FROM names n JOIN places p ON p.id = n.place {_ABOVE} WHERE n.key = ?"  # noqa: S608 (fixed words)
_BY_REF = f"SELECT {_FIELDS}, 1 FROM places p {_ABOVE} WHERE p.ref = ?"  # noqa: S608
_BY_ID = f"SELECT {_FIELDS}, 1 FROM places p {_ABOVE} WHERE p.id = ?"  # noqa: S608
_BY_CODE = f"SELECT {_FIELDS}, 1 FROM places p {_ABOVE} WHERE p.country = ? AND p.code = ?"  # noqa: S608
_MEMBERS = f"""SELECT {_FIELDS}, 1 FROM region_members m JOIN places p ON p.id = m.place {_ABOVE}
  WHERE m.region = (SELECT id FROM places WHERE ref = ?) AND m.version = ?"""  # noqa: S608
_RANK = {"country": 0, "region": 1, "water": 1, "admin1": 2, "populated": 3, "admin2": 4, "admin3": 5}


class Gazetteer:
    """A read-only gazetteer; threads may share one, processes open their own (it pickles as its path)."""

    def __init__(self, path: Path | str | None = None) -> None:
        """Open `path`, else the default file; raises Unavailable("no_gazetteer") or ("old_gazetteer")."""
        self.path = Path(path) if path is not None else gazetteer_path()
        self._lock = threading.Lock()
        self._database = _open(self.path)
        self._find = lru_cache(maxsize=CACHED)(self._look_up)

    def __reduce__(self) -> tuple[type["Gazetteer"], tuple[Path]]:
        return type(self), (self.path,)

    def find(self, name: str, country: str | None = None, *, limit: int | None = 20) -> list[Candidate]:
        """The places of a name, accents and case apart: own names before others, then wide before small, then by people."""
        found = self.candidates(name)
        return [c for c in found if country is None or c.country == country][:limit]

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """All places that bear a name, in the order of `find`; kept in memory."""
        return self._find(name.lower() if name in aliases().abbreviations else fold(name))

    def place(self, ref: str) -> Candidate | None:
        """The place of a record's identifier: "geonames:3691099", "inei:080910", "region:vraem", "country:PE"."""
        scheme, _, number = ref.partition(":")
        if scheme == "geonames" and number.isdecimal():
            return next(self._rows(_BY_ID, int(number)), None)
        return next(self._rows(_BY_REF, ref), None)

    def coded(self, country: str, code: str) -> list[Candidate]:
        """The places with a country's own code: INEI's ubigeo in Peru, DANE's in Colombia, ISO 3166-2 for first-order units."""
        return list(self._rows(_BY_CODE, country, code))

    def members(self, region: str, version: str) -> list[Candidate]:
        """The units of a region ("vraem") in one of its dated lists ("2021")."""
        return list(self._rows(_MEMBERS, f"region:{region}", version))

    def info(self) -> dict[str, str]:
        """What the file says of itself: version, day, counts, sources."""
        with self._lock:
            return dict(self._database.execute("SELECT key, value FROM meta ORDER BY key"))

    def close(self) -> None:
        """Give the file back."""
        self._database.close()

    def _look_up(self, key: str) -> tuple[Candidate, ...]:
        found = list(self._rows(_BY_NAME, key)) if key else []
        return tuple(sorted(found, key=lambda c: (not c.preferred, _RANK[c.kind], -c.population, c.id)))

    def _rows(self, statement: str, *values: Any) -> Any:
        with self._lock:
            rows = self._database.execute(statement, values).fetchall()
        return map(_candidate, rows)


def _open(path: Path) -> sqlite3.Connection:
    """Immutable: no lock, no journal, so a folder that cannot be written serves too."""
    if not path.is_file():
        raise Unavailable("no_gazetteer", f"no gazetteer at {path}; run: almenara gazetteer build")
    database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    try:
        version = database.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
    except sqlite3.Error as error:
        database.close()
        raise Unavailable("bad_gazetteer", f"{path} is no gazetteer ({error}); run: almenara gazetteer build") from error
    if version is None or version[0] != str(VERSION):
        database.close()
        raise Unavailable("old_gazetteer", f"{path} is of another version of Almenara; run: almenara gazetteer build")
    return database


def _candidate(row: tuple[Any, ...]) -> Candidate:
    return Candidate(
        id=row[0],
        ref=row[1] or f"geonames:{row[0]}",
        kind=row[2],
        name=row[3],
        country=row[4],
        admin1=row[5],
        admin2=row[6],
        admin3=row[7],
        admin1_id=row[8],
        admin2_id=row[9],
        admin3_id=row[10],
        code=row[11],
        lat=row[12],
        lon=row[13],
        population=row[14],
        radius_km=row[15],
        preferred=bool(row[16]),
    )
