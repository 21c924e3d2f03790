"""Agreement of codings with gold: the table that decides whether a change is better."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from almenara.scoring import agree
from almenara.scoring.agree import Item
from almenara.scoring.assign import match

KINDS = ("events_strict", "events_lenient", "places", "participants", "counts", "arguments", "claims", "forecasts", "figures")
OVERALL = ("events_strict", "arguments", "claims", "forecasts", "figures")
EMPTY: Item = {"document": {"text": ""}, "events": [], "claims": [], "forecasts": [], "figures": []}


@dataclass
class Tally:
    """Hits, found and gold items of one kind."""

    hit: int = 0
    found: int = 0
    gold: int = 0

    def add(self, hit: int, found: int, gold: int) -> None:
        """Count one document's."""
        self.hit, self.found, self.gold = self.hit + hit, self.found + found, self.gold + gold

    def result(self) -> dict[str, float]:
        """Precision, recall, F1 and the two totals."""
        p = self.hit / self.found if self.found else 0.0
        r = self.hit / self.gold if self.gold else 0.0
        return {"P": p, "R": r, "F1": 2 * p * r / (p + r) if p + r else 0.0, "gold": self.gold, "pred": self.found}


@dataclass
class Scores:
    """All tallies of a set of documents, with what was missed and what was spurious for the eye."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {k: Tally() for k in KINDS})
    facts: dict[str, list[int]] = field(default_factory=lambda: {k: [0, 0] for k in ("reality", "background", "date")})
    acts: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    missed: list[tuple[str, Item]] = field(default_factory=list)
    spurious: list[tuple[str, Item]] = field(default_factory=list)
    spans: list[int] = field(default_factory=lambda: [0, 0])

    def result(self) -> dict[str, Any]:
        """The figures by name; the mean of five F1 as `overall`."""
        out: dict[str, Any] = {name: tally.result() for name, tally in self.tallies.items()}
        out |= {k: {"accuracy": good / n if n else 0.0, "of": n} for k, (good, n) in self.facts.items()}
        bad, total = self.spans
        out["spans"] = {"valid": 1 - bad / total if total else 1.0, "of": total}
        out["overall"] = sum(out[name]["F1"] for name in OVERALL) / len(OVERALL)
        return out

    def by_act(self) -> dict[str, dict[str, float]]:
        """Strict event figures of each act, commonest first."""
        ordered = sorted(self.acts.items(), key=lambda pair: -pair[1].gold)
        return {act: tally.result() for act, tally in ordered}


def score(golds: Mapping[str, Item], codings: Mapping[str, Item]) -> Scores:
    """Compare codings with gold, both by document id; a document without a coding counts as empty."""
    scores = Scores()
    for name, gold in golds.items():
        _score_one(scores, name, gold, codings.get(name) or EMPTY)
    return scores


def _score_one(scores: Scores, name: str, gold: Item, coding: Item) -> None:
    bad, total = span_errors(coding)
    scores.spans[0] += bad
    scores.spans[1] += total
    found, wanted = coding["events"], gold["events"]
    pairs = match(found, wanted, agree.strict)
    scores.tallies["events_strict"].add(len(pairs), len(found), len(wanted))
    scores.tallies["events_lenient"].add(len(match(found, wanted, agree.lenient)), len(found), len(wanted))
    _tally_acts(scores, name, (found, wanted), pairs)
    for i, j in pairs:
        _score_pair(scores, found[i], wanted[j])
    _score_arguments(scores.tallies["arguments"], (found, wanted), dict(pairs))
    for kind, rule in (("claims", agree.claim), ("forecasts", agree.forecast), ("figures", agree.figure)):
        scores.tallies[kind].add(len(match(coding[kind], gold[kind], rule)), len(coding[kind]), len(gold[kind]))


def _tally_acts(scores: Scores, name: str, events: tuple[list[Item], list[Item]], pairs: list[tuple[int, int]]) -> None:
    found, wanted = events
    hit_found, hit_wanted = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, event in enumerate(found):
        scores.acts[event["act"]].add(i in hit_found, 1, 0)
        if i not in hit_found:
            scores.spurious.append((name, event))
    for j, event in enumerate(wanted):
        scores.acts[event["act"]].add(0, 0, 1)
        if j not in hit_wanted:
            scores.missed.append((name, event))


def _score_pair(scores: Scores, found: Item, gold: Item) -> None:
    right = {
        "reality": found.get("reality") == gold.get("reality"),
        "background": bool(found.get("background")) == bool(gold.get("background")),
        "date": agree.same_date(found, gold),
    }
    for name, good in right.items():
        scores.facts[name][0] += good
        scores.facts[name][1] += 1
    for name, pick in (("places", agree.places), ("counts", agree.counts), ("participants", agree.participants)):
        a, b = pick(found), pick(gold)
        scores.tallies[name].add(len(match(a, b, agree.argument)), len(a), len(b))


def _score_arguments(tally: Tally, events: tuple[list[Item], list[Item]], partner: dict[int, int]) -> None:
    found, wanted = events
    for i, event in enumerate(found):
        mine = agree.arguments(event)
        hits = len(match(mine, agree.arguments(wanted[partner[i]]), agree.argument)) if i in partner else 0
        tally.add(hits, len(mine), 0)
    tally.add(0, 0, sum(len(agree.arguments(event)) for event in wanted))


def span_errors(coding: Item) -> tuple[int, int]:
    """(false, all) spans of a coding: a span is false where the text does not hold its quote at its offsets."""
    text, bad, total = coding["document"]["text"], 0, 0
    stack: list[Any] = [coding]
    while stack:
        node = stack.pop()
        if isinstance(node, Mapping):
            if {"start", "end", "quote"} <= node.keys():
                total += 1
                bad += text[node["start"] : node["end"]] != node["quote"]
            stack.extend(node.values())
        elif isinstance(node, list):
            stack.extend(node)
    return bad, total
