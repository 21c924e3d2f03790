"""The places of a run gathered for the map: one entry a spot, with the events told of it."""

from collections.abc import Iterable

from msgspec import Struct

from almenara.cli.formats.report.refs import EventRef
from almenara.model import Place


class Spot(Struct):
    """Coordinates shared by the places of one or more events; the widest radius stands for all."""

    number: int
    place: Place
    lat: float
    lon: float
    radius_km: float
    events: list[EventRef]


def spots(refs: Iterable[EventRef]) -> list[Spot]:
    """Places with coordinates, gathered by the gazetteer's identifier or the rounded coordinates; the busiest first."""
    found: dict[tuple[float, float], Spot] = {}
    for ref in refs:
        for place in ref.event.places:
            if place.lat is not None and place.lon is not None:
                _add(found, ref, place, (round(place.lat, 2), round(place.lon, 2)))
    ordered = sorted(found.values(), key=lambda spot: (-len(spot.events), spot.place.name))
    for number, spot in enumerate(ordered, 1):
        spot.number = number
    return ordered


def _add(found: dict[tuple[float, float], Spot], ref: EventRef, place: Place, key: tuple[float, float]) -> None:
    spot = found.setdefault(key, Spot(0, place, *key, 0.0, []))
    spot.radius_km = max(spot.radius_km, place.radius_km or 0.0)
    if ref not in spot.events:
        spot.events.append(ref)
