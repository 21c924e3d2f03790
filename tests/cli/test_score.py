"""`almenara score`: tables, JSON, the page of misses."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from almenara.cli import almenara

EVENT = {"act": "arrest", "reality": "occurred", "background": False, "evidence": [{"start": 0, "end": 5, "quote": "Three"}]}
EMPTY = {"claims": [], "forecasts": [], "figures": []}


def run(*arguments: str) -> Result:
    """The command as a user calls it."""
    return CliRunner().invoke(almenara, ["score", *arguments])


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """Two gold documents, one of them coded right, the other not at all."""
    gold = tmp_path / "gold"
    gold.mkdir()
    for name, language in (("a", "en"), ("b", "es")):
        (gold / f"{name}.json").write_text(json.dumps({"id": name, "language": language, "events": [EVENT], **EMPTY}))
    codings = tmp_path / "codings.jsonl"
    codings.write_text(
        json.dumps({"document": {"id": "x", "source_id": "a", "text": "Three"}, "events": [EVENT], **EMPTY}) + "\n"
    )
    return str(gold), str(codings)


def test_scores_per_language(files: tuple[str, str]):
    """Half of all, all of English, none of Spanish."""
    result = json.loads(run(*files, "--json").stdout)
    assert [2 / 3, 1.0, 0.0] == pytest.approx([result[name]["events_strict"]["F1"] for name in ("all", "en", "es")])


def test_the_table_names_what_it_counts(files: tuple[str, str]):
    """One block a language; acts where asked for."""
    output = run(*files, "--acts").stdout
    assert [True, True, True] == [word in output for word in ("events_strict", "overall", "arrest")]


def test_misses_are_a_page(files: tuple[str, str], tmp_path: Path):
    """The page shows what was missed."""
    page = tmp_path / "misses.html"
    assert (0, True) == (run(*files, "--html", str(page)).exit_code, "Three" in page.read_text("utf-8"))


def test_an_empty_gold_folder_is_an_error(files: tuple[str, str], tmp_path: Path):
    """In words, not as a traceback."""
    (tmp_path / "none").mkdir()
    result = run(str(tmp_path / "none"), files[1])
    assert (1, True) == (result.exit_code, "no_gold" in result.output)


def test_gold_without_a_coding_is_told(files: tuple[str, str]):
    """Ids that do not meet must not look like a coder that finds nothing."""
    told = "almenara: 1 of 2 gold documents have no coding and score as empty: b\n"
    assert (told, "") == (run(*files).stderr, run(*files, "--language", "en").stderr)


def test_a_page_that_cannot_be_written_is_one_line(files: tuple[str, str], tmp_path: Path):
    """Exit status 1, no traceback."""
    result = run(*files, "--html", str(tmp_path / "none" / "misses.html"))
    assert (1, "Error: ", 1) == (result.exit_code, result.stderr.splitlines()[-1][:7], result.stderr.count("Error"))
