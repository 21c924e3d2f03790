"""UCDP's type of violence by rule."""

from typing import get_args

import pytest

from almenara.codebook import ucdp_type
from almenara.codebook.ucdp import rules
from almenara.model import EntityKind, Refused


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        (("state_force", "armed_group"), 1),
        (("armed_group", "government"), 1),
        (("armed_group", "armed_group"), 2),
        (("armed_group", "population"), 3),
        (("state_force", "person"), 3),
        (("person", "person"), None),
        (("armed_group",), None),
        (("armed_group", "place"), None),
    ],
)
def test_type_follows_from_the_sides(sides: tuple[EntityKind, ...], expected: int | None) -> None:
    """State-based, non-state, one-sided, or nothing UCDP would count."""
    assert expected == ucdp_type("attack", sides, 2)


@pytest.mark.parametrize("deaths", [None, 0, 0.5])
def test_without_a_death_there_is_no_type(deaths: float | None) -> None:
    """UCDP counts events with at least one death."""
    assert ucdp_type("attack", ("armed_group", "population"), deaths) is None


def test_acts_that_do_not_kill_have_no_type() -> None:
    """An arrest is no event of organised violence, whoever died."""
    assert ucdp_type("arrest", ("state_force", "armed_group"), 3) is None


def test_an_unknown_act_is_refused() -> None:
    """A slip of the pen must not read as "not UCDP's"."""
    with pytest.raises(Refused, match="unknown_act"):
        ucdp_type("atack", ("armed_group", "population"), 3)


def test_sides_are_kinds_of_the_model() -> None:
    """The rules name no kind that an entity cannot have."""
    assert rules().state | rules().group | rules().civilian <= set(get_args(EntityKind))
