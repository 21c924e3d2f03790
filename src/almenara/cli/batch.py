"""Many inputs in order, by one process or several; one that kills its worker is refused, the others go on."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from almenara.cli.work import Settings, Task, name_of, opened, run
from almenara.model import Coding, Refusal
from almenara.sources import Item, walk

ENDING = (signal.SIGINT, signal.SIGTERM)
AHEAD = 4  # tasks in hand per worker: enough to keep it busy, few enough for constant memory

Outcome = Coding | Refusal
Step = tuple[int, int | None, Outcome]  # inputs done, inputs in all (None where unknown), what came of one


class Batch:
    """Codes inputs in the order given. A context manager: leaving it stops the workers."""

    def __init__(self, settings: Settings, *, jobs: int = 1) -> None:
        self.settings = settings
        self.jobs = jobs
        self._pool: ProcessPoolExecutor | None = None
        self._total: int | None = None
        self.skipped = 0  # files in folders, of kinds that are not read
        self.empty_folders: list[str] = []  # folders named by the user in which nothing is read

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=kind is None, cancel_futures=True)
            if kind is not None:  # Python would wait at its end for what the workers have in hand
                for worker in multiprocessing.active_children():
                    worker.terminate()

    def run(self, paths: Iterable[str]) -> Iterator[Step]:
        """Every coding and refusal, with how far the work is."""
        items = [item for path in paths for item in self._found(path)]
        self._total = None if any(isinstance(i, Item) and i.is_container for i in items) else len(items)
        results = self._alone(items) if self.jobs == 1 else self._shared(items)
        for done, outcomes in enumerate(results, 1):
            for outcome in outcomes:
                yield done, self._total, outcome

    def _found(self, path: str) -> list[Item | Refusal]:
        walked = walk([path], max_bytes=self.settings.max_bytes)
        items = list(walked)
        self.skipped += walked.skipped
        if not items:
            self.empty_folders.append(path)
        return items

    def _alone(self, items: Iterable[Item | Refusal]) -> Iterator[Iterable[Outcome]]:
        for task in self._tasks(items):
            yield [task] if isinstance(task, Refusal) else run(task, self.settings)

    def _tasks(self, items: Iterable[Item | Refusal]) -> Iterator[Task | Refusal]:
        """Files as they are, containers document by document."""
        for item in items:
            if isinstance(item, Item) and item.is_container:
                yield from opened(item, self.settings)
            else:
                yield item

    def _shared(self, items: Iterable[Item | Refusal]) -> Iterator[Iterable[Outcome]]:
        waiting: deque[tuple[Task | Refusal, Future[list[Outcome]] | None]] = deque()
        for task in self._tasks(items):
            waiting.append((task, None if isinstance(task, Refusal) else self._submit(task)))
            if len(waiting) >= self.jobs * AHEAD:
                yield self._take(waiting)
        while waiting:
            yield self._take(waiting)

    def _submit(self, task: Task) -> Future[list[Outcome]]:
        if self._pool is None:
            self._pool = _workers(self.jobs)
        try:
            with _undisturbed():
                return self._pool.submit(run, task, self.settings)
        except BrokenProcessPool:  # found out now, told when the result is taken
            self._pool = _workers(self.jobs)
            return self._pool.submit(run, task, self.settings)

    def _take(self, waiting: deque[tuple[Task | Refusal, Future[list[Outcome]] | None]]) -> Iterable[Outcome]:
        task, future = waiting.popleft()
        if isinstance(task, Refusal) or future is None:
            return [task] if isinstance(task, Refusal) else []
        try:
            return future.result()
        except BrokenProcessPool:
            return self._again(task)

    def _again(self, task: Task) -> list[Outcome]:
        """A task of a pool that died, run by itself: the culprit dies again, alone."""
        with _workers(1) as lone:
            try:
                return lone.submit(run, task, self.settings).result()
            except BrokenProcessPool:
                return [
                    Refusal(
                        source=name_of(task), code="crashed", reason="its worker died twice (memory, or a fault of a library)"
                    )
                ]


def _workers(jobs: int) -> ProcessPoolExecutor:
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # one core a worker: threads of a library would fight for it
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context(method), initializer=_die_quietly)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Holds back signals while workers are forked: one amid that would leave a worker that nobody knows of."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _die_quietly() -> None:
    """Ctrl-C reaches every process of a terminal; a worker ends at once and leaves the telling to the one that began."""
    for number in ENDING:
        signal.signal(number, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)  # held back when it was forked


__all__ = ["Batch", "Outcome", "Settings", "Step"]
