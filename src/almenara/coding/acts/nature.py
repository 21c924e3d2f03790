"""Deaths that nobody meant: floods, landslides, crashes are no acts (CODEBOOK, section 7)."""

from almenara.coding.acts.reading import Reading, cues, fold

DEADLY = ("massacre", "targeted_killing", "attack", "body_found")


def of_nature(reading: Reading, sentence: int) -> bool:
    """Whether a sentence tells of a disaster or accident and names nothing that people kill with."""
    view = reading.views[sentence]
    if view.words.isdisjoint(cues("disaster")):
        return False
    parsed = reading.parsed
    words = view.words | {fold(t.text) for t in parsed.tokens_of(parsed.sentences[sentence])}
    return words.isdisjoint(cues("meant"))
