"""Deaths that nobody meant."""

import pytest

from almenara.coding.acts.nature import DEADLY
from almenara.model import Language
from tests.coding.acts.reading import acts


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "At least 47 people were killed in flooding in Niger on Monday."),
        ("en", "Six people were killed in an accident at a dairy farm near Puno."),
        ("es", "Al menos doce personas murieron el lunes en un accidente de tránsito cerca de Puno."),
        ("es", "Treinta personas murieron por un deslizamiento en Piura."),
    ],
)
def test_disasters_and_accidents_are_no_acts(lang: Language, text: str) -> None:
    """Nobody killed those who died."""
    assert acts(text, lang).isdisjoint(DEADLY)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Three farmers were killed by gunmen in Tibú on Monday, after floods had cut the road."),
        ("es", "Sicarios asesinaron a tres campesinos en Tibú el lunes, mientras reparaban un puente dañado por las lluvias."),
    ],
)
def test_a_killing_amid_a_disaster_is_one(lang: Language, text: str) -> None:
    """The words of who killed weigh more than those of the weather."""
    assert not acts(text, lang).isdisjoint(DEADLY)


def test_a_disaster_in_a_digest_leaves_the_other_news() -> None:
    """What the day's floods did says nothing of the day's killings."""
    killed = "Gunmen shot dead three farmers in Tibú on Monday. Soldiers seized 40 kilos of cocaine in Tumaco on Monday. "
    flood = "At least 47 people were killed in flooding in Niger. Six people were killed in an accident near Puno. "
    assert {"seizure"} <= acts(flood + killed + flood, "en")
