"""Regions that no gazetteer has."""

import datetime

import pytest

from almenara.places import countries, regions

DISTRICTS_2021 = 43


def test_the_vraem_of_2021_has_43_districts() -> None:
    """Each named once."""
    paths = list(regions()["vraem"].listing(datetime.date(2021, 12, 1)).paths())
    assert (DISTRICTS_2021, DISTRICTS_2021) == (len(paths), len(set(paths)))


@pytest.mark.parametrize(
    ("day", "version"),
    [("2010-01-01", "2016"), ("2016-10-07", "2016"), ("2019-05-01", "2018"), ("2020-12-31", "2020"), ("2025-01-01", "2021")],
)
def test_the_list_in_force_on_a_day(day: str, version: str) -> None:
    """The last before it; before all, the earliest."""
    assert version == regions()["vraem"].listing(datetime.date.fromisoformat(day)).version


def test_without_a_day_the_newest() -> None:
    """Of today."""
    assert "2021" == regions()["vraem"].listing().version


@pytest.mark.parametrize(
    "code",
    "vraem alto_huallaga bajo_cauca catatumbo darien triangulo_dorado tierra_caliente triple_frontera northern_triangle "
    "magdalena_medio norte_del_cauca uraba arco_minero chapare mosquitia esequibo pacifico_narinense".split(),
)
def test_the_regions_of_the_beat_are_there(code: str) -> None:
    """Named in both languages."""
    name = regions()[code].name
    assert all((name.en, name.es))


def test_every_list_has_a_source_a_day_and_members() -> None:
    """Nothing is a region by hearsay."""
    lists = [entry for region in regions().values() for entry in region.lists]
    assert all(entry.source and entry.members and entry.as_of <= datetime.date(2026, 12, 31) for entry in lists)


def test_every_region_knows_its_countries_and_lies_on_the_globe() -> None:
    """Members begin with a country of the table; a centre has a radius."""
    table = countries()
    for region in regions().values():
        lat, lon, radius = region.centre
        assert -90 <= lat <= 90
        assert -180 <= lon <= 180
        assert radius > 0
        assert all(path.split("/")[0] in table for entry in region.lists for path in entry.paths())


def test_no_two_regions_share_a_name() -> None:
    """A name leads to one region."""
    each = ({name.lower() for name in (region.name.en, region.name.es, *region.aliases)} for region in regions().values())
    names = [name for own in each for name in own]
    assert sorted(set(names)) == sorted(names)
