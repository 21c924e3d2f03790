"""What a place is to an event: scene, origin, destination, jurisdiction or base."""

from collections.abc import Iterator
from functools import cache
from typing import get_args

from almenara.coding.circumstances import position
from almenara.coding.circumstances.place_candidates import Occurrence, Sites
from almenara.coding.circumstances.scorer import shipped
from almenara.coding.circumstances.terms import EXCEPTIONAL
from almenara.coding.roles.wordlists import category
from almenara.model import PlaceRole

ROLES: tuple[PlaceRole, ...] = get_args(PlaceRole)


def role_of(sites: Sites, number: int, mention: Occurrence, *, inherited: bool) -> PlaceRole:
    """The likeliest role of a place."""
    if sites.tellings.drafts[number].act in EXCEPTIONAL:
        return "jurisdiction"  # rare in what the scorer learned from, and never anything else
    known = _weights()
    rows = [known[f] for f in features(sites, number, mention, inherited=inherited) if f in known]
    totals = [sum(column) for column in zip(*rows, strict=True)]
    return ROLES[totals.index(max(totals))] if totals else "scene"


@cache
def _weights() -> dict[str, list[float]]:
    return shipped("place_roles").by_class(ROLES)


def features(sites: Sites, number: int, mention: Occurrence, *, inherited: bool) -> Iterator[str]:
    """What tells roles apart: the act, the preposition, the governing word."""
    tellings, draft = sites.tellings, sites.tellings.drafts[number]
    yield "any"
    yield f"act={draft.act}"
    yield f"group={category(draft.act)}"
    yield f"inherited={inherited}"
    yield f"kind={sites.located[mention.located].kind}|{category(draft.act)}"
    if inherited:
        return
    token = tellings.parsed.tokens[mention.token]
    case = position.preposition(tellings, mention.token)
    governor = tellings.parsed.tokens[token.head]
    yield f"case={case}"
    yield f"case={case}|{draft.act}"
    yield f"case={case}|{category(draft.act)}"
    yield f"governor={governor.lemma}"
    yield f"governor={governor.lemma}|{case}"
    yield f"governor={governor.pos}|{case}"
    yield f"dep={token.dep}|{case}"
