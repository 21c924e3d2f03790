"""The map: in view, in true scale, on the base map."""

import pytest

from almenara.cli.formats.report import placing, worldmap
from almenara.cli.formats.report.placing import Spot
from almenara.cli.formats.report.projection import HEIGHT, KM_PER_DEGREE, WIDTH, fitted
from almenara.cli.formats.report.views import view
from tests.cli.formats import factory


def spot(lat: float, lon: float, radius: float = 25.0) -> Spot:
    """A place that stands for no event."""
    return Spot(1, factory.place(factory.ENGLISH, "Tocache"), lat, lon, radius, [])


@pytest.mark.parametrize(
    "places", [[(-8.2, -76.5)], [(4.0, -74.0), (-33.4, -70.6)], [(70.0, -179.0), (-50.0, 179.0)], [(89.0, 0.0)]]
)
def test_every_place_is_in_view(places: list[tuple[float, float]]) -> None:
    """The view holds what it is fitted to."""
    found = [spot(lat, lon) for lat, lon in places]
    points = [fitted(found).point(one.lon, one.lat) for one in found]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points)


def test_a_circle_is_as_wide_as_its_radius() -> None:
    """One degree of latitude away lies on the circle of so many kilometres."""
    projection = fitted([spot(-8.0, -76.0)])
    _, ry = projection.radii(KM_PER_DEGREE, -8.0)
    assert pytest.approx(projection.point(-76.0, -9.0)[1] - projection.point(-76.0, -8.0)[1], abs=0.2) == ry


def test_the_scale_bar_is_true() -> None:
    """Its pixels are its kilometres."""
    projection = fitted([spot(-8.0, -76.0), spot(4.0, -70.0)])
    km, pixels = projection.bar()
    assert pytest.approx(km / KM_PER_DEGREE * projection.scale, abs=0.1) == pixels


def test_events_of_one_place_are_gathered() -> None:
    """Two documents telling of one port make one dot."""
    refs = [ref for number in (1, 2) for ref in view(number, factory.spanish()).refs]
    found = placing.spots(refs)
    assert [2] == [len(one.events) for one in found]


def test_the_country_lies_under_its_place() -> None:
    """The land drawn and the label are those around the place."""
    found = placing.spots(view(1, factory.english()).refs)
    drawn = worldmap.drawn(found, {"PE": "Perú"})
    assert drawn is not None
    assert drawn.land
    assert ["Perú"] == [label.text for label in drawn.labels if label.country]


def test_labels_do_not_collide() -> None:
    """A crowd of places is labelled only where there is room."""
    crowd = [spot(-8.0 + n / 100, -76.0) for n in range(20)]
    drawn = worldmap.drawn(crowd, {})
    assert drawn is not None
    assert len(drawn.labels) < len(drawn.dots)


def test_no_places_no_map() -> None:
    """A run without coordinates has no map."""
    assert None is worldmap.drawn([], {})


def test_a_small_screen_has_fewer_labels() -> None:
    """Those that would collide at its size are marked as spare, the busiest place's is not."""
    drawn = worldmap.drawn([spot(-8.0 - n * 0.2, -76.0) for n in range(3)], {})
    assert drawn is not None
    assert [False, True] == [label.spare for label in drawn.labels][:2]
