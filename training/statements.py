"""Train the filters of claims and forecasts: which of what the rules find a coder would keep.

    ALMENARA_DATA=DIR python training/statements.py          cross-validated figures on DIR/train, then the models
    ALMENARA_DATA=DIR python training/statements.py --only forecasts

Parses are kept in --cache (a pickle of your own making; never load one that you did not write).
"""

import argparse
import json
import os
import pickle
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from almenara import language
from almenara.coding import entities as entities_of
from almenara.coding.entities import Entities
from almenara.coding.statements import claims, model
from almenara.coding.statements.claims import Judged, distinct
from almenara.coding.statements.features import View
from almenara.coding.statements.forecasts import Judged as JudgedHedge
from almenara.coding.statements.forecasts import distinct as distinct_hedges
from almenara.coding.statements.gather import gather
from almenara.coding.statements.hedges import find
from almenara.coding.statements.lexicon import saying
from almenara.coding.statements.naming import name_of
from almenara.coding.statements.outlook import Outlook
from almenara.language import Parsed
from almenara.model import Document
from almenara.scoring.assign import match
from almenara.scoring.words import content_words, overlap, same_name

OUT = Path(__file__).parent.parent / "src/almenara/coding/statements/data"
SEEDS, FOLDS, LANGUAGES = (0, 1, 2), 5, ("en", "es")
THRESHOLDS = tuple(np.arange(0.15, 0.7, 0.025))
TIE = 0.003  # F1 that is noise
STRENGTH = {"claims": 0.25, "forecasts": 0.25}


class Article(NamedTuple):
    """One annotated document."""

    name: str
    parsed: Parsed
    entities: Entities
    coding: dict[str, Any]


class Row(NamedTuple):
    """A candidate as an example: `told` are the buckets of its features, `item` what is kept or dropped."""

    told: list[int]
    good: bool
    item: Any


class Task(NamedTuple):
    """How candidates of a kind become rows, and which of the likely ones are kept."""

    rows: Callable[[Article], list[Row]]
    keep: Callable[[Article, list[tuple[Row, float]]], list[Row]]


def load(data: Path, cache: Path | None) -> list[Article]:
    """The annotated documents of a folder, parsed."""
    kept: dict[str, Any] = pickle.loads(cache.read_bytes()) if cache and cache.exists() else {}  # noqa: S301
    out = []
    for path in sorted((data / "docs").glob("*.json")):
        raw = json.loads(path.read_text("utf-8"))
        coding = json.loads((data / "codings" / path.name).read_text("utf-8"))
        if raw["id"] not in kept:
            document = Document(id=raw["id"], text=raw["text"], language=raw["language"], published=raw["published"])
            kept[raw["id"]] = raw, coding, language.load(raw["language"]).parse(document)
        parsed = kept[raw["id"]][2]
        out.append(Article(raw["id"], parsed, entities_of.find(parsed), coding))
    if cache and not cache.exists():
        cache.write_bytes(pickle.dumps(kept))
    return out


def claim_rows(article: Article) -> list[Row]:
    """Every frame of saying; good are those that the best assignment gives to an annotated claim."""
    parsed, entities = article.parsed, article.entities
    frames, quotes = gather(parsed, entities)
    view = View(parsed, entities, saying(parsed.language), frames, quotes)
    found = [(parsed.span(f.first, f.last).quote, name_of(parsed, entities, f.voice)) for f in frames]
    pairs = match(found, article.coding["claims"], _agreement)
    good = {i for i, _ in pairs}
    return [Row(model.buckets(view.features(f)), i in good, f) for i, f in enumerate(frames)]


def _agreement(found: tuple[str, str], gold: dict[str, Any]) -> float:
    share = overlap(found[0], gold["content"] or "")
    return share if share >= 0.5 and same_name(found[1], gold["speaker"]) else 0.0


def keep_claims(article: Article, judged: list[tuple[Row, float]]) -> list[Row]:
    """One claim for one speaker and the same words."""
    by_frame = {row.item: row for row, _ in judged}
    items = [Judged(row.item, p) for row, p in judged]
    return [by_frame[j.frame] for j in distinct(article.parsed, article.entities, items)]


def forecast_rows(article: Article) -> list[Row]:
    """Every hedged clause; claims are the shipped model's, as when it is used."""
    parsed = article.parsed
    outlook = Outlook(parsed, claims(parsed, article.entities))
    found = [(parsed.span(h.start, h.end).quote, parsed.span(h.first, h.last).quote, h) for h in find(parsed)]
    good = {i for i, _ in match(found, article.coding["forecasts"], _foreseen)}
    return [Row(model.buckets(outlook.features(h)), i in good, h) for i, (_, _, h) in enumerate(found)]


def _foreseen(found: tuple[str, str, Any], gold: dict[str, Any]) -> float:
    share = overlap(found[0], gold["content"])
    return share + bool(content_words(found[1]) & content_words(gold["hedge"])) if share >= 0.5 else 0.0


def keep_forecasts(article: Article, judged: list[tuple[Row, float]]) -> list[Row]:
    """One forecast a clause."""
    by_hedge = {row.item: row for row, _ in judged}
    return [by_hedge[j.hedge] for j in distinct_hedges(JudgedHedge(row.item, p) for row, p in judged)]


TASKS = {"claims": Task(claim_rows, keep_claims), "forecasts": Task(forecast_rows, keep_forecasts)}


def fit(rows: Sequence[Row], strength: float) -> model.Linear:
    """A logistic regression over hashed features."""
    lengths = [len(r.told) for r in rows]
    columns = np.fromiter((b for r in rows for b in r.told), dtype=np.int32, count=sum(lengths))
    x = csr_matrix((np.ones(len(columns)), columns, np.cumsum([0, *lengths])), shape=(len(rows), model.BUCKETS))
    fitted = LogisticRegression(C=strength, solver="liblinear", fit_intercept=False).fit(x, [r.good for r in rows])
    return model.Linear(fitted.coef_[0].astype(np.float32), {})


Judgements = dict[str, list[tuple[Row, float]]]


def validate(name: str, articles: Sequence[Article], rows: dict[str, list[Row]]) -> dict[str, float]:
    """Print scores of repeated cross-validation and return the best threshold of each language."""
    rounds = [_held_out(rows, STRENGTH[name], seed) for seed in SEEDS]
    return {lang: _best(name, [a for a in articles if a.parsed.language == lang], rounds) for lang in LANGUAGES}


def _held_out(rows: dict[str, list[Row]], strength: float, seed: int) -> Judgements:
    """Each candidate with its probability by a model that has not seen its document."""
    names = sorted(rows)
    random.Random(seed).shuffle(names)  # noqa: S311
    fold = {n: i % FOLDS for i, n in enumerate(names)}
    judged: Judgements = {}
    for k in range(FOLDS):
        trained = fit([r for n in names if fold[n] != k for r in rows[n]], strength)
        judged |= {n: [(r, trained.probability(r.told)) for r in rows[n]] for n in names if fold[n] == k}
    return judged


def _best(name: str, articles: Sequence[Article], rounds: Sequence[Judgements]) -> float:
    """The threshold whose F1, averaged with its neighbours', is best; of equals the highest, which claims less that is wrong."""
    lang, gold = articles[0].parsed.language, sum(len(a.coding[name]) for a in articles)
    scores = [np.mean([_score(name, articles, judged, limit, gold) for judged in rounds], axis=0) for limit in THRESHOLDS]
    smooth = [np.mean([s[0] for s in scores[max(i - 1, 0) : i + 2]]) for i in range(len(scores))]
    best = max(i for i, s in enumerate(smooth) if s >= max(smooth) - TIE)
    f1, p, r = scores[best]
    ceiling = sum(row.good for a in articles for row, _ in rounds[0][a.name]) / gold
    print(f"  {name} {lang}: F1 {f1:.3f} (P {p:.3f} R {r:.3f}) at {THRESHOLDS[best]:.3f}, {gold} gold, reach {ceiling:.3f}")
    return float(THRESHOLDS[best])


def _score(name: str, articles: Sequence[Article], judged: Judgements, limit: float, gold: int) -> tuple[float, float, float]:
    kept = [r for a in articles for r in TASKS[name].keep(a, [j for j in judged[a.name] if j[1] >= limit])]
    hit = sum(r.good for r in kept)
    return 2 * hit / max(len(kept) + gold, 1), hit / max(len(kept), 1), hit / gold


def save(name: str, trained: model.Linear, thresholds: dict[str, float]) -> None:
    """Write a model as npz, half floats, small weights dropped."""
    weights = np.where(np.abs(trained.weights) < 0.01, 0, trained.weights).astype(np.float16)
    limits = np.array([thresholds[k] for k in LANGUAGES])
    np.savez_compressed(OUT / f"{name}.npz", weights=weights, languages=np.array(LANGUAGES), thresholds=limits)


def main() -> None:
    """Train both, or one."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("ALMENARA_DATA", "../shared/data")) / "train")
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--only", choices=sorted(TASKS))
    args = parser.parse_args()
    articles = load(args.data, args.cache)
    for name in [args.only] if args.only else sorted(TASKS):
        rows = {a.name: TASKS[name].rows(a) for a in articles}
        print(f"{name}: {sum(map(len, rows.values()))} candidates in {len(rows)} documents")
        limits = validate(name, articles, rows)
        save(name, fit([r for a in articles for r in rows[a.name]], STRENGTH[name]), limits)


if __name__ == "__main__":
    main()
