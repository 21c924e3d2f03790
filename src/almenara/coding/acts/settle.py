"""An event of some sentences made a draft: its triggers, its reality, whether it is background."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from almenara.coding.acts import telling
from almenara.coding.acts.model import REALITIES, Model
from almenara.coding.acts.reading import Reading
from almenara.coding.acts.triggers import trigger
from almenara.coding.draft import ActMention, EventDraft

SURE = 0.6
"""Weight from which an entry of the lexicon speaks for itself."""


def draft(model: Model, reading: Reading, act: str, scores: Mapping[int, float], score: float) -> EventDraft:
    """The draft of an act told in sentences with their scores, the surest telling first."""
    mentions = tuple(mention(model, reading, act, s, scores[s]) for s in scores)
    odds = judged(model, reading, mentions)
    reality = REALITIES[int(odds[:-1].argmax())]
    return EventDraft(act, mentions, reality, bool(odds[-1] > 0), score)


def mention(model: Model, reading: Reading, act: str, sentence: int, score: float) -> ActMention:
    """One telling, with its trigger and what the lexicon says of it."""
    found = trigger(reading, sentence, act, model.triggers)
    hit = reading.views[sentence].hits.get(act)
    span = (found.first, found.last) if found else None
    if hit is None:
        return ActMention(act, sentence, span, score, "model:acts.1")
    by = f"rule:{hit.entry.id}" if hit.entry.weight >= SURE else "model:acts.1"
    return ActMention(act, sentence, span, score, by, hit.entry.mode, hit.entry.reality, hit.entry.measure_state)


def judged(model: Model, reading: Reading, mentions: tuple[ActMention, ...]) -> NDArray[np.float32]:
    """Scores of the realities and of background, averaged over the tellings by how sure they are."""
    rows = [telling.features(reading, m.sentence, m.act, trigger(reading, m.sentence, m.act, model.triggers)) for m in mentions]
    weights = np.array([m.score for m in mentions], np.float32)
    return np.asarray((weights / weights.sum()) @ model.real.logits(rows), np.float32)
