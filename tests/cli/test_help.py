"""The command answers at once and imports nothing heavy for it."""

import subprocess
import sys

import pytest
from click.testing import CliRunner

from almenara.cli import COMMANDS, almenara

HEAVY = {"spacy", "numpy", "trafilatura", "pyarrow", "lxml", "rich", "jinja2"}
SCRIPT = """
import sys
from almenara.cli import main
try:
    main(["--help"])
except SystemExit:
    print(*{m.split(".")[0] for m in sys.modules})
"""


def test_help_imports_nothing_heavy():
    """`--help` must take under 0.3 s: no parser, no tables, no extractor."""
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)  # noqa: S603
    assert set() == HEAVY & set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str):
    """Each command loads and says what it does."""
    result = CliRunner().invoke(almenara, [name, "--help"])
    assert (0, True) == (result.exit_code, "Usage: " in result.output)
