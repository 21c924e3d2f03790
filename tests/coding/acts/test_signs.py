"""Signs of how a sentence tells an act."""

import pytest

from almenara import language
from almenara.coding.acts import same, signs
from almenara.coding.acts.reading import Reading
from almenara.model import Document

TEXT = {
    "en": "Police arrested Ana Rojas in Lima on Monday. Rojas may appeal.",
    "es": "La policía arrestó a Ana Rojas en Lima el lunes. Rojas podría apelar.",
}


def reading(code: str) -> Reading:
    """Two sentences, an arrest in the first."""
    return Reading(language.load(code).parse(Document(id="x", text=TEXT[code], language=code)))


@pytest.mark.parametrize("code", ["en", "es"])
def test_rows_have_their_length(code: str) -> None:
    """With a hit and without one."""
    read = reading(code)
    assert [signs.HIT, signs.HIT] == [len(signs.of_hit(read, s, "arrest", {})) for s in (0, 1)]
    assert signs.SENTENCE == len(signs.of_sentence(read, 0))
    assert same.SIZE == len(same.comparer(read, {}, "arrest")(0, 1))


@pytest.mark.parametrize("code", ["en", "es"])
def test_given_weights_stand_in_for_those_of_the_lexicon(code: str) -> None:
    """While a model is fitted an entry's own weight would know the answer."""
    read = reading(code)
    hit = read.views[0].hits["arrest"]
    assert hit.entry.weight == signs.of_hit(read, 0, "arrest", {})[0]
    assert 0.01 == signs.of_hit(read, 0, "arrest", {hit.entry.id: 0.01})[0]


@pytest.mark.parametrize("code", ["en", "es"])
def test_what_may_be_is_told_from_what_was(code: str) -> None:
    """The last sign of a sentence is a modal verb."""
    read = reading(code)
    assert [False, True] == [bool(signs.of_sentence(read, s)[-1]) for s in (0, 1)]
