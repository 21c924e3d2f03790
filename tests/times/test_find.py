import pytest

from almenara.times import find


def found(text: str, language: str) -> list[tuple[str, str]]:
    """Text and kind of what is found."""
    return [(e.text, e.kind) for e in find(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The patrol left on October 5, 2016 at dawn.", "en", [("October 5, 2016", "date")]),
        ("It fell on 5 October 2016.", "en", [("5 October 2016", "date")]),
        ("The gang grew in the 1990s and in early 2013.", "en", [("the 1990s", "date"), ("early 2013", "date")]),
        ("He spoke last Friday, two weeks ago.", "en", [("last Friday", "date"), ("two weeks ago", "date")]),
        ("Everyone met on Wednesday night.", "en", [("Wednesday night", "date")]),
        ("A 60-day measure.", "en", [("60-day", "duration")]),
        ("Homicides fell in the past decade.", "en", [("the past decade", "date")]),
        ("El martes 5 de octubre de 2016 cayó.", "es", [("El martes 5 de octubre de 2016", "date")]),
        ("A partir del 1.º de mayo rige.", "es", [("del 1.º de mayo", "date")]),
        ("Cayó el 2 sep en Tumaco.", "es", [("2 sep", "date")]),
        ("Los años noventa fueron duros.", "es", [("Los años noventa", "date")]),
        ("Murió anoche, hace dos semanas herido.", "es", [("anoche", "time"), ("hace dos semanas", "date")]),
        ("La noche del viernes pasado huyó.", "es", [("La noche del viernes pasado", "time")]),
        ("Lo detuvieron el próximo lunes.", "es", [("el próximo lunes", "date")]),
    ],
)
def test_find_marks_spans_as_corpora_do(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    """Articles belong to a Spanish expression, prepositions to none."""
    assert expected == found(text, language)


def test_offsets_are_of_the_text() -> None:
    """What stands between the offsets is the expression, accents and no-break spaces included."""
    text = "Ocurrió en\u00a0el mes pasado; el sábado\u00a0último llovió."
    assert ["el mes pasado", "el sábado\u00a0último"] == [text[e.start : e.end] for e in find(text, "es")]


def test_capitals_and_lost_accents_change_nothing() -> None:
    """Old wires shout and drop their accents."""
    assert ["EL 9 DE JUNIO", "EL MIERCOLES PASADO"] == [t for t, _ in found("CAYO EL 9 DE JUNIO Y EL MIERCOLES PASADO", "es")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vive en la Avenida 9 de Julio.", "es"),
        ("La calle 5 de Mayo quedó cerrada.", "es"),
        ("They may march again.", "en"),
        ("Julio Ferreyra llegó tarde.", "es"),
        ("More than 2000 people fled.", "en"),
        ("Domingo Aliaga habló.", "es"),
    ],
)
def test_look_alikes_are_no_dates(text: str, language: str) -> None:
    """Streets, verbs, names and quantities are no dates."""
    assert [] == [e for e in find(text, language) if e.kind == "date"]


@pytest.mark.parametrize(
    ("text", "language"), [("Un joven de 18 años", "es"), ("prisión por 20 años", "es"), ("20 years in prison", "en")]
)
def test_ages_and_sentences_are_durations(text: str, language: str) -> None:
    """An age or a prison term dates nothing."""
    assert ["duration"] == [e.kind for e in find(text, language)]


def test_a_range_is_one_expression_with_two_parts() -> None:
    """Coders want the interval, corpora its two ends."""
    text = "Estuvo entre el 3 y el 7 de mayo."
    (expression,) = find(text, "es")
    assert ["el 3", "el 7 de mayo"] == [text[a:b] for a, b in expression.parts]


def test_an_unknown_language_is_refused() -> None:
    """No guessing."""
    with pytest.raises(KeyError, match="fr"):
        find("hier", "fr")


def test_a_long_text_of_digits_costs_little() -> None:
    """No pattern may go back over what it has read again and again."""
    assert isinstance(find("1 2 3 de " * 5000 + "mayo", "es"), list)


def test_a_text_cut_off_after_a_short_month_has_no_date() -> None:
    """Splitters of sentences cut "Nov. 20" in two; the month in words stays a date."""
    assert [] == find("The bonds are due Nov.", "en")
    assert ["November"] == [e.text for e in find("The bonds are due in November.", "en")]
