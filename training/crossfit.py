"""Code the annotated articles with models that have not seen them: what a confidence may be learned from.

    python training/crossfit.py --data DIR [--cache DIR] --out FILE    codings of DIR/train as JSON lines, scored on the way

For each fold the package is copied, every learned part of it is fitted anew on the other folds by the functions of its own
script, and the copy codes the fold. Limits stay those that are shipped. The lexicon was written with all of these articles in
view, so the codings are still a little better than those of new ones.
--cache holds {part}.pkl, a pickle of your own making of {id: (document, coding, parse)}, made where it is absent, and may hold
dense_{part}.pkl, {id: scores of the reader's branch by layer} by branches that had not seen the article.
"""

import argparse
import json
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import acts
import circumstances
import natures
import numpy as np
import quantities
import roles
import statements
from annotated import Annotated, load

from almenara import codebook
from almenara.coding import entities as entities_of
from almenara.coding.acts.model import Model as ActModel
from almenara.coding.circumstances.scorer import shipped as shipped_scorer
from almenara.coding.quantities import Quantities
from almenara.coding.quantities import model as quantity_model
from almenara.coding.roles.model import Model as RoleModel
from almenara.coding.statements import model as statement_model
from almenara.places import Gazetteer
from almenara.scoring import score

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src/almenara"
SEED, FOLDS = 11, 3


def folds_of(articles: Sequence[Annotated]) -> dict[str, int]:
    """A fold for each document, the languages spread evenly."""
    order = np.random.default_rng(SEED).permutation(len(articles)).tolist()
    order.sort(key=lambda k: articles[k].parsed.language)
    return {articles[k].name: place % FOLDS for place, k in enumerate(order)}


Fitter = Callable[[int, Path], None]  # fits a part without a fold and writes its files into a copy of coding/


def of_acts(articles: Sequence[Annotated], folds: dict[str, int], data: Path, cache: Path | None) -> Fitter:
    """Acts: what is told by models of the other folds, and the rest around them."""
    names = tuple(sorted(codebook.acts()))
    known = [acts.Article(a.parsed, {**a.coding, "id": a.name}) for a in articles]
    parts = (known, acts.excerpts(known), acts.everyday(data, cache))
    everything = [a for part in parts for a in part]
    for k, article in enumerate(everything):
        article.fold = folds.get(article.coding.get("of", article.coding["id"]), k % FOLDS)
    looks = acts.first_looks(everything, names, FOLDS, acts.written())

    def fitted(fold: int, out: Path) -> None:
        told, dense = looks[fold]
        model = acts.fit_rest([[a for a in part if a.fold != fold] for part in parts], names, told)
        model.dense = dense
        model.limits = ActModel.shipped().limits
        model.save(out / "acts/data/acts.npz")

    return fitted


def of_natures(articles: Sequence[Annotated], folds: dict[str, int]) -> Fitter:
    """Reality and background."""
    rows = natures.examples(articles)

    def fitted(fold: int, out: Path) -> None:
        kept = [r for r in rows if folds[r.document] != fold]
        natures.fit_reality(kept).save(out / "circumstances/data/reality.npz")
        natures.fit_background(kept).save(out / "circumstances/data/background.npz")

    return fitted


def of_roles(articles: Sequence[Annotated], folds: dict[str, int]) -> Fitter:
    """Participants."""
    own, known = roles.invented(), [(a.name, roles.Article(a.parsed, a.coding)) for a in articles]

    def fitted(fold: int, out: Path) -> None:
        model = roles.fit([*(a for name, a in known if folds[name] != fold), *own])
        model.save(out / "roles/data/roles.npz", RoleModel.shipped().threshold)

    return fitted


def of_circumstances(articles: Sequence[Annotated], folds: dict[str, int]) -> Fitter:
    """Dates and places."""
    gazetteer = Gazetteer()
    known = [(a.name, circumstances.Article(a.parsed, a.coding, gazetteer)) for a in articles]
    dates = {name: circumstances.date_groups(a) for name, a in known}
    placed = {name: circumstances.Placed(a) for name, a in known}
    sides = {name: circumstances.role_groups(a) for name, a in known}

    def fitted(fold: int, out: Path) -> None:
        names = [name for name in placed if folds[name] != fold]
        told, inherited = circumstances.fit_places([placed[n] for n in names])
        for scorer, name in ((told, "places"), (inherited, "inherited")):
            scorer.threshold = shipped_scorer(name).threshold
            scorer.save(out / f"circumstances/data/{name}.npz")
        for groups, name in ((dates, "dates"), (sides, "place_roles")):
            found = circumstances.fit([g for n in names for g in groups[n]], circumstances.PENALTY[name])
            found.save(out / f"circumstances/data/{name}.npz")

    return fitted


def of_statements(articles: Sequence[Annotated], folds: dict[str, int]) -> Fitter:
    """Claims and forecasts."""
    known = [statements.Article(a.name, a.parsed, entities_of.find(a.parsed), a.coding) for a in articles]
    rows = {kind: {a.name: task.rows(a) for a in known} for kind, task in statements.TASKS.items()}

    def fitted(fold: int, out: Path) -> None:
        statements.OUT = out / "statements/data"
        for kind, found in rows.items():
            kept = [r for name, own in found.items() if folds[name] != fold for r in own]
            limits = statement_model.shipped(kind).thresholds
            statements.save(kind, statements.fit(kept, statements.STRENGTH[kind]), limits)

    return fitted


def of_quantities(articles: Sequence[Annotated], folds: dict[str, int]) -> Fitter:
    """Figures and counts."""
    known = [quantities.Article(a.name, Quantities(a.parsed), a.coding) for a in articles]
    rows = {task.name: {a.name: list(task.rows(a)) for a in known} for task in quantities.TASKS}

    def fitted(fold: int, out: Path) -> None:
        quantities.OUT = out / "quantities/data"
        for task in quantities.TASKS:
            kept = [r for name, own in rows[task.name].items() if folds[name] != fold for r in own]
            quantities.save(task.name, task.fit(kept), quantity_model.shipped(task.name).thresholds)

    return fitted


def crossfit(data: Path, cache: Path | None) -> dict[str, dict[str, Any]]:
    """The codings of DIR/train by id, each by models that have not seen its document."""
    articles = load(data, "train", cache)
    folds = folds_of(articles)
    fitters = [
        of_acts(articles, folds, data, cache),
        *(of(articles, folds) for of in (of_natures, of_roles, of_circumstances, of_statements, of_quantities)),
    ]
    found: dict[str, dict[str, Any]] = {}
    for fold in range(FOLDS):
        with tempfile.TemporaryDirectory() as folder:
            package = Path(folder) / "almenara"
            shutil.copytree(PACKAGE, package)
            for fit in fitters:
                fit(fold, package / "coding")
            held = [a for a in articles if folds[a.name] == fold]
            found |= coded_by(Path(folder), held)
    return found


def coded_by(folder: Path, articles: Sequence[Annotated]) -> dict[str, dict[str, Any]]:
    """The codings of articles by the package in a folder, in a process of its own."""
    (folder / "parses.pkl").write_bytes(pickle.dumps({a.name: a.parsed for a in articles}))
    command = [sys.executable, str(Path(__file__).with_name("coded.py")), str(folder / "parses.pkl"), str(folder / "out.jsonl")]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": str(folder)})  # noqa: S603
    lines = (folder / "out.jsonl").read_text("utf-8").splitlines()
    return {a.name: json.loads(line) for a, line in zip(articles, lines, strict=True)}


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("ALMENARA_DATA") or ROOT.parent / "shared" / "data"))
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    found = crossfit(options.data, options.cache)
    options.out.write_text("".join(json.dumps({"id": name, "coding": c}) + "\n" for name, c in found.items()), "utf-8")
    golds = {a.name: a.coding for a in load(options.data, "train", options.cache)}
    for lang in ("all", "en", "es"):
        chosen = {name: g for name, g in golds.items() if lang in ("all", g["language"])}
        result = score(chosen, found).result()
        print(lang, " ".join(f"{k} {v.get('F1', v.get('accuracy', 0)):.3f}" for k, v in result.items() if isinstance(v, dict)))


if __name__ == "__main__":
    main()
