"""Objects under the Spanish "a"."""

import pytest

from almenara.language.objects import mark


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("capturaron a tres hombres", "obj"),
        ("mataron a dos policías", "obj"),
        ("llegaron a tres pueblos", "obl"),
        ("operan a toda hora", "obl"),
    ],
)
def test_whom_it_happens_to_is_an_object(words: str, expected: str):
    """A person under "a" is; a place that one goes to and a time are not."""
    forms = words.split()
    pos = ["VERB", "ADP", "NUM", "NOUN"]
    assert expected == mark(forms, pos, ["root", "case", "nummod", "obl"], [0, 3, 3, 0])[3]


def test_a_verb_has_one_object():
    """Where there is one already, the oblique is its addressee."""
    forms, pos = "entregó armas a soldados".split(), ["VERB", "NOUN", "ADP", "NOUN"]
    deps = ["root", "obj", "case", "obl"]
    assert deps == mark(forms, pos, deps, [0, 0, 3, 0])
