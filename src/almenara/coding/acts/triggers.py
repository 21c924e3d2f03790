"""The words of a sentence that name an act: the lexicon's where it has them, else those the model leans on."""

from collections.abc import Mapping

from msgspec import Struct

from almenara.coding.acts.reading import Reading, fold

CAN_NAME = frozenset(("VERB", "NOUN", "ADJ"))
LEAST = 0.5

Weights = Mapping[str, Mapping[str, float]]
"""How much the model leans on a lemma, by act."""


class Trigger(Struct, frozen=True):
    """Tokens [first, last) that name an act, with the one that governs them."""

    first: int
    last: int
    head: int


def trigger(reading: Reading, sentence: int, act: str, weights: Weights) -> Trigger | None:
    """The trigger of an act in a sentence, or None where no word stands out."""
    hit = reading.views[sentence].hits.get(act)
    if hit:
        return Trigger(hit.first, hit.last, hit.head)
    known = weights.get(act, {})
    best, most = None, LEAST
    for token in reading.parsed.tokens_of(reading.parsed.sentences[sentence]):
        if token.pos in CAN_NAME:
            weight = known.get(fold(token.lemma), 0.0) * (1.2 if token.pos == "VERB" else 1.0)
            if weight > most:
                best, most = Trigger(token.index, token.index + 1, token.index), weight
    return best
