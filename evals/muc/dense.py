"""What the reader's model says of roles and incident types, where it says so; zeros where it does not."""

import numpy as np

from almenara.language import Parsed
from evals.muc import ROLES, TYPES
from evals.muc.model import Floats

LOW, HIGH = -6.0, 4.0
STEP = 1.0


def roles(parsed: Parsed, first: int, last: int) -> Floats:
    """Mean and lowest log odds inside of a span, and the highest beside it, of each role."""
    scores = parsed.scores.get("muc_roles")
    if scores is None:
        return np.zeros(3 * len(ROLES), np.float32)
    inside = np.clip(scores[first:last], LOW, HIGH).astype(np.float32)
    sentence = parsed.sentence_of(first)
    beside = [i for i in (first - 1, last) if sentence.first <= i < sentence.last]
    outside = np.clip(scores[beside], LOW, HIGH).max(0) if beside else np.full(len(ROLES), LOW)
    return np.concatenate([inside.mean(0), inside.min(0), outside]).astype(np.float32)


def types(parsed: Parsed, sentence: int) -> Floats:
    """Log odds of each incident type in a sentence."""
    scores = parsed.scores.get("muc_types")
    return np.zeros(len(TYPES), np.float32) if scores is None else np.clip(scores[sentence], LOW, HIGH).astype(np.float32)


def named(values: Floats, name: str) -> set[str]:
    """Values as features of a linear model, in steps; none where all are zero."""
    return {f"{name}{i}={round(float(v) / STEP)}" for i, v in enumerate(values)} if values.any() else set()
