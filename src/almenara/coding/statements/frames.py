"""What a frame of saying is, and the trimming of what is said."""

from msgspec import Struct

from almenara.coding.statements.speakers import Voice
from almenara.language import Parsed
from almenara.model import Stance

COMPLEMENTISERS = frozenset(("that", "que", "de", "how", "whether", "if", "si"))
MARKS = "\"'“”«»‘’`"
EDGES = frozenset((",", ":", ";", ".", "-", "–", "—", "--", "(", ")", *MARKS, "''", "``", "...", "…"))
LEAST = 3  # tokens of a content that is no quote


class Frame(Struct, frozen=True, gc=False):
    """Something that may be a claim: the cue at tokens [cue, cue_last), who speaks, and tokens [first, last) of what is said.

    `kind`: that, clause, quote, before, around, object (of a verb); phrase, noun, orphan (a quote without a verb).
    """

    kind: str
    cue: int
    cue_last: int
    lemma: str
    stance: Stance
    voice: Voice
    first: int
    last: int


def trimmed(parsed: Parsed, first: int, last: int) -> tuple[int, int]:
    """Tokens [first, last) without punctuation at either end and without the word that joins a clause."""
    tokens = parsed.tokens
    while last > first and tokens[last - 1].text in EDGES:
        last -= 1
    while first < last and tokens[first].text in EDGES:
        first += 1
    while first < last - 1 and tokens[first].lower in ("that", "que"):
        first += 1
    while first < last - 1 and tokens[first].text in EDGES:
        first += 1
    return first, last
