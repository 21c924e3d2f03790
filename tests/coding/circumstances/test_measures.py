"""What a measure sets."""

import pytest

from tests.coding.circumstances.factory import measured


@pytest.mark.parametrize(
    ("code", "text", "word", "state"),
    [
        ("en", "The government declared a 60-day state of emergency in Sivia on May 3, 2021.", "emergency", "announced"),
        ("en", "President Rosa Quispe extended the state of emergency in Sivia for another 30 days.", "emergency", "extended"),
        ("en", "The government lifted the state of emergency in Sivia last month.", "emergency", "lifted"),
        ("en", "The state of emergency in Sivia expired on May 3, 2021.", "emergency", "lapsed"),
        ("en", "The state of emergency remains in force in Sivia.", "emergency", "in_force"),
        ("es", "El Gobierno declaró el estado de emergencia en Sivia por 60 días.", "emergencia", "announced"),
        ("es", "El Gobierno prorrogó por 30 días el estado de emergencia en Sivia.", "emergencia", "extended"),
        ("es", "El Gobierno levantó el estado de emergencia en Sivia el mes pasado.", "emergencia", "lifted"),
        ("es", "El estado de emergencia en Sivia venció el 3 de mayo de 2021.", "emergencia", "lapsed"),
        ("es", "El estado de emergencia sigue vigente en Sivia.", "emergencia", "in_force"),
    ],
)
def test_the_words_tell_the_state(code: str, text: str, word: str, state: str) -> None:
    """Declared, extended, lifted, lapsed or in force, in both languages."""
    found = measured(text, code, "state_of_emergency", word)
    assert found is not None
    assert ("state_of_emergency", state) == (found.instrument, found.state)


@pytest.mark.parametrize(
    ("code", "text", "word", "days"),
    [
        ("en", "The governor imposed a curfew in Tumaco for two weeks from May 3, 2021.", "curfew", 14),
        ("en", "The governor imposed a 72-hour curfew in Tumaco on May 3, 2021.", "curfew", 3),
        ("es", "El gobernador impuso un toque de queda en Tumaco durante dos meses desde el 3 de mayo de 2021.", "toque", 60),
        ("es", "El gobernador impuso un toque de queda de 15 días en Tumaco el 3 de mayo de 2021.", "toque", 15),
    ],
)
def test_a_term_gives_the_end(code: str, text: str, word: str, days: int) -> None:
    """The last day is the first day and the term, less one."""
    ends = {14: "2021-05-16", 3: "2021-05-05", 60: "2021-07-01", 15: "2021-05-17"}
    found = measured(text, code, "curfew", word)
    assert found is not None
    assert (days, "2021-05-03", ends[days]) == (found.days, found.start, found.end)
    assert "term" in (found.basis or "")


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("en", "The governor will impose a curfew in Tumaco next week.", "curfew"),
        ("es", "El gobernador impondrá un toque de queda en Tumaco la próxima semana.", "toque"),
    ],
)
def test_what_is_planned_is_not_in_force(code: str, text: str, word: str) -> None:
    """A measure still to come is announced."""
    found = measured(text, code, "curfew", word, "planned")
    assert found is not None
    assert "announced" == found.state


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("en", "Congress passed a law against smugglers, who face 12 years in prison, on May 3, 2021.", "law"),
        ("es", "Un día después de la marcha el Congreso aprobó una ley contra el contrabando.", "ley"),
    ],
)
def test_not_every_length_is_a_term(code: str, text: str, word: str) -> None:
    """Sentences and gaps are no term of a law."""
    found = measured(text, code, "law", word)
    assert found is None or found.days is None


def test_a_history_is_no_term() -> None:
    """For how long something had been in force says nothing of its term."""
    text = "Sivia had been under a state of emergency for more than three years."
    found = measured(text, "en", "state_of_emergency", "emergency")
    assert found is not None
    assert found.days is None


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("en", "The government lifted the curfew in Tumaco on May 3, 2021.", "curfew"),
        ("es", "El Gobierno levantó el toque de queda en Tumaco el 3 de mayo de 2021.", "toque"),
    ],
)
def test_what_is_lifted_ends(code: str, text: str, word: str) -> None:
    """The date of a lifting is the end of the measure, not its start."""
    found = measured(text, code, "curfew", word)
    assert found is not None
    assert (None, "2021-05-03") == (found.start, found.end)


def test_until_a_date_a_measure_that_was_lifted_ran() -> None:
    """The words up to when a measure ran date its lifting."""
    text = "Sivia was under a state of emergency until last year, when it was lifted."
    for word in ("lifted", "emergency"):
        found = measured(text, "en", "state_of_emergency", word)
        assert found is not None
        assert ("lifted", None, "2020") == (found.state, found.start, found.end)


def test_a_law_without_issuer_or_date_has_no_measure() -> None:
    """A law is a measure only with an issuer and a term or date."""
    assert measured("A new law against smuggling is needed.", "en", "law", "law") is None


def test_an_arrest_is_no_measure() -> None:
    """Other acts have no measure."""
    assert measured("Police arrested four men for 30 days.", "en", "arrest", "arrested") is None


@pytest.mark.parametrize(
    ("code", "text", "word", "power"),
    [
        (
            "en",
            "The government declared a state of emergency in Sivia. Under the decree the army may arrest and search suspects.",
            "emergency",
            "army may arrest and search suspects",
        ),
        (
            "es",
            "El Gobierno declaró el estado de emergencia en Sivia. El Ejército podrá detener sospechosos.",
            "emergencia",
            "Ejército podrá detener sospechosos",
        ),
        (
            "en",
            "The government declared a state of emergency in Sivia. The decree authorizes the army to arrest suspects.",
            "emergency",
            "army to arrest suspects",
        ),
        (
            "es",
            "El Gobierno declaró el estado de emergencia en Sivia. El decreto faculta al Ejército a detener sospechosos.",
            "emergencia",
            "Ejército a detener sospechosos",
        ),
        (
            "en",
            "The government declared a state of emergency in Sivia. It suspends the right to free assembly.",
            "emergency",
            "suspends the right to free assembly",
        ),
    ],
)
def test_powers_are_quoted(code: str, text: str, word: str, power: str) -> None:
    """What the forces may do is quoted from the text and stands in the evidence."""
    found = measured(text, code, "state_of_emergency", word)
    assert found is not None
    assert (power,) == found.powers
    assert power in [span.quote for span in found.evidence]


def test_the_issuer_is_an_entity() -> None:
    """Who issues the measure is pointed to by id."""
    found = measured(
        "Peru's government declared a state of emergency in Sivia on May 3, 2021.", "en", "state_of_emergency", "emergency"
    )
    assert found is not None
    assert found.issuer is not None


def test_an_extension_names_what_it_extends() -> None:
    """The words for the measure that is prolonged are kept."""
    found = measured(
        "The president extended the state of emergency in Sivia for 30 days.", "en", "state_of_emergency", "emergency"
    )
    assert found is not None
    assert "state of emergency" in (found.extends or "")


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("en", "The truce between the two gangs collapsed in May 2021.", "truce"),
        ("es", "La tregua entre las dos pandillas se rompió en mayo de 2021.", "tregua"),
    ],
)
def test_a_truce_that_ended_has_lapsed(code: str, text: str, word: str) -> None:
    """The end of a truce is told by a measure, whose end is the date."""
    found = measured(text, code, "ceasefire", word)
    assert found is not None
    assert ("lapsed", "2021-05") == (found.state, found.end)


def test_a_truce_that_begins_has_no_measure() -> None:
    """A truce is a measure only when it ended."""
    assert measured("The two gangs agreed on a truce in May 2021.", "en", "ceasefire", "truce") is None


@pytest.mark.parametrize(
    ("code", "text", "act", "word", "expected"),
    [
        (
            "en",
            "The government extended the curfew in Tumaco for 45 days. The extension takes effect on October 7, 2021, and will"
            " run until November 20, 2021.",
            "curfew",
            "curfew",
            (45, "2021-10-07", "2021-11-20"),
        ),
        (
            "es",
            "El Gobierno declaró el estado de emergencia en Sivia por un plazo de 60 días. La medida regirá desde el 10 de"
            " octubre de 2021.",
            "state_of_emergency",
            "emergencia",
            (60, "2021-10-10", "2021-12-08"),
        ),
        (
            "es",
            "El alcalde decretó el toque de queda en Tumaco entre las nueve de la noche y las cinco de la mañana hasta el próximo"
            " lunes.",
            "curfew",
            "toque",
            (None, None, "2021-06-14"),
        ),
    ],
)
def test_the_next_sentence_says_how_long(code: str, text: str, act: str, word: str, expected: tuple[object, ...]) -> None:
    """From and until when the measure runs, where its subject is the measure."""
    found = measured(text, code, act, word)
    assert found is not None
    assert expected == (found.days, found.start, found.end)


def test_days_before_the_end_are_no_term() -> None:
    """Eight days early is no measure of eight days."""
    text = "El Ejecutivo levantó el estado de emergencia que regía en Satipo, ocho días antes de que venciera."
    found = measured(text, "es", "state_of_emergency", "emergencia")
    assert found is not None
    assert found.days is None


def test_an_earlier_measure_gives_no_end() -> None:
    """What the next sentence tells of the past is no bound of what is planned."""
    text = (
        "The cabinet said it would impose a 60-day state of emergency in Sivia, starting July 11, 2021. "
        "The district was under a state of emergency until May 3, 2020, when it was lifted."
    )
    found = measured(text, "en", "state_of_emergency", "emergency", "planned")
    assert found is not None
    assert ("2021-07-11", "2021-09-08") == (found.start, found.end)
