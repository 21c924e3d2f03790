"""What a count can be."""

import pytest

from tests.coding.quantities.factory import counted


def kinds(text: str, code: str, act: str) -> list[tuple[str, float | None, str]]:
    """What, how many and the unit of each count."""
    return [(c.what, c.best, c.unit) for c in counted(text, code, act)]


def test_a_riot_is_not_killed() -> None:
    """What has only an article is counted among people when its noun means people."""
    text = "Veintitrés personas privadas de la libertad murieron el lunes en un motín en la cárcel de Machala."
    assert [("killed", 23.0, "person")] == kinds(text, "es", "prison_violence")


def test_people_are_not_seized() -> None:
    """The troops of a raid are no goods."""
    text = "The army seized 31 rifles and 280 troops took part in the raid near Pasto."
    assert [("seized", 31.0, "item")] == kinds(text, "en", "seizure")


def test_a_number_in_words_is_one_number() -> None:
    """The article that ends it counts nothing of its own."""
    text = "Treinta y un reclusos perdieron la vida en la cárcel de Loja."
    assert [("killed", 31.0, "person")] == kinds(text, "es", "prison_violence")


def test_a_number_without_a_noun_is_what_its_verb_says() -> None:
    """The object of the verb, with the preposition inside its hedge."""
    text = "Los soldados abrieron fuego contra los vecinos de Jaén, y mataron al menos a 22 e hirieron a 40 más."
    assert [("killed", 22.0, "person"), ("wounded", 40.0, "person")] == kinds(text, "es", "attack")


@pytest.mark.parametrize(
    ("text", "code", "act", "expected"),
    [
        ("Unas 260 personas se han desplazado desde Tumaco tras los combates.", "es", "displacement", "displaced"),
        ("En el operativo hubo 91 arrestos en Satipo.", "es", "arrest", "arrested"),
    ],
)
def test_the_word_of_the_deed_decides(text: str, code: str, act: str, expected: str) -> None:
    """The verb above the people counted, or the noun that is counted itself."""
    assert [expected] == [c.what for c in counted(text, code, act)]


def test_who_is_counted_is_a_noun() -> None:
    """A word such as "presuntos" only qualifies those who follow."""
    (found,) = counted("Tres presuntos integrantes de la banda murieron en un enfrentamiento en Buga.", "es", "armed_clash")
    assert ("integrantes", 3.0) == (found.group, found.best)
