"""`almenara doctor`: what is installed, and whether a smoke page codes right."""

import hashlib
import platform
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import NamedTuple

import click

from almenara.model import AlmenaraError, Coding

LIBRARIES = ("msgspec", "numpy", "onnxruntime", "spacy", "trafilatura", "pypdf", "pyarrow", "simplemma", "py3langid")
PUBLISHED = "2026-02-27"


class Finding(NamedTuple):
    """One thing looked at: whether it is well, and what there is or what to do."""

    name: str
    well: bool
    says: str


@click.command("doctor")
def command() -> None:
    """Say what is installed, which models, whether the gazetteer is built and whether a smoke page codes right.

    Exit status 0 when all is well, 1 otherwise, with what to do beside each fault.
    """
    findings = []
    for finding in _findings():
        mark = click.style("ok  ", fg="green") if finding.well else click.style("FAIL", fg="red", bold=True)
        click.echo(f"{mark} {finding.name:24} {finding.says}")
        findings.append(finding)
    sys.exit(0 if all(f.well for f in findings) else 1)


def _findings() -> Iterator[Finding]:
    yield Finding("almenara", True, f"{version('almenara')} on Python {platform.python_version()}, {platform.system()}")
    for library in LIBRARIES:
        yield _library(library)
    yield from _reader()
    yield _looked("gazetteer", _gazetteer)
    yield _looked("smoke page", _smoke)


def _reader() -> Iterator[Finding]:
    """The reader that the settings choose, and what it reads with."""
    from almenara.language import choice

    try:
        named = choice.chosen()
    except AlmenaraError as error:
        yield Finding("reader", False, str(error))
        return
    if named == "spacy":
        yield _looked("English pipeline", _pipeline("en"))
        yield _looked("Spanish pipeline", _pipeline("es"))
    else:
        yield _looked("reader", _model)


def _model() -> str:
    """The file of the reader's model and the first digits of its fingerprint, for a report of a fault."""
    from almenara.language import choice, network

    folder = choice.model_folder()
    network.need(folder)
    content = (folder / "reader.onnx").read_bytes()
    return f"onnx, {len(content) / 1e6:.1f} MB, sha256 {hashlib.sha256(content).hexdigest()[:12]}"


def _library(name: str) -> Finding:
    try:
        return Finding(name, True, version(name))
    except PackageNotFoundError:
        return Finding(name, False, "not installed: install almenara again (make install)")


def _looked(name: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(name, True, look())
    except AlmenaraError as error:
        return Finding(name, False, str(error))


def _pipeline(language: str) -> Callable[[], str]:
    def look() -> str:
        from almenara.language.pipelines import PACKAGES, folder

        folder(language)
        return f"{PACKAGES[language]} {version(PACKAGES[language])}"

    return look


def _gazetteer() -> str:
    from almenara.places import Gazetteer, gazetteer_path

    info = Gazetteer(gazetteer_path()).info()
    return f"{int(info['places']):,} places, {int(info['names']):,} names, built {info['built']}"


def _smoke() -> str:
    import almenara

    text = files("almenara.cli").joinpath("data/smoke.txt").read_text("utf-8")
    coding = almenara.code(text, name="smoke.txt", published=PUBLISHED)
    missing = [what for what, found in _expected(coding).items() if not found]
    if missing:
        raise AlmenaraError("smoke", f"the smoke page lacks: {', '.join(missing)}")
    found = {"events": coding.events, "claims": coding.claims, "forecasts": coding.forecasts}
    return f"all there that should be ({', '.join(f'{name}: {len(values)}' for name, values in found.items())})"


def _expected(coding: Coding) -> dict[str, bool]:
    """What the smoke page must yield, by name."""
    measures = [e.measure for e in coding.events if e.act == "state_of_emergency" and e.measure]
    acts = {e.act for e in coding.events}
    return {
        "the state of emergency": bool(measures),
        "its 45 days from 3 March to 16 April": any(
            (m.days, m.start, m.end) == (45, "2026-03-03", "2026-04-16") for m in measures
        ),
        "the seizure": "seizure" in acts,
        "the arrest": "arrest" in acts,
        "the minister's claim": any("Quispe" in c.speaker.name for c in coding.claims),
        "the forecast": bool(coding.forecasts),
    }
