"""What cannot be a participant."""

import pytest

from almenara.coding import roles, statements
from tests.coding.roles.factory import pairs, scene, who


@pytest.mark.parametrize(
    ("code", "text", "act", "word", "name"),
    [
        ("en", "The agency Campo Justo said that soldiers killed two farmers in Jaén.", "attack", "killed", "Campo Justo"),
        (
            "es",
            "La fundación Campo Justo denunció que soldados mataron a dos mineros en Jaén.",
            "attack",
            "mataron",
            "Campo Justo",
        ),
    ],
)
def test_who_tells_takes_no_part(code: str, text: str, act: str, word: str, name: str) -> None:
    """The speaker of a claim is not named inside it."""
    parsed, draft, cast = scene(text, code, act, word)
    found = roles.participants(parsed, draft, cast, statements.claims(parsed, cast), threshold=0.05)
    assert not [p for p in found if name in p.name]


def test_who_tells_of_his_own_act_takes_part() -> None:
    """The police who say that they arrested a man are the authority."""
    parsed, draft, cast = scene("The police said that they arrested Mateo Vargas in Pasto.", "en", "arrest", "arrested")
    assert ("authority", "police") in pairs(roles.participants(parsed, draft, cast, statements.claims(parsed, cast)))


def test_a_weapon_is_what_it_was_done_with() -> None:
    """A landmine is no perpetrator."""
    found = who("Three soldiers were killed by landmines near Tibú.", "en", "bombing", "killed", threshold=0.2)
    assert not [p for p in found if p.role == "perpetrator" and "mine" in p.name]


@pytest.mark.parametrize(
    ("code", "text", "act", "word", "expected"),
    [
        ("en", "At least five miners were killed in Tibú.", "attack", "killed", "miners"),
        ("en", "The government will send more soldiers to Tibú.", "deployment", "send", "soldiers"),
        ("es", "Al menos cinco mineros fueron asesinados en Tibú.", "attack", "asesinados", "mineros"),
    ],
)
def test_a_name_does_not_say_how_many(code: str, text: str, act: str, word: str, expected: str) -> None:
    """Hedges and numbers belong to counts."""
    assert expected in {p.name for p in who(text, code, act, word)}


def test_a_letter_is_no_name() -> None:
    """Of "wing C" nothing is left to name."""
    found = who("Officers searched wing C and seized four pistols.", "en", "operation", "searched", threshold=0.05)
    assert "C" not in {p.name for p in found}


def test_a_country_beside_its_government_is_not_told_twice() -> None:
    """The body says more than the place."""
    found = who("Peru's government extended the curfew, Peru said.", "en", "curfew", "extended", threshold=0.05)
    assert "Peru" not in {p.name for p in found if p.role == "authority"}
