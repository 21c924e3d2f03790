"""Which incident types a report is said to hold, once its likely fillers are known, and which fillers belong to which type."""

from collections.abc import Iterator, Sequence

import numpy as np

from evals.muc import ROLES, TYPES
from evals.muc.model import Floats
from evals.muc.ranking import Phrase
from evals.muc.reading import Report
from evals.muc.roads import incident_type

LIKELY, MANY = 0.15, 4.0
CONTENT = frozenset({"VERB", "NOUN", "ADJ"})


def evidence(kinds: Floats, found: Sequence[Phrase], chances: Floats) -> Floats:
    """Log odds of the types, and for each role its likeliest filler and how many are to be expected."""
    best, expected = np.zeros(len(ROLES)), np.zeros(len(ROLES))
    for phrase, chance in zip(found, chances, strict=True):
        best[phrase.role] = max(best[phrase.role], chance)
        expected[phrase.role] += chance if chance > LIKELY else 0.0
    clipped = np.clip(kinds, -9, 9)
    out = np.concatenate([clipped, best, np.minimum(expected, MANY), [clipped[:-1].max(), best.max()]])
    return out.astype(np.float32)


def types(kinds: Floats, limits: Floats) -> list[str]:
    """The types over their limits; where only "some incident" is, the likeliest type. `kinds` are log odds, that of any last."""
    over = [name for name, odds, limit in zip(TYPES, kinds, limits, strict=False) if odds > limit]
    if not over and kinds[-1] > limits[-1]:
        over = [TYPES[int(np.argmax(kinds[:-1]))]]
    return over


def belonging(report: Report, phrase: Phrase, kind: str) -> set[str]:
    """What tells whether a filler belongs to the template of a type, as features."""
    role = ROLES[phrase.role]
    head = phrase.key.rsplit(maxsplit=1)[-1]
    return {f"1|{kind}", f"{role}|{kind}", f"{role}|{head}|{kind}", *_sentences(report, phrase, role, kind)}


def _sentences(report: Report, phrase: Phrase, role: str, kind: str) -> Iterator[str]:
    parsed = report.parsed
    for at in set(phrase.sentences):
        sentence = parsed.sentences[at]
        for token in parsed.tokens_of(sentence):
            if token.pos in CONTENT:
                yield f"s={token.lemma.lower()}|{kind}"
        for event in report.events:
            if any(sentence.start <= span.start < sentence.end for span in event.evidence):
                coded = incident_type(event) or event.act
                yield f"act={coded}|{kind}"
                yield f"act={coded}|{kind}|{role}"
