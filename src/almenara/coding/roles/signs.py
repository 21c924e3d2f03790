"""What the reader itself says of the words of a candidate: how much each looks like a participant in each role.

The reader's scores are logits a word, whichever act is meant; the second look weighs them beside the first model's answer.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from almenara.coding.entities import Entities
from almenara.coding.roles.candidates import Candidate
from almenara.coding.roles.features import NEAR
from almenara.language import Parsed

Array = NDArray[Any]
LAYER = "roles"
LOW, HIGH = -6.0, 4.0


def signs(parsed: Parsed, entities: Entities, candidates: Sequence[Candidate]) -> Array | None:
    """One row a candidate: its highest score in each role where the event is told, then before it; None without scores."""
    scores = parsed.scores.get(LAYER)
    if scores is None:
        return None
    clipped = np.clip(scores, LOW, HIGH).astype(np.float32)
    out = np.full((len(candidates), 2 * clipped.shape[1]), LOW, np.float32)
    for row, candidate in zip(out, candidates, strict=True):
        for occurrence in candidate.occurrences:
            mention = entities.mention_at(occurrence.token)
            first, last = (mention.first, mention.last) if mention else (occurrence.token, occurrence.token + 1)
            half = slice(clipped.shape[1], None) if occurrence.where in NEAR else slice(clipped.shape[1])
            row[half] = np.maximum(row[half], clipped[first:last].max(0))
    return out
