"""The topics of a document."""

from almenara.coding.topics import bag, model
from almenara.language import Parsed
from almenara.model import Topic

BY = "model:topics.1"
LEAST = 3  # concepts named; a text with fewer is about nothing that the model knows


def topics(parsed: Parsed) -> tuple[Topic, ...]:
    """The topics of a document, the likeliest first; raises KeyError for a language without concepts."""
    counts = bag.counts(bag.lemmas(parsed), parsed.language)
    if sum(":" not in name for name in counts) < LEAST:
        return ()
    trained = model.shipped()
    found = zip(model.TOPICS, trained.probabilities(counts), trained.thresholds, strict=True)
    kept = [Topic(code=code, score=round(float(p), 3), by=BY) for code, p, limit in found if p >= limit]
    return tuple(sorted(kept, key=lambda t: -t.score))
