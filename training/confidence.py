"""Fit and measure the confidences of everything that is coded.

    python training/confidence.py [--data DIR] [--cache DIR] [--codings FILE]

Codes DIR/train with models that have not seen it (crossfit.py; or takes what that has written to FILE), asks the scorer which
values are right, fits a logistic regression a kind over the signals of `almenara.coding.confidence`, prints the expected
calibration error of confidences by regressions that have not seen the document, and writes the weights into the package.
About two minutes on one core.
"""

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from annotated import load
from crossfit import crossfit
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from almenara.coding.confidence import signals
from almenara.coding.confidence.calibrate import KINDS
from almenara.coding.confidence.signals import Signals
from almenara.model import Coding

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the evals are not installed
from evals.calibration import Judged, judged_of, table  # noqa: E402
from evals.rights import rights  # noqa: E402

OUT = ROOT / "src/almenara/coding/confidence/data/confidence.json"
SEED, FOLDS, MIN_COUNT = 7, 5, 8
STRENGTH = {
    "event": 0.1,
    "participant": 0.1,
    "place": 0.1,
    "date": 0.1,
    "count": 0.1,
    "claim": 0.1,
    "forecast": 0.05,
    "figure": 0.05,
}
Weights = dict[str, float]


class Row(NamedTuple):
    """One value as an example."""

    document: str
    language: str
    signals: Signals
    right: bool


def rows_of(
    kind: str, codings: Mapping[str, Coding], golds: Mapping[str, Any], sure: Mapping[tuple[str, int], float]
) -> list[Row]:
    """The values of a kind in codings; `sure` is the log-odds of events by document and number."""
    out = []
    for name, coding in codings.items():
        lang = golds[name]["language"]
        for found, where, right in rights(msgspec.to_builtins(coding), golds[name]):
            if found == kind:
                told = signals_at(coding, kind, where, sure.get((name, where[0]), 0.0))
                out.append(Row(name, lang, signals.spoken(told, lang), right))
    return out


def signals_at(coding: Coding, kind: str, where: Sequence[int], sure: float) -> Signals:
    """The signals of the value that stands somewhere in a coding."""
    if kind in ("claim", "forecast", "figure"):
        found: Signals = getattr(signals, kind)(getattr(coding, f"{kind}s")[where[0]])
        return found
    event = coding.events[where[0]]
    if kind == "event":
        return signals.event(coding, event)
    if kind == "date":
        return signals.date(event.date, event, sure) if event.date else {}
    hanging: Signals = getattr(signals, kind)(getattr(event, f"{kind}s")[where[1]], event, sure)
    return hanging


def fit(rows: Sequence[Row], strength: float) -> Weights:
    """The weights of a kind by signal, and its bias."""
    counts = Counter(name for row in rows for name in row.signals)
    index = {name: k for k, name in enumerate(sorted(n for n, c in counts.items() if c >= MIN_COUNT))}
    fitted = LogisticRegression(C=strength, max_iter=1000, random_state=SEED)
    fitted.fit(matrix(rows, index), [row.right for row in rows])
    found = {name: round(float(fitted.coef_[0][k]), 4) for name, k in index.items()}
    return {"bias": round(float(fitted.intercept_[0]), 4)} | {name: w for name, w in found.items() if abs(w) >= 0.003}


def matrix(rows: Sequence[Row], index: Mapping[str, int]) -> csr_matrix:
    """Signals as a sparse matrix."""
    known = [[(index[n], v) for n, v in row.signals.items() if n in index] for row in rows]
    pointers = np.cumsum([0, *map(len, known)])
    columns, values = ([pair[k] for row in known for pair in row] for k in (0, 1))
    return csr_matrix((values, columns, pointers), (len(rows), len(index)))


def chance(weights: Weights, told: Signals) -> float:
    """The confidence that weights give to signals."""
    total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in told.items())
    return float(1 / (1 + np.exp(-total)))


def held_out(rows: Sequence[Row], strength: float) -> NDArray[np.float64]:
    """The confidence of each value by weights that have not seen its document."""
    names = sorted({row.document for row in rows})
    fold = {names[k]: place % FOLDS for place, k in enumerate(np.random.default_rng(SEED).permutation(len(names)).tolist())}
    out = np.zeros(len(rows))
    for k in range(FOLDS):
        weights = fit([row for row in rows if fold[row.document] != k], strength)
        for n, row in enumerate(rows):
            if fold[row.document] == k:
                out[n] = chance(weights, row.signals)
    return out


def train(codings: Mapping[str, Coding], golds: Mapping[str, Any]) -> dict[str, Weights]:
    """Print the cross-validated table and return the weights of all kinds; events come first, the others hang on them."""
    weights, found = {}, {}
    sure: dict[tuple[str, int], float] = {}
    for kind in KINDS:
        rows = rows_of(kind, codings, golds, sure)
        said = held_out(rows, STRENGTH[kind])
        if kind == "event":
            numbers = [(name, n) for name, coding in codings.items() for n in range(len(coding.events))]
            sure = {key: signals.log_odds(float(c)) for key, c in zip(numbers, said, strict=True)}
        weights[kind] = fit(rows, STRENGTH[kind])
        for lang in ("all", "en", "es"):
            kept = np.array([lang in ("all", row.language) for row in rows])
            found[kind, lang] = Judged(said[kept], np.array([float(row.right) for row in rows])[kept], 0)
            parts = [j for (k, where), j in found.items() if where == lang and k != "any"]
            found["any", lang] = Judged(*(np.concatenate([getattr(j, n) for j in parts]) for n in ("confidence", "right")), 0)
    print("cross-validated on train", *table(found), sep="\n")
    return weights


def measure(codings: Mapping[str, Coding], golds: Mapping[str, Any]) -> None:
    """Print the table of codings whose confidences are calibrated."""
    print("gold", *table(judged_of(golds, {name: msgspec.to_builtins(c) for name, c in codings.items()})), sep="\n")


def read(lines: Sequence[str]) -> dict[str, Coding]:
    """Codings by id, as crossfit.py writes them."""
    raw = [json.loads(line) for line in lines]
    return {r["id"]: msgspec.convert(r["coding"], Coding) for r in raw}


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("ALMENARA_DATA") or ROOT.parent / "shared" / "data"))
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--codings", type=Path)
    options = parser.parse_args()
    golds = {a.name: a.coding for a in load(options.data, "train", options.cache)}
    if options.codings:
        codings = read(options.codings.read_text("utf-8").splitlines())
    else:
        codings = {name: msgspec.convert(c, Coding) for name, c in crossfit(options.data, options.cache).items()}
    weights = train(dict(sorted(codings.items())), golds)
    OUT.write_text(json.dumps(weights, indent=1, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")
    print(f"{OUT.name}: {OUT.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
