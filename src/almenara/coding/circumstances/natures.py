"""Whether an event was done, is planned, alleged or denied, and whether it is the news or background (CODEBOOK, section 2.2).

What the lexicon implies and what grammar says beyond doubt decides; where they are silent learned scorers do.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import get_args

from msgspec.structs import replace

from almenara.coding.acts.certain import said
from almenara.coding.acts.triggers import Trigger
from almenara.coding.circumstances.nature_features import Natures, features
from almenara.coding.circumstances.scorer import Scorer, shipped
from almenara.coding.circumstances.tellings import Tellings
from almenara.coding.draft import EventDraft
from almenara.coding.entities import Entities
from almenara.coding.quantities import Quantities
from almenara.model import Claim, Reality

REALITIES: tuple[Reality, ...] = get_args(Reality)
VOTE = {"reality": 0.3, "background": 0.5}
"""How much what the model of acts has said weighs beside the scorers, as training/natures.py found best."""


def natures(drafts: Sequence[EventDraft], quantities: Quantities, claims: Sequence[Claim], cast: Entities) -> list[EventDraft]:
    """The drafts of a document with their reality and background."""
    seen = Natures(Tellings(quantities.parsed, drafts), quantities, claims, cast)
    return [_natured(seen, number) for number in range(len(drafts))]


def _natured(seen: Natures, number: int) -> EventDraft:
    draft = seen.tellings.drafts[number]
    found = features(seen, number)
    reality = certain(seen, number) or likely(_weights(), found, draft.reality)
    return replace(draft, reality=reality, background=is_background(shipped("background"), found, voted=draft.background))


def likely(known: Mapping[str, Sequence[float]], found: set[str], voted: Reality | None) -> Reality:
    """The reality with the most weight, the one that the model of acts has voted for (None: no vote) having a little more."""
    totals = [VOTE["reality"] * (r == voted) for r in REALITIES]
    for row in [known[f] for f in found if f in known]:
        totals = [total + weight for total, weight in zip(totals, row, strict=True)]
    return REALITIES[totals.index(max(totals))]


def is_background(scorer: Scorer, found: set[str], *, voted: bool | None) -> bool:
    """Whether an event is background, with the vote of the model of acts (None: no vote)."""
    vote = 0.0 if voted is None else VOTE["background"] if voted else -VOTE["background"]
    return scorer.score(found) + vote > 0


def certain(seen: Natures, number: int) -> Reality | None:
    """What goes without weighing: goods that were stopped, what an entry of the lexicon implies, what grammar says."""
    draft = seen.tellings.drafts[number]
    if draft.reality == "attempted":
        return draft.reality
    lead = draft.lead
    if lead.reality or lead.trigger is None:
        return lead.reality
    head = seen.tellings.of[number].get(lead.sentence)
    if head is None:
        return None
    told = said(seen.parsed, Trigger(*lead.trigger, head), lead.act, sure=lead.by.startswith("rule"))
    return None if told == "hypothetical" else told


@cache
def _weights() -> dict[str, list[float]]:
    return shipped("reality").by_class(REALITIES)
