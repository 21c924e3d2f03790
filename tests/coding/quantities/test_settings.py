from typing import NamedTuple

from almenara.coding.quantities import figures
from almenara.model import FigurePlace
from tests.coding.quantities.factory import figured, read


class Found(NamedTuple):
    """A place as a gazetteer finds it."""

    start: int
    end: int
    name: str
    country: str | None
    gazetteer_id: str | None


def test_located_places_bring_their_ids() -> None:
    """Where places are resolved, a figure points into the gazetteer."""
    text = "According to official statistics, there were 340 homicides in Callao in 2019."
    at = text.index("Callao")
    (found,) = figures(read(text, "en"), [Found(at, at + 6, "Callao", "PE", "geonames:3946083")])
    assert (FigurePlace(name="Callao", country="PE", gazetteer_id="geonames:3946083"),) == found.places


def test_without_them_the_names_stand_for_themselves() -> None:
    """The parser's names are places without ids."""
    (found,) = figured("According to official statistics, there were 340 homicides in Venezuela in 2019.", "en")
    assert (FigurePlace(name="Venezuela"),) == found.places


def test_the_area_is_the_place_named_before() -> None:
    """A sentence that says "the country" means one that was named."""
    text = "Honduras has changed its laws. Official statistics show 340 homicides in the country in 2019."
    (found,) = figured(text, "en")
    assert ("Honduras",) == tuple(p.name for p in found.places)
