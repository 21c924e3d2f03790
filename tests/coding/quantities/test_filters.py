import pytest

from tests.coding.quantities.factory import amounts


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The raid was on October 5, 2020.", "en"),
        ("It began at 5:30 p.m. in Tumaco.", "en"),
        ("A 28-year-old man was freed.", "en"),
        ("The boy, aged 17, was freed.", "en"),
        ("The talks lasted two weeks.", "en"),
        ("The judge cited Article 14 of the code.", "en"),
        ("They stopped on Highway 5 near Tijuana.", "en"),
        ("The police fought members of Barrio 18 there.", "en"),
        ("A caliber 9 mm pistol was found.", "en"),
        ("Call 555-1234 for help.", "en"),
        ("It grew between 2006-10 and 2011-15.", "en"),
        ("It remains one of the problems.", "en"),
        ("La redada fue el 5 de octubre de 2020.", "es"),
        ("Empezó a las 17:30 horas en Tumaco.", "es"),
        ("Un joven de 28 años quedó libre.", "es"),
        ("Los menores de 10, ocho y siete años quedaron libres.", "es"),
        ("Las negociaciones duraron dos semanas.", "es"),
        ("El juez citó los artículos 14 y 16 del código.", "es"),
        ("Ocurrió en el kilómetro 53 de la carretera.", "es"),
        ("Hallaron una pistola calibre 9 milímetros.", "es"),
    ],
)
def test_names_dates_and_labels_are_no_amounts(text: str, code: str) -> None:
    """Dates, clocks, ages, terms, legal articles, roads, gangs, calibres and telephones count nothing."""
    assert [] == amounts(text, code)


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("There were 13 homicides per 100,000 residents.", "en", [(13.0, "case")]),
        ("Hubo 13 homicidios por cada 100 mil habitantes.", "es", [(13.0, "case")]),
    ],
)
def test_the_denominator_of_a_rate_is_no_amount(text: str, code: str, expected: list[tuple[float, str]]) -> None:
    """Per 100,000 people is part of the unit."""
    assert expected == amounts(text, code)


def test_half_of_a_year_is_no_share() -> None:
    """The first half of a period is a time."""
    assert [(14.0, "percent")] == amounts("In the first half of this year came 14 percent of it.", "en")


def test_half_of_the_people_is_a_share() -> None:
    """Half of what can be counted is."""
    assert [(50.0, "percent")] == amounts("Half of the inmates went home.", "en")


def test_people_on_a_street_are_counted() -> None:
    """A label's word before a number of people labels nothing."""
    assert [(200.0, "person")] == amounts("En la calle 200 personas esperaban.", "es")
