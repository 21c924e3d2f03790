"""When an event was."""

import pytest

from tests.coding.circumstances.factory import when


@pytest.mark.parametrize(
    ("code", "text", "act", "word", "start"),
    [
        ("en", "Police arrested four men in Tumaco on May 3, 2021.", "arrest", "arrested", "2021-05-03"),
        ("en", "The navy seized two tons of cocaine on Tuesday.", "seizure", "seized", "2021-06-08"),
        ("en", "In March 2019, soldiers destroyed three laboratories.", "eradication", "destroyed", "2019-03"),
        ("es", "La Policía detuvo a cuatro hombres el 3 de mayo de 2021 en Tumaco.", "arrest", "detuvo", "2021-05-03"),
        ("es", "La Marina incautó ayer dos toneladas de cocaína.", "seizure", "incautó", "2021-06-09"),
        ("es", "En marzo de 2019 los soldados destruyeron tres laboratorios.", "eradication", "destruyeron", "2019-03"),
    ],
)
def test_the_expression_beside_the_act_dates_it(code: str, text: str, act: str, word: str, start: str) -> None:
    """A date in the clause of the act is its date."""
    found = when(text, code, act, word)
    assert found is not None
    assert start == found.start


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("en", "Police arrested four men in Tumaco.", "arrested"),
        ("es", "La Policía detuvo a cuatro hombres en Tumaco.", "detuvo"),
    ],
)
def test_without_a_date_there_is_none(code: str, text: str, word: str) -> None:
    """The publication date is never taken for the date of the event."""
    assert when(text, code, "arrest", word) is None


@pytest.mark.parametrize(
    ("code", "text", "first", "second"),
    [
        (
            "en",
            "Gunmen killed a farmer on May 3, 2021, and police arrested two brothers on May 9, 2021.",
            ("targeted_killing", "killed"),
            ("arrest", "arrested"),
        ),
        (
            "es",
            "Sicarios asesinaron a un campesino el 3 de mayo de 2021 y la Policía detuvo a dos hermanos el 9 de mayo de 2021.",
            ("targeted_killing", "asesinaron"),
            ("arrest", "detuvo"),
        ),
    ],
)
def test_each_act_has_the_date_of_its_own_clause(code: str, text: str, first: tuple[str, str], second: tuple[str, str]) -> None:
    """Two acts of one sentence have two dates."""
    dates = [when(text, code, *event) for event in (first, second)]
    assert ["2021-05-03", "2021-05-09"] == [d.start if d else None for d in dates]


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("en", "Soldiers raided a ranch on May 3, 2021. The next day they arrested the owner.", "arrested"),
        ("es", "Los soldados allanaron un rancho el 3 de mayo de 2021. Al día siguiente detuvieron al dueño.", "detuvieron"),
    ],
)
def test_the_next_day_is_counted_from_the_story(code: str, text: str, word: str) -> None:
    """What comes the next day follows the day that the story told, and says so."""
    found = when(text, code, "arrest", word)
    assert found is not None
    assert ("2021-05-04", True) == (found.start, "story" in found.basis)


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("en", "Hooded men attacked a bus last weekend.", "attacked"),
        ("es", "Encapuchados atacaron un autobús el pasado fin de semana.", "atacaron"),
    ],
)
def test_a_weekend_is_a_week_with_its_saturday(code: str, text: str, word: str) -> None:
    """A weekend starts on Saturday and is as precise as a week."""
    found = when(text, code, "attack", word)
    assert found is not None
    assert ("2021-06-05", "2021-06-06", "week") == (found.start, found.end, found.precision)


def test_what_is_planned_lies_ahead() -> None:
    """A weekday of a planned act is the coming one."""
    found = when("The army will deploy 500 soldiers to Tumaco on Monday.", "en", "deployment", "deploy", reality="planned")
    assert found is not None
    assert "2021-06-14" == found.start


def test_a_day_without_any_year_keeps_it_open() -> None:
    """Without a year in the text and a publication date the year stays unknown."""
    found = when("Police arrested four men in Tumaco on May 3.", "en", "arrest", "arrested", published="")
    assert found is not None
    assert "XXXX-05-03" == found.start


def test_the_date_rests_on_its_words() -> None:
    """The evidence of a date is its own words in the text."""
    found = when("Police arrested four men in Tumaco on May 3, 2021.", "en", "arrest", "arrested")
    assert found is not None
    assert ["May 3, 2021"] == [span.quote for span in found.evidence]


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("en", "The government declared a 60-day state of emergency in Sivia from July 1, 2021.", "declared"),
        ("es", "El Gobierno declaró el estado de emergencia en Sivia por 60 días desde el 1 de julio de 2021.", "declaró"),
    ],
)
def test_a_measure_with_a_term_spans_it(code: str, text: str, word: str) -> None:
    """The date of a measure runs over its whole term, and the basis says from what the end was derived."""
    found = when(text, code, "state_of_emergency", word)
    assert found is not None
    assert ("2021-07-01", "2021-08-29", True) == (found.start, found.end, "60" in found.basis)
