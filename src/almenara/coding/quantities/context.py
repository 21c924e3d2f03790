"""What the other numbers around say of one: figures come in company, in a sentence and in a document."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np

LIMIT = 4.0  # logits are cut here, so that one sure number does not speak for all
FEATURES = ("bias", "itself", "sentence mean", "has company", "document mean", "has other sentences", "document sum")


def features(logits: Sequence[float], sentences: Sequence[int]) -> Any:
    """One row of FEATURES a number: its own logit, the mean of the others of its sentence and of the other sentences."""
    cut = np.clip(np.asarray(logits, dtype=np.float64), -LIMIT, LIMIT)
    likely = 1 / (1 + np.exp(-cut))
    groups: dict[int, list[int]] = defaultdict(list)
    for i, sentence in enumerate(sentences):
        groups[sentence].append(i)
    out = np.zeros((len(cut), len(FEATURES)))
    for members in groups.values():
        inside, others = cut[members].sum(), len(cut) - len(members)
        mean = (cut.sum() - inside) / others if others else 0.0
        for i in members:
            company = (inside - cut[i]) / (len(members) - 1) if len(members) > 1 else 0.0
            apart = likely.sum() - likely[members].sum()
            out[i] = (1, cut[i], company, len(members) > 1, mean, others > 0, apart)
    return out
