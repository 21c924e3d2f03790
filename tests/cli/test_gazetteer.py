"""`almenara gazetteer`."""

import shutil
from pathlib import Path

import pytest
from click import unstyle
from click.testing import CliRunner

from almenara.cli.gazetteer import HEADS, _aligned, command
from almenara.model import Unavailable
from almenara.places.building import wheels
from tests.places.factory import small_gazetteer


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small gazetteer."""
    return small_gazetteer(tmp_path_factory.mktemp("cli") / "small.sqlite")


def run(*args: str | Path) -> tuple[int, str, str]:
    """Exit status, standard output, standard error."""
    done = CliRunner().invoke(command, [str(arg) for arg in args], catch_exceptions=False)
    return done.exit_code, done.stdout, done.stderr


def test_find_prints_what_is_known_of_each(path: Path) -> None:
    """Name, kind, chain, identifier, point, people, why."""
    status, out, _ = run("find", "tibu", "--gazetteer", path)
    assert 0 == status
    assert [
        "Tibú",
        "populated",
        "Tibú, Norte de Santander, CO",
        "geonames:5",
        "",
        "8.6400 -72.7400",
        "13,565",
        "its own name",
    ] == out.split("\n")[0].split("\t")


def test_find_in_a_country(path: Path) -> None:
    """In small letters too."""
    _, out, _ = run("find", "San Antonio", "--country", "pe", "--gazetteer", path)
    assert ["PE"] == [line.split("\t")[2][-2:] for line in out.splitlines()]


def test_find_nothing_is_status_1(path: Path) -> None:
    """With a line that says so."""
    assert (1, "", "almenara: no place is called 'Xyzzy'\n") == run("find", "Xyzzy", "--gazetteer", path)


def test_a_missing_gazetteer_is_one_line(tmp_path: Path) -> None:
    """And says what to run."""
    status, out, error = run("find", "Lima", "--gazetteer", tmp_path / "none.sqlite")
    assert (1, "", 1) == (status, out, error.count("\n"))
    assert "almenara gazetteer build" in error


def test_info_counts(path: Path) -> None:
    """Places and names."""
    status, out, _ = run("info", "--gazetteer", path)
    assert (0, True) == (status, "places" in out and "built 2026-01-01" in out)


def test_import_says_what_it_took(path: Path, tmp_path: Path) -> None:
    """Lines, new places; `info` names the file from then on."""
    own = Path(shutil.copy(path, tmp_path / "own.sqlite"))
    table = tmp_path / "centros.csv"
    table.write_text("UBIGEO,NOMCCPP\n050403,CERCA\n999999,LEJOS\n", "utf-8")
    status, out, _ = run("import", "inei", table, "--gazetteer", own)
    assert (0, "1 of 2 lines taken, 1 places are new\n  left out: 1 (district unknown)\n") == (status, out)
    assert "imported centros.csv: 1 places (inei)" in run("info", "--gazetteer", own)[1]


def test_a_wrong_file_is_one_line(path: Path, tmp_path: Path) -> None:
    """With the line that is wrong."""
    bad = tmp_path / "bad.txt"
    bad.write_text("a\tb\n", "utf-8")
    status, _, error = run("import", "geonames", bad, "--gazetteer", path)
    assert (1, 1) == (status, error.count("\n"))
    assert "bad.txt, line 1: 2 columns instead of 19" in error


def test_a_file_that_is_not_there_is_usage(path: Path, tmp_path: Path) -> None:
    """Exit status 2."""
    assert 2 == run("import", "inei", tmp_path / "none.csv", "--gazetteer", path)[0]


def test_build_without_its_packages_leaves_what_was_there(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No network, no cache: one line, the old file stays."""

    def none(cache: Path) -> None:
        raise Unavailable("no_source", f"nothing in {cache.name}")

    monkeypatch.setattr(wheels, "fetch", none)
    own = Path(shutil.copy(path, tmp_path / "own.sqlite"))
    status, _, error = run("build", "--gazetteer", own)
    assert (1, "Error: no_source: nothing in wheels\n") == (status, error)
    assert path.read_bytes() == own.read_bytes()


def test_columns_fit_a_narrow_terminal() -> None:
    """What names the place to a machine stands on a line of its own; nothing else is lost."""
    row = (
        "San Juan",
        "populated",
        "San Juan Antiguo Barrio, San Juan, PR",
        "geonames:1",
        "PR-1",
        "18.4 -66.1",
        "418,140",
        "its own name",
    )
    lines = [unstyle(line) for line in _aligned([HEADS, row], 80)]
    assert ([True] * 3, "  geonames:1 · PR-1 · its own name") == ([len(line) <= 80 for line in lines], lines[2])


def test_columns_stand_on_one_line_where_there_is_room() -> None:
    """All of them, under their heads."""
    row = ("Lima", "admin1", "PE", "g:1", "15", "-12.0 -77.0", "9,000", "its own name")
    head, line = [unstyle(text) for text in _aligned([HEADS, row], None)]
    assert [head.index(name) for name in HEADS] == [line.index(value) for value in row]


def test_a_country_that_is_none_is_a_usage_error(path: Path) -> None:
    """Three letters, or a name, would find nothing and say nothing."""
    status, _, error = run("find", "Lima", "--country", "PER", "--gazetteer", path)
    assert (2, True) == (status, "PER is no country's code" in error)
