"""Words that stand for an act where no rule named its trigger: learned from annotated sentences, kept with the role model."""

from collections.abc import Mapping

from almenara.language import Parsed

CONTENT = frozenset(("VERB", "NOUN", "ADJ", "PROPN"))


def likely_trigger(parsed: Parsed, sentence: int, act: str, weights: Mapping[str, float]) -> int | None:
    """The token of a sentence that most likely names the act, or None where no word does."""
    span = parsed.sentences[sentence]
    best, score = None, 0.0
    for i in range(span.first, span.last):
        token = parsed.tokens[i]
        if token.pos in CONTENT:
            weight = weights.get(f"{act}|{token.lemma}", 0.0)
            if weight > score:
                best, score = i, weight
    return best
