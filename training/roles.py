"""Train and measure the role model: who takes part in an event, and as what.

    python training/roles.py --data DIR            cross-validated figures, then the model into src/almenara/coding/roles/data
    python training/roles.py --data DIR --measure  figures of the shipped model on DIR/gold

DIR may also stand in ALMENARA_DATA. roles.toml holds our own sentences, always learned from and never measured on.
Events come from the annotations (act and evidence sentences), so the figures are those of participants alone.
--cache holds {part}.pkl, a pickle of {id: (document, coding, parse)}, made where it is absent; --scores holds
dense_{part}.pkl, the reader's scores of each article by a model trained without it ({id: {layer: array}}). Both are pickles
of your own making; never load one that you did not write.
"""

import argparse
import json
import os
import pickle
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from almenara import language
from almenara.coding import entities as entities_of
from almenara.coding.draft import ActMention, EventDraft
from almenara.coding.roles import context, learn
from almenara.coding.roles.candidates import Candidate
from almenara.coding.roles.context import Neighbours
from almenara.coding.roles.lemmas import can_be_trigger, likely_triggers
from almenara.coding.roles.model import ROLES, Model
from almenara.coding.roles.participants import decode
from almenara.language import Parsed
from almenara.model import Document
from almenara.scoring.words import content_words, same_name

OUT = Path(__file__).parent.parent / "src/almenara/coding/roles/data/roles.npz"
SEED, FOLDS, INNER, MIN_COUNT, C, C_AGAIN = 7, 5, 3, 2, 0.08, 0.01
LIMIT = 0.32  # over found events, some of which are none, a little above what is best with events given
LABELS = (*ROLES, "none")

Found = list[tuple[str, str, float]]
Wanted = list[tuple[str, str]]


class Article:
    """One annotated document: its parse, entities, and events as (draft, wanted participants)."""

    def __init__(self, parsed: Parsed, coding: dict[str, Any]) -> None:
        self.parsed = parsed
        self.entities = entities_of.find(parsed)
        self.events = []
        for event in coding["events"]:
            wanted = [(p["role"], p["name"]) for p in event.get("participants") or []]
            self.events.append((event, evidence_of(parsed, event["evidence"]), wanted))

    def drafts(self, weights: Mapping[str, float]) -> Iterator[tuple[EventDraft | None, Wanted]]:
        """The events as drafts; their triggers are the likeliest words of their evidence."""
        for event, evidence, wanted in self.events:
            yield draft_of(self.parsed, event, evidence, weights), wanted


def evidence_of(parsed: Parsed, quotes: Iterable[str]) -> dict[int, tuple[int, int]]:
    """Token ranges of the evidence in each sentence that it touches with 15 characters or more."""
    found: dict[int, tuple[int, int]] = {}
    for quote in quotes:
        start = parsed.text.find(quote)
        for s in parsed.sentences:
            shared = min(s.end, start + len(quote)) - max(s.start, start)
            if start >= 0 and shared >= min(15, s.end - s.start) and s.index not in found:
                inside = [t.index for t in parsed.tokens_of(s) if t.start < start + len(quote) and t.end > start]
                found[s.index] = inside[0], inside[-1] + 1
    return found


def draft_of(
    parsed: Parsed, event: dict[str, Any], evidence: Mapping[int, tuple[int, int]], weights: Mapping[str, float]
) -> EventDraft | None:
    """The event as a draft with the sentences of its evidence, or None where the text does not hold it."""
    if not evidence:
        return None
    mentions = []
    for sentence, (first, last) in evidence.items():
        likely = likely_triggers(parsed, range(first, last), event["act"], weights)
        trigger = likely[0] if likely else governor_of(parsed, first, last)
        named = None if trigger is None else (trigger, trigger + 1)
        mentions.append(ActMention(event["act"], sentence, named, 1.0, "gold"))
    return EventDraft(event["act"], tuple(mentions), event["reality"], bool(event["background"]), 1.0)


def governor_of(parsed: Parsed, first: int, last: int) -> int | None:
    """The verb that governs a clause, else its noun of action, or None."""
    heads = [i for i in range(first, last) if not first <= parsed.tokens[i].head < last or parsed.tokens[i].head == i]
    words = [i for i in (*heads, *range(first, last)) if can_be_trigger(parsed, i)]
    return words[0] if words else None


def load(data: Path, part: str, cache: Path | None, scores: Path | None) -> list[Article]:
    """The articles of a part of the corpus, parsed, with the reader's scores by models that had not seen them."""
    kept = cache / f"{part}.pkl" if cache else None
    known: dict[str, Any] = pickle.loads(kept.read_bytes()) if kept and kept.exists() else {}  # noqa: S301
    if not known:
        for path in sorted((data / part / "docs").glob("*.json")):
            raw, coding = (json.loads((data / part / f / path.name).read_text("utf-8")) for f in ("docs", "codings"))
            document = Document(id=raw["id"], text=raw["text"], language=raw["language"])
            known[raw["id"]] = raw, coding, language.load(raw["language"]).parse(document)
        if kept:
            kept.write_bytes(pickle.dumps(known))
    said = pickle.loads((scores / f"dense_{part}.pkl").read_bytes()) if scores else {}  # noqa: S301
    out = []
    for name, (_, coding, parsed) in sorted(known.items()):
        if part == "train" or name in said:
            parsed.scores = said.get(name, {})  # those of the parse itself come from a model that has seen the article
        out.append(Article(parsed, coding))
    return out


def invented() -> list[Article]:
    """Our own sentences (roles.toml), one article each."""
    out = []
    for code, lines in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8")).items():
        for line in lines:
            act, text, roles = line.split(" | ")
            wanted = [dict(zip(("role", "name"), pair.split(": "), strict=True)) for pair in roles.split("; ")]
            event = {"act": act, "reality": "occurred", "background": False, "participants": wanted, "evidence": [text]}
            parsed = language.load(code).parse(Document(id=act, text=text, language=code))  # type: ignore[arg-type]
            out.append(Article(parsed, {"events": [event]}))
    return out


def trigger_weights(articles: Sequence[Article]) -> dict[str, float]:
    """Words that tell an act apart: pointwise mutual information with the act, damped for rare words."""
    by_act: dict[str, Counter[str]] = defaultdict(Counter)
    acts: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for article in articles:
        parsed = article.parsed
        seen = set()
        for event, evidence, _ in article.events:
            inside = [i for first, last in evidence.values() for i in range(first, last)]
            seen |= {(event["act"], parsed.tokens[i].lemma) for i in inside if can_be_trigger(parsed, i)}
        acts.update(act for act, _ in {(a, "") for a, _ in seen})
        words.update(w for _, w in seen)
        for act, word in sorted(seen):
            by_act[act][word] += 1
    total = sum(words.values())
    sizes = {act: sum(c.values()) for act, c in by_act.items()}
    out = {}
    for act, counter in by_act.items():
        for word, count in counter.items():
            odds = np.log((count + 0.1) * total / (sizes[act] * (words[word] + 1.0)))
            if count >= 2 and odds > 0.5:
                out[f"{act}|{word}"] = float(odds * min(1.0, (count / acts[act]) ** 0.5 * 2))
    return out


class Example(NamedTuple):
    """One event: the features of its candidates, how they hang together, and the number of each one's role."""

    features: list[set[str]]
    near: Neighbours
    signs: np.ndarray | None
    labels: list[int]


def examples(articles: Iterable[Article], weights: Mapping[str, float]) -> list[Example]:
    """The events that have candidates."""
    out = []
    for article in articles:
        scenes = learn.Scenes(article.parsed, article.entities, weights)
        pairs = [(draft, wanted) for draft, wanted in article.drafts(weights) if draft]
        for view, (draft, wanted) in zip(scenes.views([d for d, _ in pairs]), pairs, strict=True):
            if view.candidates:
                roles = roles_of(article, draft, view.candidates, wanted)
                labels = [LABELS.index(roles.get(c.key, "none")) for c in view.candidates]
                out.append(Example(view.features, view.near, view.signs, labels))
    return out


def roles_of(article: Article, draft: EventDraft, candidates: Sequence[Candidate], wanted: Wanted) -> dict[str, str]:
    """The role of each candidate (by key) that an annotator named: by where the name stands, else by its words."""
    by_token = {o.token: c.key for c in candidates for o in c.occurrences}
    out: dict[str, str] = {}
    for role, name in wanted:
        keys = {by_token[i] for i in name_heads(article.parsed, draft, name) if i in by_token}
        if not keys:
            named = [(c.key, learn.name_of(article.parsed, article.entities, c)[0]) for c in candidates]
            close = [(shared(n, name), key) for key, n in named if same_name(n, name)]
            keys = {max(close)[1]} if close else set()
        for key in keys:
            out.setdefault(key, role)
    return out


def shared(a: str, b: str) -> float:
    """Share of the content words of two names that both have."""
    x, y = content_words(a), content_words(b)
    return len(x & y) / max(len(x | y), 1)


def name_heads(parsed: Parsed, draft: EventDraft, name: str) -> list[int]:
    """Head tokens of the places where a name stands in the event's sentences, with what is coordinated inside it."""
    out = []
    for index in draft.sentences:
        sentence = parsed.sentences[index]
        at = parsed.text.find(name, sentence.start, sentence.end)
        inside = [t for t in parsed.tokens_of(sentence) if at >= 0 and t.start < at + len(name) and t.end > at]
        if inside:
            first, last = inside[0].index, inside[-1].index + 1
            heads = [t.index for t in inside if not first <= t.head < last or t.head == t.index]
            out += heads + [t.index for t in inside if t.dep == "conj" and t.head in heads]
    return out


def fit(articles: Sequence[Article]) -> Model:
    """A model of some articles; its second look is fitted on what the first says of articles that it has not seen."""
    weights = trigger_weights(articles)
    seen = [examples([article], weights) for article in articles]
    told, read, labels = [], [], []
    for held in range(INNER):
        first = fit_first([e for k, found in enumerate(seen) if k % INNER != held for e in found], weights)
        for example in (e for k, found in enumerate(seen) if k % INNER == held for e in found):
            told.append(context.rows(first.first(example.features), example.near))
            labels += example.labels
            if example.signs is not None:
                read.append((np.hstack((told[-1], example.signs)), example.labels))
    model = fit_first([e for found in seen for e in found], weights)
    model.again = fit_again(np.concatenate(told), labels)
    if read:
        model.read = fit_again(np.concatenate([rows for rows, _ in read]), [k for _, known in read for k in known])
    return model


def fit_first(seen: Sequence[Example], weights: Mapping[str, float]) -> Model:
    """The model that sees each candidate alone."""
    rows = [features for e in seen for features in e.features]
    counts = Counter(f for features in rows for f in features)
    index = {f: k for k, f in enumerate(sorted(f for f, n in counts.items() if n >= MIN_COUNT))}
    fitted = LogisticRegression(C=C, max_iter=100, random_state=SEED)
    fitted.fit(to_matrix(rows, index), [label for e in seen for label in e.labels])
    table = np.zeros((len(index), len(LABELS)), np.float32)
    bias = np.full(len(LABELS), -10.0, np.float32)
    table[:, fitted.classes_] = fitted.coef_.T
    bias[fitted.classes_] = fitted.intercept_
    return Model(index, table, bias, weights)


def fit_again(rows: np.ndarray, labels: Sequence[int]) -> np.ndarray:
    """Weights of the second look with the bias as last row, for rows as they are (the fit sees them standardised)."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-6
    fitted = LogisticRegression(C=C_AGAIN, max_iter=500, random_state=SEED).fit((rows - mean) / spread, labels)
    out = np.zeros((rows.shape[1] + 1, len(LABELS)), np.float32)
    out[-1] = -10.0
    out[:-1, fitted.classes_] = fitted.coef_.T / spread[:, None]
    out[-1, fitted.classes_] = fitted.intercept_ - mean @ out[:-1, fitted.classes_]
    return out


def to_matrix(rows: Sequence[set[str]], index: dict[str, int]) -> csr_matrix:
    """Rows of features as a sparse matrix of ones."""
    pointers, columns = [0], []
    for features in rows:
        columns += sorted(index[f] for f in features if f in index)  # sets have no order: sums must not depend on it
        pointers.append(len(columns))
    return csr_matrix((np.ones(len(columns), np.float32), columns, pointers), (len(rows), len(index)))


def predictions(
    model: Model, articles: Iterable[Article]
) -> list[tuple[str, list[tuple[str, str, float]], list[tuple[str, str]]]]:
    """(language, predicted (role, name, probability), wanted) of every event."""
    out = []
    for article in articles:
        scenes = learn.Scenes(article.parsed, article.entities, model.triggers)
        pairs = list(article.drafts(model.triggers))
        views = iter(scenes.views([draft for draft, _ in pairs if draft]))
        for draft, wanted in pairs:
            found = decode(scenes, next(views), model, threshold=0.0) if draft else []
            out.append((article.parsed.language, [(p.role, p.name, p.confidence) for p in found], wanted))
    return out


def matched(found: Sequence[tuple[str, str, float]], wanted: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The wanted participants that were found, each by a prediction of its own."""
    left, out = list(found), []
    for role, name in wanted:
        hit = next((p for p in left if p[0] == role and same_name(p[1], name)), None)
        if hit:
            left.remove(hit)
            out.append((role, name))
    return out


def report(results: Sequence[tuple[str, Any, Any]], threshold: float, *, by_role: bool = True) -> float:
    """Print precision, recall and F1 in all, by language and by role; returns the F1 in all."""
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for lang, found, wanted in results:
        kept = [p for p in found if p[2] >= threshold]
        hits = Counter(r for r, _ in matched(kept, wanted))
        for role in ROLES:
            pred, gold = sum(p[0] == role for p in kept), sum(r == role for r, _ in wanted)
            for key in ("all", lang, role):
                for k, n in enumerate((hits[role], pred, gold)):
                    tally[key][k] += n
    for key, (hit, pred, gold) in tally.items():
        p, r = hit / max(pred, 1), hit / max(gold, 1)
        if by_role or key == "all":
            print(f"{threshold:.2f} {key:12} P {p:.3f} R {r:.3f} F1 {2 * p * r / max(p + r, 1e-9):.3f}  ({hit}/{pred}/{gold})")
    hit, pred, gold = tally["all"]
    return 2 * hit / max(pred + gold, 1)


def cross_validate(articles: Sequence[Article], own: Sequence[Article]) -> list[tuple[str, Any, Any]]:
    """Predictions for every article by a model that has not seen it; our `own` are always learned from."""
    order = list(range(len(articles)))
    np.random.default_rng(SEED).shuffle(order)
    out = []
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS])
        model = fit([*(a for k, a in enumerate(articles) if k not in held), *own])
        out += predictions(model, [articles[k] for k in sorted(held)])
    return out


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("ALMENARA_DATA"), required="ALMENARA_DATA" not in os.environ)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--scores", type=Path)
    parser.add_argument("--measure", action="store_true")
    options = parser.parse_args()
    if options.measure:
        report(predictions(Model.shipped(), load(options.data, "gold", options.cache, options.scores)), Model.shipped().threshold)
        return
    articles = load(options.data, "train", options.cache, options.scores)
    own = invented()
    results = cross_validate(articles, own)
    for threshold in range(16, 40, 4):
        report(results, threshold / 100, by_role=False)
    report(results, LIMIT)
    fit([*articles, *own]).save(OUT, LIMIT)


if __name__ == "__main__":
    main()
