"""Offices: title, body and the words that state them."""

import pytest

from almenara.coding.entities import office_of
from tests.coding.entities.factory import cast, named

OFFICES = [
    ("en", "Ministerial Council President ROSA announced a curfew.", "Ministerial Council President", "Ministerial Council"),
    ("en", "Prime Minister ROSA announced a curfew.", "Prime Minister", None),
    (
        "en",
        "ROSA, the deputy head of the Senate Mining Committee, told reporters that the army has bases.",
        "deputy head of the Senate Mining Committee",
        "Senate Mining Committee",
    ),
    ("en", "ROSA, governor of Nariño, left.", "governor of Nariño", "Nariño"),
    ("es", "La primera ministra ROSA anunció un toque de queda.", "primera ministra", None),
    ("es", "La ministra de Defensa, ROSA, anunció un toque de queda.", "ministra de Defensa", "Defensa"),
    ("es", "ROSA, gobernadora de Nariño, renunció.", "gobernadora de Nariño", "Nariño"),
]


@pytest.mark.parametrize(("code", "text", "title", "body"), OFFICES)
def test_an_office_has_title_and_body(code: str, text: str, title: str, body: str | None) -> None:
    """The office is read before the name, or behind it between commas."""
    (office,) = named(text.replace("ROSA", "Rosa Quiroga"), code, "Rosa Quiroga").offices
    assert (title, body) == (office.title, office.body)
    assert title == office.evidence[0].quote


def test_an_office_before_and_one_behind_are_two() -> None:
    """A title before the name does not hide the one behind."""
    titles = [o.title for o in named("Congresswoman Ana Ruiz, head of the Green Party, resigned.", "en", "Ana Ruiz").offices]
    assert ["Congresswoman", "head of the Green Party"] == titles


def test_a_later_mention_keeps_the_office() -> None:
    """What a text says once of a person holds for its other mentions."""
    found = cast("Governor Luis Paredes arrived. On Tuesday Paredes left.", "en")
    last = next(t.index for t in reversed(found.parsed.tokens) if t.text == "Paredes")
    assert "Governor" == office_of(found.parsed, found, last)
    assert "Luis Paredes" == found.speaker_for(last)


def test_a_no_break_space_parts_no_title_from_its_name() -> None:
    """Pages set titles with spaces that do not break."""
    (office,) = named("Governor\u00a0Rosa Quiroga left.", "en", "Rosa Quiroga").offices
    assert "Governor" == office.title


def test_who_has_no_office_has_none() -> None:
    """No title, no office; a token that is no entity speaks in its own words."""
    found = cast("Luis Paredes sold fish.", "en")
    assert office_of(found.parsed, found, 0) is None
    assert "sold" == found.speaker_for(2)
