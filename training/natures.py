"""Train and measure how events are told: their reality, and whether they are background.

    python training/natures.py [--data DIR] [--cache DIR] [--codings FILE]    figures, then the models into the package

Learned from the annotated events (act and sentences), with the words that the lexicon and the model of acts take for their
triggers. With FILE, the codings of crossfit.py, the cross-validated figures are those of the events that the road finds and
an annotator has too. --cache as in crossfit.py.
"""

import argparse
import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from annotated import Annotated, load
from roles import evidence_of
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from almenara.coding import entities as entities_of
from almenara.coding.acts import settle
from almenara.coding.acts.model import Model as ActModel
from almenara.coding.acts.reading import Reading
from almenara.coding.circumstances.nature_features import Natures, features
from almenara.coding.circumstances.natures import REALITIES, certain, is_background, likely
from almenara.coding.circumstances.scorer import Scorer
from almenara.coding.circumstances.tellings import Tellings
from almenara.coding.draft import EventDraft
from almenara.coding.quantities import Quantities
from almenara.coding.statements import claims
from almenara.model import Reality
from almenara.scoring import agree
from almenara.scoring.assign import match

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "src/almenara/coding/circumstances/data"
SEED, FOLDS, MIN_COUNT = 7, 5, 3
STRENGTH = {"reality": 0.1, "background": 0.04}


class Example(NamedTuple):
    """One event: its features, what goes without weighing, and the annotated reality and background."""

    document: str
    language: str
    told: set[str]
    certain: Reality | None
    reality: Reality
    background: bool
    voted: tuple[Reality | None, bool | None]


def examples(articles: Sequence[Annotated], found: Mapping[str, Any] | None = None) -> list[Example]:
    """The annotated events of articles; of `found` codings by id, those events that an annotator has too."""
    out = []
    for article in articles:
        parsed = article.parsed
        reading, cast = Reading(parsed), entities_of.find(parsed)
        pairs = [(e, drafted(reading, e)) for e in (found or {}).get(article.name, article.coding)["events"]]
        kept = [(e, d) for e, d in pairs if d]
        seen = Natures(Tellings(parsed, [d for _, d in kept]), Quantities(parsed), claims(parsed, cast), cast)
        gold = dict(match([e for e, _ in kept], article.coding["events"], agree.strict)) if found else None
        for number, (event, _) in enumerate(kept):
            real = event if gold is None else article.coding["events"][gold[number]] if number in gold else None
            if real:
                labels = certain(seen, number), real["reality"], bool(real["background"])
                voted = (event["reality"], event["background"]) if found else (None, None)  # it has learned from these
                out.append(Example(article.name, parsed.language, features(seen, number), *labels, voted))
    return out


def drafted(reading: Reading, event: dict[str, Any]) -> EventDraft | None:
    """An event as the road drafts it; None where the text does not hold its evidence or it only may come."""
    parsed, quotes = reading.parsed, event["evidence"]
    if quotes and isinstance(quotes[0], dict):
        starts = {q["start"] for q in quotes}
        told = [s.index for s in parsed.sentences if s.start in starts]
    else:
        told = list(evidence_of(parsed, quotes))
    return settle.draft(ActModel.shipped(), reading, event["act"], dict.fromkeys(told, 1.0), 1.0) if told else None


def fit(rows: Sequence[set[str]], targets: Sequence[bool], strength: float) -> dict[str, float]:
    """Weights of a logistic regression, the intercept being that of the feature that all rows have."""
    counts = Counter(f for row in rows for f in row)
    index = {f: k for k, f in enumerate(sorted(f for f, n in counts.items() if n >= MIN_COUNT))}
    known = [sorted(index[f] for f in row if f in index) for row in rows]
    columns, pointers = [k for row in known for k in row], np.cumsum([0, *map(len, known)])
    matrix = csr_matrix((np.ones(len(columns), np.float32), columns, pointers), (len(rows), len(index)))
    fitted = LogisticRegression(C=strength, solver="liblinear", random_state=SEED).fit(matrix, targets)
    weights = dict(zip(index, fitted.coef_[0].tolist(), strict=True))
    return weights | {"any": weights["any"] + float(fitted.intercept_[0])}


def fit_reality(rows: Sequence[Example]) -> Scorer:
    """One regression a reality against the rest."""
    found: dict[str, float] = {}
    told = [r.told for r in rows]
    for reality in REALITIES:
        weights = fit(told, [r.reality == reality for r in rows], STRENGTH["reality"])
        found |= {f"{reality}|{f}": w for f, w in weights.items()}
    return Scorer(found)


def fit_background(rows: Sequence[Example]) -> Scorer:
    """Background or news."""
    return Scorer(fit([r.told for r in rows], [r.background for r in rows], STRENGTH["background"]))


def hits(rows: Sequence[Example], reality: Scorer, background: Scorer) -> list[tuple[bool, bool]]:
    """Whether reality and background of each are right."""
    known = reality.by_class(REALITIES)
    out = []
    for row in rows:
        reality_found = row.certain or likely(known, row.told, row.voted[0])
        out.append((reality_found == row.reality, is_background(background, row.told, voted=row.voted[1]) == row.background))
    return out


def report(title: str, rows: Sequence[Example], found: Sequence[tuple[bool, bool]]) -> None:
    """Print the shares that are right, in all and by language."""
    for lang in ("all", "en", "es"):
        kept = [h for h, row in zip(found, rows, strict=True) if lang in ("all", row.language)]
        right = np.mean(kept, axis=0)
        print(f"{title:5} {lang:4} reality {right[0]:.3f} background {right[1]:.3f} of {len(kept)}")


def cross_validate(rows: Sequence[Example], measured: Sequence[Example]) -> None:
    """Print figures of scorers of `rows` on examples whose documents they have not seen."""
    names = sorted({r.document for r in rows})
    fold = {names[k]: place % FOLDS for place, k in enumerate(np.random.default_rng(SEED).permutation(len(names)).tolist())}
    held, found = [], []
    for k in range(FOLDS):
        inside = [r for r in rows if fold[r.document] != k]
        outside = [r for r in measured if fold[r.document] == k]
        held += outside
        found += hits(outside, fit_reality(inside), fit_background(inside))
    report("cv", held, found)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("ALMENARA_DATA") or ROOT.parent / "shared" / "data"))
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--codings", type=Path)
    options = parser.parse_args()
    articles = load(options.data, "train", options.cache)
    train, gold = examples(articles), examples(load(options.data, "gold", options.cache))
    lines = options.codings.read_text("utf-8").splitlines() if options.codings else []
    codings = {raw["id"]: raw["coding"] for raw in map(json.loads, lines)}
    found = examples(articles, codings) if codings else []
    cross_validate(train, found or train)
    reality, background = fit_reality(train), fit_background(train)
    report("gold", gold, hits(gold, reality, background))
    reality.save(OUT / "reality.npz")
    background.save(OUT / "background.npz")


if __name__ == "__main__":
    main()
