"""The set of phrases is whole, and its score can fall."""

from datetime import date

import pytest
from evals.normalised import Case, cases, made, shares


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_hundred_phrases_a_language_each_in_its_sentence(language: str):
    """No phrase is of another sentence."""
    found = cases()[language]
    assert 100 == len(found)
    assert [] == [c for c in found if c.phrase not in c.sentence]


def test_a_right_and_a_wrong_expectation_are_told_apart():
    """What is made does not look at what is expected."""
    case = Case(date(2019, 5, 15), "The bill passed yesterday.", "yesterday", "2019-05-13", "day")
    assert ("2019-05-14", "day") == made(case, "en")


def test_a_phrase_in_which_nothing_is_found_is_no_date():
    """Nothing found is an answer too."""
    case = Case(date(2019, 5, 15), "The bill passed.", "bill", "", "unknown")
    assert ("", "unknown") == made(case, "en")


def test_most_phrases_come_to_the_right_date():
    """A floor, far below what is reached."""
    assert min(shares().values()) > 0.8
