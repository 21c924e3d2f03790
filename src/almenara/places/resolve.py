"""Which of the places that bear a name is meant, from the whole document."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from almenara.places.aliases import aliases
from almenara.places.evidence import DOUBT, shares, weigh
from almenara.places.geometry import distance_km
from almenara.places.outlets import Home
from almenara.places.regions import regions
from almenara.places.values import Candidate, Kind, Spot

WIDTH: dict[Kind, float] = {
    "country": 3.0,
    "region": 6.0,
    "water": 6.0,
    "admin1": 1.0,
    "populated": 0.5,
    "admin2": 0.0,
    "admin3": -0.2,
}
PEOPLE = 0.75  # for each power of ten of inhabitants
OTHER_NAME = -1.5
COUNTRY = 4.0  # times the country's share of the document
NEIGHBOUR = 1.0  # another name of the document lies in the same first-order unit
NEAR = 0.8  # another name of the document lies within a degree or two, or may
MOST_NEAR = 3.0  # such names that count
READINGS = 8  # places of a name that may lie near others before one is chosen
HOME = 4.0  # the outlet writes from there
NOUN, NO_NOUN = 3.0, -1.5  # a noun beside the name asks for this kind of place, or for another
CHAIN = 6.0  # the name of what contains it follows
DEFAULT = 3.0  # what the name alone means to any reader
GROUND = frozenset({"populated", "admin2", "admin3"})
PLACE = 0.6  # what a place tells of the country that the document is about, beside the country's name
SUBURB = 60.0  # kilometres
UNKNOWN = 3_000  # people of a district that nobody counted
GREAT = 3_000_000  # a city of so many people is meant before the state of its name
SMALL = 1_000_000  # people: the names of smaller countries are towns elsewhere (Guadalupe, San Martín)


class Group(Struct, kw_only=True):
    """All spots of a document with one name and one noun beside it: they mean one place."""

    key: str
    kinds: frozenset[Kind]
    spots: list[Spot]
    candidates: Sequence[Candidate]
    within: "Group | None" = None
    inner: "list[Group]" = []
    chosen: Candidate | None = None
    score: float = -math.inf
    margin: float = 0.0
    chained: bool = False

    @property
    def is_locative(self) -> bool:
        """Whether some spot stands where a place must."""
        return any(spot.locative or spot.kinds for spot in self.spots)

    def has(self, *labels: str) -> bool:
        """Whether the parser gave some spot one of the labels."""
        return any(spot.label in labels for spot in self.spots)


Cell = tuple[int, int]  # a degree of latitude and one of longitude


class Evidence(Struct, kw_only=True):
    """What the document says besides the name: shares of countries, how many names lie in a first-order unit, how many near.

    `lent` is what each group (by `id`) adds to the share of the country of its own place: no name is its own witness.
    `ground` counts, for each degree of latitude and longitude, the names whose place lies in it or beside it, each place
    that a name may mean by its share; `own` is what each group (by `id`) adds to it. `home` is where the outlet is at home.
    """

    countries: Mapping[str, float]
    lent: Mapping[int, float] = {}
    units: Mapping[int, float] = {}
    ground: Mapping[Cell, float] = {}
    own: Mapping[int, Mapping[Cell, float]] = {}
    home: Home | None = None


def resolve(groups: Sequence[Group], demonyms: Mapping[str, int], home: Home | None = None) -> Evidence:
    """Choose a place for each group, with the others as context; returns the evidence that decided.

    `within` of a group is the group whose name follows it, set where some place of the one lies in a place of the other.
    """
    named = [code for group in groups for code in _plain_country(group, home)]
    weights = weigh(named, demonyms, home.country if home else None)
    evidence = Evidence(countries=shares(weights), home=home)
    scored = _choose_all(groups, evidence)
    lent = {id(group): _lends(group) for group in groups}
    total = _with_places(weights, groups, lent)
    whole = sum(total.values()) + DOUBT
    own = {group: weight / whole for group, weight in lent.items()}
    parts = {id(group): _readings(group, scored[id(group)]) for group in groups}
    ground: defaultdict[Cell, float] = defaultdict(float)
    for part in parts.values():
        for cell, likely in part.items():
            ground[cell] += likely
    evidence = Evidence(countries=shares(total), lent=own, units=_units(groups), ground=ground, own=parts, home=home)
    _choose_all(groups, evidence)
    return evidence


def contains(outer: Candidate, inner: Candidate) -> bool:
    """Whether one place lies in the other by its units."""
    if outer.id == inner.id:
        return False
    match outer.kind:
        case "country":
            return inner.country == outer.country and inner.kind != "country"
        case "admin1" | "admin2" | "admin3":
            return outer.id in (inner.admin1_id, inner.admin2_id, inner.admin3_id)
        case "region" | "water":
            return inner.country in regions()[outer.ref.partition(":")[2]].countries and inner.kind not in (
                "country",
                "region",
                "water",
            )
    return False


def score(candidate: Candidate, group: Group, evidence: Evidence) -> float:
    """How well a place fits, before what follows the name is considered."""
    own = group.chosen.admin1_id if group.chosen else None
    unit = evidence.units.get(candidate.admin1_id or 0, 0.0) - (candidate.admin1_id == own and own is not None)
    people = candidate.population or (UNKNOWN if candidate.kind in ("admin2", "admin3") else 0)
    points = WIDTH[candidate.kind] + PEOPLE * math.log10(people + 1)
    if candidate.kind in ("region", "water"):
        points = WIDTH[candidate.kind]
    points += COUNTRY * evidence.countries.get(candidate.country or "", 0.0) + NEIGHBOUR * min(unit, 2.0)
    if evidence.ground and candidate.kind not in ("country", "region", "water"):
        cell = cell_of(candidate)
        points += NEAR * min(evidence.ground.get(cell, 0.0) - evidence.own[id(group)].get(cell, 0.0), MOST_NEAR)
    if evidence.home is not None:
        points += HOME * evidence.home.closeness(candidate)
    if not candidate.preferred and candidate.kind not in ("country", "region", "water"):
        points += OTHER_NAME
    if aliases().default.get(group.key) == candidate.ref:
        points += DEFAULT
    if group.kinds:
        points += NOUN if candidate.kind in group.kinds else NO_NOUN
    return points


def _choose_all(groups: Sequence[Group], evidence: Evidence) -> dict[int, list[tuple[float, Candidate]]]:
    """Each group its place: first those that contain others, so that a chain is read from its end; returns all points."""
    scored = {id(group): [(score(c, group, evidence), c) for c in group.candidates] for group in groups}
    done: set[int] = set()
    for group in groups:
        _choose(group, scored, done)
    return scored


def _choose(group: Group, scored: dict[int, list[tuple[float, Candidate]]], done: set[int]) -> None:
    if id(group) in done:
        return
    done.add(id(group))  # before the step up: two names may follow one another in both orders
    options = scored[id(group)]
    outer = group.within
    if outer is not None:
        options = _chain(options, scored[id(outer)])
        inside = [points for points, _ in options if points > CHAIN]
        group.chained = bool(inside)
        scored[id(group)] = options
    _settle(group, options)
    if outer is not None and group.chosen is not None and id(outer) not in done:
        chosen = group.chosen
        scored[id(outer)] = [(p + (CHAIN if contains(c, chosen) else 0.0), c) for p, c in scored[id(outer)]]
        _choose(outer, scored, done)


def _chain(inner: list[tuple[float, Candidate]], outer: list[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """The inner places with what the best outer place that contains them adds."""
    best: dict[int | str, float] = {}
    wide = [(p, c) for p, c in outer if c.kind in ("region", "water")]
    for points, place in outer:
        key = place.country if place.kind == "country" else place.id
        if key is not None:
            best[key] = max(points, best.get(key, -math.inf))
    top = max((points for points, _ in outer), default=0.0)
    found = []
    for points, place in inner:
        above = [best[k] for k in _above(place) if k in best]
        above += [p for p, c in wide if contains(c, place)]
        found.append((points + CHAIN + max(above) - top if above else points, place))
    return found


def _above(place: Candidate) -> Iterable[int | str]:
    keys = (place.admin1_id, place.admin2_id, place.admin3_id, place.country if place.kind != "country" else None)
    return (key for key in keys if key is not None and key != place.id)


def _settle(group: Group, options: list[tuple[float, Candidate]]) -> None:
    if not options:
        group.chosen = None
        return
    ranked = sorted(options, key=lambda option: -option[0])
    points, best = ranked[0]
    rival = next((p for p, c in ranked[1:] if not _same(best, c)), None)
    group.margin = points - rival if rival is not None else 4.0
    group.chosen, group.score = _city(best, ranked, group), points


def _city(best: Candidate, ranked: list[tuple[float, Candidate]], group: Group) -> Candidate:
    """The city instead of the state of its name, where it holds half of the state's people or is a great one.

    Not behind the name of a town elsewhere in the state: "Buffalo, New York".
    """
    if best.kind != "admin1" or "admin1" in group.kinds:
        return best
    cities = (c for _, c in ranked if c.kind == "populated" and c.admin1_id == best.id)
    city = next((c for c in cities if c.population >= GREAT or c.population * 2 >= best.population > 0), best)
    return best if any(_is_outside(inner.chosen, city) for inner in group.inner) else city


def _is_outside(town: Candidate | None, city: Candidate) -> bool:
    """Whether a town is no quarter or suburb of a city."""
    if town is None or town.lat is None or town.lon is None or city.lat is None or city.lon is None:
        return False
    return distance_km(town.lat, town.lon, city.lat, city.lon) > SUBURB


def _same(one: Candidate, other: Candidate) -> bool:
    """Whether two places of one name are a town and its municipality or state."""
    return contains(one, other) or contains(other, one) or (one.admin2_id is not None and one.admin2_id == other.admin2_id)


def _plain_country(group: Group, home: Home | None) -> list[str]:
    """The country that each spot names outright; not where a town of the name lies where the outlet is at home."""
    if group.kinds and "country" not in group.kinds:
        return []
    country = next((c for c in group.candidates if c.kind == "country"), None)
    if country is None or any(_rivals(c, country, home) for c in group.candidates):
        return []
    return [country.country or ""] * len(group.spots)


def _rivals(other: Candidate, country: Candidate, home: Home | None) -> bool:
    """Whether a name may as well be a place elsewhere: Georgia's, or a small country's (Guadalupe)."""
    if home is not None and other.kind in GROUND and other.country != country.country and home.closeness(other) > 0.5:
        return True
    if other.country == country.country or not other.preferred:
        return False
    return other.population >= SMALL or (country.population < SMALL and other.population > 1000)


def _with_places(weights: Mapping[str, float], groups: Sequence[Group], lent: Mapping[int, float]) -> dict[str, float]:
    """The weights with what the other names add: each to the country of its place."""
    found = dict(weights)
    for group in groups:
        if group.chosen and group.chosen.country and lent[id(group)]:
            found[group.chosen.country] = found.get(group.chosen.country, 0.0) + lent[id(group)]
    return found


def _lends(group: Group) -> float:
    """How much a name tells of its country: by how sure and how well known its place is."""
    place = group.chosen
    if place is None or not place.country or place.kind in ("country", "region", "water"):
        return 0.0
    return PLACE * min(1.0, max(0.1, group.margin / 3)) * min(1.0, math.log10(place.population + 10) / 5)


def _units(groups: Sequence[Group]) -> dict[int, float]:
    found: Counter[int] = Counter()
    for group in groups:
        place = group.chosen
        if place is None:
            continue
        unit = place.id if place.kind == "admin1" else place.admin1_id
        if unit is not None:
            found[unit] += 1
    return dict(found)


def _readings(group: Group, scored: Sequence[tuple[float, Candidate]]) -> dict[Cell, float]:
    """How likely a group's place lies in or beside each cell: its likeliest places, each by its share."""
    options = sorted(scored, key=lambda option: -option[0])[:READINGS]
    top = options[0][0] if options else 0.0
    powers = [(math.exp(points - top), place) for points, place in options]
    whole = sum(power for power, _ in powers)
    found: dict[Cell, float] = {}
    for power, place in powers:
        if place.kind in GROUND:
            lat, lon = cell_of(place)
            for cell in ((lat + i, lon + j) for i in (-1, 0, 1) for j in (-1, 0, 1)):
                found[cell] = found.get(cell, 0.0) + power / whole
    return found


def cell_of(place: Candidate) -> Cell:
    """The degree that a place lies in."""
    return round(place.lat or 0), round(place.lon or 0)
