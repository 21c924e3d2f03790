"""Whether confidence means something: python -m evals.calibration [--plot FILE] [--points].

Codes the gold articles and prints, for each kind of value and each language, the expected calibration error (ECE): values are
cut into ten bins of equal size by their confidence, and the gap between the mean confidence and the share that is right is
averaged. Right is what the scorer gives to a value of the gold. `noise` is the ECE that confidences which are exactly true
would show on as many values. `--points` prints precision and recall at rising confidence, `--plot` draws them as SVG.
"""

import argparse
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from almenara.scoring import fingerprint, read_gold
from evals.coded import by_source, code
from evals.corpora import need
from evals.curves import svg
from evals.rights import rights, value_at

KINDS = ("event", "participant", "place", "date", "count", "claim", "forecast", "figure", "any")
BINS, DRAWS = 10, 400
LEVELS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
ENOUGH = 100  # values below which an error is all noise and nothing is pinned
Array = NDArray[np.float64]


class Judged(NamedTuple):
    """The confidences of the values of one kind, which of them are right, and how many the gold holds."""

    confidence: Array
    right: Array
    gold: int


def ece(confidence: Array, right: Array, bins: int = BINS) -> float:
    """Expected calibration error over bins of equal size; 0 for no values."""
    order = np.argsort(confidence, kind="stable")
    parts = [p for p in np.array_split(order, bins) if len(p)]
    gaps = [abs(confidence[p].mean() - right[p].mean()) * len(p) for p in parts]
    return float(sum(gaps) / max(len(order), 1))


def noise(confidence: Array) -> float:
    """The mean error that confidences which are exactly true would show."""
    draw = np.random.default_rng(0)
    return float(np.mean([ece(confidence, (draw.random(len(confidence)) < confidence).astype(float)) for _ in range(DRAWS)]))


def points(judged: Judged, levels: Sequence[float] = LEVELS) -> list[tuple[float, float, float]]:
    """(least confidence, precision, recall) of what is kept at each level that keeps anything."""
    out = []
    for level in levels:
        kept = judged.right[judged.confidence >= level]
        if len(kept):
            out.append((level, float(kept.mean()), float(kept.sum() / max(judged.gold, 1))))
    return out


def judged_of(golds: Mapping[str, Any], codings: Mapping[str, Any]) -> dict[tuple[str, str], Judged]:
    """By kind and language (en, es, all) what was said with which confidence; kinds without one are left out.

    The kind `any` is all of them together.
    """
    said: dict[tuple[str, str], list[tuple[float, bool]]] = defaultdict(list)
    wanted: dict[tuple[str, str], int] = defaultdict(int)
    for name, gold in golds.items():
        for lang in ("all", gold["language"]):
            for kind, n in sizes(gold).items():
                wanted[kind, lang] += n
                wanted["any", lang] += n
        if name not in codings:
            continue
        for kind, where, right in rights(codings[name], gold):
            value = value_at(codings[name], kind, where)
            if "confidence" in value:
                for key in product((kind, "any"), ("all", gold["language"])):
                    said[key].append((value["confidence"], right))
    return {key: _judged(pairs, wanted[key]) for key, pairs in said.items()}


def _judged(pairs: Sequence[tuple[float, bool]], gold: int) -> Judged:
    return Judged(np.array([c for c, _ in pairs]), np.array([float(r) for _, r in pairs]), gold)


def sizes(gold: Mapping[str, Any]) -> dict[str, int]:
    """How many values of each kind a gold coding holds."""
    hanging = {"participant": "participants", "place": "places", "count": "counts"}
    out = {kind: sum(len(e.get(name) or []) for e in gold["events"]) for kind, name in hanging.items()}
    out["date"] = sum(bool((e.get("date") or {}).get("start")) for e in gold["events"])
    return out | {"event": len(gold["events"])} | {k: len(gold[f"{k}s"]) for k in ("claim", "forecast", "figure")}


def measured(folder: Path) -> dict[tuple[str, str], Judged]:
    """The judged values of the gold articles."""
    codings, _ = code(sorted((folder / "docs").glob("*.json")))
    return judged_of(read_gold(folder / "codings"), by_source(codings))


def pinned(folder: Path) -> dict[str, float]:
    """The figures with a floor: 1 - ECE of both languages together, of the kinds with values enough to tell."""
    found = {kind: judged for (kind, lang), judged in measured(folder).items() if lang == "all"}
    return {f"{kind}.calibrated": 1 - ece(j.confidence, j.right) for kind, j in found.items() if len(j.right) >= ENOUGH}


def table(found: Mapping[tuple[str, str], Judged]) -> list[str]:
    """One line a kind and language."""
    out = [f"{'kind':12} lang {'values':>6} {'right':>6} {'mean':>6} {'ECE':>6} {'noise':>6}"]
    for kind in KINDS:
        for lang in ("all", "en", "es"):
            if j := found.get((kind, lang)):
                numbers = (j.right.mean(), j.confidence.mean(), ece(j.confidence, j.right), noise(j.confidence))
                out.append(f"{kind:12} {lang:4} {len(j.right):6} " + " ".join(f"{n:6.3f}" for n in numbers))
    return out


def main() -> None:
    """Print the table, and what else is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--points", action="store_true")
    options = parser.parse_args()
    folder = need("gold")
    found = measured(folder)
    print(f"corpus gold {fingerprint(folder)}", *table(found), sep="\n")
    for (kind, lang), judged in sorted(found.items()) if options.points else ():
        print(f"{kind} {lang}", *(f"  {level:.1f}: P {p:.3f} R {r:.3f}" for level, p, r in points(judged)), sep="\n")
    if options.plot:
        fine = tuple(np.arange(0, 1, 0.02).tolist())
        curves = {kind: [(r, p) for _, p, r in points(found[kind, "all"], fine)] for kind in KINDS if (kind, "all") in found}
        options.plot.write_text(svg(curves, ("recall", "precision")), "utf-8")


if __name__ == "__main__":
    main()
