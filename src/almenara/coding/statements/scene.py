"""A sentence as the rules of saying see it: its verbs of saying, its quotes, its phrases of attribution."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from almenara.coding.entities import Entities
from almenara.coding.entities.lexicon import fold
from almenara.coding.statements.lexicon import Saying
from almenara.coding.statements.quotes import Quote
from almenara.language import Parsed, Sentence
from almenara.model import Stance

VERBAL = frozenset(("VERB", "AUX"))
MAX_CUES = 25  # verbs of saying looked at in one sentence; more are no prose


class Cue(Struct, frozen=True, gc=False):
    """A verb of saying with the words that belong to it, up to token `last` ("dio a conocer")."""

    last: int
    lemma: str
    stance: Stance


def cues_of(parsed: Parsed, sentence: Sentence, words: Saying) -> dict[int, Cue]:
    """The verbs of saying of a sentence by their token."""
    out: dict[int, Cue] = {}
    for token in parsed.tokens_of(sentence):
        if token.pos not in VERBAL or len(out) >= MAX_CUES:
            continue
        stance = words.stance.get(token.lemma)
        light = _light(parsed, token.index, words) if token.lemma in words.light else None
        if light is not None:
            out[token.index] = light
        elif stance is not None:
            out[token.index] = Cue(token.index + 1, token.lemma, stance)
    return out


def _light(parsed: Parsed, i: int, words: Saying) -> Cue | None:
    following = [fold(t.text) for t in parsed.tokens[i + 1 : i + 5]]
    for rest, stance in words.light[parsed.tokens[i].lemma]:
        if tuple(following[: len(rest)]) == rest:
            return Cue(i + 1 + len(rest), "_".join((parsed.tokens[i].lemma, *rest)), stance)
    return None


class Scene(Struct, frozen=True):
    """One sentence with the quotes that touch it and the cues of saying in it."""

    parsed: Parsed
    entities: Entities
    words: Saying
    sentence: Sentence
    quotes: Sequence[Quote]
    cues: Mapping[int, Cue]
    bounds: Sequence[int]  # tokens at which a phrase of attribution begins ("according to")
