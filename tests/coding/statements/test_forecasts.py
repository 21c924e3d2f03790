"""Forecasts: hedges of both languages, strength, direction, horizon, condition, whose they are."""

import tomllib
from pathlib import Path

import pytest

from almenara.model import Forecast
from tests.coding.statements.factory import foreseen

HEDGES = [tuple(h.values()) for h in tomllib.loads(Path(__file__).with_name("hedges.toml").read_text("utf-8"))["hedges"]]


def one(text: str, code: str) -> Forecast:
    """The one forecast that the rules see, whatever its probability."""
    (found,) = foreseen(text, code, threshold=0.0)
    return found


@pytest.mark.parametrize(("code", "text", "hedge", "strength"), HEDGES)
def test_each_hedge_has_its_strength(code: str, text: str, hedge: str, strength: str) -> None:
    """The words that hedge are named, with how sure they are."""
    found = one(text, code)
    assert (hedge, strength) == (found.hedge.text, found.hedge.strength)


@pytest.mark.parametrize(
    ("code", "text", "direction"),
    [
        ("en", "Extortion is likely to rise in Guayaquil.", "increase"),
        ("en", "Homicides are likely to fall in Guayaquil.", "decrease"),
        ("en", "The bill is unlikely to pass this year.", "not_occur"),
        ("en", "The gang might split in two.", "occur"),
        ("es", "Es probable que la extorsión aumente en Guayaquil.", "increase"),
        ("es", "Es probable que los homicidios bajen en Guayaquil.", "decrease"),
        ("es", "La nueva ley no frenará a las bandas.", "not_occur"),
    ],
)
def test_the_direction_is_what_is_foreseen(code: str, text: str, direction: str) -> None:
    """More, less, it comes or it does not."""
    assert direction == one(text, code).direction


@pytest.mark.parametrize(
    ("code", "text", "condition"),
    [
        ("en", "If the truce ends, the gangs will fight for control of the port.", "If the truce ends"),
        ("en", "The gang might split unless its leader is freed.", "unless its leader is freed"),
        ("es", "Si la tregua termina, las bandas pelearán por el control del puerto.", "Si la tregua termina"),
        ("es", "La banda se dividirá a menos que su jefe salga de la cárcel.", "a menos que su jefe salga de la cárcel"),
    ],
)
def test_a_condition_is_quoted(code: str, text: str, condition: str) -> None:
    """What it depends on is a span of its own."""
    found = one(text, code).condition
    assert condition == (found.quote if found else None)


def test_without_if_there_is_no_condition() -> None:
    """The words "once again" open no clause."""
    assert one("The gang could once again attack the port.", "en").condition is None


@pytest.mark.parametrize(
    ("code", "text", "horizon"),
    [
        ("en", "Homicides are expected to fall by the end of 2022.", "2022"),
        ("en", "The bill is unlikely to pass this year.", "2021"),
        ("es", "La ley podría aprobarse en agosto de 2021.", "2021-08"),
    ],
)
def test_the_horizon_is_the_date_of_the_clause(code: str, text: str, horizon: str) -> None:
    """Dates are resolved from the words or the day of publication."""
    assert horizon == (one(text, code).horizon or "")[: len(horizon)]


def test_a_forecast_inside_a_claim_is_the_speakers() -> None:
    """`by` points at the claim that holds it."""
    assert "c1" == one("Analyst Rosa Quiroga said that the new law could help the gangs.", "en").by


def test_a_forecast_of_nobody_else_is_the_authors() -> None:
    """Without a claim around it the author foresees."""
    assert "author" == one("The truce could lead to more attacks on fishermen.", "en").by


def test_it_says_what_act_it_is_about() -> None:
    """The first act that the words behind the hedge name."""
    assert "attack" == one("The truce could lead to more attacks on fishermen.", "en").about


@pytest.mark.parametrize(
    ("code", "text"), [("en", "The army burned three boats on Monday."), ("es", "El Ejército quemó tres lanchas el lunes.")]
)
def test_what_happened_is_no_forecast(code: str, text: str) -> None:
    """The past tense hedges nothing."""
    assert [] == foreseen(text, code, threshold=0.0)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The truce ended in May. The end of the truce could lead to more violence between the gangs."),
        ("es", "La tregua terminó en mayo. El fin de la tregua podría provocar más violencia entre las bandas."),
    ],
)
def test_a_plain_forecast_is_kept_by_the_shipped_model(code: str, text: str) -> None:
    """The learned filter lets the plainest case through."""
    assert ["may"] == [f.hedge.strength for f in foreseen(text, code)]


def test_what_is_unconfirmed_is_not_foreseen() -> None:
    """The conditional of the past tells what nobody vouches for."""
    text = "Los agresores habrían huido hacia la sierra y habrían dejado al conductor atado a un árbol."
    assert [] == foreseen(text, "es", threshold=0.0)
