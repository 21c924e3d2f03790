"""`almenara code`, from a shell's point of view."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from almenara.cli import almenara

PAGE = """<html lang="en"><head><title>Soldiers seize cocaine in Tumaco</title><meta property="article:published_time"
content="2026-05-04"></head><body><article><h1>Soldiers seize cocaine in Tumaco</h1><p>Soldiers seized 120 kilos of cocaine
and arrested three men in Tumaco, Colombia, on May 3, the army said.</p><p>The men were taken to Pasto, and prosecutors
will charge them with drug trafficking, said Captain Elvira Monsalve.</p></article></body></html>"""


def run(*arguments: str) -> Result:
    """The command as a user calls it."""
    return CliRunner().invoke(almenara, ["code", "--quiet", *arguments])


def pipe(text: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """The command with a text on its standard input."""
    command = [sys.executable, "-m", "almenara", "code", "--quiet", "-", *arguments]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=False)  # noqa: S603


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """One small page of invented news."""
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    return path


def test_json_lines_hold_the_record(page: Path):
    """In a pipe the record itself comes out, named after its file and dated by the page."""
    result = run(str(page))
    coding = json.loads(result.stdout)
    assert (0, "page.html", "2026-05-04") == (
        result.exit_code,
        Path(coding["document"]["source_id"]).name,
        coding["document"]["published"],
    )
    assert {"seizure", "arrest"} <= {e["act"] for e in coding["events"]}


def test_every_quote_stands_in_the_text(page: Path):
    """Spans count in the text of the record."""
    coding = json.loads(run(str(page)).stdout)
    stack, seen = [coding], 0
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            if {"start", "end", "quote"} <= node.keys():
                assert node["quote"] == coding["document"]["text"][node["start"] : node["end"]]
                seen += 1
            stack.extend(node.values())
        elif isinstance(node, list):
            stack.extend(node)
    assert seen > 10


def test_a_refused_file_is_named_and_the_rest_is_coded(page: Path, tmp_path: Path):
    """Exit status 1, a line on standard error, a row in the output."""
    big = tmp_path / "big.txt"
    big.write_text("x" * 3000)
    result = run("--max-bytes", "2000", str(big), str(page))
    reason = "too_large: 3,000 bytes, limit 2,000 (--max-bytes)"
    assert f"almenara: refused: {big}: {reason}\n" == result.stderr
    first, second = map(json.loads, result.stdout.splitlines())
    assert (1, "too_large", True) == (result.exit_code, first["refused"]["code"], bool(second["events"]))


def test_standard_input_is_a_dash(page: Path):
    """`-` reads what is piped in."""
    coding = json.loads(pipe("Soldiers arrested three men in Tumaco on May 3.", "--published", "2026-05-04").stdout)
    assert ["arrest"] == [e["act"] for e in coding["events"]]


def test_the_ending_of_the_output_chooses_the_format(page: Path, tmp_path: Path):
    """`-o x.csv` writes CSV."""
    out = tmp_path / "x.csv"
    assert 0 == run("-o", str(out), str(page)).exit_code
    assert out.read_text("utf-8-sig").splitlines()[0].count(",") > 5


def test_an_unsupported_language_is_named():
    """What is not read is refused by name, not guessed."""
    text = "Die Polizei hat am Montag in Hamburg drei Männer festgenommen und hundert Kilogramm Kokain beschlagnahmt, " * 4
    result = pipe(text)
    assert (1, True) == (result.returncode, "unsupported_language: the text looks like 'de'" in result.stderr)


def test_no_path_is_a_usage_error():
    """Exit status 2."""
    assert 2 == run().exit_code


def test_opening_needs_a_file(page: Path):
    """`--open` without `-o` cannot open anything."""
    assert 2 == run(str(page), "--open").exit_code
