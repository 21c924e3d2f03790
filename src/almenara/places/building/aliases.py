"""The shipped aliases into the file."""

from almenara.places.aliases import aliases
from almenara.places.building.regions import Units
from almenara.places.building.rows import Gathered, Row


def add(gathered: Gathered) -> list[str]:
    """Every alias as a name of its place; returns the places that are not there."""
    units, missing = Units(gathered), []
    by_ref = {row.ref or f"geonames:{row.id}": row for row in gathered.rows.values()}

    def find(place: str) -> Row | None:
        row = by_ref.get(place) if ":" in place else units.find(place)
        if row is None:
            missing.append(place)
        return row

    for place, names in aliases().names.items():
        if row := find(place):
            for name in names:
                gathered.call(row.id, name, preferred=True)
    for short, places in aliases().abbreviations.items():
        for row in filter(None, map(find, places)):
            gathered.names[short.lower(), row.id] = True
    return missing


def rename(gathered: Gathered) -> None:
    """Places under the name that people use."""
    units = Units(gathered)
    for place, name in aliases().called.items():
        if row := units.find(place):
            row.name = name
            gathered.call(row.id, name, preferred=True)
