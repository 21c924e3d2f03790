"""`almenara code`: files in, codings out."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from almenara.cli.batch import Batch, Settings
from almenara.cli.output import destination
from almenara.cli.progress import watched
from almenara.model import Language, Refusal, Unavailable

FORMATS = ("jsonl", "table", "csv", "geojson", "html", "parquet")


@click.command("code")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-f", "--format", "format_", type=click.Choice(FORMATS), help="jsonl, or table on a terminal, unless -o says otherwise."
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write here instead of standard output.")
@click.option("-j", "--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Worker processes.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="Publication date of every file that names none.")
@click.option("--outlet", help="Outlet of every file that names none.")
@click.option("--language", type=click.Choice(["en", "es"]), help="Language of every file, instead of identifying it.")
@click.option("--max-bytes", type=click.IntRange(min=1), default=20_971_520, show_default=True, help="Largest input read.")
@click.option("--interface", type=click.Choice(["en", "es"]), default="en", show_default=True, help="Language of labels.")
@click.option("--open", "opens", is_flag=True, help="Open the written page, or print its address where there is no screen.")
@click.option("--quiet", is_flag=True, help="No progress; refusals are still named.")
def command(paths: tuple[str, ...], **options: Any) -> None:
    """Code files, folders or - (standard input).

    Reads .html .htm .txt .md .json .jsonl .csv .eml .pdf .warc .warc.gz .wacz, compressed or not. A folder gives all
    its files of these kinds. Exit status: 0 all coded, 1 some refused (each named on standard error and in the
    output), 2 usage.
    """
    if options["opens"] and not options["output"]:
        raise click.UsageError("--open needs a file to open: add -o FILE")
    settings = _settings(options)
    format_ = options["format_"] or _guess_format(options["output"])
    refused: list[Refusal] = []
    try:
        with Batch(settings, jobs=options["jobs"]) as batch:
            items = _noting(watched(batch.run(paths), quiet=options["quiet"]), refused)
            with destination(options["output"]) as out:
                _write(format_, items, out, options["interface"])
    except Unavailable as error:
        raise click.ClickException(f"unavailable: {error}") from error
    except BrokenPipeError:
        sys.stderr.close()  # the reader of the pipe has gone: nothing is left to tell
    if options["opens"]:
        _show(options["output"])
    sys.exit(1 if refused else 0)


def _settings(options: dict[str, Any]) -> Settings:
    published = options["published"]
    return Settings(
        published=published.date().isoformat() if published else None,
        outlet=options["outlet"],
        language=options["language"],
        max_bytes=options["max_bytes"],
    )


def _guess_format(output: Path | None) -> str:
    """By the ending of the file; for a person at a terminal a table, else JSON lines."""
    endings = {".jsonl": "jsonl", ".csv": "csv", ".geojson": "geojson", ".html": "html", ".htm": "html", ".parquet": "parquet"}
    if output:
        return endings.get(output.suffix.lower(), "jsonl")
    return "table" if sys.stdout.isatty() else "jsonl"


def _noting(items: Iterator[Any], refused: list[Refusal]) -> Iterator[Any]:
    for item in items:
        if isinstance(item, Refusal):
            refused.append(item)
            click.echo(f"almenara: refused: {item.source}: {item.code}: {item.reason}", err=True)
        yield item


def _write(format_: str, items: Iterator[Any], out: Any, interface: Language) -> None:
    from almenara.cli.formats import WRITERS, FormatOptions

    width = _terminal_width()
    WRITERS[format_](items, out, FormatOptions(interface=interface, width=width, color=out.isatty()))


def _show(page: Path) -> None:
    """Open a page in the user's browser; where there is no screen, say where it lies."""
    import os
    import webbrowser

    address = page.resolve().as_uri()
    has_screen = sys.platform in {"darwin", "win32"} or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not (has_screen and webbrowser.open(address)):
        click.echo(f"open {address}", err=True)


def _terminal_width() -> int:
    import shutil

    return shutil.get_terminal_size((120, 24)).columns
