"""Train the topic model on the English articles of the InSight Crime corpus, over concepts that both languages share.

ALMENARA_DATA=DIR python training/topics.py    cross-validated F1 a topic on DIR/insightcrime/train.tsv, then the model
"""

import argparse
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from almenara.coding.topics.bag import counts
from almenara.coding.topics.model import TOPICS, Model
from almenara.language.lemmas import lemma

OUT = Path(__file__).parent.parent / "src/almenara/coding/topics/data/topics.npz"
WORD = re.compile(r"[^\W\d_]+")
SEED, FOLDS, STRENGTH, MIN_DOCUMENTS = 0, 5, 3.0, 4


def read(path: Path) -> tuple[list[dict[str, float]], Any]:
    """The concepts of each article of a TSV file, and its labels as ones and zeros."""
    rows = [line.rstrip("\n").split("\t") for line in path.read_text("utf-8").splitlines()]
    bags = [counts((lemma(w, "en") for w in WORD.findall(row[0])), "en") for row in rows]
    return bags, np.array([[int(v) for v in row[1:]] for row in rows])


def chosen(bags: Sequence[dict[str, float]]) -> list[dict[str, float]]:
    """The bags without features that too few articles have."""
    seen: dict[str, int] = {}
    for bag in bags:
        for name in bag:
            seen[name] = seen.get(name, 0) + 1
    return [{f: n for f, n in bag.items() if seen[f] >= MIN_DOCUMENTS} for bag in bags]


def limit_of(truth: Any, likely: Any) -> float:
    """The threshold of the best F1, smoothed over its neighbours so that no single article decides."""
    tried = np.quantile(likely, np.linspace(0.5, 0.98, 60))
    scores = np.array([f1_score(truth, likely >= t) for t in tried])
    around = np.convolve(np.concatenate((scores[:1], scores, scores[-1:])), np.full(3, 1 / 3), "valid")
    return float(tried[int(around.argmax())])


def main() -> None:
    """Train, print, save."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("ALMENARA_DATA", "../shared/data")) / "insightcrime")
    args = parser.parse_args()
    bags, labels = read(args.data / "train.tsv")
    vectorizer, weighting = DictVectorizer(), TfidfTransformer()
    x = weighting.fit_transform(vectorizer.fit_transform(chosen(bags)))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
    weights, bias, thresholds, scores = [], [], [], []
    for i, topic in enumerate(TOPICS):
        classifier = LogisticRegression(C=STRENGTH, max_iter=1000)
        likely = cross_val_predict(classifier, x, labels[:, i], cv=folds, method="predict_proba")[:, 1]
        limit = limit_of(labels[:, i], likely)
        classifier.fit(x, labels[:, i])
        weights.append(classifier.coef_[0])
        bias.append(classifier.intercept_[0])
        thresholds.append(limit)
        scores.append(f1_score(labels[:, i], likely >= limit))
        print(f"{topic}: cross-validated F1 {scores[-1]:.3f} at {limit:.2f}, of {labels[:, i].sum()}")
    print(f"macro {np.mean(scores):.3f}")
    index = {str(f): k for k, f in enumerate(vectorizer.get_feature_names_out())}
    Model(index, weighting.idf_, np.array(weights), np.array(bias), np.array(thresholds)).save(OUT)


if __name__ == "__main__":
    main()
