"""A small linear model that labels short texts from what the product finds in them; it lives in the evals only."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from almenara import language
from almenara.coding import acts
from almenara.coding.acts.reading import Reading, fold
from almenara.model import Document

SEED, FOLDS, STRENGTH = 0, 10, 10.0
ACTS, VECTORS = 0.5, 1.0
"""How much acts and hits, and sentence vectors, weigh beside the words."""
SILENT = frozenset(("PUNCT", "SPACE"))


class Seen(NamedTuple):
    """A text as the model sees it: its words, what the product finds, and the mean of its sentence vectors if there are any."""

    words: list[str]
    found: dict[str, float]
    vector: Any


def read(texts: Sequence[str], code: str) -> list[Seen]:
    """What the product finds in texts of a language."""
    reader = language.load(code)
    return [
        _seen(reader.parse(Document(id=str(k), text=text, language="es" if code == "es" else "en")))
        for k, text in enumerate(texts)
    ]


def _seen(parsed: language.Parsed) -> Seen:
    words = [fold(t.lemma) for t in parsed.tokens if t.pos not in SILENT]
    found: dict[str, float] = {}
    for draft in acts.events(parsed):
        found[f"act:{draft.act}"] = 1.0
        found[f"mode:{draft.act} {draft.lead.mode}"] = 1.0
        found[f"real:{draft.act} {draft.reality}"] = 0.5
    for view in Reading(parsed).views:
        for act, hit in view.hits.items():
            found[f"hit:{act}"] = 1.0
            found[f"entry:{hit.entry.id}"] = 1.0
    vectors = parsed.scores.get("sentence")
    return Seen(words, found, None if vectors is None else np.asarray(vectors, np.float32).mean(axis=0))


class Features:
    """Texts as rows of numbers: TF-IDF of words and pairs of words, what was found, vectors; fitted on some, used on others."""

    def __init__(self, seen: Sequence[Seen]) -> None:
        from sklearn.feature_extraction import DictVectorizer
        from sklearn.feature_extraction.text import TfidfVectorizer

        self.words = TfidfVectorizer(analyzer=_pairs, sublinear_tf=True).fit([s.words for s in seen])
        self.found = DictVectorizer().fit([s.found for s in seen])
        vectors = [s.vector for s in seen if s.vector is not None]
        self.mean = np.mean(vectors, axis=0) if vectors else None
        self.spread = np.std(vectors, axis=0) + 1e-6 if vectors else None

    def rows(self, seen: Sequence[Seen]) -> Any:
        """A sparse matrix, one row a text."""
        from scipy.sparse import csr_matrix, hstack

        parts = [self.words.transform([s.words for s in seen]), ACTS * self.found.transform([s.found for s in seen])]
        if self.mean is not None:
            scaled = (np.stack([s.vector for s in seen]) - self.mean) / self.spread
            parts.append(csr_matrix(VECTORS * scaled / np.sqrt(scaled.shape[1])))
        return hstack(parts).tocsr()


def _pairs(words: list[str]) -> list[str]:
    return words + [f"{a} {b}" for a, b in pairwise(words)]


def _model() -> Any:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=STRENGTH, max_iter=3000, class_weight="balanced", random_state=SEED)


def weighted(truth: Sequence[str], said: Sequence[str]) -> float:
    """Weighted F1."""
    from sklearn.metrics import f1_score

    return float(f1_score(truth, said, average="weighted", zero_division=0))


def cross_validated(seen: Sequence[Seen], labels: Sequence[str]) -> float:
    """Weighted F1 of labels said by models that had not seen their text."""
    from sklearn.model_selection import StratifiedKFold

    truth, said = np.array(labels), np.array(labels, dtype=object)
    for train, test in StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(truth, truth):
        features = Features([seen[k] for k in train])
        model = _model().fit(features.rows([seen[k] for k in train]), truth[train])
        said[test] = model.predict(features.rows([seen[k] for k in test]))
    return weighted(list(truth), [str(s) for s in said])


def several(
    seen: Sequence[Seen], truth: Sequence[Sequence[int]], others: Sequence[Seen], expected: Sequence[Sequence[int]]
) -> float:
    """Macro F1 on `others` where a text may have several labels, each with a model of its own."""
    from sklearn.metrics import f1_score

    features = Features(seen)
    rows, there = features.rows(seen), features.rows(others)
    said = [_model().fit(rows, column).predict(there) for column in np.array(truth).T]
    return float(f1_score(np.array(expected), np.array(said).T, average="macro", zero_division=0))
