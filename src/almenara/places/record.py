"""A choice as a record: point, precision, radius, and the reason in words."""

import math
from typing import Any

from almenara.places.countries import table
from almenara.places.regions import regions
from almenara.places.resolve import Evidence, Group
from almenara.places.values import Candidate, Kind, Spot

PRECISION: dict[Kind, int] = {"populated": 1, "admin2": 3, "admin3": 3, "admin1": 4, "region": 5, "country": 6, "water": 7}
NEAR_KM = 25.0  # UCDP where_prec 2


def record(group: Group, spot: Spot, evidence: Evidence) -> dict[str, Any]:
    """The fields of Resolved for the place chosen."""
    place = group.chosen
    assert place is not None  # noqa: S101 (a group without a place is a feature)
    precision, radius = PRECISION[place.kind], place.radius_km
    if spot.near and precision == 1:
        precision, radius = 2, NEAR_KM
    return {
        **_units(place),
        "name": place.name,
        "kind": place.kind,
        "gazetteer_id": place.ref,
        "lat": place.lat,
        "lon": place.lon,
        "precision": precision,
        "radius_km": radius,
        "basis": basis(group, spot, evidence),
        "confidence": confidence(group, spot),
    }


def feature(spot: Spot, within: Group | None, evidence: Evidence) -> dict[str, Any]:
    """The fields for a spot that the gazetteer does not hold: those of the place around it, else of the document's country."""
    place = within.chosen if within else None
    fields: dict[str, Any] = {"name": spot.text, "kind": "feature", "gazetteer_id": None}
    if "water" in spot.kinds:
        return {**fields, "kind": "water", "precision": 7, "basis": "waters of no country", "confidence": 0.8}
    if place is not None:
        precision = {1: 2}.get(PRECISION[place.kind], PRECISION[place.kind])
        radius = max(place.radius_km or 0.0, NEAR_KM) if precision == 2 else place.radius_km
        where = {"lat": place.lat, "lon": place.lon, "radius_km": radius, "precision": precision, "confidence": 0.45}
        return {**fields, **_units(place), **where, "basis": f"not in the gazetteer; placed by {place.name}, named beside it"}
    code, share = max(evidence.countries.items(), key=lambda item: item[1], default=("", 0.0))
    if share < 0.5:
        return {**fields, "precision": 6, "basis": "not in the gazetteer; nothing around it says where", "confidence": 0.2}
    country = table()[code]
    where = {"confidence": 0.3, "lat": country.lat, "lon": country.lon, "radius_km": country.radius_km, "precision": 6}
    return {**fields, **where, "country": code, "basis": f"not in the gazetteer; the document is about {country.en}"}


def confidence(group: Group, spot: Spot) -> float:
    """From the distance to the next best place and how plainly the text speaks of a place."""
    sure = 1 / (1 + math.exp(-group.margin))
    plain = 0.6 if spot.of_body else 1.0 if spot.label == "LOC" else 0.9 if spot.locative or spot.kinds else 0.75
    return round(min(0.98, sure * plain), 3)


def basis(group: Group, spot: Spot, evidence: Evidence) -> str:
    """Why this place."""
    place = group.chosen
    assert place is not None  # noqa: S101 (the callers have one)
    reasons = []
    if place.kind == "country":
        return "name of a country"
    if place.kind in ("region", "water"):
        region = regions()[place.ref.partition(":")[2]]
        return f"name of a region ({region.basis}, {region.listing().version})"
    if group.chained and group.within is not None and group.within.chosen is not None:
        reasons.append(f"lies in {group.within.chosen.name}, named behind it")
    if spot.kinds and place.kind in spot.kinds:
        reasons.append("a noun beside it says what it is")
    share = evidence.countries.get(place.country or "", 0.0)
    if share >= 0.1:
        reasons.append(f"{share:.0%} of the document's countries are {place.country}")
    others = sum(1 for c in group.candidates if c.id != place.id)
    reasons.append("no other place bears the name" if not others else f"fits best of {others + 1} of the name")
    return "; ".join(reasons)


def _units(place: Candidate) -> dict[str, Any]:
    names = {"country": place.country, "admin1": place.admin1, "admin2": place.admin2, "admin3": place.admin3}
    if place.kind in ("admin1", "admin2", "admin3"):
        names[place.kind] = place.name
    return names
