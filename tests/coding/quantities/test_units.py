import pytest

from almenara.coding.quantities import Quantities
from tests.coding.quantities.factory import amounts, read


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("Police seized 3.2 tons of cocaine in Callao.", "en", (3200.0, "kg")),
        ("They burned 40 acres of poppy near Ocros.", "en", (16.18744, "ha")),
        ("The guards arrested 12 suspected smugglers.", "en", (12.0, "person")),
        ("Agents found 15 rifles in the cellar.", "en", (15.0, "item")),
        ("The board counted 340 homicides.", "en", (340.0, "case")),
        ("The gang moved US$1.2 million through Colón.", "en", (1.2e6, "USD")),
        ("Only 12 percent answered.", "en", (12.0, "percent")),
        ("La Marina incautó 3,2 toneladas de cocaína.", "es", (3200.0, "kg")),
        ("Erradicaron 150 hectáreas de coca en Tocache.", "es", (150.0, "ha")),
        ("Detuvieron a 12 presuntos sicarios.", "es", (12.0, "person")),
        ("La red movió US$1,2 millones por Colón.", "es", (1.2e6, "USD")),
        ("Pagaron 400 mil soles de rescate.", "es", (400000.0, "PEN")),
        ("Robaron 3 millones de euros.", "es", (3e6, "EUR")),
        ("Bajó 12 por ciento.", "es", (12.0, "percent")),
    ],
)
def test_units_are_si_and_iso(text: str, code: str, expected: tuple[float, str]) -> None:
    """Mass in kilograms, area in hectares, money after ISO 4217, people and things as such."""
    assert [expected] == amounts(text, code)


@pytest.mark.parametrize(
    ("place", "expected"),
    [("Colombia", "COP"), ("México", "MXN"), ("Chile", "CLP"), ("Argentina", "ARS")],
)
def test_pesos_are_those_of_the_country(place: str, expected: str) -> None:
    """The country that a text names most says whose pesos they are."""
    assert [(5e6, expected)] == amounts(f"El gobierno de {place} perdió 5 millones de pesos.", "es")


@pytest.mark.parametrize(("home", "expected"), [("CO", "COP"), ("AR", "ARS"), (None, "MXN")])
def test_pesos_of_no_country_are_those_of_the_places(home: str | None, expected: str) -> None:
    """A local paper never names its country."""
    parsed = read("La alcaldía pagó 5 millones de pesos.", "es").parsed
    assert [expected] == [q.unit for q in Quantities(parsed, home=home).all]


def test_an_article_counts_one() -> None:
    """A person or thing with an article may be a count of an event, and is no figure."""
    found = read("El ataque mató a un taxista y dos mineros.", "es")
    assert ([2.0], [1.0]) == ([q.number.value for q in found.all], [q.number.value for q in found.singles(0)])


def test_a_list_shares_its_noun() -> None:
    """What the last number counts, the others count."""
    assert [(28.0, "case"), (22.0, "case"), (17.0, "case")] == amounts("They had 28, 22 and 17 cases.", "en")


def test_a_shared_percentage() -> None:
    """The sign of a list of shares is said once."""
    assert [(40.0, "percent"), (50.0, "percent")] == amounts("Subió 40 y 50 por ciento.", "es")
