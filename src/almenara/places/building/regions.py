"""Countries and regions into the file: what the shipped tables say, with points from the places they hold."""

from almenara.places.building.areas import settle
from almenara.places.building.rows import Gathered, Row
from almenara.places.countries import table
from almenara.places.fold import fold
from almenara.places.regions import regions
from almenara.places.schema import COUNTRY_BASE, REGION_BASE


def add_countries(gathered: Gathered, population: dict[str, int] | None = None) -> dict[str, int]:
    """Every country as a place; returns its id by ISO code."""
    found: dict[str, int] = {}
    for number, country in enumerate(table().values()):
        row = Row(id=COUNTRY_BASE + number, ref=f"country:{country.code}", kind="country", name=country.en, country=country.code)
        row.code, row.lat, row.lon, row.radius_km = country.code, country.lat, country.lon, country.radius_km
        row.population = (population or {}).get(country.code, 0)
        gathered.add(row, *country.other)
        gathered.call(row.id, country.es, preferred=True)
        found[country.code] = row.id
    return found


def add_regions(gathered: Gathered) -> list[str]:
    """Every region with its dated members; returns the members that no place answers to."""
    units, missing = Units(gathered), []
    for number, (code, region) in enumerate(regions().items()):
        row = Row(id=REGION_BASE + number, ref=f"region:{code}", kind="region", name=region.title, country=None)
        row.kind = "water" if region.water else "region"
        row.country = region.countries[0] if len(region.countries) == 1 else None
        row.lat, row.lon, row.radius_km = region.centre
        gathered.add(row, region.name.en, *region.aliases)
        gathered.call(row.id, region.name.es, preferred=True)
        newest = region.listing()
        for listing in region.lists:
            for path in listing.paths():
                place = units.find(path)
                gathered.members.append((row.id, listing.version, path, place.id if place else None))
                if place is None:
                    missing.append(f"{code} {listing.version}: {path}")
        found = [place for path in newest.paths() if (place := units.find(path))]
        if len(found) > 1 and not region.water:
            settle(row, found)
            if all(place.kind == "country" for place in found):
                row.lat, row.lon, _ = region.centre  # the reference point that is in use, not the middle of a list
    return missing


class Units:
    """Administrative units by the path that region tables write."""

    def __init__(self, gathered: Gathered) -> None:
        self._rows = gathered.rows
        self._by_name: dict[tuple[str, str], list[Row]] = {}
        for key, place in gathered.names:
            row = gathered.rows[place]
            if row.country and (row.kind.startswith("admin") or row.kind == "country"):
                self._by_name.setdefault((row.country, key), []).append(row)

    def find(self, path: str) -> Row | None:
        """The unit of "country", "country/unit" or "country/unit above/unit"; None where there is none."""
        country, *names = path.split("/")
        if not names:
            return next(
                (row for row in self._by_name.get((country, fold(table()[country].en)), []) if row.kind == "country"),
                None,
            )
        rows = [row for row in self._by_name.get((country, fold(names[-1])), []) if row.kind.startswith("admin")]
        if len(names) == 2:
            above = fold(names[0])
            rows = [row for row in rows if any(self._is(unit, above) for unit in (row.admin1, row.admin2))]
        else:
            rows = [row for row in rows if row.kind == "admin1"]
        return min(rows, key=lambda row: (row.lat is None, row.kind), default=None)

    def _is(self, unit: int | None, key: str) -> bool:
        row = self._rows.get(unit) if unit else None
        return row is not None and any(found.id == row.id for found in self._by_name.get((row.country or "", key), ()))
