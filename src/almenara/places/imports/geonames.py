"""A GeoNames dump (`allCountries.txt`, `PE.zip` ...): tab-separated, 19 columns, no head."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from almenara.model import Refused
from almenara.places.building.cities import radius
from almenara.places.building.rows import Row
from almenara.places.imports.target import BATCH, Imported, Progress, Target, copy_of
from almenara.places.values import Kind

COLUMNS = 19
_UNITS: dict[str, Kind] = {"ADM1": "admin1", "ADM2": "admin2", "ADM3": "admin3"}
_CODE = re.compile(r"[A-Z]{3}|https?:.*")  # airport codes and links stand among the alternate names
_GONE = frozenset({"PPLQ", "PPLH", "PPLCH", "PPLW"})  # abandoned, historical, destroyed
Units = dict[tuple[str, ...], int]


def import_geonames(file: Path, gazetteer: Path, *, progress: Progress = lambda rows: None) -> Imported:
    """Take the dump's populated places and units of the first three orders into the gazetteer.

    `progress` hears the number of lines read. Raises Refused("bad_geonames") with the line that is wrong,
    Unavailable("no_gazetteer") where none is built.
    """
    units: Units = {}
    for line in _lines(file):
        if line[6] == "A" and line[7] in _UNITS:
            units[_path(line, line[7])] = int(line[0])
    with copy_of(gazetteer) as target:
        before, left, taken, read = target.count(), Counter[str](), 0, 0
        batch: list[tuple[Row, tuple[str, ...]]] = []
        for read, line in enumerate(_lines(file), 1):
            kind = _kind(line)
            if kind is None:
                left[f"feature class {line[6] or 'none'}" if line[6] not in "AP" else f"feature {line[7]}"] += 1
            else:
                batch.append((_row(line, kind, units), _others(line)))
                taken += 1
            if read % BATCH == 0:
                _flush(target, batch)
                progress(read)
        _flush(target, batch)
        done = Imported(kind="geonames", file=file.name, read=read, taken=taken, new=target.count() - before, left_out=dict(left))
        target.note(done, file)
    return done


def _flush(target: Target, batch: list[tuple[Row, tuple[str, ...]]]) -> None:
    target.put(batch)
    batch.clear()


def _kind(line: list[str]) -> Kind | None:
    if line[6] == "P" and line[7] not in _GONE:
        return "populated"
    return _UNITS.get(line[7]) if line[6] == "A" else None


def _path(line: list[str], order: str) -> tuple[str, ...]:
    """Country and codes down to an order: what ADM rows and the places below them share."""
    return (line[8], *line[10 : 10 + int(order[-1])])


def _row(line: list[str], kind: Kind, units: Units) -> Row:
    place = Row(
        id=int(line[0]),
        kind=kind,
        name=line[1],
        country=line[8] or None,
        lat=round(float(line[4]), 5),
        lon=round(float(line[5]), 5),
    )
    place.population = int(line[14] or 0)
    place.radius_km = radius(place.population) if kind == "populated" else None
    above = [units.get(_path(line, order)) for order in _UNITS]
    place.admin1, place.admin2, place.admin3 = (None if unit == place.id else unit for unit in above)
    return place


def _others(line: list[str]) -> tuple[str, ...]:
    return tuple(name for name in (line[2], *line[3].split(",")) if name and not _CODE.fullmatch(name))


def _lines(file: Path) -> Iterator[list[str]]:
    """The columns of each line, checked; raises Refused where one is not a line of GeoNames."""
    with _opened(file) as lines:
        empty = True
        for number, text in enumerate(lines, 1):
            empty = False
            line = text.rstrip("\n").split("\t")
            if (wrong := _wrong(line)) is not None:
                raise Refused("bad_geonames", f"{file.name}, line {number}: {wrong}")
            yield line
        if empty:
            raise Refused("bad_geonames", f"{file.name} is empty")


def _wrong(line: list[str]) -> str | None:
    """What is wrong with a line, None where nothing is."""
    if len(line) != COLUMNS:
        return f"{len(line)} columns instead of {COLUMNS}; is it a dump of GeoNames?"
    if not line[0].isdecimal() or not (line[14] or "0").isdecimal():
        return f"identifier or population is no number: {line[0]!r}, {line[14]!r}"
    try:
        lat, lon = float(line[4]), float(line[5])
    except ValueError:
        return f"latitude or longitude is no number: {line[4]!r}, {line[5]!r}"
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return f"a point outside the globe: {lat}, {lon}"
    return None if line[1] else "no name"


@contextmanager
def _opened(file: Path) -> Iterator[Iterator[str]]:
    """The lines of a text file, or of the one dump in a zip."""
    try:
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as archive, archive.open(_member(archive, file)) as inner:
                yield iter(io.TextIOWrapper(inner, "utf-8", newline="\n"))
        else:
            with file.open(encoding="utf-8", newline="\n") as lines:
                yield iter(lines)
    except UnicodeDecodeError as error:
        raise Refused("bad_geonames", f"{file.name} is not UTF-8 text: {error.reason}") from error
    except (OSError, zipfile.BadZipFile) as error:
        raise Refused("bad_geonames", f"{file.name} cannot be read: {error}") from error


def _member(archive: zipfile.ZipFile, file: Path) -> zipfile.ZipInfo:
    dumps = [info for info in archive.infolist() if info.filename.endswith(".txt") and "readme" not in info.filename.lower()]
    if len(dumps) != 1:
        raise Refused("bad_geonames", f"{file.name} holds {len(dumps)} text files instead of one dump")
    return dumps[0]
