"""An outlet's home from the names that its articles share."""

from almenara.places.outlets import Home, home_of
from almenara.places.values import Candidate


def town(number: int, lat: float, lon: float, country: str = "US") -> Candidate:
    """A populated place."""
    return Candidate(id=number, ref=f"geonames:{number}", kind="populated", name="", country=country, lat=lat, lon=lon)


PARIS = [town(1, 48.9, 2.3, "FR"), town(2, 33.7, -95.5), town(3, 36.3, -88.3)]
BLOSSOM = [town(4, 33.7, -95.4)]
CLINTON = [town(5, 33.6, -95.6), town(6, 41.8, -90.2), town(7, 38.8, -76.9)]


def test_the_names_together_say_which_paris():
    """One name leaves it open, its neighbours do not."""
    found = home_of([[PARIS, BLOSSOM], [PARIS, CLINTON], [PARIS, BLOSSOM]])
    assert found is not None
    assert ("US", 34, -95) == (found.country, round(found.lat), -95 if found.lon < -95 else found.lon)


def test_names_from_everywhere_are_no_home():
    """A national paper has none."""
    assert home_of([[[town(n, n * 7 - 60, n * 11 - 150)]] for n in range(1, 18)]) is None


def test_closeness_falls_with_distance():
    """One at home, next to nothing an ocean away, nothing for what is wide."""
    here = Home(country="US", lat=33.7, lon=-95.5)
    assert 1.0 == here.closeness(town(1, 33.7, -95.5))
    assert here.closeness(PARIS[0]) < 0.001
    assert 0.0 == here.closeness(Candidate(id=9, ref="region:x", kind="region", name="", country=None, lat=33.7, lon=-95.5))
