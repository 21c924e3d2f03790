"""Mentions of one entity are put together."""

import pytest

from almenara.coding.entities.pronouns import antecedent
from tests.coding.entities.factory import cast, named, quotes

SAME = [
    ("en", "Governor Luis Paredes arrived. Paredes met farmers.", "Luis Paredes|Paredes"),
    ("en", "The National Liberation Army (ELN) attacked. The ELN fled.", "National Liberation Army|ELN|ELN"),
    ("es", "Luis Paredes llegó al puerto. Paredes habló con campesinos.", "Luis Paredes|Paredes"),
    ("es", "El Ejército de Liberación Nacional (ELN) atacó. El ELN huyó.", "Ejército de Liberación Nacional|ELN|ELN"),
    (
        "es",
        "Juan Medina Ríos, alias El Zarco, fue capturado por la Policía. Medina llevaba dos armas.",
        "Juan Medina Ríos|El Zarco|Medina",
    ),
]


@pytest.mark.parametrize(("code", "text", "mentions"), SAME)
def test_short_forms_join_the_full_name(code: str, text: str, mentions: str) -> None:
    """A surname alone, an acronym in brackets and an alias are the entity named in full."""
    assert mentions in ["|".join(quotes(e)) for e in cast(text, code).all]


def test_an_acronym_in_brackets_is_part_of_the_name() -> None:
    """The name that says most holds both spellings."""
    assert quotes(named("The National Liberation Army (ELN) fled.", "en", "National Liberation Army (ELN)"))


def test_two_people_of_one_surname_stay_two() -> None:
    """Full names that differ are different people."""
    found = cast("Rosa Quiroga accused Pedro Quiroga of fraud.", "en").all
    assert {"Rosa Quiroga", "Pedro Quiroga"} == {e.name for e in found if e.kind == "person"}


@pytest.mark.parametrize(
    ("code", "text", "word", "name"),
    [
        ("en", "Luis Paredes fled the prison. Guards found him near the river.", "him", "Luis Paredes"),
        ("en", "The Sinaloa Cartel burned the boats. The group then left.", "group", "Sinaloa Cartel"),
        ("es", "El Cártel de Sinaloa quemó las lanchas. El grupo se fue.", "grupo", "Cártel de Sinaloa"),
    ],
)
def test_a_pronoun_means_who_was_named_before(code: str, text: str, word: str, name: str) -> None:
    """A pronoun means the last person, a bare "the group" the last armed group."""
    found = cast(text, code)
    at = next(t.index for t in found.parsed.tokens if t.text == word)
    meant = antecedent(found, at)
    assert meant is not None
    assert name == meant.name


def test_a_described_group_means_no_other() -> None:
    """A group with words of its own ("another group of students") is not the cartel named before."""
    found = cast("The Sinaloa Cartel burned the boats. Another group of students left.", "en")
    at = next(t.index for t in found.parsed.tokens if t.text == "group")
    assert antecedent(found, at) is None
