"""Which incident types a report holds: what the type model sees of it."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from almenara.language import Parsed
from evals.muc.reading import Report
from evals.muc.roads import incident_type

LEAD = 3
MANY = 3


def features(report: Report) -> set[str]:
    """Words and pairs of words, those of the lead again, and what the product's coding counts."""
    return {*_words(report.parsed), *_coded(report)}


def _words(parsed: Parsed) -> Iterator[str]:
    for sentence in parsed.sentences:
        lemmas = [t.lemma.lower() for t in parsed.tokens_of(sentence) if t.text.strip()]
        yield from (f"u={lemma}" for lemma in lemmas)
        yield from (f"b={one} {other}" for one, other in pairwise(lemmas))
        if sentence.index < LEAD:
            yield from (f"l={lemma}" for lemma in lemmas)


def _coded(report: Report) -> Iterator[str]:
    """Each count as a ladder: three killings are also one and two."""
    counts: Counter[str] = Counter()
    for event in report.events:
        kind = incident_type(event) or event.act
        state = "background" if event.background else event.reality
        counts.update({f"act={event.act}", f"type={kind}", f"state={kind}:{state}"})
        counts.update({f"who={kind}:{p.role}" for p in event.participants})
    for name, count in counts.items():
        yield from (f"{name}>={n}" for n in range(1, min(count, MANY) + 1))
