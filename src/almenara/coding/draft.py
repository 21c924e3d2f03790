"""What the coders hand to each other before an event is whole."""

from msgspec import Struct

from almenara.model import MeasureState, Reality


class ActMention(Struct, frozen=True, gc=False):
    """One telling of one act in one sentence.

    `trigger` is the token range [first, last) that names the act (None where only a model of whole sentences found it).
    `score` in [0, 1] estimates that the sentence tells this act. `reality` and `measure_state` are what the lexicon
    entry implies, where it does.
    """

    act: str
    sentence: int
    trigger: tuple[int, int] | None
    score: float
    by: str
    mode: str | None = None
    reality: Reality | None = None
    measure_state: MeasureState | None = None


class EventDraft(Struct, frozen=True):
    """One event with all its tellings, the fullest first."""

    act: str
    mentions: tuple[ActMention, ...]
    reality: Reality
    background: bool
    score: float

    @property
    def lead(self) -> ActMention:
        """The mention that the event's other values are read from first."""
        return self.mentions[0]

    @property
    def sentences(self) -> tuple[int, ...]:
        """Indices of the sentences that tell it, the lead's first."""
        return tuple(dict.fromkeys(m.sentence for m in self.mentions))
