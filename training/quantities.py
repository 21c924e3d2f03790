"""Train and measure the models of figures and counts.

    python training/quantities.py --data DIR     cross-validated F1 by threshold, then both models into coding/quantities/data

Events of the count model come from the annotations (act and evidence). Parses are kept in --cache (a pickle of your own
making; never load one that you did not write). evals/figures.py measures the shipped models.
"""

import argparse
import json
import pickle
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from almenara import language
from almenara.coding.quantities import Quantities, Quantity, counts, features, model
from almenara.language import Parsed
from almenara.model import Document
from almenara.scoring.words import overlap

OUT = Path(__file__).parent.parent / "src/almenara/coding/quantities/data"
SEED, FOLDS, LANGUAGES = 0, 5, ("en", "es")
THRESHOLDS = tuple(np.arange(0.15, 0.65, 0.05))
STRENGTH = {"figures": 0.2, "counts": 2.0}


class Article(NamedTuple):
    """One annotated document."""

    name: str
    quantities: Quantities
    coding: dict[str, Any]


class Row(NamedTuple):
    """One number as an example: `told` are the buckets of its features, `key` tells a repeated one."""

    document: str
    language: str
    told: list[int]
    label: str
    key: tuple[Any, ...]


def load(data: Path, cache: Path | None) -> list[Article]:
    """The annotated documents of a folder, parsed."""
    kept: dict[str, Parsed] = pickle.loads(cache.read_bytes()) if cache and cache.exists() else {}  # noqa: S301
    out = []
    for path in sorted((data / "docs").glob("*.json")):
        raw = json.loads(path.read_text("utf-8"))
        if path.stem not in kept:
            document = Document(id=raw["id"], text=raw["text"], language=raw["language"], published=raw["published"])
            kept[path.stem] = language.load(raw["language"]).parse(document)
        coding = json.loads((data / "codings" / path.name).read_text("utf-8"))
        out.append(Article(path.stem, Quantities(kept[path.stem]), coding))
    if cache:
        cache.write_bytes(pickle.dumps(kept))
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
        told = model.buckets(features.of(parsed, q, article.quantities.kinds(at)))
        key = (article.name, q.number.value, q.unit, q.kind)
        yield Row(article.name, parsed.language, told, "figure" if is_figure else "none", key)


def _numbers(figure: dict[str, Any]) -> list[float | None]:
    return [figure.get("value"), figure.get("low"), figure.get("high"), (figure.get("change") or {}).get("percent")]


def count_rows(article: Article) -> Iterator[Row]:
    """The numbers in the evidence of each event, with what they count of it."""
    parsed = article.quantities.parsed
    for number, event in enumerate(article.coding["events"]):
        sentences = [s.index for s in parsed.sentences if told_in(parsed, s.index, event)]
        for at in sentences:
            for q in article.quantities.by_sentence.get(at, ()):
                wanted = [c for c in event.get("counts") or [] if close(q, _first(c))]
                told = model.buckets(counts.described(parsed, q, event["act"], article.quantities.kinds(at)))
                label = wanted[0]["what"] if wanted else counts.NONE
                yield Row(article.name, parsed.language, told, label, (article.name, number, q.number.value))


def _first(count: dict[str, Any]) -> list[float | None]:
    return [next((count[k] for k in ("best", "low", "high") if count.get(k) is not None), None)]


def matrix(rows: Sequence[Row]) -> csr_matrix:
    """One row of ones and zeros an example."""
    lengths = [len(r.told) for r in rows]
    columns = np.fromiter((b for r in rows for b in r.told), dtype=np.int32, count=sum(lengths))
    return csr_matrix((np.ones(len(columns)), columns, np.cumsum([0, *lengths])), shape=(len(rows), model.BUCKETS))


def fit(rows: Sequence[Row], strength: float) -> model.Linear:
    """One logistic regression a class, each against the rest."""
    x, labels = matrix(rows), np.array([r.label for r in rows])
    classes = ("figure",) if "figure" in labels else tuple(sorted(set(labels)))
    weights = np.zeros((len(classes), model.BUCKETS), dtype=np.float32)
    for i, name in enumerate(classes):
        fitted = LogisticRegression(C=strength, solver="liblinear", fit_intercept=False).fit(x, labels == name)
        weights[i] = fitted.coef_[0]
    return model.Linear(classes, weights, {})


def best_of(trained: model.Linear, row: Row) -> tuple[str, float]:
    """The likeliest label that is not none, and the probability of its being any."""
    scores = trained.weights[:, row.told].sum(axis=1)
    p = 1 / (1 + np.exp(-scores))
    if len(trained.classes) == 1:
        return "figure", float(p[0])
    p = dict(zip(trained.classes, p / p.sum(), strict=True))
    none = p.pop(counts.NONE)
    return max(p, key=lambda k: p[k]), 1 - none


def validate(rows: Sequence[Row], strength: float, gold: dict[str, int]) -> dict[str, float]:
    """Print cross-validated scores and return the best threshold of each language."""
    names = sorted({r.document for r in rows})
    random.Random(SEED).shuffle(names)  # noqa: S311
    fold = {name: i % FOLDS for i, name in enumerate(names)}
    judged: list[tuple[Row, str, float]] = []
    for k in range(FOLDS):
        trained = fit([r for r in rows if fold[r.document] != k], strength)
        judged += [(r, *best_of(trained, r)) for r in rows if fold[r.document] == k]
    out = {}
    for lang in LANGUAGES:
        scored = [(*_scores([j for j in judged if j[0].language == lang and j[2] >= t], gold[lang]), t) for t in THRESHOLDS]
        f1, p, r, out[lang] = max(scored)
        print(f"  {lang}: F1 {f1:.3f} (P {p:.3f} R {r:.3f}) at {out[lang]:.2f}")
    return out


def _scores(kept: Sequence[tuple[Row, str, float]], gold: int) -> tuple[float, float, float]:
    """F1, precision and recall; a number told twice is kept once, and right once."""
    found = {(r.key, name): False for r, name, _ in kept}
    for row, name, _ in kept:
        found[row.key, name] |= row.label == name
    hit = sum(found.values())
    return 2 * hit / max(len(found) + gold, 1), hit / max(len(found), 1), hit / gold


def save(name: str, trained: model.Linear, thresholds: dict[str, float]) -> None:
    """Write a model as npz, half floats, small weights dropped."""
    weights = np.where(np.abs(trained.weights) < 0.01, 0, trained.weights).astype(np.float16)
    limits = np.array([thresholds[k] for k in LANGUAGES])
    np.savez_compressed(
        OUT / f"{name}.npz", classes=np.array(trained.classes), weights=weights, languages=np.array(LANGUAGES), thresholds=limits
    )


def main() -> None:
    """Train both."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True, help="a folder with docs/ and codings/")
    parser.add_argument("--cache", type=Path)
    args = parser.parse_args()
    articles = load(args.data, args.cache)
    kinds: dict[str, tuple[Callable[[Article], Iterator[Row]], Callable[[dict[str, Any]], int]]] = {
        "figures": (figure_rows, lambda c: len(c["figures"])),
        "counts": (count_rows, lambda c: sum(len(e.get("counts") or []) for e in c["events"])),
    }
    for name, (rows_of, gold_of) in kinds.items():
        rows = [row for article in articles for row in rows_of(article)]
        gold = {lang: sum(gold_of(a.coding) for a in articles if a.coding["language"] == lang) for lang in LANGUAGES}
        print(f"{name}: {len(rows)} numbers, gold {gold}")
        save(name, fit(rows, STRENGTH[name]), validate(rows, STRENGTH[name], gold))


if __name__ == "__main__":
    main()
