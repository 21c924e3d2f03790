"""The documentation says what is so."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from almenara.cli import almenara
from docs import generate

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    p for pattern in ("*.md", "docs/**/*.md", "evals/*.md", "benchmarks/*.md", "samples/*.md") for p in ROOT.glob(pattern)
)
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
FENCE = re.compile(r"^```sh\n(.*?)^```", re.M | re.S)


def commands() -> Iterator[tuple[str, list[str]]]:
    """Every call of `almenara` in a shell example, with the page it stands on."""
    for page in PAGES:
        for block in FENCE.findall(page.read_text("utf-8")):
            for line in block.splitlines():
                words = shlex.split(line, comments=True)
                if words and words[0].split("/")[-1] == "almenara":
                    yield page.name, words[1:]


def test_the_generated_reference_is_up_to_date():
    """What `make docs` would write is what lies there."""
    assert [] == [n for n, page in generate.pages().items() if (generate.HERE / n).read_text("utf-8") != page]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path):
    """No page links to a file that is not there."""
    targets = [t for t in LINK.findall(page.read_text("utf-8")) if "://" not in t and not t.startswith("mailto:")]
    assert [] == [t for t in targets if not (page.parent / t).exists()]


@pytest.mark.parametrize(("page", "words"), list(commands()), ids=lambda v: v if isinstance(v, str) else " ".join(v))
def test_commands_in_the_docs_exist(page: str, words: list[str]):
    """Every command shown parses: names, options and values are real."""
    command: click.Command = almenara
    context = click.Context(almenara, info_name="almenara")
    while isinstance(command, click.Group):
        inner = command.get_command(context, words[0])
        assert inner is not None, f"{page}: no command {words[0]}"
        command, words = inner, words[1:]
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)} | {"--help"}
    assert [] == [w for w in words if w.startswith("-") and w != "-" and w.split("=")[0] not in known]


def test_every_dependency_has_its_reason():
    """docs/dependencies.md names each package of pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [d for group in (project["dependencies"], *project["optional-dependencies"].values()) for d in group]
    names = {re.split(r"[<>=\[ ]", d)[0] for d in wanted} - {"almenara"}
    told = (ROOT / "docs/dependencies.md").read_text("utf-8")
    assert [] == sorted(n for n in names if n not in told)


def test_every_setting_is_told():
    """Each environment variable that the product reads stands in the reference."""
    told = (ROOT / "docs/reference/settings.md").read_text("utf-8")
    sources = "".join(p.read_text("utf-8") for p in (ROOT / "src").rglob("*.py"))
    assert [] == sorted(v for v in set(re.findall(r"ALMENARA_[A-Z]+", sources)) if v not in told)


def test_every_shipped_data_folder_has_its_licence():
    """docs/data.md names each folder of data in the package."""
    told = (ROOT / "docs/data.md").read_text("utf-8")
    package = ROOT / "src" / "almenara"
    folders = {p.relative_to(package).as_posix() for p in package.rglob("data") if p.is_dir()}
    assert [] == sorted(f for f in folders if f"`{f}" not in told)


def test_every_code_is_explained():
    """Each code that the product raises or refuses with stands in the reference."""
    told = (ROOT / "docs/reference/codes.md").read_text("utf-8")
    sources = "".join(p.read_text("utf-8") for p in (ROOT / "src").rglob("*.py"))
    raised = set(re.findall(r'(?:Refused|Unavailable|AlmenaraError)\(\s*"([a-z_]+)"|code="([a-z_]+)"', sources))
    codes = {a or b for a, b in raised}
    assert [] == sorted(c for c in codes if f"`{c}`" not in told)
