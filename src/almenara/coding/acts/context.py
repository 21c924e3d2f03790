"""The second look at a sentence and an act: with the lexicon's hit, the neighbours, the headline and the whole document."""

from collections import Counter
from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from almenara.coding.acts import signs
from almenara.coding.acts.dense import Views
from almenara.coding.acts.reading import Reading

FLOOR = -7.0
LEAST = -5.0
LIKELY = -2.0
SHORT = 4
OWN: Mapping[str, float] = {}
SIZE = 30 + signs.HIT + signs.SENTENCE
FURTHER = 8


def candidates(logits: NDArray[np.float32]) -> list[tuple[int, int]]:
    """(sentence, act) pairs that deserve a second look."""
    return [(int(s), int(a)) for s, a in zip(*np.nonzero(logits > LEAST), strict=True)]


def vectors(
    reading: Reading,
    logits: NDArray[np.float32],
    acts: tuple[str, ...],
    *,
    further: Views = (),
    weights: signs.Weights = OWN,
) -> NDArray[np.float32]:
    """One row of numbers a candidate, in their order: SIZE of them, and FURTHER more for each further view.

    `weights` of entries stand in for the lexicon's.
    """
    z = np.maximum(logits, FLOOR)
    chance = 1 / (1 + np.exp(-z))
    in_act, in_sentence = chance.sum(axis=0).tolist(), chance.sum(axis=1).tolist()
    hits = Counter(act for view in reading.views for act in view.hits)
    told = [signs.of_sentence(reading, s) if logits[s].max() > LEAST else [] for s in range(len(z))]
    rows = [
        [*row, in_act[a], in_sentence[s], hits[acts[a]], *signs.of_hit(reading, s, acts[a], weights), *told[s]]
        for (s, a), row in zip(candidates(logits), _around(reading, logits, acts), strict=True)
    ]
    own = np.array(rows, np.float32).reshape(len(rows), SIZE)
    return np.hstack((own, *(_second(reading, logits, acts, np.maximum(z, FLOOR)) for z in further)))


def _second(reading: Reading, logits: NDArray[np.float32], acts: tuple[str, ...], z: NDArray[np.float32]) -> NDArray[np.float32]:
    """What a further view says of each candidate and of what stands around it, and together with the first look."""
    none = np.full((1, z.shape[1]), FLOOR, np.float32)
    beside = np.maximum(np.vstack((none, z[:-1])), np.vstack((z[1:], none)))
    in_document = np.vstack((np.sort(z, axis=0)[::-1], none))
    in_sentence = np.sort(z, axis=1)[:, ::-1]
    rows = []
    for s, a in candidates(logits):
        here = z[s, a]
        elsewhere = in_document[1, a] if here >= in_document[0, a] else in_document[0, a]
        others = in_sentence[s, 1] if in_sentence[s, 0] == here else in_sentence[s, 0]
        hit = acts[a] in reading.views[s].hits
        both = here * max(logits[s, a], FLOOR) / 10
        rows.append([here, beside[s, a], elsewhere, z[0, a], others, max(-1.0, here), both, here * hit])
    return np.array(rows, np.float32).reshape(len(rows), FURTHER)


def _around(reading: Reading, logits: NDArray[np.float32], acts: tuple[str, ...]) -> Iterator[list[float]]:
    """What the first look says of a candidate and of what stands around it."""
    z = np.maximum(logits, FLOOR)
    n = len(z)
    none = np.full((1, z.shape[1]), FLOOR, np.float32)
    before, after = np.vstack((none, z[:-1])).tolist(), np.vstack((z[1:], none)).tolist()
    in_document = np.sort(z, axis=0)[::-1]
    highest, second = in_document[0].tolist(), (in_document[1] if n > 1 else none[0]).tolist()
    in_sentence = np.sort(z, axis=1)[:, ::-1].tolist()
    ranks = (-z).argsort(axis=0, kind="stable").argsort(axis=0).tolist()
    likely = (z > LIKELY).sum(axis=1).tolist()
    values = z.tolist()
    about = _about(z)
    for s, a in candidates(logits):
        here = values[s][a]
        top = in_sentence[s]
        others = top[1] if top[0] == here else top[0]
        elsewhere = second[a] if here >= highest[a] else highest[a]
        hit = float(acts[a] in reading.views[s].hits)
        yield [
            here, before[s][a], after[s][a], max(before[s][a], after[s][a]), elsewhere, values[0][a], others, hit, hit * here,
            min(ranks[s][a], 4), float(np.log(n)), s == 0, s <= 1, s / n, max(-1.0, here), likely[s], hit * elsewhere,
            here * here / 10, here * elsewhere / 10, here * values[0][a] / 10, float(acts[a] == "other"), *about,
            n < SHORT, (n < SHORT) * here, (n < SHORT) * hit,
        ]  # fmt: skip


def _about(z: NDArray[np.float32]) -> list[float]:
    """How far the document as a whole is about acts: the share of sentences that likely tell one, and the likeliest."""
    best = np.sort(z.max(axis=1))[::-1]
    return [float((best > LIKELY).mean()), float(best[:3].mean()) / 3, float(best.mean()) / 3]
