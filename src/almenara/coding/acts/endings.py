"""Measures that a sentence ends after it named them: "the curfew held until it was lifted"."""

from almenara.coding.acts.reading import cues, fold
from almenara.language import Parsed
from almenara.language.syntax import objects, passive_subjects, subjects
from almenara.model import MeasureState

ENDED = frozenset(("state_of_emergency", "curfew", "restriction", "sanction", "law"))


def ended(parsed: Parsed, sentence: int, act: str, known: MeasureState | None) -> MeasureState | None:
    """`lifted` where a verb of the sentence ends a measure, else what is `known`."""
    if act not in ENDED:
        return known
    for token in parsed.tokens_of(parsed.sentences[sentence]):
        if token.pos == "VERB" and fold(token.lemma) in cues("ending"):
            around = (*passive_subjects(parsed, token.index), *objects(parsed, token.index), *subjects(parsed, token.index))
            if any(fold(parsed.tokens[i].lemma) in cues("measures") for i in around):
                return "lifted"
    return known
