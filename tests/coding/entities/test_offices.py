"""Offices: title, body and the words that state them."""

import pytest

from almenara.coding.entities import office_of
from tests.coding.entities.factory import cast, named

OFFICES = [
    ("en", "Ministerial Council President Rosa Quiroga announced a curfew.", "Rosa Quiroga", "Ministerial Council President", "Ministerial Council"),
    ("en", "Prime Minister Rosa Quiroga announced a curfew.", "Rosa Quiroga", "Prime Minister", None),
    ("en", "Luis Paredes, the vice president of the Congressional Defense Committee, told reporters that the army has bases.", "Luis Paredes", "vice president of the Congressional Defense Committee", "Congressional Defense Committee"),
    ("en", "Luis Paredes, governor of Nariño, left.", "Luis Paredes", "governor of Nariño", "Nariño"),
    ("es", "El primer ministro Luis Paredes anunció un toque de queda.", "Luis Paredes", "primer ministro", None),
    ("es", "La ministra de Defensa, Rosa Quiroga, anunció un toque de queda.", "Rosa Quiroga", "ministra de Defensa", "Defensa"),
    ("es", "Luis Paredes, gobernador de Nariño, renunció.", "Luis Paredes", "gobernador de Nariño", "Nariño"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "name", "title", "body"), OFFICES)
def test_an_office_has_title_and_body(code: str, text: str, name: str, title: str, body: str | None) -> None:
    """The office is read before the name, or behind it between commas."""
    (office,) = named(text, code, name).offices
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


def test_who_has_no_office_has_none() -> None:
    """No title, no office; a token that is no entity speaks in its own words."""
    found = cast("Luis Paredes sold fish.", "en")
    assert office_of(found.parsed, found, 0) is None
    assert "sold" == found.speaker_for(2)
