"""Agreement with gold: the same numbers for every coder, per language and per act, and pinned floors."""

from almenara.scoring.files import fingerprint, read_codings, read_gold
from almenara.scoring.score import OVERALL, Scores, score

__all__ = ["OVERALL", "Scores", "fingerprint", "read_codings", "read_gold", "score"]
