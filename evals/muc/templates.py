"""Phrases to templates: which incident types, which fillers, which phrases name the same entity."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from evals.muc import ROLES, TYPES
from evals.muc.kinds import features as kind_features
from evals.muc.model import Floats, Model, buckets
from evals.muc.ranking import Phrase, phrases
from evals.muc.reading import Report
from evals.muc.spotting import spots

SMALL_WORDS = frozenset({"of", "and", "for", "de", "del", "la", "los", "in"})
Template = dict[str, Any]


def predict(report: Report, model: Model) -> list[Template]:
    """The templates of one report."""
    kinds = model.kinds.scores(buckets(kind_features(report)))
    chosen = types(kinds, model.kind_limits)
    if not chosen:
        return []
    found = phrases(spots(report, model.spots), kinds)
    return filled(chosen, found, chances(found, model), model.role_limits)


def types(kinds: Floats, limits: Floats) -> list[str]:
    """The types over their limits; where only "some incident" is, the likeliest type. `kinds` are log odds, that of any last."""
    over = [name for name, odds, limit in zip(TYPES, kinds, limits, strict=False) if odds > limit]
    if not over and kinds[-1] > limits[-1]:
        over = [TYPES[int(np.argmax(kinds[:-1]))]]
    return over


def chances(found: Sequence[Phrase], model: Model) -> Floats:
    """The probability of each phrase to fill its role."""
    out = np.zeros(len(found), np.float32)
    for role, trees in enumerate(model.trees):
        at = [i for i, phrase in enumerate(found) if phrase.role == role]
        if at:
            out[at] = trees.probabilities(np.stack([found[i].features for i in at]))
    return out


def filled(chosen: Sequence[str], found: Sequence[Phrase], probabilities: Floats, limits: Floats) -> list[Template]:
    """One template a type, each with every filler that is likely enough."""
    slots: dict[str, list[list[str]]] = {}
    for role, name in enumerate(ROLES):
        sure = [(p, f) for f, p in zip(found, probabilities, strict=True) if f.role == role and p > limits[role]]
        slots[name] = [[f.text for f in entity] for entity in entities([f for _, f in sorted(sure, key=lambda s: -s[0])])]
    return [{"incident_type": kind, **slots} for kind in chosen]


def entities(ranked: Sequence[Phrase]) -> list[list[Phrase]]:
    """Phrases as entities, the likeliest first: an acronym joins its name, a phrase within a likelier one is left out."""
    out: list[list[Phrase]] = []
    for phrase in ranked:
        words = set(phrase.key.split())
        for entity in out:
            if any(words <= set(m.key.split()) or words >= set(m.key.split()) for m in entity):
                break
            if any(acronym(phrase.key, m.key) or acronym(m.key, phrase.key) for m in entity):
                entity.append(phrase)
                break
        else:
            out.append([phrase])
    return out


def acronym(short: str, name: str) -> bool:
    """Whether a word is made of the first letters of a name."""
    return len(short) > 2 and short == "".join(w[0] for w in name.split() if w not in SMALL_WORDS)
