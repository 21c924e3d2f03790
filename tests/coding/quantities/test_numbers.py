import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almenara.coding.quantities import Number, numbers


def only(text: str, language: str) -> Number:
    """The one number of a text."""
    (found,) = numbers(text, language)
    return found


def bounds(text: str, language: str) -> tuple[float | None, float | None, float | None]:
    """Low, best and high of the one number of a text."""
    found = only(text, language)
    return found.low, found.best, found.high


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("twenty-five soldiers", 25),
        ("two hundred and six boats", 206),
        ("three thousand families", 3000),
        ("1,250 rifles", 1250),
        ("1.250 tons", 1.25),
        ("12,345,678 people", 12345678),
        ("3.5 million people", 3.5e6),
        ("half a dozen mines", 6),
        ("$1.5bn", 1.5e9),
        ("$200m", 2e8),
        ("US$1.2 million", 1.2e6),
    ],
)
def test_english_values(text: str, expected: float) -> None:
    """A comma parts thousands, a point decimals; words and magnitudes add up."""
    assert expected == only(text, "en").value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("veintitrés lanchas", 23),
        ("treinta y cinco mil familias", 35000),
        ("ciento veinte casas", 120),
        ("quinientas plantas", 500),
        ("3,2 toneladas", 3.2),
        ("3.2 toneladas", 3.2),
        ("1.250 fusiles", 1250),
        ("60,400 hectáreas", 60400),
        ("1.234.567 soles", 1234567),
        ("12 mil 450 casos", 12450),
        ("mil 536 denuncias", 1536),
        ("154 mil millones de pesos", 154e9),
        ("2 millones y medio", 2.5e6),
        ("medio millón de armas", 500000),
        ("un centenar de vecinos", 100),
        ("US$1,2 millones", 1.2e6),
    ],
)
def test_spanish_values(text: str, expected: float) -> None:
    """Either sign may part thousands or decimals; "mil" stands before and after."""
    assert expected == only(text, "es").value


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("at least three dead", "en", (3, 3, None)),
        ("more than 40 boats", "en", (40, 40, None)),
        ("40 or more boats", "en", (40, 40, None)),
        ("up to 15 men", "en", (None, None, 15)),
        ("nearly 300 people", "en", (None, 300, None)),
        ("between 10 and 12 bodies", "en", (10, None, 12)),
        ("20-30 gunmen", "en", (20, None, 30)),
        ("$3 to $5 million", "en", (3e6, None, 5e6)),
        ("two or three men", "en", (2, None, 3)),
        ("dozens of boats", "en", (24, None, None)),
        ("tens of thousands fled", "en", (20000, None, None)),
        ("hundreds of people", "en", (200, None, None)),
        ("al menos tres muertos", "es", (3, 3, None)),
        ("más de 40 lanchas", "es", (40, 40, None)),
        ("menos de 15 hombres", "es", (None, None, 15)),
        ("unos 300 vecinos", "es", (None, 300, None)),
        ("entre 10 y 12 cuerpos", "es", (10, None, 12)),
        ("entre 6 mil y 9 mil millones de barriles", "es", (6e9, None, 9e9)),
        ("de 20 a 30 pistoleros", "es", (20, None, 30)),
        ("decenas de lanchas", "es", (20, None, None)),
        ("cientos de miles huyeron", "es", (200000, None, None)),
    ],
)
def test_hedges_bound_a_number(text: str, language: str, expected: tuple[float | None, float | None, float | None]) -> None:
    """Low, best and high after the codebook."""
    assert expected == bounds(text, language)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Killings rose from 205 to 272.", "en", [205, 272]),
        ("Los robos pasaron de 205 a 272.", "es", [205, 272]),
        ("three soldiers and four miners", "en", [3, 4]),
        ("de ocho y siete", "es", [8, 7]),
    ],
)
def test_two_values_are_no_range(text: str, language: str, expected: list[float]) -> None:
    """What changed has two values, what is added up too."""
    assert expected == [n.value for n in numbers(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("65 percent", "en", 65),
        ("a third of them", "en", 33.3),
        ("murders doubled", "en", 100),
        ("el 7.5 por ciento", "es", 7.5),
        ("la mitad de las armas", "es", 50),
        ("se duplicaron", "es", 100),
    ],
)
def test_shares_are_percentages(text: str, language: str, expected: float) -> None:
    """Per cent, shares in words, and doubling."""
    found = only(text, language)
    assert (True, expected) == (found.percent, found.value)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the 3rd brigade", "en"),
        ("la 5a brigada", "es"),
        ("una lancha", "es"),
        ("an M-16", "en"),
        ("v1.2.3", "en"),
        ("F150", "en"),
    ],
)
def test_ordinals_codes_and_articles_are_no_numbers(text: str, language: str) -> None:
    """They count nothing."""
    assert [] == numbers(text, language)


def test_the_hedge_leads_the_number() -> None:
    """The span of a count begins with its hedge and its sign."""
    text = "They paid at least US$3 million."
    found = only(text, "en")
    assert ("at least US$3 million", "at least", "us$") == (text[found.lead : found.end], found.hedge, found.currency)


PIECES = st.sampled_from(
    "el 3 y 1.5 mil millones de $ % US$ entre 10 - to and half dozen of or más , . un treinta hundred 2021".split()
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map(" ".join)), st.sampled_from(["en", "es"]))
def test_any_text_is_read_without_error(text: str, language: str) -> None:
    """Numbers lie inside the text, in order, and their bounds enclose the best value."""
    found = numbers(text, language)
    assert all(0 <= n.lead <= n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.lead for a, b in itertools.pairwise(found))
    assert all(n.low <= n.high for n in found if n.low is not None and n.high is not None)
