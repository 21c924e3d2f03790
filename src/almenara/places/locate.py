"""The places of a document: found, told apart, and each with its reason."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from almenara.places.accept import SHARE, Meant, meant
from almenara.places.evidence import people
from almenara.places.fold import fold
from almenara.places.gazetteer import Gazetteer
from almenara.places.outlets import Home
from almenara.places.record import feature, record
from almenara.places.resolve import SMALL, Evidence, Group, contains, resolve
from almenara.places.spot import Named, spots
from almenara.places.values import Candidate, Located, Spot

BEFORE, BEHIND = 250, 40  # characters in which the place around a spot is named
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
    home: Home | None = None,
) -> list[Located]:
    """The places that a text names, in order and without overlap, each resolved with the whole text as context.

    `names` are (start, end, label) of the parser with labels PER, ORG, LOC, NORP, MISC; `home` is where the outlet
    is at home.
    """
    found = spots(text, language, names, lambda name: bool(gazetteer.candidates(name)))
    groups = _grouped(found, gazetteer)
    links = list(_links(text, found, groups))
    _chain(found, groups, links)
    surnames = _surnames(text, names)
    unique = list({id(group): group for group in groups if group.candidates}.values())
    evidence = resolve(unique, people(text), home)
    readings = meant(text, found, groups, evidence, surnames)
    return _located(found, groups, readings, dict(links), evidence)


def mentioned(text: str, language: str, names: Sequence[Named], gazetteer: Gazetteer) -> list[Sequence[Candidate]]:
    """All places that each name of a text may mean, for `home_of`."""
    found = spots(text, language, names, lambda name: bool(gazetteer.candidates(name)))
    groups = {id(g): g for s, g in zip(found, _grouped(found, gazetteer), strict=True) if s.label == "LOC" or s.locative}
    return [group.candidates for group in groups.values()]


def _grouped(found: Sequence[Spot], gazetteer: Gazetteer) -> list[Group]:
    """The group of each spot."""
    groups: dict[object, Group] = {}
    out = []
    for spot in found:
        asked = spot.asked or spot.text
        name = (fold(asked), spot.kinds, spot.facility)
        if name not in groups:
            candidates = () if spot.facility else gazetteer.candidates(asked)
            groups[name] = Group(key=name[0], kinds=spot.kinds, spots=[], candidates=candidates)
        groups[name].spots.append(spot)
        out.append(groups[name])
    return out


def _links(text: str, found: Sequence[Spot], groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Pairs of neighbours where the second may contain the first: "Tibú, Norte de Santander"."""
    for i, (one, other) in enumerate(pairwise(found)):
        if other.start - one.end < 45 and _LINK.fullmatch(text, one.end, other.start):
            inner, outer = groups[i].candidates, groups[i + 1].candidates
            if one.facility or _may_hold(outer, inner):
                yield i, i + 1


def _chain(found: Sequence[Spot], groups: list[Group], links: Sequence[tuple[int, int]]) -> None:
    """Tie each name to what contains it; a name behind others of its unit is read apart from where it stands alone."""
    behind: dict[int, Group] = {}
    for inner, outer in links:
        if groups[inner] is groups[outer]:
            continue
        whole = groups[outer]
        if id(whole) not in behind:
            behind[id(whole)] = Group(key=whole.key, kinds=whole.kinds, spots=[], candidates=whole.candidates, inner=[])
        groups[outer] = behind[id(whole)]
        groups[outer].spots.append(found[outer])
        groups[outer].inner.append(groups[inner])
        groups[inner].within = groups[outer]


def _may_hold(outer: Sequence[Candidate], inner: Sequence[Candidate]) -> bool:
    """Whether some outer place contains some inner one; a country's name is a small town's only where a list is unlikely."""
    if any(c.kind == "country" for c in inner):
        inner = [c for c in inner if c.preferred and c.population >= SMALL]
    return any(contains(b, a) for b in outer if b.kind != "populated" for a in inner)


def _surnames(text: str, names: Sequence[Named]) -> frozenset[str]:
    """Words of the names of persons that have several."""
    return frozenset(
        fold(word) for start, end, label in names if label == "PER" and " " in text[start:end] for word in text[start:end].split()
    )


def _located(
    found: Sequence[Spot], groups: Sequence[Group], readings: Sequence[Meant], links: dict[int, int], evidence: Evidence
) -> list[Located]:
    kept = [i for i, reading in enumerate(readings) if reading >= Meant.FEATURE]
    at = {i: n for n, i in enumerate(kept)}
    part_of = {outer: at[inner] for inner, outer in links.items() if inner in at and _holds(groups[outer], groups[inner])}
    sure = {i: groups[i] for i in kept if readings[i] is Meant.PLACE}
    alike = _namesakes(found, sure, evidence)
    sure = {i: group for i, group in sure.items() if i not in alike}
    out: list[Located] = []
    for i in kept:
        spot = found[i]
        if i in sure:
            fields = record(sure[i], spot, evidence)
        else:
            one = alike.get(i, i)
            fields = feature(found[one], _container(one, found, sure, links), evidence)
        out.append(
            Located(start=spot.start, end=spot.end, text=spot.text, part_of=part_of.get(i), locative=spot.locative, **fields)
        )
    return out


def _namesakes(found: Sequence[Spot], sure: dict[int, Group], evidence: Evidence) -> dict[int, int]:
    """Spots that mean a feature named elsewhere in the text by its noun ("the San Juan" beside "río San Juan").

    Only where the place of the name lies in a country that the document hardly speaks of.
    """
    features = {fold(s.text.partition(" ")[2]): i for i, s in enumerate(found) if s.facility and " " in s.text}
    features |= {fold(s.text.rpartition(" ")[0]): i for i, s in enumerate(found) if s.facility and " " in s.text}
    out = {}
    for i, group in sure.items():
        code = group.chosen.country if group.chosen else None
        strange = evidence.countries.get(code or "", 0.0) - evidence.lent.get(id(group), 0.0) < SHARE
        if group.key in features and strange and not group.chained and not group.kinds:
            out[i] = features[group.key]
    return out


def _holds(outer: Group, inner: Group) -> bool:
    if outer.chosen is None:
        return False
    return inner.chosen is None or contains(outer.chosen, inner.chosen)


def _container(i: int, found: Sequence[Spot], sure: dict[int, Group], links: dict[int, int]) -> Group | None:
    """The place around a spot that the gazetteer does not hold: that of its chain, else one not long before or soon behind."""
    spot = found[i]
    known = [j for j, group in sure.items() if group.chosen is not None and group.chosen.kind != "water"]
    if i in links and links[i] in known:
        return sure[links[i]]
    before = [j for j in known if 0 <= spot.start - found[j].end <= BEFORE]
    behind = [j for j in known if 0 <= found[j].start - spot.end <= BEHIND]
    near = before[-1:] or behind[:1]
    return sure[near[0]] if near else None
