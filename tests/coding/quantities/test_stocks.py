import pytest

from almenara.coding.quantities.stocks import is_stock
from tests.coding.quantities.factory import read


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The navy currently has 38 bases along the Putumayo.", "en"),
        ("The Black Spears, with some 400 fighters, control the valley.", "en"),
        ("La marina tiene 38 bases en el Putumayo.", "es"),
        ("Las Lanzas Negras, con unos 400 combatientes, dominan el valle.", "es"),
        ("Ocurrió en Quibdó, ciudad de 130 mil habitantes.", "es"),
    ],
)
def test_what_is_there_is_a_stock(text: str, code: str) -> None:
    """Holdings, strength and population."""
    found = read(text, code)
    assert [True] == [is_stock(found.parsed, q) for q in found.all]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The navy has the 38 boats that it lost.", "en"),
        ("The navy has two boats.", "en"),
        ("The navy burned 38 boats.", "en"),
        ("La marina quemó 38 lanchas.", "es"),
    ],
)
def test_what_happened_is_none(text: str, code: str) -> None:
    """Known things, a handful, and objects of acts."""
    found = read(text, code)
    assert [False] == [is_stock(found.parsed, q) for q in found.all]
