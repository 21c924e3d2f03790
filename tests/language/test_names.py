"""Names out of scores."""

import numpy as np
import pytest

from almenara.language import Name, Token
from almenara.language.names import names
from tests.language.fakes import LABELS

ORDER = LABELS["names"]  # O, B-PER, I-PER, B-GROUP, I-GROUP


def tokens(text: str) -> list[Token]:
    """One sentence of words at blanks; a mark is punctuation."""
    out, at = [], 0
    for i, word in enumerate(text.split(" ")):
        pos = "PROPN" if word[0].isalnum() else "PUNCT"
        out.append(Token(i, at, at + len(word), word, word.lower(), pos, "", "dep", 0, 0))
        at += len(word) + 1
    return out


def found(text: str, tags: str, language: str = "es", surer: dict[int, float] | None = None) -> list[tuple[str, str]]:
    """(label, words) of the names for best labels given as numbers, some scored higher than 3."""
    scores = np.zeros((len(tags), len(ORDER)), np.float32)
    for i, tag in enumerate(tags):
        scores[i, int(tag)] = (surer or {}).get(i, 3.0)
    return [(n.kind or n.label, text[n.start : n.end]) for n in names(tokens(text), scores, ORDER, language)]


def test_a_spanish_name_goes_on_over_a_second_beginning() -> None:
    """And takes the kind that its words speak for together."""
    assert [("GROUP", "Frente Norte")] == found("ataque del Frente Norte ayer", "00310", surer={2: 5.0})


def test_english_names_may_stand_side_by_side() -> None:
    """A beginning is believed there."""
    assert [("GROUP", "Frente"), ("PER", "Ana Luz")] == found("Frente Ana Luz", "312", "en")


def test_small_words_and_marks_at_the_edges_are_none_of_a_name() -> None:
    """Articles, prepositions, an open bracket."""
    assert [("PER", "Ana Luz")] == found("la Ana Luz de (", "12222")


def test_a_lower_case_word_ends_before_a_name() -> None:
    """A demonym before a name is a name of its own."""
    assert [("PER", "cubano"), ("PER", "Ana")] == found("cubano Ana", "11")


def test_a_possessive_is_no_part_of_a_name() -> None:
    """Nor is what follows."""
    assert [("PER", "Ana Luz")] == found("Ana Luz 's boat", "1220", "en")


@pytest.mark.parametrize("tags", ["00", "02"])
def test_no_name_is_made_of_small_words(tags: str) -> None:
    """What is trimmed to nothing is none."""
    assert [] == found("pero la", tags)


def test_a_group_is_an_organisation_by_label() -> None:
    """With its kind beside."""
    scores = np.eye(5, dtype=np.float32)[[3]]
    assert [Name("ORG", 0, 1, 0, 6, "GROUP")] == names(tokens("Frente"), scores, ORDER, "es")
