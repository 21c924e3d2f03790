"""Degrees to the map's pixels: equirectangular, true to scale at the middle latitude of what is shown."""

import math
from collections.abc import Sequence

from msgspec import Struct

from almenara.cli.formats.report.placing import Spot

WIDTH, HEIGHT = 760.0, 520.0  # pixels of the map at its natural size
KM_PER_DEGREE = 111.32
LEAST_SPAN = 5.0  # degrees of latitude: closer in, the base map has nothing more to show
REACH = 3.0  # degrees beyond which a wide place (a whole country) no longer widens the view
MARGIN = 1.16
STEPS_KM = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


class Projection(Struct, frozen=True):
    """`scale` is pixels a degree of latitude; `squeeze` the cosine by which longitudes are narrower."""

    lon: float
    lat: float
    scale: float
    squeeze: float

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """Pixels from the top left corner."""
        x = WIDTH / 2 + (lon - self.lon) * self.scale * self.squeeze
        return round(x, 1), round(HEIGHT / 2 - (lat - self.lat) * self.scale, 1)

    def radii(self, km: float, lat: float) -> tuple[float, float]:
        """Half axes in pixels of a circle of so many kilometres around a place at that latitude."""
        ry = km / KM_PER_DEGREE * self.scale
        return round(ry * self.squeeze / max(math.cos(math.radians(lat)), 0.05), 1), round(ry, 1)

    @property
    def transform(self) -> str:
        """The SVG transform that takes the base map's hundredths of a degree to pixels."""
        across, down = self.scale * self.squeeze / 100, self.scale / 100
        left, top = WIDTH / 2 - self.lon * 100 * across, HEIGHT / 2 + self.lat * 100 * down
        return f"matrix({across:.6f} 0 0 {down:.6f} {left:.3f} {top:.3f})"

    def window(self) -> tuple[float, float, float, float]:
        """West, south, east and north of what is shown, in degrees."""
        half_lon, half_lat = WIDTH / 2 / self.scale / self.squeeze, HEIGHT / 2 / self.scale
        return self.lon - half_lon, self.lat - half_lat, self.lon + half_lon, self.lat + half_lat

    def bar(self) -> tuple[int, float]:
        """Kilometres and pixels of a scale bar at most a fifth of the width."""
        per_km = self.scale / KM_PER_DEGREE
        km = max((step for step in STEPS_KM if step * per_km <= WIDTH / 5), default=STEPS_KM[0])
        return km, round(km * per_km, 1)


def fitted(found: Sequence[Spot]) -> Projection:
    """The view that holds every spot with its radius, but a far twentieth of many."""
    west, east = _edges([(s.lon, _reach(s) / max(math.cos(math.radians(s.lat)), 0.2)) for s in found])
    south, north = _edges([(s.lat, _reach(s)) for s in found])
    lat = (south + north) / 2
    squeeze = max(math.cos(math.radians(lat)), 0.2)
    span = max((north - south) * MARGIN, (east - west) * MARGIN * squeeze * HEIGHT / WIDTH, LEAST_SPAN)
    return Projection((west + east) / 2, lat, HEIGHT / span, squeeze)


def _reach(spot: Spot) -> float:
    return min(spot.radius_km / KM_PER_DEGREE, REACH)


def _edges(places: list[tuple[float, float]]) -> tuple[float, float]:
    """Lowest and highest value with its reach; of twenty or more, the outer fortieth on each side is left out."""
    cut = len(places) // 40 if len(places) >= 20 else 0
    low = sorted(at - reach for at, reach in places)
    high = sorted(at + reach for at, reach in places)
    return low[cut], high[len(high) - 1 - cut]
