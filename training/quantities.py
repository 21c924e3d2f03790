"""Train and measure the models of figures and counts.

    python training/quantities.py --data DIR [--gold DIR] [--cache DIR]

Prints F1 by the scorer's rule, cross-validated over documents, then writes both models into coding/quantities/data. Every
fold is measured through `figures` and `counts_for` themselves. Events of the count model come from the annotations (act and
evidence). Parses are kept in --cache (pickles of your own making; never load one that you did not write). evals/figures.py
measures the shipped models.
"""

import argparse
import json
import pickle
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from almenara import language
from almenara.coding.quantities import Quantities, Quantity, context, counts, counts_for, features, figures, model
from almenara.language import Parsed
from almenara.model import Document
from almenara.scoring import agree
from almenara.scoring.assign import match
from almenara.scoring.words import overlap

OUT = Path(__file__).parent.parent / "src/almenara/coding/quantities/data"
SEEDS, FOLDS, LANGUAGES = (0, 1, 2), 5, ("en", "es")
THRESHOLDS = tuple(round(0.15 + 0.05 * i, 2) for i in range(10))
STRENGTH = {"figures": 0.2, "counts": 2.0}
Tally = tuple[int, int, int]  # hits, found, gold


class Article(NamedTuple):
    """One annotated document."""

    name: str
    quantities: Quantities
    coding: dict[str, Any]

    @property
    def language(self) -> str:
        """Of its text."""
        return self.quantities.parsed.language


class Row(NamedTuple):
    """One number as an example: the document, the sentence, the buckets of its features, the class."""

    document: str
    sentence: int
    told: list[int]
    label: str


class Task(NamedTuple):
    """What a model is trained on and how it is measured."""

    name: str
    rows: Callable[[Article], Iterator[Row]]
    fit: Callable[[Sequence[Row]], model.Linear]
    measure: Callable[[Article, model.Linear, float], Tally]


def load(data: Path, cache: Path | None) -> list[Article]:
    """The annotated documents of a folder, parsed."""
    pickled = cache / f"{data.name}.pkl" if cache else None
    kept: dict[str, Parsed] = pickle.loads(pickled.read_bytes()) if pickled and pickled.exists() else {}  # noqa: S301
    out = []
    for path in sorted((data / "docs").glob("*.json")):
        raw = json.loads(path.read_text("utf-8"))
        if path.stem not in kept:
            document = Document(id=raw["id"], text=raw["text"], language=raw["language"], published=raw["published"])
            kept[path.stem] = language.load(raw["language"]).parse(document)
        coding = json.loads((data / "codings" / path.name).read_text("utf-8"))
        out.append(Article(path.stem, Quantities(kept[path.stem]), coding))
    if pickled:
        pickled.write_bytes(pickle.dumps(kept))
    return out


def values(quantity: Quantity) -> list[float]:
    """The values by which a number may be recognised."""
    number = quantity.number
    return [v for v in (quantity.scaled(x) for x in (number.value, number.best, number.low, number.high)) if v is not None]


def close(quantity: Quantity, wanted: Sequence[float | None]) -> bool:
    """Whether a number agrees with one of some within 2 percent."""
    return any(abs(x - y) <= 0.02 * abs(y) for y in wanted if y is not None for x in values(quantity))


def told_in(parsed: Parsed, sentence: int, item: dict[str, Any]) -> bool:
    """Whether a sentence is evidence of an annotated item."""
    words = parsed.sentence_span(parsed.sentences[sentence]).quote
    return any(overlap(words, quote) >= 0.5 for quote in item["evidence"])


def figure_rows(article: Article) -> Iterator[Row]:
    """All numbers of a document: figure or not."""
    parsed = article.quantities.parsed
    for q in article.quantities.all:
        at = parsed.tokens[q.first].sentence
        is_figure = any(close(q, _numbers(f)) and told_in(parsed, at, f) for f in article.coding["figures"])
        told = article.quantities.told(q)
        yield Row(article.name, at, [*told.around, *told.sentence], "figure" if is_figure else "none")


def _numbers(figure: dict[str, Any]) -> list[float | None]:
    return [figure.get("value"), figure.get("low"), figure.get("high"), (figure.get("change") or {}).get("percent")]


def count_rows(article: Article) -> Iterator[Row]:
    """The numbers in the evidence of each event, with what they count of it."""
    for event in article.coding["events"]:
        for at in sentences_of(article, event):
            for q in counts.candidates(article.quantities, at):
                wanted = [c for c in event.get("counts") or [] if close(q, _first(c))]
                told = counts.described(article.quantities.told(q), event["act"])
                yield Row(article.name, at, told, wanted[0]["what"] if wanted else counts.NONE)


def sentences_of(article: Article, event: dict[str, Any]) -> list[int]:
    """The sentences that tell an annotated event."""
    parsed = article.quantities.parsed
    return [s.index for s in parsed.sentences if told_in(parsed, s.index, event)]


def _first(count: dict[str, Any]) -> list[float | None]:
    return [next((count[k] for k in ("best", "low", "high") if count.get(k) is not None), None)]


def matrix(rows: Sequence[Row]) -> csr_matrix:
    """One row of ones and zeros an example."""
    lengths = [len(r.told) for r in rows]
    columns = np.fromiter((b for r in rows for b in r.told), dtype=np.int32, count=sum(lengths))
    return csr_matrix((np.ones(len(columns)), columns, np.cumsum([0, *lengths])), shape=(len(rows), features.BUCKETS))


def fit(rows: Sequence[Row], strength: float) -> model.Linear:
    """One logistic regression a class, each against the rest."""
    x, labels = matrix(rows), np.array([r.label for r in rows])
    classes = ("figure",) if "figure" in labels else tuple(sorted({r.label for r in rows}))
    weights = np.zeros((features.BUCKETS, len(classes)), dtype=np.float32)
    for i, name in enumerate(classes):
        fitted = LogisticRegression(C=strength, solver="liblinear", fit_intercept=False).fit(x, labels == name)
        weights[:, i] = fitted.coef_[0]
    return model.Linear(classes, weights, {})


def fit_counts(rows: Sequence[Row]) -> model.Linear:
    """The model of counts."""
    return fit(rows, STRENGTH["counts"])


def fit_figures(rows: Sequence[Row]) -> model.Linear:
    """The model of figures: a first look at each number, and a second that knows what the first said of the others."""
    fold = folds_of({r.document for r in rows}, SEEDS[0])
    looks, labels = [], []
    for k in range(FOLDS):
        first = fit([r for r in rows if fold[r.document] != k], STRENGTH["figures"])
        for name in sorted(n for n in fold if fold[n] == k):
            told = [r for r in rows if r.document == name]
            logits = [float(first.weights[r.told, 0].sum()) for r in told]
            looks.append(context.features(logits, [r.sentence for r in told]))
            labels += [r.label == "figure" for r in told]
    second = LogisticRegression(fit_intercept=False).fit(np.concatenate(looks), labels)
    whole = fit(rows, STRENGTH["figures"])
    return model.Linear(whole.classes, whole.weights, {}, second.coef_[0])


def folds_of(names: set[str], seed: int) -> dict[str, int]:
    """A fold for each document."""
    order = sorted(names)
    random.Random(seed).shuffle(order)  # noqa: S311
    return {name: i % FOLDS for i, name in enumerate(order)}


def figure_tally(article: Article, trained: model.Linear, threshold: float) -> Tally:
    """Figures of a document against the annotated ones."""
    found = [msgspec.to_builtins(f) for f in figures(article.quantities, trained=trained, threshold=threshold)]
    gold = article.coding["figures"]
    return len(match(found, gold, agree.figure)), len(found), len(gold)


def count_tally(article: Article, trained: model.Linear, threshold: float) -> Tally:
    """Counts of the annotated events of a document."""
    total = np.zeros(3, dtype=int)
    for event in article.coding["events"]:
        told = sentences_of(article, event)
        made = counts_for(article.quantities, event["act"], told, trained=trained, threshold=threshold)
        mine, theirs = agree.counts({"counts": [msgspec.to_builtins(c) for c in made]}), agree.counts(event)
        total += (len(match(mine, theirs, agree.argument)), len(mine), len(theirs))
    return int(total[0]), int(total[1]), int(total[2])


def validate(task: Task, articles: Sequence[Article]) -> dict[str, float]:
    """Print cross-validated scores, means over the seeds, and return the best threshold of each language."""
    rows = {a.name: list(task.rows(a)) for a in articles}
    sums = {(lang, t): np.zeros(3) for lang in LANGUAGES for t in THRESHOLDS}
    for seed in SEEDS:
        fold = folds_of(set(rows), seed)
        for k in range(FOLDS):
            trained = task.fit([r for name in rows if fold[name] != k for r in rows[name]])
            for article in (a for a in articles if fold[a.name] == k):
                for t in THRESHOLDS:
                    sums[article.language, t] += task.measure(article, trained, t)
    out = {}
    for lang in LANGUAGES:
        out[lang] = _threshold([f1(sums[lang, t]) for t in THRESHOLDS])
        hit, found, gold = sums[lang, out[lang]]
        scores = f"F1 {f1((hit, found, gold)):.3f} (P {hit / found:.3f} R {hit / gold:.3f})"
        print(f"{task.name} {lang}: {scores} at {out[lang]:.2f} of {gold / len(SEEDS):.0f}")
    return out


def _threshold(curve: Sequence[float]) -> float:
    """Where a curve is highest with its neighbours: a lucky peak is no threshold."""
    smooth = np.convolve(np.pad(curve, 1, mode="edge"), np.ones(3) / 3, mode="valid")
    return THRESHOLDS[int(smooth.argmax())]


def f1(tally: Any) -> float:
    """F1 of hits, found and gold."""
    return float(2 * tally[0] / max(tally[1] + tally[2], 1))


def save(name: str, trained: model.Linear, thresholds: dict[str, float]) -> None:
    """Write a model as npz, half floats, small weights dropped."""
    weights = np.where(np.abs(trained.weights) < 0.01, 0, trained.weights).astype(np.float16).T
    parts: dict[str, Any] = {"classes": np.array(trained.classes), "weights": weights, "languages": np.array(LANGUAGES)}
    parts["thresholds"] = np.array([thresholds[k] for k in LANGUAGES])
    if trained.context is not None:
        parts["context"] = trained.context
    np.savez_compressed(OUT / f"{name}.npz", **parts)


TASKS = (
    Task("figures", figure_rows, fit_figures, figure_tally),
    Task("counts", count_rows, fit_counts, count_tally),
)


def main() -> None:
    """Train both."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True, help="a folder with docs/ and codings/")
    parser.add_argument("--gold", type=Path, help="another such folder to measure on")
    parser.add_argument("--cache", type=Path, help="a folder for parses")
    parser.add_argument("--only", choices=[t.name for t in TASKS])
    parser.add_argument("--dry", action="store_true", help="measure, write nothing")
    args = parser.parse_args()
    articles, gold = load(args.data, args.cache), load(args.gold, args.cache) if args.gold else []
    for task in (t for t in TASKS if args.only in (None, t.name)):
        thresholds = validate(task, articles)
        trained = task.fit([row for article in articles for row in task.rows(article)])
        for lang in LANGUAGES if gold else ():
            total = np.sum([task.measure(a, trained, thresholds[lang]) for a in gold if a.language == lang], axis=0)
            print(f"  gold {lang}: F1 {f1(total):.3f} of {total[2]}, found {total[1]}")
        if not args.dry:
            save(task.name, trained, thresholds)


if __name__ == "__main__":
    main()
