"""Look-ups."""

import pickle
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from almenara.model import Unavailable
from almenara.places import Gazetteer, regions


def test_find_ignores_accents_and_case(small: Gazetteer) -> None:
    """TIBU finds Tibú, the town before the municipality."""
    assert [("Tibú", "populated"), ("Tibú", "admin2")] == [(c.name, c.kind) for c in small.find("TIBU")]


def test_find_within_a_country(small: Gazetteer) -> None:
    """A country narrows the search."""
    assert [24] == [c.id for c in small.find("San Antonio", "PE")]


def test_find_gives_at_most_the_limit(small: Gazetteer) -> None:
    """The limit cuts what is least likely."""
    assert [54] == [c.id for c in small.find("Paris", limit=1)]


def test_own_names_stand_before_others(small: Gazetteer) -> None:
    """Another name finds the place too, and says that it is another."""
    assert [(10, False)] == [(c.id, c.preferred) for c in small.find("San Andrés de Tumaco")]


def test_unknown_and_empty_names_find_nothing(small: Gazetteer) -> None:
    """Nothing is not an error."""
    assert [[], [], []] == [small.find("Xyzzy"), small.find(""), small.find("¡!")]


def test_a_candidate_knows_its_chain(small: Gazetteer) -> None:
    """Admin names run upward."""
    place = small.find("Huanta")[0]
    assert ("geonames:22", "Huanta", "Ayacucho", "PE") == (place.ref, place.admin2, place.admin1, place.country)


@pytest.mark.parametrize(
    ("ref", "name"),
    [("geonames:7", "Medellín"), ("inei:050403", "Santillana"), ("country:PE", "Peru"), ("region:vraem", "VRAEM")],
)
def test_a_place_by_the_identifier_of_records(small: Gazetteer, ref: str, name: str) -> None:
    """What a record names can be looked up again."""
    place = small.place(ref)
    assert place is not None
    assert (name, ref) == (place.name, place.ref)


def test_an_unknown_identifier_is_none(small: Gazetteer) -> None:
    """No guess."""
    assert [None, None] == [small.place("geonames:999"), small.place("nonsense")]


def test_a_place_by_its_country_s_own_code(small: Gazetteer) -> None:
    """INEI's six digits."""
    assert ["Sivia"] == [c.name for c in small.coded("PE", "050407")]


def test_the_members_of_a_region_are_dated(small: Gazetteer) -> None:
    """Those members of a list that the file holds."""
    assert {"Santillana", "Sivia"} == {c.name for c in small.members("vraem", "2021")}


def test_a_missing_file_says_what_to_run(tmp_path: Path) -> None:
    """The way out stands in the message."""
    with pytest.raises(Unavailable, match=r"no_gazetteer: .*almenara gazetteer build"):
        Gazetteer(tmp_path / "none.sqlite")


def test_a_file_that_is_no_database_is_told_from_a_missing_one(tmp_path: Path) -> None:
    """Nor does it raise an error of SQLite."""
    path = tmp_path / "bad.sqlite"
    path.write_text("no database at all " * 100)
    with pytest.raises(Unavailable, match="bad_gazetteer"):
        Gazetteer(path)


def test_a_file_of_another_version_is_not_read(tmp_path: Path) -> None:
    """Tables may differ."""
    path = tmp_path / "old.sqlite"
    database = sqlite3.connect(path)
    database.executescript("CREATE TABLE meta (key, value); INSERT INTO meta VALUES ('version', '0')")
    database.close()
    with pytest.raises(Unavailable, match="old_gazetteer"):
        Gazetteer(path)


def test_threads_share_one(small_path: Path) -> None:
    """Many threads, one file, the same answers."""
    gazetteer = Gazetteer(small_path)
    with ThreadPoolExecutor(8) as pool:
        answers = list(
            pool.map(lambda n: [c.id for c in gazetteer.find(("Lima", "Tibú", "Paris", "Guerrero")[n % 4])], range(400))
        )
    gazetteer.close()
    assert [[25, 26], [5, 4], [54, 53], [33]] * 100 == answers


def test_it_pickles_as_its_path(small: Gazetteer) -> None:
    """A worker process opens its own."""
    other = pickle.loads(pickle.dumps(small))  # noqa: S301 (our own bytes)
    assert [c.id for c in small.find("Cali")] == [c.id for c in other.find("Cali")]
    other.close()


def test_reading_writes_nothing(small_path: Path, small: Gazetteer) -> None:
    """A folder that cannot be written serves too: no journal beside the file."""
    small.find("Lima")
    assert ["small.sqlite"] == sorted(path.name for path in small_path.parent.iterdir())


def test_the_built_file_is_whole(full: Gazetteer) -> None:
    """Places, names, Peru's districts."""
    info = full.info()
    assert int(info["populated_places"]) > 230_000
    assert int(info["names"]) > 1_100_000
    database = sqlite3.connect(full.path)
    counts = [
        database.execute(query).fetchone()[0]
        for query in (
            "SELECT count(DISTINCT code) FROM places WHERE country = 'PE' AND ref LIKE 'inei:%' AND lat IS NOT NULL",
            "SELECT count(*) FROM boundaries b JOIN places p ON p.id = b.place WHERE p.country = 'PE' AND p.kind = 'admin2'",
        )
    ]
    database.close()
    assert [1893, 196] == counts


def test_all_43_districts_of_the_vraem_are_in_the_built_file(full: Gazetteer) -> None:
    """The decree of 2021, each with its code."""
    members = full.members("vraem", "2021")
    assert (43, 43) == (len(members), len({c.code for c in members if c.code}))


def test_nearly_every_member_of_every_region_is_in_the_built_file(full: Gazetteer) -> None:
    """What has no place is named when it is built."""
    wanted = sum(len(list(listing.paths())) for region in regions().values() for listing in region.lists)
    found = sum(len(full.members(code, listing.version)) for code, region in regions().items() for listing in region.lists)
    assert wanted * 0.98 <= found


def test_a_look_up_takes_under_a_tenth_of_a_millisecond(full: Gazetteer) -> None:
    """On average over 2,000 names never asked before; three times the goal, since machines differ."""
    database = sqlite3.connect(full.path)
    names = [row[0] for row in database.execute("SELECT name FROM places WHERE id % 131 = 0 LIMIT 2000")]
    database.close()
    fresh = Gazetteer(full.path)
    begun = time.perf_counter()
    for name in names:
        fresh.find(name)
    each = (time.perf_counter() - begun) / len(names)
    fresh.close()
    assert each < 300e-6
