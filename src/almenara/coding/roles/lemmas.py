"""Words that stand for an act where no rule named its trigger: learned from annotated sentences, kept with the role model."""

from collections.abc import Mapping

from almenara.coding.entities.lexicon import word_class
from almenara.language import Parsed

CONTENT = frozenset(("VERB", "NOUN", "ADJ"))
ACTION_CLASSES = frozenset((None, "act", "law"))


def can_be_trigger(parsed: Parsed, i: int) -> bool:
    """Whether a word can name an act: a content word that names no person, group or thing."""
    token = parsed.tokens[i]
    return token.pos in CONTENT and (token.pos == "VERB" or word_class(token, parsed.language) in ACTION_CLASSES)


def likely_trigger(parsed: Parsed, sentence: int, act: str, weights: Mapping[str, float]) -> int | None:
    """The token of a sentence that most likely names the act, or None where no word does."""
    span = parsed.sentences[sentence]
    best, score = None, 0.0
    for i in range(span.first, span.last):
        if can_be_trigger(parsed, i):
            weight = weights.get(f"{act}|{parsed.tokens[i].lemma}", 0.0)
            if weight > score:
                best, score = i, weight
    return best
