"""How far a document is about crime or conflict at all, from what its sentences likely tell.

A politician's deal, a law or a trial is told in documents of every kind; acts of violence and of illicit markets are not.
"""

import numpy as np
from numpy.typing import NDArray

from almenara.coding.acts.reading import cues

LEAD = 5
ENOUGH = 4
"""Sentences from which a document shows what it is about."""


def about(told: NDArray[np.float32], acts: tuple[str, ...]) -> float:
    """Logarithm of the share of sentences that tell core acts, in all times in the lead; `told` holds probabilities.

    Infinite for a document too short to show it.
    """
    if len(told) < ENOUGH:
        return float("inf")
    core = [a for a, act in enumerate(acts) if act in cues("core")]
    likely = told[:, core].max(axis=1)
    return float(np.log(likely.mean() + 0.002) + np.log(likely[:LEAD].mean() + 0.005))
