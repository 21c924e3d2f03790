"""Whether a spot that bears a place's name is one."""

from collections.abc import Sequence
from enum import IntEnum

from almenara.places.aliases import aliases
from almenara.places.countries import is_demonym
from almenara.places.resolve import Evidence, Group
from almenara.places.spot import LIST_GOES_ON
from almenara.places.values import Candidate, Spot

WIDE = ("country", "region", "water")
KNOWN = 15_000  # people: a place so large needs no other word for its country
CITY = 200_000
MOST = 0.5  # of the document's countries: the one that it is about
SHARE = 0.1  # of the document's countries: one that it is about


class Meant(IntEnum):
    """How a spot is read: no place, one only beside another, a spot that the gazetteer does not hold, its group's place."""

    NO = 0
    PERHAPS = 1
    FEATURE = 2
    PLACE = 3


def meant(text: str, found: Sequence[Spot], groups: Sequence[Group], evidence: Evidence, surnames: frozenset[str]) -> list[Meant]:
    """The reading of each spot; what stands in a list with a place is one too."""
    out = [_reading(g, s, evidence, is_surname=g.key in surnames) for g, s in zip(groups, found, strict=True)]
    for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        for i in order:
            beside = i - 1 if order.step > 0 else i + 1
            if (
                out[i] is Meant.PERHAPS
                and out[beside] >= Meant.FEATURE
                and _is_listed(text, found[min(i, beside)], found[max(i, beside)])
            ):
                out[i] = Meant.FEATURE if found[i].facility else Meant.PLACE
    return out


def _is_listed(text: str, one: Spot, other: Spot) -> bool:
    return other.start - one.end < 8 and bool(LIST_GOES_ON.fullmatch(text, one.end, other.start))


def _reading(group: Group, spot: Spot, evidence: Evidence, *, is_surname: bool) -> Meant:
    place = group.chosen
    if spot.facility:
        return Meant.FEATURE if spot.locative else Meant.PERHAPS
    if place is None or is_demonym(spot.text) or _is_other(group, spot, place, is_surname=is_surname):
        return Meant.NO
    if place.kind in WIDE:
        return Meant.PLACE
    if not _is_likely(place, group, evidence):
        return (
            Meant.FEATURE if spot.label == "LOC" and spot.locative else Meant.PERHAPS if spot.label in ("LOC", "") else Meant.NO
        )
    if spot.label == "LOC" or spot.locative or spot.kinds or group.chained or _is_plain(group, place, spot, evidence):
        return Meant.PLACE
    return Meant.PERHAPS


def _is_other(group: Group, spot: Spot, place: Candidate, *, is_surname: bool) -> bool:
    """Whether the name is rather a person's, or a body's initials: "PEMEX" is a village too."""
    initials = spot.text.isupper() and len(spot.text) < 8 and place.kind not in WIDE and place.population < CITY
    if initials and not group.chained and group.key not in aliases().default:
        return True
    if spot.locative:
        return False
    if place.kind in WIDE:
        return is_surname and spot.label == "PER"
    return is_surname and not group.chained


def _is_likely(place: Candidate, group: Group, evidence: Evidence) -> bool:
    """Whether the place is known enough for a document that says no more of it."""
    share = evidence.countries.get(place.country or "", 0.0)
    if not place.preferred and place.population < CITY:  # another name of a small place is no witness of its own country
        share -= evidence.lent.get(id(group), 0.0)
    if group.chained or share >= SHARE:
        return place.preferred or place.population >= KNOWN or group.is_locative
    elsewhere = max(evidence.countries.values(), default=0.0) >= MOST
    least = CITY if elsewhere else KNOWN
    return place.preferred and place.population >= (least if group.has("LOC") else CITY if group.is_locative else CITY * 5)


def _is_plain(group: Group, place: Candidate, spot: Spot, evidence: Evidence) -> bool:
    """Whether a name that the parser gave to a body or a person is plainly a place: told as one elsewhere, or large and near."""
    if group.has("LOC") and place.preferred:
        return True
    is_name = spot.label == "ORG" or (spot.label == "PER" and " " in spot.text)
    is_near = evidence.countries.get(place.country or "", 0.0) >= 2 * SHARE
    return is_name and is_near and place.preferred and place.population >= KNOWN and not spot.text.isupper()
