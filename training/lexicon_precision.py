"""Measure each entry of the lexicons on annotated documents, and write how far each can be trusted.

    python training/lexicon_precision.py --data DIR [--write] [--misses] [--split train] [--cache FILE]

Prints every entry by precision, each act, the whole, and the lexicon as a detector of events at several least weights:
with the shipped weights, and cross-validated (weights of four fifths of the documents, scored on the other).

DIR holds corpora as `train/docs/*.json` and `train/codings/*.json` (default ALMENARA_DATA). An entry is right where its
sentence is evidence of an event of its act. `--write` puts the smoothed precision (a Beta prior around the act's own
precision) into codebook/data/weights.toml; only the training corpus may be written. `--misses` lists sentences of events
that no entry of their act hits. Parses are kept in --cache (a pickle of your own making; never load another's).
"""

import argparse
import json
import os
import pickle
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from almenara import codebook, language
from almenara.codebook import Hit
from almenara.language import Parsed, Sentence
from almenara.model import Document

OUT = Path(__file__).parent.parent / "src/almenara/codebook/data/weights.toml"
PRIOR = 8.0  # how many sentences the act's own precision counts as
ACT_PRIOR = 8.0  # how many sentences the precision of all acts counts as, for an act

LEAST = (0.2, 0.25, 0.3, 0.35, 0.4)  # weights to try as thresholds
FOLDS = 5


class Article(NamedTuple):
    """One annotated document and what the lexicon finds in it."""

    name: str
    parsed: Parsed
    events: list[dict[str, Any]]
    hits: list[Hit]


def load(data: Path, cache: Path | None) -> Iterator[Article]:
    """The annotated documents of a corpus, parsed and matched."""
    kept: dict[str, Any] = pickle.loads(cache.read_bytes()) if cache and cache.exists() else {}  # noqa: S301
    parses = {name: (value[-1] if isinstance(value, tuple) else value) for name, value in kept.items()}
    for path in sorted((data / "docs").glob("*.json")):
        raw = json.loads(path.read_text("utf-8"))
        parsed = parses.get(path.stem)
        if parsed is None:
            document = Document(id=raw["id"], text=raw["text"], language=raw["language"], published=raw["published"])
            parsed = parses[path.stem] = language.load(raw["language"]).parse(document)
        coding = json.loads((data / "codings" / path.name).read_text("utf-8"))
        hits = codebook.lexicon(parsed.language).match(parsed.tokens, parsed.children)
        yield Article(path.stem, parsed, coding["events"], hits)
    if cache and not kept:
        cache.write_bytes(pickle.dumps(parses))


def places(article: Article, event: dict[str, Any]) -> list[tuple[int, int]]:
    """Where the evidence of an event stands in the text."""
    found = []
    for item in event["evidence"]:
        quote = item["quote"] if isinstance(item, dict) else item
        at = article.parsed.text.find(quote)
        if at >= 0:
            found.append((at, at + len(quote)))
    return found


def tells(sentence: Sentence, spans: list[tuple[int, int]]) -> bool:
    """Whether a sentence shares text with evidence."""
    return any(start < sentence.end and sentence.start < end for start, end in spans)


def measure(articles: list[Article]) -> tuple[Counter[str], Counter[str], dict[str, Counter[str]]]:
    """Hits and right hits by entry; by act and language the events, those found, the sentences hit and the right ones."""
    fired: Counter[str] = Counter()
    right: Counter[str] = Counter()
    acts: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        spans = [(event["act"], places(article, event)) for event in article.events]
        told: set[tuple[str, int, bool]] = set()
        for hit in article.hits:
            sentence = article.parsed.sentence_of(hit.head)
            good = any(act == hit.entry.act and tells(sentence, where) for act, where in spans)
            fired[hit.entry.id] += 1
            right[hit.entry.id] += good
            told.add((hit.entry.act, sentence.index, good))
        for act, _, good in told:
            acts[f"{act}.{article.parsed.language}"].update(hit=1, right=int(good))
        for act, where in spans:
            found = any(act == a and tells(article.parsed.sentences[s], where) for a, s, _ in told)
            acts[f"{act}.{article.parsed.language}"].update(events=1, found=int(found))
    return fired, right, acts


def smoothed(fired: Counter[str], right: Counter[str]) -> dict[str, dict[str, float]]:
    """Precision of every entry that fired, drawn to that of its act in its language, and that to the mean of all."""
    whole = sum(right.values()) / max(1, sum(fired.values()))
    by_act: dict[str, list[str]] = defaultdict(list)
    for code in ("en", "es"):
        for name in codebook.lexicon(code).entries:  # type: ignore[arg-type]
            by_act[name.rpartition(".")[0]].append(name)
    out = {}
    for act, names in by_act.items():
        hits, good = sum(fired[n] for n in names), sum(right[n] for n in names)
        mean = (good + ACT_PRIOR * whole) / (hits + ACT_PRIOR)
        each = {n.rpartition(".")[2]: (right[n] + PRIOR * mean) / (fired[n] + PRIOR) for n in names if fired[n]}
        out[act] = {"mean": round(mean, 3)} | {number: round(weight, 3) for number, weight in each.items()}
    return out


def report(fired: Counter[str], right: Counter[str], acts: dict[str, Counter[str]]) -> None:
    """Entries by precision, then acts, then the whole."""
    entries = {**codebook.lexicon("en").entries, **codebook.lexicon("es").entries}
    for name, count in sorted(fired.items(), key=lambda item: (right[item[0]] / item[1], -item[1])):
        print(f"{right[name]:4d} / {count:<4d} {right[name] / count:4.0%}  {name:26s} {entries[name].row.trigger}")
    print("\nact.language                 events found recall  sentences right precision")
    for name in sorted(acts):
        print(f"{name:28s} {_line(acts[name])}")
    whole = sum(acts.values(), Counter())
    print(f"{'all':28s} {_line(whole)}")


def _line(c: Counter[str]) -> str:
    recall, precision = c["found"] / max(1, c["events"]), c["right"] / max(1, c["hit"])
    f1 = 2 * recall * precision / max(1e-9, recall + precision)
    return f"{c['events']:6d} {c['found']:5d} {recall:6.1%} {c['hit']:10d} {c['right']:5d} {precision:8.1%}  F1 {f1:.1%}"


def detect(articles: list[Article], weight: Callable[[Hit], float], least: float) -> Counter[str]:
    """What the lexicon finds as a detector that trusts only hits of a least weight."""
    kept = [article._replace(hits=[hit for hit in article.hits if weight(hit) >= least]) for article in articles]
    return sum(measure(kept)[2].values(), Counter())


def detectors(articles: list[Article]) -> None:
    """The detector with the shipped weights, and with weights learned on other documents."""
    print("\nleast weight              events found recall  sentences right precision")
    for least in LEAST:
        print(f"{'shipped':18s} {least:9.2f} {_line(detect(articles, lambda hit: hit.entry.weight, least))}")
    for least in LEAST:
        whole: Counter[str] = Counter()
        for fold in range(FOLDS):
            learned = smoothed(*measure([a for i, a in enumerate(articles) if i % FOLDS != fold])[:2])
            whole += detect(articles[fold::FOLDS], partial(_learned, learned), least)
        print(f"{'cross-validated':18s} {least:9.2f} {_line(whole)}")


def _learned(weights: dict[str, dict[str, float]], hit: Hit) -> float:
    act, _, number = hit.entry.id.rpartition(".")
    return weights[act].get(number, weights[act]["mean"])


def misses(articles: list[Article]) -> None:
    """Sentences of events that no entry of their act hits, by act and language."""
    lines = []
    for article in articles:
        for event in article.events:
            where = places(article, event)
            hit = {h.entry.act for h in article.hits if tells(article.parsed.sentence_of(h.head), where)}
            if event["act"] not in hit:
                text = " / ".join(article.parsed.sentence_span(s).quote for s in article.parsed.sentences if tells(s, where))
                lines.append(f"{event['act']}.{article.parsed.language} [{event.get('mode') or ''}] {text[:600]}")
    print("\n".join(sorted(lines)))


def write(weights: dict[str, dict[str, float]]) -> None:
    """The weights as TOML, one line an act and language."""
    head = "# Smoothed precision of entries on the training corpus; written by training/lexicon_precision.py.\n"
    rows = (f'"{act}" = {{ {", ".join(f"{key} = {value}" for key, value in row.items())} }}\n' for act, row in weights.items())
    OUT.write_text(head + "".join(rows), "utf-8")


def main() -> None:
    """Measure, print, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = Path(os.environ.get("ALMENARA_DATA") or Path(__file__).parent.parent.parent / "shared" / "data")
    parser.add_argument("--data", type=Path, default=default)
    parser.add_argument("--split", default="train")
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if options.write and options.split != "train":
        parser.error("weights are written from the training corpus only")
    articles = list(load(options.data / options.split, options.cache))
    if options.misses:
        misses(articles)
        return
    fired, right, acts = measure(articles)
    report(fired, right, acts)
    detectors(articles)
    if options.write:
        write(smoothed(fired, right))


if __name__ == "__main__":
    main()
