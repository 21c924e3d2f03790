"""The vocabularies beside the acts."""

from typing import get_args

import pytest

from almenara import model
from almenara.codebook import CATEGORIES, TABLES, table
from almenara.model import Refused
from almenara.model.document import SectionKind
from almenara.model.statement import ForecastDirection

CLOSED = {
    "roles": model.Role, "reality": model.Reality, "precisions": model.DatePrecision, "place_roles": model.PlaceRole,
    "measure_states": model.MeasureState, "stances": model.Stance, "strengths": model.Strength, "topics": model.TopicCode,
    "entity_kinds": model.EntityKind, "section_kinds": SectionKind,
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(CLOSED))
def test_a_closed_table_defines_each_value_of_the_model(name: str) -> None:
    """What the model allows is what the codebook explains, no more and no less."""
    assert sorted(get_args(CLOSED[name])) == sorted(table(name))


def test_directions_cover_forecasts_and_changes() -> None:
    """Both kinds of direction are explained in one table."""
    assert {*get_args(ForecastDirection), "none"} == set(table("directions"))


def test_categories_are_those_of_the_acts() -> None:
    """The table of categories and the acts agree."""
    assert list(CATEGORIES) == list(table("categories"))


@pytest.mark.parametrize("name", TABLES)
def test_every_term_is_explained_in_both_languages(name: str) -> None:
    """A label and a sentence each; the loader refuses an empty one."""
    found = table(name)
    assert all(term.definition.of(language).endswith(".") for term in found.values() for language in ("en", "es"))


def test_an_unknown_table_is_refused() -> None:
    """The answer names the tables there are."""
    with pytest.raises(Refused, match=r"unknown_table.*roles"):
        table("rolls")
