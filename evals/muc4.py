"""Reports of the MUC-4 corpus to templates.

Usage: python evals/muc4.py DOCS.jsonl > predictions.json   (a report a line: docid, doctext; keys are not read)
       ALMENARA_DATA=DIR python -m evals.muc4 --dev         (predict and score the development part)
"""

import os
import sys

# Run as a file, its folder would stand where the repository must: `evals` is imported from there.
if not __package__:
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120

import argparse
import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

from evals.corpora import need
from evals.muc.model import shipped
from evals.muc.reading import reports
from evals.muc.templates import Template, predict


def predictions(path: Path) -> dict[str, list[Template]]:
    """Templates of each report of a file, every entity a list of mentions."""
    model = shipped()
    return {report.docid: predict(report, model) for report in reports(path)}


def measure(folder: Path) -> dict[str, dict[str, float]]:
    """Each metric with precision, recall, F1 and a 95 % interval on the development part."""
    scorer = _scorer(folder)
    path = folder / "gtt" / "dev.json"
    scored: dict[str, dict[str, float]] = scorer.score(scorer.read_gold(path), _normalised(scorer, predictions(path)))
    return scored


def pinned(folder: Path) -> dict[str, float]:
    """The pinned figures: F1 a metric."""
    return {name: float(row["F1"]) for name, row in measure(folder).items()}


def _normalised(scorer: ModuleType, found: dict[str, list[Template]]) -> dict[str, list[Template]]:
    """Predictions as the scorer reads them from a file."""
    return {
        docid: [
            {"incident_type": t["incident_type"], **{r: [[scorer.normalise(m) for m in e] for e in t[r]] for r in scorer.ROLES}}
            for t in templates
        ]
        for docid, templates in found.items()
    }


def _scorer(folder: Path) -> Any:
    """The scorer lies with the corpora, beside their folder: `score/muc4.py`."""
    path = folder.parents[1] / "score" / "muc4.py"
    spec = importlib.util.spec_from_file_location("muc4_scorer", path)
    if spec is None or spec.loader is None or not path.exists():
        raise SystemExit("no scorer: score/muc4.py beside the folder of the corpora")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Print predictions as JSON, or the scores of the development part."""
    parser = argparse.ArgumentParser()
    parser.add_argument("docs", nargs="?", type=Path)
    parser.add_argument("--dev", action="store_true")
    args = parser.parse_args()
    if args.dev:
        for name, s in measure(need("muc4")).items():
            interval = f"[95% {100 * s['low95']:.1f}-{100 * s['high95']:.1f}]"
            print(f"{name}  P {100 * s['P']:.2f}  R {100 * s['R']:.2f}  F1 {100 * s['F1']:.2f}  {interval}")
    elif args.docs:
        json.dump(predictions(args.docs), sys.stdout, ensure_ascii=False)
        print()
    else:
        parser.error("a file of reports, or --dev")


if __name__ == "__main__":
    main()
