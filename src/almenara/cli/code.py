"""`almenara code`: files in, codings out."""

import sys
from pathlib import Path
from typing import Any

import click

from almenara.cli.output import check
from almenara.cli.run import Request, run
from almenara.cli.work import Settings

ENDINGS = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".geojson": "geojson",
    ".html": "html",
    ".htm": "html",
    ".parquet": "parquet",
}
UNREADABLE = ("html", "parquet")
FORMATS = ("jsonl", "table", "csv", "geojson", "html", "parquet")


@click.command("code")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-f", "--format", "format_", type=click.Choice(FORMATS), help="jsonl, or table on a terminal, unless -o says otherwise."
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output.")
@click.option("-j", "--jobs", type=click.IntRange(1, 64), default=1, show_default=True, metavar="N", help="Worker processes.")
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Publication date of every file that names none.",
)
@click.option("--outlet", help="Outlet of every file that names none.")
@click.option("--language", type=click.Choice(["en", "es"]), help="Language of every file, instead of identifying it.")
@click.option(
    "--max-bytes",
    type=click.IntRange(min=1),
    default=20_971_520,
    show_default=True,
    metavar="N",
    help="Largest input read.",
)
@click.option(
    "--bom/--no-bom",
    default=None,
    help="Lead CSV with the mark by which Excel knows UTF-8; without either, only in a file (-o).",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="X",
    help="Leave out what is less sure, from 0 to 1: events with all that hangs on them, participants, places, claims, ...",
)
@click.option("--interface", type=click.Choice(["en", "es"]), default="en", show_default=True, help="Language of labels.")
@click.option("--open", "opens", is_flag=True, help="Open the written page, or print its address where there is no screen.")
@click.option("--quiet", is_flag=True, help="No progress, no summary; refusals and warnings are still told.")
def command(paths: tuple[str, ...], **options: Any) -> None:
    """Code files, folders or - (standard input).

    Reads .html .htm .txt .md .json .jsonl .csv .eml .pdf .warc .warc.gz .wacz, compressed or not. A folder gives all
    its files of these kinds. Exit status: 0 all coded, 1 some refused (each named on standard error and in the
    output), 2 usage.
    """
    output = options["output"]
    if options["opens"] and not output:
        raise click.UsageError("--open needs a file to open: add -o FILE")
    check(output)
    request = Request(
        paths=paths,
        settings=_settings(options),
        jobs=options["jobs"],
        format=_format(options["format_"], output),
        output=output,
        interface=options["interface"],
        bom=bool(output) if options["bom"] is None else options["bom"],
        min_confidence=options["min_confidence"],
        quiet=options["quiet"],
    )
    status = run(request)
    if options["opens"]:
        _show(output)
    sys.exit(status)


def _settings(options: dict[str, Any]) -> Settings:
    published = options["published"]
    return Settings(
        published=published.date().isoformat() if published else None,
        outlet=options["outlet"],
        language=options["language"],
        max_bytes=options["max_bytes"],
    )


def _format(said: str | None, output: Path | None) -> str:
    """As said, else by the ending of the file, else for a person at a terminal a table; what contradicts is refused."""
    if output is None or str(output) == "-":
        chosen = said or ("table" if sys.stdout.isatty() else "jsonl")
        if chosen in UNREADABLE and sys.stdout.isatty():
            raise click.UsageError(f"{chosen} is not for reading on a terminal: add -o FILE")
        return chosen
    ending = output.suffix.lower()
    named = ENDINGS.get(ending)
    if said and named and said != named:
        raise click.UsageError(f"--format {said} and the ending of {output} ({named}) contradict each other")
    if not said and not named and ending not in {"", ".json"}:
        click.echo(f"almenara: {output}: the ending {ending} names no format; writing JSON lines (--format)", err=True)
    return said or named or "jsonl"


def _show(page: Path) -> None:
    """Open a page in the user's browser; where there is no screen, say where it lies."""
    import os
    import webbrowser

    address = page.resolve().as_uri()
    has_screen = sys.platform in {"darwin", "win32"} or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not (has_screen and webbrowser.open(address)):
        click.echo(f"open {address}", err=True)
