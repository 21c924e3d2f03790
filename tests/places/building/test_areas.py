"""The middle of the ground that towns stand on."""

from almenara.places.building.areas import ground, hull, settle
from almenara.places.building.rows import Row


def test_a_crowd_in_one_corner_does_not_pull_the_middle():
    """Four corners and a dozen towns beside one of them."""
    corners = [(0.0, 0.0), (0.0, 4.0), (4.0, 0.0), (4.0, 4.0), (2.0, 2.0)]
    crowd = [(0.25 * n, 0.25) for n in range(1, 4)] + [(0.5, 0.5), (0.25, 1.0), (1.0, 1.0), (1.5, 0.5)]
    lat, lon = ground([*corners, *crowd])
    assert (2.0, 2.0) == (round(lat, 1), round(lon, 1))


def test_a_town_far_from_all_others_is_left_out():
    """It was put under the wrong unit."""
    near = [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)]
    assert ground(near) == ground([*near, (20.0, 30.0)])


def test_ground_across_the_line_of_dates():
    """Fiji is no strip around the earth."""
    lat, lon = ground([(-17.0, 179.0), (-17.0, -179.0), (-19.0, 179.0), (-19.0, -179.0)])
    assert (-18.0, 180.0) == (round(lat, 1), round(abs(lon), 1))


def test_hull_keeps_the_outermost():
    """The point in the middle is not one."""
    assert [(0, 0), (2, 0), (2, 2), (0, 2)] == hull([(0, 0), (1, 1), (2, 0), (2, 2), (0, 2)])


def test_units_count_by_their_area():
    """A wide one weighs more than a narrow one."""
    row = Row(id=1, kind="region", name="", country=None)
    wide = Row(id=2, kind="admin1", name="", country="PE", lat=0.0, lon=0.0, radius_km=300.0)
    narrow = Row(id=3, kind="admin1", name="", country="PE", lat=0.0, lon=10.0, radius_km=100.0)
    settle(row, [wide, narrow])
    assert 1.0 == round(row.lon or 0, 1)
