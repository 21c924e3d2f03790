"""How fast documents are coded: python -m benchmarks.code [--articles 100] [--rounds 3] [--curve].

One core. Coding and the parser alone take turns over the same articles, so that their ratio survives a noisy machine;
medians and the spread over the rounds are printed. `--curve` codes 100 to 10,000 articles through the command and prints
the cost of one. Corpus: the InSight Crime dev articles (ALMENARA_DATA/insightcrime/dev.tsv).
"""

import argparse
import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

from evals.corpora import need

from almenara.model import Document

ONE = "import time, almenara; t = time.perf_counter(); almenara.code({text!r}); print(time.perf_counter() - t)"


def articles(limit: int) -> list[str]:
    """The texts of the corpus."""
    csv.field_size_limit(10_000_000)
    with (need("insightcrime") / "dev.tsv").open(encoding="utf-8") as lines:
        return [row[0] for row in csv.reader(lines, delimiter="\t")][:limit]


def throughput(texts: list[str], rounds: int) -> dict[str, float]:
    """Words a second of coding, and its time as a ratio to two parsers alone."""
    from almenara.coding import code
    from almenara.language.pipelines import pipeline
    from almenara.places import installed

    documents = [Document(id="0" * 64, text=text, language="en") for text in texts]
    gazetteer, trimmed, whole = installed(), pipeline("en"), _whole_pipeline()
    runs: dict[str, Callable[[], Any]] = {
        "coding": lambda: [code(d, gazetteer=gazetteer) for d in documents],
        "parser as published": lambda: list(whole.pipe(texts)),
        "parser as used": lambda: list(trimmed.pipe(texts)),
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


def _whole_pipeline() -> Any:
    import spacy

    from almenara.language.pipelines import folder

    return spacy.load(folder("en"))


def start_up(text: str) -> None:
    """Seconds from nothing to a first coding, and to `--help`."""
    first = _timed([sys.executable, "-c", ONE.format(text=text)])
    helped = min(_timed([sys.executable, "-m", "almenara", "--help"]) for _ in range(5))
    print(f"start-up to first coding {first:.2f} s, --help {helped:.3f} s (best of 5)")


def _timed(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def jobs(texts: list[str]) -> None:
    """One worker against two over the same file."""
    one, two = (_command(texts, n)[0] for n in (1, 2))
    print(f"--jobs 1 {one:.1f} s, --jobs 2 {two:.1f} s: {one / two:.2f} times as fast")


def curve(texts: list[str]) -> None:
    """The cost of an article as a file grows."""
    for size in (100, 300, 1000, 3000, 10_000):
        took, peak = _command([texts[i % len(texts)] for i in range(size)], 1)
        print(f"{size:6} articles  {1000 * took / size:7.1f} ms each  {peak / 1024:6.0f} MiB at most")


def _command(texts: list[str], workers: int) -> tuple[float, float]:
    """Seconds and peak KiB of the command over a JSONL file of texts."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        source.write_text(
            "".join(json.dumps({"id": str(i), "language": "en", "text": t}) + "\n" for i, t in enumerate(texts)), "utf-8"
        )
        command = [
            sys.executable,
            "-m",
            "almenara",
            "code",
            "--quiet",
            "-j",
            str(workers),
            "-o",
            str(Path(folder) / "out.jsonl"),
            str(source),
        ]
        took = _timed(command)
    return took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--curve", action="store_true")
    chosen = parser.parse_args()
    texts = articles(chosen.articles)
    start_up(texts[0])
    throughput(texts, chosen.rounds)
    print(f"resident memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    jobs(texts)
    if chosen.curve:
        curve(texts)


if __name__ == "__main__":
    main()
