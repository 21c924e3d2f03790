"""An event of some sentences made a draft: its triggers, its reality, whether it is background."""

from collections.abc import Mapping

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from almenara.coding.acts import telling
from almenara.coding.acts.certain import Said, said
from almenara.coding.acts.endings import ended
from almenara.coding.acts.model import REALITIES, Model
from almenara.coding.acts.reading import Reading, cues
from almenara.coding.acts.triggers import Trigger, trigger
from almenara.coding.draft import ActMention, EventDraft
from almenara.model import Reality

SURE = 0.6
"""Weight from which an entry of the lexicon speaks for itself."""
NAME = "model:acts.1"


class Told(Struct, frozen=True):
    """One telling with its trigger and what grammar says of its reality."""

    mention: ActMention
    trigger: Trigger | None
    said: Said


def draft(model: Model, reading: Reading, act: str, scores: Mapping[int, float], score: float) -> EventDraft | None:
    """The draft of an act told in sentences with their scores, the surest telling first; None where it only may come."""
    told = [_told(model, reading, act, s, scores[s]) for s in scores]
    real = [t for t in told if t.said != "hypothetical"]
    if not real:
        return None
    odds = _judged(model, reading, real)
    background = bool(odds[-1] > 0)
    mentions = tuple(t.mention for t in real)
    return EventDraft(act, mentions, _reality(real[0], odds), background, min(max(score, 0.0), 1.0))


def _told(model: Model, reading: Reading, act: str, sentence: int, score: float) -> Told:
    found = trigger(reading, sentence, act, model.triggers)
    hit = reading.views[sentence].hits.get(act)
    span = (found.first, found.last) if found else None
    claim = said(reading.parsed, found, act, sure=hit is not None) if found else None
    measure = ended(reading.parsed, sentence, act, hit.entry.measure_state if hit else None)
    if hit is None:
        return Told(ActMention(act, sentence, span, score, NAME, measure_state=measure), found, claim)
    by = f"rule:{hit.entry.id}" if hit.entry.weight >= SURE else NAME
    return Told(ActMention(act, sentence, span, score, by, hit.entry.mode, hit.entry.reality, measure), found, claim)


def _reality(lead: Told, odds: NDArray[np.float32]) -> Reality:
    """What the words of the lead imply, else what grammar says, else the likeliest."""
    if lead.mention.reality:
        return lead.mention.reality
    if lead.said and lead.said != "hypothetical":
        return lead.said
    return REALITIES[int(odds[:-1].argmax())]


def _judged(model: Model, reading: Reading, told: list[Told]) -> NDArray[np.float32]:
    """Scores of the realities and of background, averaged over the tellings by how sure they are."""
    rows = [telling.features(reading, t.mention.sentence, t.mention.act, t.trigger) for t in told]
    weights = np.array([t.mention.score for t in told], np.float32)
    return np.asarray((weights / weights.sum()) @ model.real.logits(rows), np.float32)


def intercepted(drafts: list[EventDraft]) -> list[EventDraft]:
    """The drafts, with trafficking whose goods are seized in the same sentence as attempted (CODEBOOK, section 8)."""
    seized = {draft.lead.sentence for draft in drafts if draft.act == "seizure" and draft.reality == "occurred"}
    return [
        replace(draft, reality="attempted")
        if draft.act in cues("moving") and draft.reality in ("occurred", "ongoing") and draft.lead.sentence in seized
        else draft
        for draft in drafts
    ]
