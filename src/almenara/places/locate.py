"""The places of a document: found, told apart, and each with its reason."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from almenara.places.accept import is_meant
from almenara.places.evidence import people
from almenara.places.fold import fold
from almenara.places.gazetteer import Gazetteer
from almenara.places.record import feature, record
from almenara.places.resolve import Evidence, Group, contains, resolve
from almenara.places.spot import Named, spots
from almenara.places.values import Located, Spot

_LINK = re.compile(
    r"(?:,? \(?|, )(?:(?:in|en|of|del?|at)(?: the| el| la| los)? )?(?:(?:el|la|the) )?"
    r"(?:(?:\w+ )?(?:department|state|province|municipality|district|region"
    r"|departamento|estado|provincia|municipio|distrito|región) (?:of|de|del)(?: la| los| las| the)? )?"
)


def locate(
    text: str,
    language: str,
    names: Sequence[Named],
    gazetteer: Gazetteer,
    *,
    outlet_country: str | None = None,
) -> list[Located]:
    """The places that a text names, in order and without overlap, each resolved with the whole text as context.

    `names` are (start, end, label) of the parser with labels PER, ORG, LOC, NORP, MISC; `outlet_country` is ISO 3166-1.
    """
    found = spots(text, language, names, lambda name: bool(gazetteer.candidates(name)))
    groups = _grouped(found, gazetteer)
    links = list(_links(text, found, groups))
    for inner, outer in links:
        if groups[inner] is not groups[outer]:
            groups[inner].within = groups[outer]
    surnames = _surnames(text, names)
    unique = list({id(group): group for group in groups if group.candidates}.values())
    evidence = resolve(unique, people(text), outlet_country)
    kept = [i for i, group in enumerate(groups) if _stays(group, found[i], evidence, surnames)]
    return _located(found, groups, kept, dict(links), evidence)


def _grouped(found: Sequence[Spot], gazetteer: Gazetteer) -> list[Group]:
    """The group of each spot."""
    groups: dict[object, Group] = {}
    for spot in found:
        name = (fold(spot.text), spot.kinds, spot.facility)
        if name not in groups:
            candidates = () if spot.facility else gazetteer.candidates(spot.text)
            groups[name] = Group(key=name[0], kinds=spot.kinds, spots=[], candidates=candidates)
        groups[name].spots.append(spot)
    return [groups[fold(spot.text), spot.kinds, spot.facility] for spot in found]


def _links(text: str, found: Sequence[Spot], groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Pairs of neighbours where the second may contain the first: "Tibú, Norte de Santander"."""
    for i, (one, other) in enumerate(pairwise(found)):
        if other.start - one.end < 45 and _LINK.fullmatch(text, one.end, other.start):
            inner, outer = groups[i].candidates, groups[i + 1].candidates
            if one.facility or any(contains(b, a) for b in outer if b.kind != "populated" for a in inner):
                yield i, i + 1


def _surnames(text: str, names: Sequence[Named]) -> frozenset[str]:
    """Words of the names of persons that have several."""
    return frozenset(
        fold(word)
        for start, end, label in names
        if label == "PER" and " " in text[start:end]
        for word in text[start:end].split()[1:]
    )


def _stays(group: Group, spot: Spot, evidence: Evidence, surnames: frozenset[str]) -> bool:
    if spot.facility:
        return True
    return is_meant(group, spot, evidence, is_surname=group.key in surnames)


def _located(
    found: Sequence[Spot], groups: Sequence[Group], kept: Sequence[int], links: dict[int, int], evidence: Evidence
) -> list[Located]:
    at = {i: n for n, i in enumerate(kept)}
    part_of = {outer: at[inner] for inner, outer in links.items() if inner in at and _holds(groups[outer], groups[inner])}
    out: list[Located] = []
    for i in kept:
        resolved = record(groups[i], found[i], evidence) or feature(found[i], _container(i, found, groups, kept), evidence)
        spot = found[i]
        out.append(Located(start=spot.start, end=spot.end, text=spot.text, part_of=part_of.get(i), **resolved))
    return out


def _holds(outer: Group, inner: Group) -> bool:
    if outer.chosen is None:
        return False
    return inner.chosen is None or contains(outer.chosen, inner.chosen)


def _container(i: int, found: Sequence[Spot], groups: Sequence[Group], kept: Sequence[int]) -> Group | None:
    """The nearest resolved place around a spot that the gazetteer does not hold: soon behind it, else not long before."""
    spot = found[i]
    known = [j for j in kept if groups[j].chosen is not None and groups[j].chosen.kind != "water"]  # type: ignore[union-attr]
    behind = [j for j in known if 0 <= found[j].start - spot.end <= 40]
    before = [j for j in known if 0 <= spot.start - found[j].end <= 250]
    near = behind[:1] or before[-1:]
    return groups[near[0]] if near else None
