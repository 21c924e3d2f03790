import pytest

from tests.coding.quantities.factory import counted


@pytest.mark.parametrize(
    ("text", "code", "act", "expected"),
    [
        ("Gunmen killed at least three farmers in Tibú.", "en", "attack", ("killed", 3, 3, None, "person")),
        ("Police arrested 12 suspects in Tumaco.", "en", "arrest", ("arrested", 12, 12, 12, "person")),
        ("The navy seized 3.2 tons of cocaine off Manta.", "en", "seizure", ("seized", 3200, 3200, 3200, "kg")),
        ("The gang kidnapped between 10 and 12 migrants.", "en", "kidnapping", ("kidnapped", 10, None, 12, "person")),
        ("The fighting displaced hundreds of families.", "en", "displacement", ("displaced", 200, None, None, "person")),
        ("Sicarios mataron a más de cuatro campesinos en Tibú.", "es", "attack", ("killed", 4, 4, None, "person")),
        ("La policía detuvo a 12 sospechosos en Tumaco.", "es", "arrest", ("arrested", 12, 12, 12, "person")),
        ("La Marina incautó 3,2 toneladas de cocaína.", "es", "seizure", ("seized", 3200, 3200, 3200, "kg")),
        ("Hombres armados secuestraron a cinco mineros.", "es", "kidnapping", ("kidnapped", 5, 5, 5, "person")),
    ],
)
def test_an_act_is_counted(text: str, code: str, act: str, expected: tuple[str, float, float, float, str]) -> None:
    """What, low, best, high and the unit."""
    (found,) = counted(text, code, act)
    assert expected == (found.what, found.low, found.best, found.high, found.unit)


def test_killed_and_wounded_of_one_attack() -> None:
    """Each number has its own kind."""
    found = counted("El ataque dejó tres soldados muertos y 15 civiles heridos.", "es", "attack")
    assert [("killed", 3.0), ("wounded", 15.0)] == [(c.what, c.best) for c in found]


def test_what_another_act_did_is_not_counted() -> None:
    """The goods of a seizure are not those arrested."""
    found = counted("Police arrested 12 suspects and seized 40 kilos of cocaine.", "en", "arrest")
    assert [("arrested", 12.0)] == [(c.what, c.best) for c in found]


def test_the_words_of_a_count_are_its_evidence() -> None:
    """From the hedge to the noun."""
    (found,) = counted("Gunmen killed at least three farmers in Tibú.", "en", "attack")
    assert ("at least three farmers", "farmers") == (found.evidence[0].quote, found.group)


def test_a_number_told_twice_is_counted_once() -> None:
    """Two sentences of one event may repeat it."""
    found = counted("Police arrested 12 suspects in Tumaco. The 12 suspects were arrested at dawn.", "en", "arrest")
    assert [("arrested", 12.0)] == [(c.what, c.best) for c in found]


def test_no_number_no_count() -> None:
    """Bare plurals count nothing."""
    assert [] == counted("Police arrested suspects in Tumaco.", "en", "arrest")
