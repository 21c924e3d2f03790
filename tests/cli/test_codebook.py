"""`almenara codebook`."""

import json

import pytest
from click.testing import CliRunner, Result

from almenara.cli import almenara
from almenara.codebook import acts, lexicon, table


def run(*args: str) -> Result:
    """The command with arguments."""
    return CliRunner().invoke(almenara, ["codebook", *args])


def test_without_an_act_all_are_listed() -> None:
    """Name, label and codes on a line each."""
    out = run("--language", "es").output
    assert [] == [one.name for one in acts().values() if f"{one.name} " not in out or one.label.es not in out]


def test_an_act_is_shown_with_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Definition, codes, and the entries with their examples."""
    monkeypatch.setenv("COLUMNS", "120")
    out = run("curfew").output
    wanted = [acts()["curfew"].definition.en, "CAMEO    1723", *(e.row.example for e in lexicon("es").of("curfew"))]
    assert [] == [words for words in wanted if words not in out]


def test_modes_with_codes_of_their_own_are_shown() -> None:
    """Only what differs from the act."""
    assert "  grenade: ACLED Explosions/Remote violence / Grenade\n" in run("bombing").output


def test_an_act_as_json() -> None:
    """The same as an object."""
    found = json.loads(run("curfew", "--json").output)
    assert ("curfew", "COERCE/curfew") == (found["act"], found["codes"]["plover"])


def test_all_acts_as_json() -> None:
    """One list, in order of the codebook."""
    assert list(acts()) == [row["act"] for row in json.loads(run("--json").output)]


def test_a_vocabulary_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Terms with their labels and definitions."""
    monkeypatch.setenv("COLUMNS", "80")
    out = "".join(run("--table", "roles", "--language", "es").output.split())  # lines break where the terminal ends
    assert [] == [term.name for term in table("roles").values() if "".join(term.definition.es.split()) not in out]


def test_an_unknown_act_is_an_error_that_helps() -> None:
    """Exit status 1, with the names that come near."""
    result = run("seisure")
    assert (1, True) == (result.exit_code, "did you mean seizure" in result.output)


def test_an_act_and_a_table_together_are_a_usage_error() -> None:
    """Exit status 2."""
    assert 2 == run("curfew", "--table", "roles").exit_code


@pytest.mark.parametrize("arguments", [(), ("--table", "indicators"), ("seizure",)])
def test_a_terminal_is_never_too_narrow(monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    """At 80 columns rows go on below themselves."""
    monkeypatch.setenv("COLUMNS", "80")
    assert [] == [line for line in run(*arguments, "--language", "es").output.splitlines() if len(line) > 80]


def test_in_a_pipe_a_row_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """For `grep`."""
    monkeypatch.setenv("COLUMNS", "")
    assert 1 == sum("Battles / Armed clash" in line and "armed_clash" in line for line in run().output.splitlines())
