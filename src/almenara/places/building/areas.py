"""Points and radii for what has members rather than a place of its own: departments, countries, regions."""

import math
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from almenara.places.building.rows import Gathered, Row
from almenara.places.geometry import distance_km

LEAST = 0.01  # square degrees, twice over: less is no ground to speak of
ALONE = 2.0  # degrees around a town in which another of its unit lies
Point = tuple[float, float]  # degrees east and north


def middle(points: Iterable[tuple[float, float, float]]) -> tuple[float, float]:
    """The weighted mean on the sphere of (latitude, longitude, weight)."""
    x = y = z = 0.0
    for lat, lon, weight in points:
        a, b = math.radians(lat), math.radians(lon)
        x, y, z = x + weight * math.cos(a) * math.cos(b), y + weight * math.cos(a) * math.sin(b), z + weight * math.sin(a)
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 4), round(math.degrees(math.atan2(y, x)), 4)


def settle(row: Row, members: list[Row]) -> None:
    """Put `row` at the middle of the ground that its members stand on, and let its radius reach nearly all of them.

    Units count by their area; towns by the ground inside the outermost of them, so that where people crowd does not matter.
    The 95th percentile keeps one far island out.
    """
    placed = [m for m in members if m.lat is not None and m.lon is not None]
    if not placed:
        return
    if all(m.radius_km and m.kind != "populated" for m in placed):
        row.lat, row.lon = middle((m.lat or 0, m.lon or 0, (m.radius_km or 0) ** 2) for m in placed)
    else:
        row.lat, row.lon = ground([(m.lat or 0, m.lon or 0) for m in placed])
    reach = sorted(distance_km(row.lat, row.lon, m.lat or 0, m.lon or 0) + min(m.radius_km or 0, 100) for m in placed)
    row.radius_km = round(max(5.0, reach[int(0.95 * (len(reach) - 1))]), 1)


def ground(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The middle of the convex hull of (latitude, longitude).

    Points that share a cell of a quarter of a degree count once, those with none other for ALONE not at all: they are
    likely another unit's.
    """
    every = sorted({(round(lat * 4) / 4, round(lon * 4) / 4) for lat, lon in points})
    cells = [cell for cell in every if any(cell is not other and _near(cell, other) for other in every)] or every
    lat0, lon0 = middle((lat, lon, 1.0) for lat, lon in cells)
    flat = math.cos(math.radians(lat0))
    around = hull([(((lon - lon0 + 180) % 360 - 180) * flat, lat - lat0) for lat, lon in cells])
    twice = [(x1 * y2 - x2 * y1, x1 + x2, y1 + y2) for (x1, y1), (x2, y2) in pairwise([*around, around[0]])]
    area = sum(cross for cross, _, _ in twice)
    if area < LEAST:
        return lat0, lon0
    x, y = (sum(part[0] * part[axis] for part in twice) / (3 * area) for axis in (1, 2))
    return round(lat0 + y, 4), round((lon0 + x / flat + 180) % 360 - 180, 4)


def _near(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) <= ALONE and abs(one[1] - other[1]) * math.cos(math.radians(one[0])) <= ALONE


def hull(points: list[Point]) -> list[Point]:
    """The outermost of some points, against the clock (Andrew's chains)."""
    ordered = sorted(set(points))
    return [*_chain(ordered)[:-1], *_chain(ordered[::-1])[:-1]] or ordered


def _chain(points: list[Point]) -> list[Point]:
    """The points of one side, those that turn inward left out."""
    out: list[Point] = []
    for x, y in points:
        while len(out) > 1 and (out[-1][0] - out[-2][0]) * (y - out[-2][1]) <= (out[-1][1] - out[-2][1]) * (x - out[-2][0]):
            out.pop()
        out.append((x, y))
    return out


def add(gathered: Gathered) -> None:
    """Points, radii and populations for departments, for districts without a polygon and for countries without a point."""
    below: dict[int | str, list[Row]] = defaultdict(list)
    for row in gathered.rows.values():
        if row.kind == "populated":
            for unit in (row.admin1, row.admin2, row.admin3, row.country):
                if unit:
                    below[unit].append(row)
    for row in gathered.rows.values():
        if row.kind in ("admin1", "admin2", "admin3"):
            members = below.get(row.id, [])
            row.population = row.population or sum(m.population for m in members)
            if row.lat is None:
                settle(row, members)
        elif row.kind == "country" and row.lat is None and row.country:
            settle(row, below.get(row.country, []))
