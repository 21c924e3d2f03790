"""What the scorers see of a place that an event may have."""

from collections.abc import Iterator, Sequence

from almenara.coding.circumstances import position
from almenara.coding.circumstances.back_reference import kind_of, pointed_at
from almenara.coding.circumstances.place_candidates import Occurrence, Site, Sites
from almenara.coding.roles.relations import path
from almenara.coding.roles.wordlists import category


def told(sites: Sites, number: int, site: Site, mentions: Sequence[Occurrence]) -> set[str]:
    """A site that the event's own sentences name: the union over its mentions there."""
    out = set(_of_document(sites, number, site, ""))
    for mention in mentions:
        out.update(_of_mention(sites, number, mention))
    out.add(f"times={min(len(mentions), 3)}")
    here = sites.told(number)
    out.add(f"rivals={min(len(here), 4)}")
    out.update(_of_chain(sites, site, [s for s, _ in here if s is not site]))
    return out


def _of_chain(sites: Sites, site: Site, others: Sequence[Site]) -> Iterator[str]:
    """Whether other places of the event lie in this one, or this one in them."""
    found = sites.first(site)
    holds = any(sites.holds(found, sites.first(o)) for o in others)
    inside = any(sites.holds(sites.first(o), found) for o in others)
    beside = any(o_.kind == found.kind for o in others if (o_ := sites.first(o)))
    yield f"holds={holds}"
    yield f"holds={holds}|{found.kind}"
    yield f"inside={inside}"
    yield f"inside={inside}|{found.kind}"
    yield f"beside={beside}|{holds}|{inside}"


def inherited(sites: Sites, number: int, site: Site, mention: Occurrence) -> set[str]:
    """A site that only other sentences name."""
    parsed = sites.tellings.parsed
    lead = next(iter(sites.tellings.of[number]))
    gap = lead - mention.sentence
    away = "after" if gap < 0 else str(gap) if gap < 4 else "far"
    same = parsed.sentences[lead].paragraph == parsed.sentences[mention.sentence].paragraph
    draft, found = sites.tellings.drafts[number], sites.located[mention.located]
    case = position.preposition(sites.tellings, mention.token)
    out = set(_of_document(sites, number, site, "i:"))
    out.update(
        (f"i:away={away}", f"i:away={away}|{same}", f"i:kind={found.kind}|{away}", f"i:case={case}", f"i:case={case}|{away}")
    )
    out.update(
        (f"i:act={draft.act}|{found.kind}", f"i:part={found.part_of is not None}", f"i:dep={parsed.tokens[mention.token].dep}")
    )
    others = [n for n, triggers in enumerate(sites.tellings.of) if n != number and mention.sentence in triggers]
    out.add(f"i:told={min(len(others), 2)}")
    out.add(f"i:same_act={any(sites.tellings.drafts[n].act == draft.act for n in others)}")
    out.update(_of_neighbours(sites, number, site))
    out.update(_of_pointers(sites, number, site))
    out.update(_of_peoples(sites, number, site))
    return out


def _of_peoples(sites: Sites, number: int, site: Site) -> Iterator[str]:
    """Whether the event's sentences name the people of the place's country: "las autoridades peruanas"."""
    found, peoples = sites.first(site), sites.peoples(number)
    theirs = found.country in peoples if found.country else False
    yield f"i:people={theirs}|{found.kind}"
    yield f"i:people={theirs}|{min(len(peoples), 2)}|{found.kind == 'country'}"
    yield f"i:people={theirs}|{category(sites.tellings.drafts[number].act)}|{found.kind == 'country'}"
    first = next((kept for n in sites.leads if (kept := sites.kept[n])), [])
    yield f"i:first={any(s is site for s in first)}"
    yield f"i:first={any(s is site for s in first)}|{sites.tellings.drafts[number].background}"


def _of_pointers(sites: Sites, number: int, site: Site) -> Iterator[str]:
    """Whether the event's sentences point back to such a place, and whether it is the last one of its kind before them."""
    lead = next(iter(sites.tellings.of[number]))
    kinds = {kind for sentence in sites.tellings.of[number] for kind in pointed_at(sites.tellings.parsed, sentence)}
    own = kind_of(sites.first(site).kind)
    last = sites.last_of_kind(own, lead) is site
    yield f"i:last={last}|{own}"
    for kind in kinds:
        yield f"i:points={kind}|{own}|{last}"
        yield f"i:points={kind == own}|{last}"


def _of_neighbours(sites: Sites, number: int, site: Site) -> Iterator[str]:
    """Which other events keep the place."""
    drafts, leads = sites.tellings.drafts, [next(iter(of)) for of in sites.tellings.of]
    own = drafts[number]
    near = [n for n in sites.neighbours(number) if site in sites.kept[n]]
    before = any(leads[n] <= leads[number] for n in near)
    behind = any(leads[n] > leads[number] for n in near)
    yield f"i:kept={before}|{behind}"
    yield f"i:kept={before}|{behind}|{own.act}"
    yield f"i:kept={before}|{behind}|{own.background}"
    act = any(drafts[n].act == own.act for n in near)
    yield f"i:kept={before}|{act}|{any(drafts[n].background == own.background for n in near)}"
    placed = [kept for n, kept in enumerate(sites.kept) if kept and n != number]
    share = sum(site in kept for kept in placed) / len(placed) if placed else 0.0
    yield f"i:share={round(share * 4)}"
    yield f"i:share={round(share * 4)}|{min(len(placed), 3)}"
    yield f"i:share={round(share * 4)}|{sites.first(site).kind}"
    gap = min((abs(leads[n] - leads[number]) for n in near), default=9)
    yield f"i:gap={min(gap, 5)}|{before}"


def _of_document(sites: Sites, number: int, site: Site, near: str) -> Iterator[str]:
    draft = sites.tellings.drafts[number]
    free, rank = len(sites.free(site)), min(sites.ranks[id(site)], 4)
    found = sites.located[site.occurrences[0].located]
    first = site.occurrences[0].sentence
    yield f"{near}rank={rank}"
    yield f"{near}free={min(free, 4)}"
    yield f"{near}kind={found.kind}"
    yield f"{near}kind={found.kind}|{category(draft.act)}"
    yield f"{near}rank={rank}|{found.kind}"
    yield f"{near}headline={first == 0}"
    yield f"{near}dateline={site.dateline}"
    yield f"{near}dateline={site.dateline}|{draft.background}"
    yield f"{near}rank={rank}|{draft.background}"
    yield f"{near}lang={sites.tellings.parsed.language}|{found.kind}"


def _of_mention(sites: Sites, number: int, mention: Occurrence) -> Iterator[str]:
    tellings = sites.tellings
    draft, found = tellings.drafts[number], sites.located[mention.located]
    trigger = tellings.of[number].get(mention.sentence)
    case = position.preposition(tellings, mention.token)
    tied = position.position(tellings, mention.token, trigger)
    yield from position.features(tellings, tied, case)
    group = category(draft.act)
    yield f"case={case}"
    yield f"case={case}|{group}"
    yield f"case={case}|{draft.act}"
    yield f"case={case}|steps={min(tied.steps, 4)}"
    yield f"sure={int(found.confidence * 4)}|{found.kind}"
    yield f"part={found.part_of is not None}"
    yield f"filed={sites.is_dateline(mention)}"
    yield f"act={draft.act}|{found.kind}"
    yield f"lead={mention.sentence == next(iter(tellings.of[number]))}"
    yield f"reality={draft.reality}|{case}"
    if trigger is not None:
        top = list_head(sites, mention.token)
        listed = path(tellings.parsed, trigger, top)
        yield f"list={listed}|{case}"
        yield f"list={listed}|{group}"
        yield f"listed={top != mention.token}"
        yield f"route={path(tellings.parsed, trigger, mention.token)}|{group}"
        yield f"word={tellings.parsed.tokens[trigger].lemma}|{case}"
    yield from _of_rivals(sites, mention, trigger)


def _of_rivals(sites: Sites, mention: Occurrence, trigger: int | None) -> Iterator[str]:
    here = [o for _, o in sites.by_sentence[mention.sentence] if sites.located[o.located].part_of is None]
    yield f"here={min(len(here), 4)}"
    if trigger is not None and here:
        nearest = min(here, key=lambda o: abs(o.token - trigger))
        yield f"nearest={nearest.token == mention.token}|{min(len(here), 3)}"
        after = [o for o in here if o.token > trigger]
        yield f"first_after={bool(after) and after[0].token == mention.token}"


def list_head(sites: Sites, token: int) -> int:
    """The first of the things that a token is listed with."""
    tokens = sites.tellings.parsed.tokens
    while tokens[token].dep in ("conj", "appos") and tokens[token].head != token:
        token = tokens[token].head
    return token
