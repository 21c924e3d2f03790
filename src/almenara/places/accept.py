"""Whether a spot that bears a place's name is one."""

from almenara.places.countries import is_demonym
from almenara.places.resolve import Evidence, Group
from almenara.places.values import Candidate, Spot

WIDE = ("country", "region", "water")
KNOWN = 15_000  # people: a place so large needs no other word for its country
CITY = 200_000


def is_meant(group: Group, spot: Spot, evidence: Evidence, *, is_surname: bool) -> bool:
    """Whether the text means the place that was chosen for the group, at this spot."""
    place = group.chosen
    if place is None or is_demonym(spot.text):
        return False
    if place.kind in WIDE:
        return not is_surname or spot.locative
    if is_surname and not (spot.locative or group.chained):
        return False
    if not _is_likely(place, group, evidence):
        return False
    if spot.label == "LOC":
        return True
    return spot.locative or bool(spot.kinds) or group.chained or _is_told(group, place)


def _is_likely(place: Candidate, group: Group, evidence: Evidence) -> bool:
    """Whether the place is known enough for a document that says no more of it."""
    if group.chained or evidence.countries.get(place.country or "", 0.0) >= 0.1:
        return place.preferred or place.population >= KNOWN or group.is_locative
    return place.population >= (CITY if group.is_locative or group.has("LOC") else CITY * 5) and place.preferred


def _is_told(group: Group, place: Candidate) -> bool:
    """Whether the name stands as a place elsewhere in the document."""
    return place.preferred and group.has("LOC")
