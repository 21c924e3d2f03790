"""Where an outlet is at home: local papers name the towns around them without a word more."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from almenara.places.geometry import distance_km
from almenara.places.values import Candidate

REACH = 120.0  # kilometres at which a place is half as close as the outlet's own town
LEAST = 3  # names that must lie near each other before they are taken for a home
READINGS = 40  # of one name; what is more common says nothing
SHARE = 0.15  # of the names of the outlet that must be places around it


class Home(Struct, frozen=True, kw_only=True):
    """A country (ISO 3166-1) and, where the outlet is a local one, a point in it."""

    country: str
    lat: float | None = None
    lon: float | None = None

    def closeness(self, place: Candidate) -> float:
        """One at home, a half at REACH, nothing at the other end of a continent; wide places are nowhere near."""
        if (
            self.lat is None
            or self.lon is None
            or place.lat is None
            or place.lon is None
            or place.kind in ("country", "region", "water")
        ):
            return 0.0
        reach = 3 * REACH if place.kind == "admin1" else REACH
        return math.exp2(-distance_km(self.lat, self.lon, place.lat, place.lon) / reach)


def home_of(documents: Iterable[Iterable[Sequence[Candidate]]]) -> Home | None:
    """The home of an outlet from the names in its documents, each name with all the places that bear it; None where unclear.

    Each name speaks once a document, for every degree where a place of the name lies, the less the more such places there are.
    """
    votes: defaultdict[tuple[int, int], float] = defaultdict(float)
    towns: dict[tuple[int, int], Counter[tuple[str, float, float]]] = {}
    names = 0
    for document in documents:
        for candidates in document:
            places = [c for c in candidates if c.kind in ("populated", "admin2", "admin3") and c.lat is not None]
            if not places or len(places) > READINGS:
                continue
            names += 1
            for cell in {(round(c.lat or 0), round(c.lon or 0)) for c in places}:
                votes[cell] += 1 / math.sqrt(len(places))
            for c in places:
                towns.setdefault((round(c.lat or 0), round(c.lon or 0)), Counter())[c.country or "", c.lat or 0, c.lon or 0] += 1
    around = {cell: sum(votes.get(near, 0.0) * weight for near, weight in _around(cell)) for cell in votes}
    best = max(around, key=lambda cell: (around[cell], cell), default=None)
    if best is None or around[best] < max(LEAST, SHARE * names):
        return None
    (country, lat, lon), _ = max(towns[best].items(), key=lambda item: (item[1], item[0]))
    return Home(country=country, lat=lat, lon=lon)


def _around(cell: tuple[int, int]) -> Iterable[tuple[tuple[int, int], float]]:
    lat, lon = cell
    return (((lat + i, lon + j), 1.0 if i == j == 0 else 0.5) for i in (-1, 0, 1) for j in (-1, 0, 1))
