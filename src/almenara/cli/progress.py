"""Progress on long work, on standard error and only for a person at a terminal."""

import sys
import time
from collections.abc import Iterator
from typing import TypeVar

from almenara.model import Refusal

T = TypeVar("T")
PATIENCE = 1.0  # seconds before a bar appears: short work needs none


def watched(items: Iterator[tuple[int, int | None, T]], *, quiet: bool = False) -> Iterator[T]:
    """The items of (done, total, item), with a bar of files done, rate and time left."""
    if quiet or not sys.stderr.isatty():
        yield from (item for _, _, item in items)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("coding"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[refused]} refused"),
        TimeRemainingColumn(),
    )
    began, refused, shown = time.monotonic(), 0, False
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task("coding", total=None, refused=0)
        for done, total, item in items:
            refused += isinstance(item, Refusal)
            bar.update(task, completed=done, total=total, refused=refused)
            shown = shown or time.monotonic() - began > PATIENCE
            if shown:
                bar.refresh()
            yield item
