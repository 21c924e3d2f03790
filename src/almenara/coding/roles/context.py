"""A second look at the candidates of one event: each one's chances beside those of the others.

The first model sees one candidate at a time. It cannot know that a surer perpetrator stands in the same sentence, or that
what is coordinated with a seized thing was mostly seized too. These features tell the second model.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from almenara.coding.roles.candidates import Candidate
from almenara.language import Parsed

Array = NDArray[Any]
LEAST = 1e-3
SIDE_BY_SIDE = frozenset(("conj", "appos"))


class Neighbours(Struct, frozen=True):
    """For each candidate the numbers of those that govern it, and of those coordinated or apposed to it."""

    above: list[list[int]]
    beside: list[list[int]]


def neighbours(parsed: Parsed, candidates: Sequence[Candidate]) -> Neighbours:
    """Which candidates of an event hang together in the tree."""
    at = {o.token: k for k, c in enumerate(candidates) for o in c.occurrences}
    above: list[set[int]] = [set() for _ in candidates]
    beside: list[set[int]] = [set() for _ in candidates]
    for i, k in at.items():
        token = parsed.tokens[i]
        other = at.get(token.head)
        if other is None or other == k:
            continue
        if token.dep in SIDE_BY_SIDE:
            beside[k].add(other)
            beside[other].add(k)
        else:
            above[k].add(other)
    return Neighbours([sorted(s) for s in above], [sorted(s) for s in beside])


def rows(chances: Array, near: Neighbours) -> Array:
    """One row of numbers a candidate from `chances` (candidates x roles and none)."""
    n, roles = len(chances), chances[:, :-1]
    top = np.sort(np.vstack((np.zeros_like(roles[:2]), roles)), axis=0)[-2:]
    others = np.where(roles == top[1], top[0], top[1])
    ranks = (roles[None, :, :] > roles[:, None, :]).sum(1)
    best = roles.max(1)
    return np.hstack(
        (
            np.log(chances + LEAST / 10),
            np.log(roles + LEAST) - np.log(others + LEAST),
            np.log(roles.sum(0) - roles + 10 * LEAST),
            _highest(roles, near.above),
            _highest(roles, near.beside),
            ranks == 0,
            ranks == 1,
            np.full((n, 1), np.log(n)),
            np.array([[bool(a), bool(b)] for a, b in zip(near.above, near.beside, strict=True)]),
            (best[None, :] > best[:, None]).sum(1)[:, None],
        )
    )


def _highest(roles: Array, groups: Sequence[Sequence[int]]) -> Array:
    """Log of the highest chance in each role among some candidates, 0 where there are none."""
    out = np.zeros_like(roles)
    for k, group in enumerate(groups):
        if group:
            out[k] = np.log((roles[group].max(0) if len(group) > 1 else roles[group[0]]) + 10 * LEAST)
    return out
