"""Acts of a document as drafts of events."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from almenara.coding.acts import context, features, nature, relevance, same
from almenara.coding.acts.dense import Views
from almenara.coding.acts.grouping import Group, group
from almenara.coding.acts.model import Model
from almenara.coding.acts.reading import Reading
from almenara.coding.acts.settle import draft, intercepted
from almenara.coding.acts.signs import Weights
from almenara.coding.draft import EventDraft
from almenara.language import Parsed


def events(parsed: Parsed) -> list[EventDraft]:
    """The events of a document in order of their first telling; a document without sentences has none."""
    if not parsed.sentences:
        return []
    model, reading = Model.shipped(), Reading(parsed)
    logits = model.told.logits(features.rows(reading))
    return drafts(model, reading, chances(model, reading, logits, further=model.further(parsed)))


def drafts(model: Model, reading: Reading, told: NDArray[np.float32]) -> list[EventDraft]:
    """The events of a document from the probabilities of `chances`."""
    out = []
    for a, act in enumerate(model.acts):
        for found in groups(model, reading, told[:, a], a):
            scores = {s: float(told[s, a]) for s in found.sentences}
            out.append(draft(model, reading, act, scores, found.score))
    return sorted(intercepted([e for e in out if e]), key=lambda e: (min(e.sentences), e.act))


def chances(
    model: Model,
    reading: Reading,
    logits: NDArray[np.float32],
    *,
    further: Views = (),
    weights: Weights = context.OWN,
) -> NDArray[np.float32]:
    """The probability that a sentence tells an act, shape (sentences, acts), after the second look.

    Of acts too rare to be learned the lexicon decides. In a document that seems to be about something else only what is
    nearly sure counts.
    """
    out = np.zeros_like(logits)
    deadly = [a for a, act in enumerate(model.acts) if act in nature.DEADLY]
    pairs = context.candidates(logits)
    if pairs:
        places = np.array(pairs)
        judge = model.closer if further and model.closer else model.again
        rows = context.vectors(reading, logits, model.acts, further=further if judge is model.closer else (), weights=weights)
        out[places[:, 0], places[:, 1]] = judge.probabilities(rows, places[:, 1])
    for s, view in enumerate(reading.views):
        for act, hit in view.hits.items():
            if act in model.rare:
                out[s, model.acts.index(act)] = max(out[s, model.acts.index(act)], hit.entry.weight)
    if relevance.about(out, model.acts) < model.limits.about:
        out[out < model.limits.alone] = 0
    for number in map(int, np.nonzero(out[:, deadly].max(axis=1, initial=0) >= model.limits.telling)[0]):
        if nature.of_nature(reading, number):
            out[number, deadly] = 0
    return out


def groups(model: Model, reading: Reading, told: NDArray[np.float32], a: int) -> list[Group]:
    """The events of act number `a` as groups of sentences."""
    likely = [(int(s), float(told[s])) for s in np.nonzero(told >= model.limits.telling)[0]]
    return group(likely, _alike(model, reading, a), model.limits) if likely else []


def _alike(model: Model, reading: Reading, a: int) -> Callable[[int, int], float]:
    act = model.acts[a]
    compare = same.comparer(reading, model.idf, act)

    def alike(i: int, j: int) -> float:
        return 1.0 if same.is_spoken_of(reading, j, act) else model.same.probability(compare(i, j), a)

    return alike
