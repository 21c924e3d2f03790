"""The command answers at once and imports nothing heavy for it."""

import subprocess
import sys

import pytest
from click.testing import CliRunner

from almenara.cli import COMMANDS, almenara


def test_help_imports_nothing_heavy():
    """`--help` must take under 0.3 s: no parser, no tables, no extractor."""
    code = "import sys; from almenara.cli import main\ntry: main(['--help'])\nexcept SystemExit: print(sorted({m.split('.')[0] for m in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    loaded = done.stdout.splitlines()[-1]
    assert [] == [name for name in ("spacy", "numpy", "trafilatura", "pyarrow", "lxml", "rich", "jinja2") if f"'{name}'" in loaded]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str):
    """Each command loads and says what it does."""
    result = CliRunner().invoke(almenara, [name, "--help"])
    assert (0, True) == (result.exit_code, "Usage: " in result.output)
