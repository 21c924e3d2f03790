"""Phrases to templates: which incident types, which fillers, which phrases name the same entity."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from evals.muc import ROLES
from evals.muc.deciding import belonging, evidence, types
from evals.muc.kinds import features as kind_features
from evals.muc.model import Floats, Model, buckets
from evals.muc.ranking import Phrase, phrases
from evals.muc.reading import Report
from evals.muc.spotting import spots

SMALL_WORDS = frozenset({"of", "and", "for", "de", "del", "la", "los", "in"})
SHORTEST_ACRONYM = 3
Template = dict[str, Any]
Belongs = Callable[[Phrase, str], bool]


def predict(report: Report, model: Model) -> list[Template]:
    """The templates of one report."""
    kinds = model.kinds.scores(buckets(kind_features(report)))
    found = phrases(spots(report, model.spots), kinds)
    likely = chances(found, model)
    chosen = types(model.decided(evidence(kinds, found, likely)), model.kind_limits)

    def belongs(phrase: Phrase, kind: str) -> bool:
        return bool(model.belongs.scores(buckets(belonging(report, phrase, kind)))[0] > model.belongs_limit)

    return filled(chosen, sure(found, likely, model.role_limits), belongs)


def chances(found: Sequence[Phrase], model: Model) -> Floats:
    """The probability of each phrase to fill its role."""
    out = np.zeros(len(found), np.float32)
    for role, trees in enumerate(model.trees):
        at = [i for i, phrase in enumerate(found) if phrase.role == role]
        if at:
            out[at] = trees.probabilities(np.stack([found[i].features for i in at]))
    return out


def sure(found: Sequence[Phrase], probabilities: Floats, limits: Floats) -> list[Phrase]:
    """Phrases over the limit of their role, the likeliest first."""
    over = [(p, f) for f, p in zip(found, probabilities, strict=True) if p > limits[f.role]]
    return [f for _, f in sorted(over, key=lambda pair: -pair[0])]


def filled(chosen: Sequence[str], fillers: Sequence[Phrase], belongs: Belongs) -> list[Template]:
    """One template a type; where there are several types, each with the fillers that belong to it."""
    grouped = {role: entities([f for f in fillers if f.role == number]) for number, role in enumerate(ROLES)}
    return [
        {"incident_type": kind, **{r: _kept(found, kind, belongs if len(chosen) > 1 else None) for r, found in grouped.items()}}
        for kind in chosen
    ]


def _kept(found: Sequence[Sequence[Phrase]], kind: str, belongs: Belongs | None) -> list[list[str]]:
    return [[f.text for f in entity] for entity in found if belongs is None or belongs(entity[0], kind)]


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
    return len(short) >= SHORTEST_ACRONYM and short == "".join(w[0] for w in name.split() if w not in SMALL_WORDS)
