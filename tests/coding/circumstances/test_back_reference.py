"""Nouns that point back to a place."""

import pytest

from almenara.coding.circumstances.back_reference import kind_of, pointed_at
from tests.coding.circumstances.factory import parse


@pytest.mark.parametrize(
    ("text", "code", "kinds"),
    [
        ("Tres hombres murieron en esa localidad.", "es", {"populated"}),
        ("El gobernador del estado pidió ayuda.", "es", {"admin1"}),
        ("Two men were shot in the same town near the border of the country.", "en", {"country"}),
        ("The soldiers reached the scene at noon.", "en", {"any"}),
        ("Tres hombres murieron en la ciudad de Tacna.", "es", set()),
        ("Cities grow.", "en", set()),
    ],
)
def test_a_noun_without_a_name_points_back(text: str, code: str, kinds: set[str]) -> None:
    """One that a name follows does not."""
    assert kinds == pointed_at(parse(text, code), 0)


def test_a_municipality_is_spoken_of_as_a_town() -> None:
    """Kinds as these nouns tell them apart."""
    assert ("populated", "admin1", "country") == (kind_of("admin2"), kind_of("admin1"), kind_of("country"))
