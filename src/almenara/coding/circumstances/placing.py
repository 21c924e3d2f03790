"""Where an event was: places that its sentences name, else one that it inherits, with a reason (CODEBOOK, section 2.4)."""

from collections.abc import Sequence

from almenara.coding.circumstances import place_features as features
from almenara.coding.circumstances.place_candidates import Occurrence, Site, Sites
from almenara.coding.circumstances.place_roles import role_of
from almenara.coding.circumstances.scorer import Scorer, shipped
from almenara.coding.circumstances.tellings import Tellings
from almenara.coding.circumstances.terms import EXCEPTIONAL
from almenara.coding.draft import EventDraft
from almenara.language import Parsed
from almenara.model import Place, PlaceRole, Span
from almenara.places.values import Located
from almenara.times.fold import fold

BEHIND = 0.6  # of the surest place's probability; what is less likely is named in passing
SHOUTED = 4  # letters; what is shorter may be initials
BY, BY_INHERITED = "model:places.1", "model:places.inherited.1"


def places(parsed: Parsed, drafts: Sequence[EventDraft], located: Sequence[Located]) -> list[tuple[Place, ...]]:
    """The places of each draft, surest first; an inherited one says in `basis` where it comes from."""
    tellings = Tellings(parsed, drafts)
    sites = Sites(tellings, located)
    scorer = shipped("places")
    kept = [keep(sites, told(sites, number, scorer), scorer.threshold) for number in range(len(drafts))]
    sites.settle([[mention for _, mention in found] for found in kept])
    return [_places(sites, number, found) for number, found in enumerate(kept)]


def told(sites: Sites, number: int, scorer: Scorer) -> list[tuple[float, Occurrence]]:
    """(probability, mention) of the places that the sentences of a draft name, surest first."""
    found = [(scorer.probability(features.told(sites, number, s, ms)), best_mention(sites, ms)) for s, ms in sites.told(number)]
    return sorted(found, key=lambda pair: -pair[0])


def keep(sites: Sites, scored: Sequence[tuple[float, Occurrence]], least: float) -> list[tuple[float, Occurrence]]:
    """What to keep of scored mentions: probable, not far behind the surest, and no container of another in a chain."""
    top = max((p for p, _ in scored), default=0.0)
    likely = [(p, m) for p, m in scored if p >= max(least, BEHIND * top)]
    chosen = {m.located for _, m in likely}
    inner = [(p, m) for p, m in likely if sites.located[m.located].part_of not in chosen]
    return [(p, m) for p, m in inner if not any(_covers(sites, m, o) for _, o in inner if o is not m)]


def _covers(sites: Sites, wide: Occurrence, other: Occurrence) -> bool:
    """Whether a place only frames another of its sentence: the country around it, or the town of the dateline."""
    found, inside = sites.located[wide.located], sites.located[other.located]
    if sites.is_dateline(wide) and not sites.is_dateline(other):
        return found.country == inside.country and inside.kind != "country"
    return wide.sentence == other.sentence and found.kind == "country" and sites.holds(found, inside)


def heirs(sites: Sites, number: int) -> list[tuple[Site | None, Occurrence | None, set[str]]]:
    """The places that a draft may inherit, with their features; the first option is none."""
    draft = sites.tellings.drafts[number]
    none = {"none", f"none|{draft.act}", f"none|{sites.tellings.parsed.language}", f"none|{draft.background}"}
    listed: list[tuple[Site | None, Occurrence | None, set[str]]] = [(None, None, none)]
    listed += [(s, m, features.inherited(sites, number, s, m)) for s, m in sites.around(number)]
    return listed


def best_mention(sites: Sites, mentions: Sequence[Occurrence]) -> Occurrence:
    """The mention that a place is named by: the first that stands for itself."""
    return next((m for m in mentions if sites.located[m.located].part_of is None), mentions[0])


def _places(sites: Sites, number: int, kept: Sequence[tuple[float, Occurrence]]) -> tuple[Place, ...]:
    if kept:
        return tuple(_place(sites, number, m, confidence=p) for p, m in kept)
    if same := _same_measure(sites, number):
        return (_place(sites, number, same, confidence=0.5, basis="where the measure was told to apply before"),)
    scorer = shipped("inherited")
    options = heirs(sites, number)
    shares = scorer.shares([features for _, _, features in options])
    share, at = max(zip(shares[1:], range(1, len(shares)), strict=True), default=(0.0, 0))
    site, mention, _ = options[at]
    if share < scorer.threshold or site is None or mention is None:
        return ()
    return (_place(sites, number, mention, confidence=share, basis=_reason(sites, number, site, mention)),)


def _same_measure(sites: Sites, number: int) -> Occurrence | None:
    """The territory that an earlier telling gives to an exceptional measure of the same kind."""
    drafts = sites.tellings.drafts
    if drafts[number].act not in EXCEPTIONAL:
        return None
    lead = drafts[number].lead.sentence
    before = [n for n, d in enumerate(drafts) if d.act == drafts[number].act and d.lead.sentence < lead]
    for other in sorted(before, key=lambda n: -drafts[n].lead.sentence):
        if sites.kept[other]:
            site = sites.kept[other][0]
            return next((o for o in site.occurrences if o.sentence in sites.tellings.of[other]), site.occurrences[0])
    return None


def _reason(sites: Sites, number: int, site: Site, mention: Occurrence) -> str:
    """Why an event has a place that its own sentences do not name."""
    lead = next(iter(sites.tellings.of[number]))
    if 0 < lead - mention.sentence <= 4:
        return "named in an earlier sentence"
    if site.dateline:
        return "the place in the dateline"
    if mention.sentence == 0:
        return "named in the headline"
    return "the place that the document names most" if sites.ranks[id(site)] == 0 else "named elsewhere in the document"


def _role(sites: Sites, number: int, mention: Occurrence, *, inherited: bool) -> PlaceRole:
    """The role of a place; nothing is moved from or to the town of a dateline."""
    role = role_of(sites, number, mention, inherited=inherited)
    return "scene" if role in ("origin", "destination") and sites.is_dateline(mention) else role


def spelled(found: Located) -> str:
    """The name as the text has it, but not in the capitals of a dateline: then as the gazetteer spells it."""
    letters = [c for c in found.text if c.isalpha()]
    if len(letters) < SHOUTED or "." in found.text or not all(c.isupper() for c in letters) or found.kind in ("region", "water"):
        return found.text
    known = fold(found.name) == fold(found.text) and not found.name.isupper()
    return found.name if known else found.text.title()


def _place(sites: Sites, number: int, mention: Occurrence, *, confidence: float, basis: str | None = None) -> Place:
    found = sites.located[mention.located]
    return Place(
        name=spelled(found),
        role=_role(sites, number, mention, inherited=basis is not None),
        country=found.country,
        admin1=found.admin1,
        admin2=found.admin2,
        admin3=found.admin3,
        gazetteer_id=found.gazetteer_id,
        lat=found.lat,
        lon=found.lon,
        precision=found.precision,
        radius_km=found.radius_km,
        basis=f"{basis}; {found.basis}" if basis else found.basis,
        evidence=(Span.of(sites.tellings.parsed.text, found.start, found.end),),
        by=BY_INHERITED if basis else BY,
        confidence=round(confidence * found.confidence, 3),
    )
