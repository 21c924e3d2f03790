"""Train the MUC-4 adapter on the train part alone and measure it by cross-validation.

ALMENARA_DATA=DIR python training/muc4.py [--cache FOLDER]

Writes evals/data/muc4.npz. `--cache` keeps the parsed and coded reports between runs.
"""

import argparse
import importlib.util
import json
import pickle
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.metrics import average_precision_score

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from evals.corpora import need
from evals.muc.candidates import key
from evals.muc.deciding import belonging, evidence, types
from evals.muc.kinds import features as kind_features
from evals.muc.model import BUCKETS, WEIGHTS, Model, buckets
from evals.muc.ranking import Phrase, phrases
from evals.muc.reading import Report, reports
from evals.muc.spotting import Spot, rows, text
from evals.muc.templates import filled, sure

from evals.muc import ROLES, TYPES

SEED, FOLDS = 0, 4
SPOT_STRENGTH, SPOT_ROUNDS = 5e-7, 5
KIND_STRENGTH, DECIDER_STRENGTH, BELONGS_STRENGTH = 10.0, 0.3, 3.0
BELONGS_LIMITS = (-3.0, -2.0, -1.5, -1.0, -0.5, 0.0)
WORTH = -4.0  # log odds below which no phrase is ever chosen
FEW = 10  # a type with fewer reports is never said
TREES = {"max_iter": 120, "learning_rate": 0.06, "max_leaf_nodes": 12, "min_samples_leaf": 30, "l2_regularization": 3.0}
ROLE_LIMITS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6)
KIND_LIMITS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7)
TRIGGER = re.compile(
    r"kill|murder|assassin|attack|bomb|explo|dynamit|kidnap|abduct|burn|fire|shot|shoot|massacre|wound|injur|die|dead|death|rob"
    r"|steal|stole|terror|destroy|damage|ambush|blow|blew|raid|clash|threat|hijack|hostage|attempt|crime|grenade|gun|slain|torture"
)
Gold = list[dict[str, Any]]


class Rows:
    """Every candidate of a part: buckets, roles, whether it teaches, and where it stands."""

    def __init__(self, read: Sequence[Report], gold: Sequence[Gold]) -> None:
        indices, ends, labels, self.used, self.where, self.spots = [], [0], [], [], [], []
        for number, (report, templates) in enumerate(zip(read, gold, strict=True)):
            wanted = fillers(templates)
            found = list(rows(report))
            strong = strong_sentences(report, [(at, name) for at, _, name, _ in found], wanted)
            told_well = {name for at, _, name, _ in found if at in strong}
            for at, candidate, name, features in found:
                row = buckets(features)
                indices.append(row.astype(np.int32))
                ends.append(ends[-1] + len(row))
                labels.append([role in wanted.get(name, ()) for role in ROLES])
                self.used.append(not (name in wanted and name in told_well and at not in strong))
                self.where.append(number)
                self.spots.append((at, name, text(report, candidate)))
        columns = np.concatenate(indices)
        scale = np.repeat(1 / np.sqrt(np.maximum(np.diff(ends), 1)), np.diff(ends)).astype(np.float32)
        self.matrix = csr_matrix((scale, columns, np.array(ends)), shape=(len(labels), BUCKETS))
        self.labels, self.use, self.report = np.array(labels), np.array(self.used), np.array(self.where)

    def of_reports(self, odds: Any, count: int) -> list[list[Spot]]:
        """Scored spots of each report."""
        out: list[list[Spot]] = [[] for _ in range(count)]
        for number, (at, name, words), row in zip(self.where, self.spots, odds, strict=True):
            out[number].append(Spot(at, name, words, row))
        return out


def fillers(templates: Gold) -> dict[str, set[str]]:
    """The roles of each filler string of a report."""
    out: dict[str, set[str]] = {}
    for template in templates:
        for role in ROLES:
            for mention in (m for entity in template[role] for m in entity):
                out.setdefault(key(mention[0]), set()).add(role)
    return out


def strong_sentences(report: Report, found: Sequence[tuple[int, str]], wanted: dict[str, set[str]]) -> set[int]:
    """Sentences that tell an act of violence, or hold two fillers: a filler's other occurrences teach nothing."""
    held: dict[int, set[str]] = {}
    for at, name in found:
        if name in wanted:
            held.setdefault(at, set()).add(name)
    words = report.parsed.text.lower()
    told = {s.index for s in report.parsed.sentences if TRIGGER.search(words[s.start : s.end])}
    return told | {at for at, names in held.items() if len(names) > 1}


def spotters(matrix: Any, labels: Any) -> list[Any]:
    """A linear model a role."""
    return [
        SGDClassifier(loss="log_loss", alpha=SPOT_STRENGTH, average=True, max_iter=SPOT_ROUNDS, tol=None, random_state=SEED).fit(
            matrix, labels[:, r]
        )
        for r in range(len(ROLES))
    ]


def kind_matrix(read: Sequence[Report]) -> Any:
    """The buckets of each report for its incident types."""
    found = [buckets(kind_features(report)) for report in read]
    ends = np.cumsum([0, *map(len, found)])
    scale = np.repeat(1 / np.sqrt(np.maximum(np.diff(ends), 1)), np.diff(ends)).astype(np.float32)
    return csr_matrix((scale, np.concatenate(found), ends), shape=(len(found), BUCKETS))


def kind_labels(gold: Sequence[Gold]) -> Any:
    """Which types each report has, and whether any."""
    return np.array([[*(any(t in x["incident_type"] for x in g) for t in TYPES), bool(g)] for g in gold])


def kind_models(matrix: Any, labels: Any) -> list[Any]:
    """A linear model a type; None for one with too few reports."""
    return [
        LogisticRegression(C=KIND_STRENGTH, solver="liblinear").fit(matrix, column) if column.sum() >= FEW else None
        for column in labels.T
    ]


def odds_of(models: Sequence[Any], matrix: Any) -> Any:
    """Log odds of each label."""
    return np.stack([np.full(matrix.shape[0], -9.0) if m is None else m.decision_function(matrix) for m in models], 1).astype(
        np.float32
    )


def out_of_fold(fit: Callable[[Any, Any], Sequence[Any]], matrix: Any, labels: Any, folds: Any, use: Any) -> Any:
    """Log odds by models that have not seen the report."""
    out = np.zeros(labels.shape, np.float32)
    for fold in range(FOLDS):
        out[folds == fold] = odds_of(fit(matrix[(folds != fold) & use], labels[(folds != fold) & use]), matrix[folds == fold])
    return out


def tree_table(found: Sequence[Sequence[Phrase]], gold: Sequence[Gold]) -> tuple[Any, Any, Any, Any]:
    """Features, truth, role and report of every phrase."""
    wanted = [fillers(templates) for templates in gold]
    flat = [(n, p) for n, group in enumerate(found) for p in group]
    features = np.stack([p.features for _, p in flat])
    truth = np.array([ROLES[p.role] in wanted[n].get(p.key, ()) for n, p in flat])
    return features, truth, np.array([p.role for _, p in flat]), np.array([n for n, _ in flat])


def grown(features: Any, truth: Any) -> Any:
    """Boosted trees of one role."""
    return HistGradientBoostingClassifier(random_state=SEED, **TREES).fit(features, truth)


def nodes_of(model: Any) -> Any:
    """Rows for `evals.muc.model.Trees`."""
    out = []
    for number, (tree,) in enumerate(model._predictors):
        for node in tree.nodes:
            feature = -1 if node["is_leaf"] else node["feature_idx"]
            out.append([number, feature, node["num_threshold"], node["left"], node["right"], node["value"]])
    return np.array(out, np.float32)


def packed(models: Sequence[Any]) -> dict[str, Any]:
    """Weights of linear models as eighths of a byte's range, with a scale a label; the outermost are clipped."""
    weights = np.stack([np.zeros(BUCKETS) if m is None else m.coef_[0] for m in models], 1)
    scale = np.array([np.quantile(np.abs(c[c != 0]), 0.9998) / 127 if c.any() else 1.0 for c in weights.T])
    bias = np.array([-9.0 if m is None else m.intercept_[0] for m in models], np.float32)
    return {"": np.clip(np.round(weights / scale), -127, 127).astype(np.int8), "_scale": scale.astype(np.float32), "_bias": bias}


def decider_models(facts: Any, labels: Any) -> list[Any]:
    """A linear model a type over what is known of the fillers."""
    return [
        LogisticRegression(C=DECIDER_STRENGTH, max_iter=1000).fit(facts, column) if column.sum() >= FEW else None
        for column in labels.T
    ]


def silent(size: int) -> Any:
    """Weights that never say a type."""
    return np.append(np.zeros(size), -9.0)


def belongs_models(matrix: Any, labels: Any) -> list[Any]:
    """One linear model for all types."""
    return [LogisticRegression(C=BELONGS_STRENGTH, solver="liblinear").fit(matrix, labels[:, 0])]


class Pairs:
    """Fillers with the types of their report; those of reports with several types teach."""

    def __init__(self, read: Sequence[Report], gold: Sequence[Gold], found: Sequence[Sequence[Phrase]]) -> None:
        found_rows, labels, use, self.names, where = [], [], [], [], []
        for number, (report, templates, group) in enumerate(zip(read, gold, found, strict=True)):
            held = {t: fillers([x for x in templates if t in x["incident_type"]]) for t in TYPES[:4]}
            several = sum(bool(any(t in x["incident_type"] for x in templates)) for t in TYPES) > 1
            for phrase in group:
                role = ROLES[phrase.role]
                is_gold = any(role in h.get(phrase.key, ()) for h in held.values())
                for kind in TYPES[:4]:
                    if (is_gold and several) or phrase.features[0] > WORTH:
                        found_rows.append(buckets(belonging(report, phrase, kind)))
                        labels.append([role in held[kind].get(phrase.key, ())])
                        use.append(is_gold and several and any(kind in x["incident_type"] for x in templates))
                        self.names.append((role, phrase.key, kind))
                        where.append(number)
        ends = np.cumsum([0, *map(len, found_rows)])
        scale = np.repeat(1 / np.sqrt(np.maximum(np.diff(ends), 1)), np.diff(ends)).astype(np.float32)
        self.matrix = csr_matrix((scale, np.concatenate(found_rows), ends), shape=(len(labels), BUCKETS))
        self.labels, self.use, self.report = np.array(labels), np.array(use), np.array(where)

    def of_reports(self, odds: Any, count: int) -> list[dict[tuple[str, str, str], float]]:
        """Odds of each filler and type, a report each."""
        out: list[dict[tuple[str, str, str], float]] = [{} for _ in range(count)]
        for number, name, row in zip(self.report, self.names, odds, strict=True):
            out[number][name] = float(row[0])
        return out


class Cast(NamedTuple):
    """What cross-validation says of one report, ready to be filled into templates."""

    report: Report
    kinds: Any
    found: Sequence[Phrase]
    chances: Any
    belongs: dict[tuple[str, str, str], float]


class Tuning:
    """Limits on cross-validated odds that give the best template F1."""

    def __init__(self, scorer: Any, gold: dict[str, Any], casts: Sequence[Cast]) -> None:
        self.scorer, self.gold, self.casts = scorer, gold, casts
        self.kind_limits = np.full(len(TYPES) + 1, logit(0.35), np.float32)
        self.role_limits = np.full(len(ROLES), 0.35, np.float32)
        self.belongs_limit = np.full(1, -2.0, np.float32)

    def predictions(self) -> dict[str, Any]:
        """Templates under the present limits."""
        return {docid: self._one(cast) for docid, cast in zip(self.gold, self.casts, strict=True)}

    def _one(self, cast: Cast) -> list[dict[str, Any]]:
        chosen = types(cast.kinds, self.kind_limits)
        if not chosen:
            return []
        fillers = sure(cast.found, cast.chances, self.role_limits)
        limit = self.belongs_limit[0]
        said = filled(chosen, fillers, lambda p, kind: cast.belongs.get((ROLES[p.role], p.key, kind), 0.0) > limit)
        normal = self.scorer.normalise
        return [{"incident_type": t["incident_type"], **{r: [[normal(m) for m in e] for e in t[r]] for r in ROLES}} for t in said]

    def figure(self) -> float:
        """Template F1."""
        found = self.predictions()
        counts = np.array([self.scorer.gtt_counts(found[d], self.gold[d]) for d in self.gold], float).sum(0)
        return float(self.scorer.f1(*counts)[2])

    def climb(self, rounds: int = 2) -> None:
        """One limit at a time."""
        best = self.figure()
        steps = (
            (self.role_limits, ROLE_LIMITS),
            (self.kind_limits, [logit(p) for p in KIND_LIMITS]),
            (self.belongs_limit, BELONGS_LIMITS),
        )
        for _ in range(rounds):
            for limits, at, value in ((li, at, value) for li, tried in steps for at in range(len(li)) for value in tried):
                before, limits[at] = float(limits[at]), value
                figure = self.figure()
                if figure > best:
                    best = figure
                else:
                    limits[at] = before


def logit(p: float) -> float:
    """Log odds of a probability."""
    return float(np.log(p / (1 - p)))


def scorer_of(folder: Path) -> Any:
    """The scorer that lies beside the corpora."""
    spec = importlib.util.spec_from_file_location("muc4_scorer", folder.parents[1] / "score" / "muc4.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_part(folder: Path, cache: Path | None, part: str) -> tuple[list[Report], list[Gold]]:
    """Reports and templates of a part."""
    path = folder / "gtt" / f"{part}.json"
    gold = [json.loads(line)["templates"] for line in path.read_text("utf-8").splitlines()]
    kept = cache / f"{part}.reports" if cache else None
    if kept and kept.exists():
        found = pickle.loads(kept.read_bytes())  # noqa: S301 -- our own file
        return list(found.values()) if isinstance(found, dict) else found, gold
    read = list(reports(path))
    if kept:
        kept.write_bytes(pickle.dumps(read))
    return read, gold


def role_chances(features: Any, truth: Any, roles: Any, folds: Any) -> Any:
    """The chance of each phrase in its role by trees of the folds without it, with the figures printed."""
    chance = np.zeros(len(truth), np.float32)
    for role in range(len(ROLES)):
        for fold in range(FOLDS):
            seen, unseen = (roles == role) & (folds != fold), (roles == role) & (folds == fold)
            chance[unseen] = grown(features[seen], truth[seen]).predict_proba(features[unseen])[:, 1]
    found = [round(average_precision_score(truth[roles == r], chance[roles == r]), 3) for r in range(len(ROLES))]
    print("roles AP", found, flush=True)
    return chance


def main() -> None:
    """Cross-validate, then train on all and write the weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cache", type=Path)
    args = parser.parse_args()
    folder = need("muc4")
    scorer = scorer_of(folder)
    read, gold = read_part(folder, args.cache, "train")
    folds = np.random.default_rng(SEED).permutation(len(read)) % FOLDS
    table = Rows(read, gold)
    print(f"{len(read)} reports, {len(table.labels)} candidates", flush=True)
    odds = out_of_fold(spotters, table.matrix, table.labels, folds[table.report], table.use)
    print("spots AP", [round(average_precision_score(table.labels[:, r], odds[:, r]), 3) for r in range(len(ROLES))], flush=True)
    matrix, labels = kind_matrix(read), kind_labels(gold)
    kinds = out_of_fold(kind_models, matrix, labels, folds, np.ones(len(read), bool))
    print("types AP", [round(average_precision_score(c, k), 3) for c, k in zip(labels.T, kinds.T, strict=True)], flush=True)
    found = [phrases(spots, k) for spots, k in zip(table.of_reports(odds, len(read)), kinds, strict=True)]
    features, truth, roles, of_report = tree_table(found, gold)
    chance = role_chances(features, truth, roles, folds[of_report])
    by_report = [chance[of_report == n] for n in range(len(read))]
    facts = np.stack([evidence(*three) for three in zip(kinds, found, by_report, strict=True)])
    decided = out_of_fold(decider_models, facts, labels, folds, np.ones(len(read), bool))
    print("types AP, fillers known", [round(average_precision_score(c, k), 3) for c, k in zip(labels.T, decided.T, strict=True)])
    pairs = Pairs(read, gold, found)
    odds = out_of_fold(belongs_models, pairs.matrix, pairs.labels, folds[pairs.report], pairs.use)
    taught = pairs.labels[pairs.use]
    print(f"belonging AP {average_precision_score(taught, odds[pairs.use]):.3f} of {taught.mean():.3f}", flush=True)
    casts = [Cast(*five) for five in zip(read, decided, found, by_report, pairs.of_reports(odds, len(read)), strict=True)]
    tuning = Tuning(scorer, scorer.read_gold(folder / "gtt" / "train.json"), casts)
    tuning.climb()
    for name, row in scorer.score(tuning.gold, tuning.predictions()).items():
        print(f"cross-validated {name} P {row['P']:.3f} R {row['R']:.3f} F1 {row['F1']:.3f}", flush=True)
    write(table, (matrix, labels, facts), (features, truth, roles), pairs, tuning)


def write(table: Rows, types_of: tuple[Any, Any, Any], phrases_of: tuple[Any, Any, Any], pairs: "Pairs", tuning: Tuning) -> None:
    """Train on everything and store."""
    features, truth, roles = phrases_of
    matrix, labels, facts = types_of
    deciders = decider_models(facts, labels)
    weights = [np.append(m.coef_[0], m.intercept_[0]) if m else silent(facts.shape[1]) for m in deciders]
    trees = [grown(features[roles == r], truth[roles == r]) for r in range(len(ROLES))]
    nodes = [nodes_of(t) for t in trees]
    arrays = {
        **{f"spots{k}": v for k, v in packed(spotters(table.matrix[table.use], table.labels[table.use])).items()},
        **{f"kinds{k}": v for k, v in packed(kind_models(matrix, labels)).items()},
        "nodes": np.concatenate(nodes),
        "of_role": np.concatenate([np.full(len(n), r) for r, n in enumerate(nodes)]).astype(np.int8),
        "tree_bias": np.array([t._baseline_prediction.ravel()[0] for t in trees], np.float32),
        **{f"belongs{k}": v for k, v in packed(belongs_models(pairs.matrix[pairs.use], pairs.labels[pairs.use])).items()},
        "deciders": np.stack(weights, 1).astype(np.float32),
        "belongs_limit": tuning.belongs_limit[0],
        "kind_limits": tuning.kind_limits,
        "role_limits": tuning.role_limits,
    }
    Model(arrays)
    np.savez_compressed(WEIGHTS, **arrays)
    print(f"{WEIGHTS.name} {WEIGHTS.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
