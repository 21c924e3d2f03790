"""How far long work is: a bar for a person at a terminal while it runs, one line when it is done; both on standard error."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Self

from almenara.model import Coding, Refusal

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

Outcome = Coding | Refusal


class Watch:
    """Counts what passes through it. A context manager: leaving it takes the bar away, whatever happened."""

    def __init__(self, *, bar: bool) -> None:
        self.coded = 0
        self.refused = 0
        self.unsure = 0  # values left out as less sure than wished
        self._began = time.monotonic()
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._stack = ExitStack()
        self._wanted = bar and sys.stderr.isatty()

    def __enter__(self) -> Self:
        if self._wanted:
            self._bar = self._stack.enter_context(_drawn())
            self._task = self._bar.add_task("loading", total=None, refused="")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stack.close()

    def over(self, steps: Iterable[tuple[int, int | None, Outcome]], *, least: float = 0.0) -> Iterator[Outcome]:
        """The outcomes of (inputs done, inputs in all, outcome), codings without what has a confidence below `least`."""
        for done, total, item in steps:
            self.refused += isinstance(item, Refusal)
            self.coded += isinstance(item, Coding)
            if self._bar is not None and self._task is not None:
                told = f"{self.refused:,} refused" if self.refused else ""
                self._bar.update(self._task, description="coding", completed=done, total=total, refused=told)
            yield self._sure(item, least) if least and isinstance(item, Coding) else item

    def _sure(self, coding: Coding, least: float) -> Coding:
        from almenara.coding.confidence import at_least

        kept, dropped = at_least(coding, least)
        self.unsure += dropped
        return kept

    def summary(self) -> str:
        """What was done, on one line."""
        seconds = time.monotonic() - self._began
        documents = "1 document" if self.coded == 1 else f"{self.coded:,} documents"
        unsure = f", {self.unsure:,} unsure values left out" if self.unsure else ""
        return f"{documents} coded, {self.refused:,} refused{unsure}, {seconds:.1f} s"


def _drawn() -> "Progress":
    """The bar. Standard output stays as it is: it may be the pipe that the codings go into."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[refused]}"),
        console=Console(stderr=True),
        transient=True,
        refresh_per_second=4,
        redirect_stdout=False,
    )
