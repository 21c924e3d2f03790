"""Points and radii for what has members rather than a place of its own: departments, countries, regions."""

import math
from collections import defaultdict
from collections.abc import Iterable

from almenara.places.building.rows import Gathered, Row
from almenara.places.geometry import distance_km


def middle(points: Iterable[tuple[float, float, float]]) -> tuple[float, float]:
    """The weighted mean on the sphere of (latitude, longitude, weight)."""
    x = y = z = 0.0
    for lat, lon, weight in points:
        a, b = math.radians(lat), math.radians(lon)
        x, y, z = x + weight * math.cos(a) * math.cos(b), y + weight * math.cos(a) * math.sin(b), z + weight * math.sin(a)
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 4), round(math.degrees(math.atan2(y, x)), 4)


def settle(row: Row, members: list[Row]) -> None:
    """Put `row` at the middle of the ground that its members stand on, and let its radius reach nearly all of them.

    Members that share a cell of a quarter of a degree count once, so that a metropolis is not the whole department; the 95th
    percentile keeps one far island out.
    """
    placed = [m for m in members if m.lat is not None and m.lon is not None]
    if not placed:
        return
    cells = {(round((m.lat or 0) * 4), round((m.lon or 0) * 4)) for m in placed}
    row.lat, row.lon = middle((lat / 4, lon / 4, 1.0) for lat, lon in sorted(cells))
    reach = sorted(distance_km(row.lat, row.lon, m.lat or 0, m.lon or 0) + min(m.radius_km or 0, 100) for m in placed)
    row.radius_km = round(max(5.0, reach[int(0.95 * (len(reach) - 1))]), 1)


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
