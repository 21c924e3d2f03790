"""One run of `almenara code`: inputs to outcomes to output, with everything that is told on the way."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import click
from msgspec import Struct

from almenara.cli.batch import Batch, Outcome, Settings
from almenara.cli.output import abandon_stdout, destination
from almenara.cli.progress import Watch
from almenara.model import Language, Refusal, Unavailable


class Request(Struct, frozen=True, kw_only=True):
    """What the user asked for."""

    paths: tuple[str, ...]
    settings: Settings
    jobs: int
    format: str
    output: Path | None
    interface: Language
    bom: bool
    quiet: bool
    min_confidence: float = 0.0


def run(request: Request) -> int:
    """Code and write; the exit status: 0 all coded, 1 some refused or not written."""
    _warn_of_missing_gazetteer()
    try:
        with (
            Batch(request.settings, jobs=request.jobs) as batch,
            Watch(bar=_has_room_for_bar(request)) as watch,
            destination(request.output) as out,
        ):
            _write(request, _noting(watch.over(batch.run(request.paths), least=request.min_confidence)), out)
    except Unavailable as error:
        raise click.ClickException(f"unavailable: {error}") from error
    except BrokenPipeError:  # the reader of the pipe has gone, as `head` does: nothing is left to tell
        abandon_stdout()
        return 1 if watch.refused else 0
    except OSError as error:
        abandon_stdout()
        raise click.ClickException(f"cannot write {request.output or 'the output'}: {error.strerror or error}") from error
    _conclude(batch, watch, quiet=request.quiet)
    return 1 if watch.refused else 0


def _has_room_for_bar(request: Request) -> bool:
    """A bar would run through rows that appear on the same terminal; the rows show how far the work is."""
    return not request.quiet and (request.output is not None or not sys.stdout.isatty())


def _noting(items: Iterable[Outcome]) -> Iterator[Outcome]:
    for item in items:
        if isinstance(item, Refusal):
            click.echo(f"almenara: refused: {item.source}: {item.code}: {item.reason}", err=True)
        yield item


def _write(request: Request, items: Iterator[Outcome], out: IO[bytes]) -> None:
    from almenara.cli.formats import WRITERS, FormatOptions

    width = shutil.get_terminal_size((120, 24)).columns
    color = out.isatty() and "NO_COLOR" not in os.environ
    options = FormatOptions(interface=request.interface, width=width, color=color, bom=request.bom)
    WRITERS[request.format](items, out, options)


def _warn_of_missing_gazetteer() -> None:
    from almenara.places import gazetteer_path

    path = gazetteer_path()
    if not path.is_file():
        click.echo(f"almenara: no gazetteer at {path}: places stay without coordinates (almenara gazetteer build)", err=True)


def _conclude(batch: Batch, watch: Watch, *, quiet: bool) -> None:
    """What was passed over, always; what was done, unless `quiet`."""
    for folder in batch.empty_folders:
        click.echo(f"almenara: {folder}: no file of a kind that is read", err=True)
    if batch.skipped:
        files = "1 file" if batch.skipped == 1 else f"{batch.skipped:,} files"
        click.echo(f"almenara: skipped in folders: {files} of kinds that are not read", err=True)
    if not quiet:
        click.echo(f"almenara: {watch.summary()}", err=True)
