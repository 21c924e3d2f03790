"""How fast documents are coded: python -m benchmarks.code [--articles 100] [--rounds 3] [--curve N...].

One core. Coding and the parser alone take turns over the same articles, so that their ratio survives a noisy machine;
medians and the spread over the rounds are printed. `--curve 100 1000 10000` codes files of so many articles with the
command instead and prints the cost of one. Corpus: the InSight Crime dev articles (ALMENARA_DATA/insightcrime/dev.tsv).
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

os.environ.setdefault("OMP_NUM_THREADS", "1")

from evals.corpora import need

from almenara.model import Document, Unavailable

ONE = "import time, almenara; t = time.perf_counter(); almenara.code({text!r}); print(time.perf_counter() - t)"


def articles(limit: int) -> list[str]:
    """The texts of the corpus."""
    csv.field_size_limit(10_000_000)
    with (need("insightcrime") / "dev.tsv").open(encoding="utf-8") as lines:
        return [row[0] for row in csv.reader(lines, delimiter="\t")][:limit]


def throughput(texts: list[str], rounds: int) -> dict[str, float]:
    """Words a second of coding, and its time as a ratio to parsers alone."""
    from almenara import language
    from almenara.coding import code
    from almenara.places import installed

    documents = [Document(id="0" * 64, text=text, language="en") for text in texts]
    gazetteer, reader = installed(), language.load("en")
    runs: dict[str, Callable[[], Any]] = {
        "coding": lambda: [code(d, gazetteer=gazetteer) for d in documents],
        "reader alone": lambda: [reader.parse(d) for d in documents],
        **_spacy(texts),
    }
    code(documents[0], gazetteer=gazetteer)
    times = {name: [] for name in runs}  # type: dict[str, list[float]]
    for _ in range(rounds):
        for name, run in runs.items():
            began = time.process_time()
            run()
            times[name].append(time.process_time() - began)
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} articles, {words / len(texts):.0f} words on average, {rounds} rounds")
    for name, taken in times.items():
        ratios = [c / t for c, t in zip(times["coding"], taken, strict=True)]
        print(
            f"  {name:22}{words / median(taken):8.0f} words/s ({words / max(taken):.0f} to {words / min(taken):.0f})"
            f"  coding takes {median(ratios):.2f} times as long ({min(ratios):.2f} to {max(ratios):.2f})"
        )
    return {"words_per_s": words / median(times["coding"])}


def _spacy(texts: list[str]) -> dict[str, Callable[[], Any]]:
    """The medium English pipeline of spaCy, as published and with only what was read of it, where it is installed."""
    import spacy

    from almenara.language.pipelines import folder, pipeline

    try:
        whole, trimmed = spacy.load(folder("en")), pipeline("en")
    except Unavailable as absent:
        print(f"no spaCy pipeline to compare with: {absent}")
        return {}
    return {"spaCy as published": lambda: list(whole.pipe(texts)), "spaCy trimmed": lambda: list(trimmed.pipe(texts))}


class Cost(NamedTuple):
    """What a command took: seconds on the wall, seconds of processor, most MiB resident."""

    wall: float
    cpu: float
    peak: float


def start_up(text: str) -> None:
    """Seconds from nothing to a first coding, and to `--help`."""
    first = cost([sys.executable, "-c", ONE.format(text=text)])
    helped = min(cost([sys.executable, "-m", "almenara", "--help"]).wall for _ in range(5))
    print(f"start-up to first coding {first.wall:.2f} s ({first.cpu:.2f} s of processor), --help {helped:.3f} s (best of 5)")


def jobs(texts: list[str]) -> None:
    """One worker against two over the same file, long enough that start-up counts little."""
    one, two = (coded(4 * texts, workers) for workers in (1, 2))
    print(f"--jobs 1 {one.wall:.1f} s, --jobs 2 {two.wall:.1f} s: {one.wall / two.wall:.2f} times as fast")
    print(f"resident memory of one worker at most {one.peak:.0f} MiB")


def curve(texts: list[str], sizes: Sequence[int]) -> None:
    """The cost of an article as a file grows."""
    for size in sizes:
        took = coded([texts[i % len(texts)] for i in range(size)], 1)
        each = f"{1000 * took.cpu / size:7.1f} ms of processor each ({1000 * took.wall / size:.1f} on the wall)"
        print(f"{size:6} articles  {each}  {took.peak:6.0f} MiB at most", flush=True)


def coded(texts: list[str], workers: int) -> Cost:
    """The cost of the command over a JSONL file of texts."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "in.jsonl", Path(folder) / "out.jsonl"
        lines = (json.dumps({"id": str(i), "language": "en", "text": text}) + "\n" for i, text in enumerate(texts))
        source.write_text("".join(lines), "utf-8")
        return cost([sys.executable, "-m", "almenara", "code", "--quiet", "-j", str(workers), "-o", str(out), str(source)])


def cost(command: list[str]) -> Cost:
    """Run a command that must succeed."""
    began = time.perf_counter()
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    assert running.returncode == 0, f"{command} ended with {running.returncode}"
    return Cost(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--curve", type=int, nargs="*", metavar="N", help="numbers of articles, e.g. 100 1000 10000")
    chosen = parser.parse_args()
    texts = articles(chosen.articles)
    if chosen.curve:
        curve(texts, chosen.curve)
        return
    start_up(texts[0])
    jobs(texts)  # before this process grows: a child's peak counts what its parent held when it was made
    throughput(texts, chosen.rounds)


if __name__ == "__main__":
    main()
