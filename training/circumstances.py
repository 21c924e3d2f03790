"""Train and measure what dates and places an event.

    python training/circumstances.py [--data DIR]    cross-validated and gold figures, then the models into the package

Events come from the annotations (act and evidence sentences), with the words that `almenara.coding.acts` takes for their
triggers, so the figures are those of dates and places alone.
DIR is ALMENARA_DATA unless given. Needs a built gazetteer.
Parses are kept in --cache (a pickle of your own making; never load one that you did not write).
"""

import argparse
import json
import os
import pickle
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from roles import evidence_of
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from almenara import language
from almenara.coding.acts.model import Model as ActModel
from almenara.coding.acts.reading import Reading
from almenara.coding.acts.triggers import trigger
from almenara.coding.circumstances import dating, place_features, place_roles, placing
from almenara.coding.circumstances.place_candidates import Occurrence, Sites
from almenara.coding.circumstances.scorer import Scorer
from almenara.coding.circumstances.tellings import Tellings
from almenara.coding.draft import ActMention, EventDraft
from almenara.coding.quantities import Quantities
from almenara.language import Parsed
from almenara.model import Document
from almenara.places import Gazetteer, locate
from almenara.scoring.words import same_name

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "src/almenara/coding/circumstances/data"
SEED, FOLDS, MIN_COUNT = 7, 5, 2
PENALTY = {"dates": 8.0, "places": 20.0, "inherited": 25.0, "place_roles": 3.0}  # of the squared weights
LEAST = {"places": 0.32, "inherited": 0.27}  # about half the F1 that can be had, where F1 is at its best
LENGTHS = {"day": 10, "week": 10, "month": 7, "season": 7, "year": 4, "decade": 3}

Options = list[tuple[list[str], bool]]  # features of each, and whether it is right
Event = dict[str, Any]


class Article:
    """One annotated document: its parse, and the events whose evidence the text holds, as drafts."""

    def __init__(self, parsed: Parsed, coding: dict[str, Any], gazetteer: Gazetteer) -> None:
        self.parsed = parsed
        self.quantities = Quantities(parsed)
        reading = Reading(parsed)
        pairs = [(e, draft_of(reading, e, tuple(evidence_of(parsed, e["evidence"])))) for e in coding["events"]]
        self.events: list[Event] = [e for e, d in pairs if d]
        self.drafts: list[EventDraft] = [d for _, d in pairs if d]
        self.tellings = Tellings(parsed, self.drafts)
        names = [(n.start, n.end, n.label) for n in parsed.names]
        self.sites = Sites(self.tellings, locate(parsed.text, parsed.language, names, gazetteer))
        self.places = [[(p["name"], p["role"]) for p in e.get("places") or []] for e in self.events]

    def is_right(self, number: int, mention: Occurrence) -> bool:
        """Whether a mention names an annotated place of an event."""
        found = self.sites.located[mention.located]
        return any(same_name(found.text, name) for name, _ in self.places[number])


def draft_of(reading: Reading, event: Event, sentences: Sequence[int]) -> EventDraft | None:
    """An annotated event as the road drafts it from the sentences of its evidence, None where the text does not hold it."""
    mentions = []
    for sentence in sentences:
        found = trigger(reading, sentence, event["act"], ActModel.shipped().triggers)
        mentions.append(ActMention(event["act"], sentence, (found.first, found.last) if found else None, 1.0, "annotator"))
    return EventDraft(event["act"], tuple(mentions), event["reality"], bool(event["background"]), 1.0) if mentions else None


def load(data: Path, part: str, cache: Path | None) -> list[Article]:
    """The articles of a part of the corpus, parsed."""
    kept = cache / f"circumstances-{part}.pkl" if cache else None
    parses: dict[str, Parsed] = pickle.loads(kept.read_bytes()) if kept and kept.exists() else {}  # noqa: S301
    out, gazetteer = [], Gazetteer()
    for path in sorted((data / part / "docs").glob("*.json")):
        raw = json.loads(path.read_text("utf-8"))
        if raw["id"] not in parses:
            known = {key: raw.get(key) for key in ("id", "title", "text", "language", "published")}
            parses[raw["id"]] = language.load(raw["language"]).parse(Document(**known))
        out.append(Article(parses[raw["id"]], json.loads((data / part / "codings" / path.name).read_text("utf-8")), gazetteer))
    if kept:
        kept.write_bytes(pickle.dumps(parses))
    return out


def same_date(start: str | None, gold: Event) -> bool:
    """Whether a start agrees with the annotated date, as the scorer of whole records sees it."""
    wanted = (gold.get("date") or {}).get("start")
    if not wanted or not start:
        return not wanted and not start
    if wanted.startswith("XXXX") or start.startswith("XXXX"):
        return bool(start[4:] == wanted[4:])
    length = LENGTHS.get(gold["date"]["precision"], 10)
    return bool(start[:length] == wanted[:length])


def date_groups(article: Article) -> list[Options]:
    """The options of each event; the right one is that with the annotated date, else no date."""
    out = []
    for number, event in enumerate(article.events):
        options = dating.options(article.tellings, number, article.quantities)
        rights = [c is not None and date_fits(article, number, c, event) for c, _ in options]
        rights[0] = not any(rights)
        out.append([(f, right) for (_, f), right in zip(options, rights, strict=True)])
    return out


def date_fits(article: Article, number: int, candidate: Any, event: Event) -> bool:
    """Whether an expression gives the annotated date, or stands in its words where that has no start."""
    if not event.get("date"):
        return False
    found = dating.made(article.tellings, number, candidate, article.quantities)
    if event["date"].get("start") is None:
        return found.start is None and (found.text in event["date"]["text"] or event["date"]["text"] in found.text)
    return same_date(found.start, event)


def fit(groups: Sequence[Options], penalty: float) -> Scorer:
    """Weights under which the right options of each group outweigh the others (a conditional logit)."""
    names: dict[str, int] = {}
    counts: dict[str, int] = {}
    for group in groups:
        for features, _ in group:
            for f in set(features):
                counts[f] = counts.get(f, 0) + 1
    names = {f: k for k, f in enumerate(sorted(f for f, n in counts.items() if n >= MIN_COUNT))}
    rows = [sorted({names[f] for f in features if f in names}) for group in groups for features, _ in group]
    matrix = to_matrix(rows, len(names))
    right = np.array([r for group in groups for _, r in group])
    owner = np.repeat(np.arange(len(groups)), [len(g) for g in groups])

    def loss(weights: Any) -> tuple[float, Any]:
        scores = matrix @ weights
        every, good = softmax(scores, owner, np.ones_like(right)), softmax(scores, owner, right)
        value = (every[0] - good[0]).sum() + 0.5 * penalty * weights @ weights
        return value, matrix.T @ (every[1] - good[1]) + penalty * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return Scorer(dict(zip(names, found.x.tolist(), strict=True)))


def softmax(scores: Any, owner: Any, mask: Any) -> tuple[Any, Any]:
    """(log of the sum of exponentials of each group, share of each option in its group) over the options in `mask`."""
    powers = np.where(mask, np.exp(scores), 0.0)
    sums = np.bincount(owner, powers)
    return np.log(sums), powers / sums[owner]


def to_matrix(rows: Sequence[Sequence[int]], width: int) -> csr_matrix:
    """Rows of column numbers as a sparse matrix of ones."""
    pointers = np.cumsum([0, *map(len, rows)])
    columns = np.concatenate([np.array(r, np.int32) for r in rows])
    return csr_matrix((np.ones(len(columns)), columns, pointers), (len(rows), width))


def folds(articles: Sequence[Article]) -> Iterable[tuple[list[int], list[int]]]:
    """(train, held out) numbers of articles."""
    order = np.random.default_rng(SEED).permutation(len(articles)).tolist()
    for k in range(FOLDS):
        held = set(order[k::FOLDS])
        yield [n for n in range(len(articles)) if n not in held], sorted(held)


def date_hits(article: Article, groups: Sequence[Options], scorer: Scorer) -> list[bool]:
    """Whether each event gets the annotated date."""
    out = []
    for number, event in enumerate(article.events):
        options = dating.options(article.tellings, number, article.quantities)
        scores = [scorer.score(f) for f, _ in groups[number]]
        best = options[int(np.argmax(scores))][0]
        found = dating.made(article.tellings, number, best, article.quantities).start if best else None
        out.append(same_date(found, event))
    return out


def report_dates(results: Sequence[tuple[str, list[bool]]], title: str) -> None:
    """Print the share of right dates in all and by language."""
    for lang in ("all", "en", "es"):
        hits = [h for name, found in results for h in found if lang in ("all", name)]
        print(f"dates {title:6} {lang:4} {np.mean(hits):.3f} of {len(hits)}")


def train_dates(train: Sequence[Article], gold: Sequence[Article]) -> dict[str, Scorer]:
    """Cross-validate, measure on gold, and return the scorer of all of train."""
    groups = [date_groups(a) for a in train]
    results = []
    for inside, held in folds(train):
        scorer = fit([g for n in inside for g in groups[n]], PENALTY["dates"])
        results += [(train[n].parsed.language, date_hits(train[n], groups[n], scorer)) for n in held]
    report_dates(results, "cv")
    scorer = fit([g for found in groups for g in found], PENALTY["dates"])
    report_dates([(a.parsed.language, date_hits(a, date_groups(a), scorer)) for a in gold], "gold")
    return {"dates": scorer}


def told_groups(article: Article) -> list[list[tuple[Occurrence, Options]]]:
    """For each event the places that its sentences name, each as a choice of its own between none and itself."""
    out = []
    for number in range(len(article.events)):
        found = []
        for site, mentions in article.sites.told(number):
            features = list(place_features.told(article.sites, number, site, mentions))
            right = any(article.is_right(number, m) for m in mentions)
            found.append((placing.best_mention(article.sites, mentions), [([], not right), (features, right)]))
        out.append(found)
    return out


def heir_groups(article: Article) -> list[tuple[list[Occurrence | None], Options]]:
    """For each event the places that it may inherit, none being right where no annotated place is among them."""
    out = []
    for number in range(len(article.events)):
        options = placing.heirs(article.sites, number)
        rights = [m is not None and article.is_right(number, m) for _, m, _ in options]
        rights[0] = not any(rights)
        out.append(([m for _, m, _ in options], [(list(f), r) for (_, _, f), r in zip(options, rights, strict=True)]))
    return out


class Placed:
    """The groups of one article; those of inherited places follow once it is settled which places are told."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.told = told_groups(article)

    def told_choices(self) -> list[Options]:
        """Every choice among named places."""
        return [options for found in self.told for _, options in found]

    def settled(self, told: Scorer) -> list[list[Occurrence]]:
        """The places that each event keeps of those that its sentences name; the article's sites note them."""
        sites, out = self.article.sites, []
        for found in self.told:
            scored = sorted(((told.probability(o[1][0]), m) for m, o in found), key=lambda pair: -pair[0])
            out.append([m for _, m in placing.keep(sites, scored, told.threshold)])
        sites.settle(out)
        return out

    def heir_choices(self) -> list[Options]:
        """The choices of events whose own sentences hold no annotated place."""
        pairs = zip(self.told, heir_groups(self.article), strict=True)
        return [options for found, (_, options) in pairs if not any(o[1][1] for _, o in found)]


def fit_told(placed: Iterable[Placed]) -> Scorer:
    """The scorer of named places."""
    scorer = fit([c for p in placed for c in p.told_choices()], PENALTY["places"])
    scorer.threshold = LEAST["places"]
    return scorer


def fit_places(placed: Iterable[Placed]) -> tuple[Scorer, Scorer]:
    """The scorers of named and of inherited places; what the latter sees as told comes from a scorer of the other half."""
    known = list(placed)
    halves = known[::2], known[1::2]
    for half, other in (halves, halves[::-1]):
        scorer = fit_told(other)
        for p in half:
            p.settled(scorer)
    inherited = fit([c for p in known for c in p.heir_choices()], PENALTY["inherited"])
    inherited.threshold = LEAST["inherited"]
    return fit_told(known), inherited


def predict_places(placed: Placed, scorers: tuple[Scorer, Scorer]) -> list[list[str]]:
    """The names of the places of each event, as the package chooses them."""
    told, inherited = scorers
    located = placed.article.sites.located
    out = []
    for kept, (mentions, options) in zip(placed.settled(told), heir_groups(placed.article), strict=True):
        if not kept:
            shares = inherited.shares([f for f, _ in options])[1:]
            share, best = max(zip(shares, mentions[1:], strict=True), default=(0.0, None), key=lambda pair: pair[0])
            out.append([located[best.located].text] if best and share >= inherited.threshold else [])
        else:
            out.append([located[m.located].text for m in kept])
    return out


def place_tally(placed: Placed, names: Sequence[list[str]]) -> list[tuple[int, int, int]]:
    """(hits, predicted, annotated) of each event."""
    out = []
    for found, wanted in zip(names, placed.article.places, strict=True):
        left = [n for n, _ in wanted]
        for name in found:
            hit = next((n for n in left if same_name(name, n)), None)
            if hit is not None:
                left.remove(hit)
        out.append((len(wanted) - len(left), len(found), len(wanted)))
    return out


def report_places(results: Sequence[tuple[str, list[tuple[int, int, int]]]], title: str) -> None:
    """Print precision, recall and F1 in all and by language."""
    for lang in ("en", "es", "all"):
        rows = [t for name, tallies in results for t in tallies if lang in ("all", name)]
        hit, pred, gold = (sum(t[k] for t in rows) for k in range(3))
        f1 = 2 * hit / max(pred + gold, 1)
        print(
            f"places {title:12} {lang:4} P {hit / max(pred, 1):.3f} R {hit / max(gold, 1):.3f} F1 {f1:.3f} ({hit}/{pred}/{gold})"
        )


def train_places(train: Sequence[Article], gold: Sequence[Article]) -> dict[str, Scorer]:
    """Cross-validate, measure on gold, and return the scorers of all of train."""
    placed = [Placed(a) for a in train]
    results = []
    for inside, held in folds(train):
        scorers = fit_places(placed[n] for n in inside)
        results += [(train[n].parsed.language, place_tally(placed[n], predict_places(placed[n], scorers))) for n in held]
    report_places(results, "cv")
    told, inherited = fit_places(placed)
    of_gold = [Placed(a) for a in gold]
    found = [place_tally(p, predict_places(p, (told, inherited))) for p in of_gold]
    report_places([(a.parsed.language, tally) for a, tally in zip(gold, found, strict=True)], "gold")
    return {"places": told, "inherited": inherited}


def role_groups(article: Article) -> list[Options]:
    """The roles of the places that were annotated, as they stand in the event's sentences or outside them."""
    out = []
    for number, wanted in enumerate(article.places):
        mentions = [(placing.best_mention(article.sites, ms), False) for _, ms in article.sites.told(number)]
        mentions += [(m, True) for _, m in article.sites.around(number)]
        for name, role in wanted:
            text = article.sites.located
            found = next(((m, i) for m, i in mentions if same_name(text[m.located].text, name)), None)
            if found:
                seen = list(place_roles.features(article.sites, number, found[0], inherited=found[1]))
                out.append([([f"{r}|{f}" for f in seen], r == role) for r in place_roles.ROLES])
    return out


def train_roles(train: Sequence[Article], gold: Sequence[Article]) -> dict[str, Scorer]:
    """Cross-validate the roles of places, measure on gold, and return the scorer of all of train."""
    groups = [role_groups(a) for a in train]
    hits = []
    for inside, held in folds(train):
        scorer = fit([g for n in inside for g in groups[n]], PENALTY["place_roles"])
        hits += [is_best(scorer, g) for n in held for g in groups[n]]
    scorer = fit([g for found in groups for g in found], PENALTY["place_roles"])
    of_gold = [is_best(scorer, g) for a in gold for g in role_groups(a)]
    print(f"place roles cv {np.mean(hits):.3f} of {len(hits)}, gold {np.mean(of_gold):.3f} of {len(of_gold)}")
    return {"place_roles": scorer}


def is_best(scorer: Scorer, options: Options) -> bool:
    """Whether the right option outweighs the others."""
    return options[int(np.argmax([scorer.score(f) for f, _ in options]))][1]


TASKS: dict[str, Callable[[Sequence[Article], Sequence[Article]], dict[str, Scorer]]] = {
    "dates": train_dates,
    "places": train_places,
    "place_roles": train_roles,
}


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("ALMENARA_DATA") or ROOT.parent / "shared" / "data"))
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--only", choices=TASKS)
    options = parser.parse_args()
    train, gold = load(options.data, "train", options.cache), load(options.data, "gold", options.cache)
    for name, task in TASKS.items():
        if options.only in (None, name):
            for file, scorer in task(train, gold).items():
                scorer.save(OUT / f"{file}.npz")


if __name__ == "__main__":
    main()
