"""A phrase among all phrases of its report: what decides whether it fills a role."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from evals.muc import ROLES
from evals.muc.model import Floats
from evals.muc.spotting import Spot, strongest

TOP = 15
NONE = -15.0


class Phrase(NamedTuple):
    """One string of a report as a filler of one role; `sentences` are those that hold it."""

    role: int
    key: str
    text: str
    sentences: tuple[int, ...]
    features: Floats


def phrases(found: Sequence[Spot], kinds: Floats) -> list[Phrase]:
    """The phrases that may fill each role, the likeliest first."""
    grouped: defaultdict[str, list[Spot]] = defaultdict(list)
    for spot in found:
        grouped[spot.key].append(spot)
    tops = {name: strongest(group) for name, group in grouped.items()}
    if not tops:
        return []
    best = np.max(list(tops.values()), axis=0)
    out = []
    for role in range(len(ROLES)):
        ranked = sorted(tops, key=lambda name: -tops[name][role])[:TOP]
        near = {name: float(tops[name][role]) for name in ranked}
        for rank, name in enumerate(ranked):
            own = _own(grouped[name], role)
            beside = [rank, best[role] - near[name], *_relatives(name, near)]
            features = np.array([*own, *beside, *tops[name], *best, *kinds], np.float32)
            best_spot = max(grouped[name], key=lambda s: s.odds[role])
            out.append(Phrase(role, name, best_spot.text, tuple(s.sentence for s in grouped[name]), features))
    return out


def _own(group: Sequence[Spot], role: int) -> list[float]:
    """Odds, number and sentences of the occurrences, and words."""
    odds = sorted((float(s.odds[role]) for s in group), reverse=True)
    best = max(group, key=lambda s: s.odds[role])
    second = odds[1] if len(odds) > 1 else -12.0
    shares = float((1 / (1 + np.exp(-np.array(odds)))).sum())
    sentences = [s.sentence for s in group]
    counts = [odds[0], second, sum(odds) / len(odds), len(odds), shares, min(sentences), max(sentences), best.sentence]
    return [*counts, len(best.key.split())]


def _relatives(name: str, near: dict[str, float]) -> list[float]:
    """How much likelier phrases are that lie within it, that hold it, and that share its last word."""
    words, own = set(name.split()), near[name]
    others = [(set(other.split()), odds, other.split()[-1]) for other, odds in near.items() if other != name]
    last = name.rsplit(maxsplit=1)[-1]
    within = max((odds for w, odds, _ in others if w < words), default=NONE)
    around = max((odds for w, odds, _ in others if words < w), default=NONE)
    alike = max((odds for _, odds, end in others if end == last), default=NONE)
    return [within - own, around - own, alike - own]
