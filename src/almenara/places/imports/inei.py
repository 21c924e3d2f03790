"""A table of INEI (CSV): Peru's districts or populated centres by UBIGEO."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from almenara.model import Refused
from almenara.places.building.cities import radius
from almenara.places.building.rows import Row
from almenara.places.fold import fold
from almenara.places.imports.target import Imported, Progress, Target, copy_of
from almenara.places.schema import CENTRE_BASE

# The names that published tables give their columns, folded.
CODE = ("ubigeo", "cod ubigeo", "ubigeo distrito", "iddist", "codigo ubigeo", "inei", "ubigeo inei")
CENTRE = ("centro poblado", "nombre centro poblado", "nomcp", "nomccpp", "ccpp", "nom ccpp", "nombre ccpp")
CENTRE_CODE = ("codccpp", "cod ccpp", "idccpp", "codigo centro poblado", "codcp")
LATITUDE = ("latitud", "lat", "y", "latitude")
LONGITUDE = ("longitud", "lon", "lng", "long", "x", "longitude")
PEOPLE = ("poblacion", "pob", "poblacion total", "pobtot", "poblacion 2017")
_BOX = (-19.0, 0.5, -82.0, -68.0)  # Peru: south, north, west, east


class Columns(Struct, frozen=True):
    """Where each column stands; None where the table has none."""

    code: int
    centre: int | None
    centre_code: int | None
    lat: int | None
    lon: int | None
    people: int | None


def import_inei(file: Path, gazetteer: Path, *, progress: Progress = lambda rows: None) -> Imported:
    """Take a table of districts (points, people) or of populated centres into the gazetteer.

    A centre becomes a place in its district; a district must be known. Raises Refused("bad_inei") with the line that is
    wrong, Unavailable("no_gazetteer") where none is built.
    """
    lines = _read(file)
    columns = _columns(next(lines, (0, [""]))[1], file)
    with copy_of(gazetteer) as target:
        districts = _districts(target)
        before, left, taken, read = target.count(), Counter[str](), 0, 0
        ordinals: Counter[str] = Counter()
        for number, line in lines:
            read += 1
            code = _code(line, columns, f"{file.name}, line {number}")
            district = districts.get(code)
            if district is None:
                left["district unknown"] += 1
                continue
            ordinals[code] += 1
            row = _row(line, columns, district, ordinals[code], f"{file.name}, line {number}")
            target.put([(row, ())])
            taken += 1
            if read % 1000 == 0:
                progress(read)
        done = Imported(kind="inei", file=file.name, read=read, taken=taken, new=target.count() - before, left_out=dict(left))
        target.note(done, file)
    return done


def _districts(target: Target) -> dict[str, Row]:
    rows = target.database.execute("SELECT * FROM places WHERE country = 'PE' AND kind = 'admin3' AND code IS NOT NULL")
    fields = Row.__struct_fields__
    found = (Row(**dict(zip(fields, values, strict=True))) for values in rows)
    return {row.code: row for row in found if row.code}


def _row(line: list[str], columns: Columns, district: Row, ordinal: int, where: str) -> Row:
    """The district as it stands with the table's point and people, or a centre inside it."""
    lat, lon = _point(line, columns, where)
    people = _number(_cell(line, columns.people), where)
    name = _cell(line, columns.centre)
    if columns.centre is None:
        row = Row(**{field: getattr(district, field) for field in Row.__struct_fields__})
        row.lat, row.lon = (lat, lon) if lat is not None else (district.lat, district.lon)
        row.population = people or district.population
        return row
    if not name:
        raise Refused("bad_inei", f"{where}: no name of the populated centre")
    place = Row(
        id=_centre_id(line, columns, district, ordinal, where),
        kind="populated",
        name=name.title() if name.isupper() else name,
        country="PE",
    )
    place.admin1, place.admin2, place.admin3 = district.admin1, district.admin2, district.id
    place.ref, place.code = f"inei:{place.id - CENTRE_BASE:010d}", f"{place.id - CENTRE_BASE:010d}"
    place.lat, place.lon, place.population = (
        lat if lat is not None else district.lat,
        lon if lon is not None else district.lon,
        people,
    )
    place.radius_km = radius(people) if lat is not None else district.radius_km
    return place


def _centre_id(line: list[str], columns: Columns, district: Row, ordinal: int, where: str) -> int:
    """INEI's ten digits where the table has them (or the last four), else the place's turn in its district."""
    code = _cell(line, columns.centre_code) or _cell(line, columns.code)
    if not code.isdecimal() or len(code) > 10:
        raise Refused("bad_inei", f"{where}: {code!r} is no code of a populated centre")
    if len(code) == 10:
        return CENTRE_BASE + int(code)
    last = int(code) if columns.centre_code is not None and len(code) <= 4 else ordinal
    return CENTRE_BASE + int(district.code or 0) * 10_000 + last


def _code(line: list[str], columns: Columns, where: str) -> str:
    """The six digits of the district."""
    code = _cell(line, columns.code)
    if not code.isdecimal() or len(code) not in (5, 6, 9, 10):
        raise Refused("bad_inei", f"{where}: {code!r} is no UBIGEO (six digits, or ten of a populated centre)")
    return code.zfill(6 if len(code) < 7 else 10)[:6]


def _point(line: list[str], columns: Columns, where: str) -> tuple[float | None, float | None]:
    raw = (_cell(line, columns.lat).replace(",", "."), _cell(line, columns.lon).replace(",", "."))
    if not all(raw):
        return None, None
    try:
        lat, lon = map(float, raw)
    except ValueError as error:
        raise Refused("bad_inei", f"{where}: latitude or longitude is no number: {raw[0]!r}, {raw[1]!r}") from error
    south, north, west, east = _BOX
    if not (south <= lat <= north and west <= lon <= east):
        raise Refused(
            "bad_inei", f"{where}: {lat}, {lon} lies outside Peru (degrees are needed, latitude and longitude in their columns)"
        )
    return lat, lon


def _number(text: str, where: str) -> int:
    digits = text.replace(" ", "").replace(",", "").removesuffix(".0")
    if digits and not digits.isdecimal():
        raise Refused("bad_inei", f"{where}: {text!r} is no number of people")
    return int(digits or 0)


def _cell(line: list[str], column: int | None) -> str:
    return line[column].strip() if column is not None and column < len(line) else ""


def _columns(head: list[str], file: Path) -> Columns:
    keys = [fold(name) for name in head]

    def at(names: tuple[str, ...]) -> int | None:
        return next((keys.index(name) for name in names if name in keys), None)

    code = at(CODE)
    if code is None:
        raise Refused("bad_inei", f"{file.name}: no column UBIGEO among {', '.join(head[:12])}")
    found = Columns(code, at(CENTRE), at(CENTRE_CODE), at(LATITUDE), at(LONGITUDE), at(PEOPLE))
    if found.centre is None and found.lat is None and found.people is None:
        raise Refused("bad_inei", f"{file.name}: neither names of populated centres nor points nor people: nothing to take")
    return found


def _read(file: Path) -> Iterator[tuple[int, list[str]]]:
    """Lines with their numbers, the head first; UTF-8 or Latin-1, comma, semicolon or tab."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise Refused("bad_inei", f"{file.name} cannot be read: {error.strerror}") from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    if not text.strip() or "\0" in text:
        raise Refused("bad_inei", f"{file.name} is empty or no text")
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t|", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        yield from ((reader.line_num, line) for line in reader if any(line))
    except csv.Error as error:
        raise Refused("bad_inei", f"{file.name}, line {reader.line_num}: {error}") from error
