"""Span F1 of `almenara.times.find` on the TimeML corpora, and how often it dates the train codings right.

Usage: python -m evals.timex [--data FOLDER] [--codings train] [--misses N] [--normalisations]. Prints strict (same span)
and overlap F1 per language with the corpus' fingerprint; `--misses` shows what went wrong. `--normalisations` prints the
share of our own 200 phrases (evals/data/dates.toml) that come to the right date, and those that do not.
"""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from almenara.times import Expression, Resolved, find, resolve, resolve_all
from almenara.times.values import Shift
from evals import normalised
from evals.corpora import data

Span = tuple[int, int]
LENGTH = {"day": 10, "week": 10, "month": 7, "season": 7, "year": 4, "decade": 3}
NO_SPACE_BEFORE = set(",.;:)%!?") | {"'s", "''"}


def sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    """(word, tag) lists of a BIO file, sentence by sentence."""
    current: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        bits = line.split()
        if len(bits) < 2 or line.startswith("-DOCSTART"):
            if current:
                yield current
            current = []
        else:
            current.append((bits[0].strip(), bits[-1].strip()))
    if current:
        yield current


def plain(words: Iterable[str]) -> tuple[str, list[Span]]:
    """Text of a tokenised sentence, and where each token stands in it."""
    text, spans = "", []
    for word in words:
        if text and word not in NO_SPACE_BEFORE:
            text += " "
        spans.append((len(text), len(text) + len(word)))
        text += word
    return text, spans


def gold_spans(tags: list[str]) -> list[Span]:
    """Token ranges of the tagged expressions."""
    out: list[Span] = []
    for i, tag in enumerate(tags):
        if tag.startswith("B-"):
            out.append((i, i + 1))
        elif tag.startswith("I-") and out and out[-1][1] == i:
            out[-1] = (out[-1][0], i + 1)
    return out


def pieces(expression: Expression) -> Iterator[Span]:
    """Character spans as corpora mark them: the two ends of a range one by one."""
    yield from expression.parts or ((expression.start, expression.end),)


def token_spans(expressions: Iterable[Expression], spans: list[Span]) -> list[Span]:
    """Token ranges that the expressions touch."""
    out = []
    for start, end in (p for e in expressions for p in pieces(e)):
        touched = [i for i, (a, b) in enumerate(spans) if a < end and start < b]
        if touched:
            out.append((touched[0], touched[-1] + 1))
    return out


def f1(hit: int, predicted: int, gold: int) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * hit / (predicted + gold) if predicted + gold else 0.0


class Spans(NamedTuple):
    """What was found of what is marked: exact hits, expressions that overlap either way, and totals."""

    strict: int
    overlap: int
    overlapped: int
    found: int
    gold: int

    def __str__(self) -> str:
        precision, recall = self.overlap / max(self.found, 1), self.overlapped / max(self.gold, 1)
        both = 2 * precision * recall / max(precision + recall, 1e-9)
        strict = f1(self.strict, self.found, self.gold)
        counts = f"of {self.gold}, found {self.found}"
        return f"strict F1 {strict:.3f}  overlap F1 {both:.3f} (P {precision:.3f} R {recall:.3f})  {counts}"


def spans_of(corpus: list[list[tuple[str, str]]], language: str, misses: int = 0) -> Spans:
    """How the expressions of one language are found; prints the commonest `misses`."""
    sums = [0] * 5
    wrong: Counter[str] = Counter()
    for sentence in corpus:
        text, where = plain(w for w, _ in sentence)
        found, real = token_spans(find(text, language), where), gold_spans([t for _, t in sentence])
        overlap = sum(any(a < d and c < b for c, d in real) for a, b in found)
        overlapped = sum(any(a < d and c < b for a, b in found) for c, d in real)
        for i, more in enumerate((len(set(found) & set(real)), overlap, overlapped, len(found), len(real))):
            sums[i] += more
        words = [w for w, _ in sentence]
        wrong.update("miss " + " ".join(words[a:b]).lower() for a, b in set(real) - set(found))
        wrong.update("spur " + " ".join(words[a:b]).lower() for a, b in set(found) - set(real))
    for text, n in wrong.most_common(misses):
        print(f"  {n:3} {text}")
    return Spans(*sums)


def corpora(folder: Path) -> dict[str, list[list[tuple[str, str]]]]:
    """The sentences of each part: English, their Spanish translations, and the Spanish validation part."""
    english = list(sentences(folder / "en_train.txt"))
    spanish = list(sentences(folder / "en_es_train.txt"))[len(english) :]
    return {"en": english, "es": spanish, "es valid": list(sentences(folder / "en_to_ES/valid.txt"))}


def pinned(folder: Path) -> dict[str, float]:
    """The figures with a floor: strict F1 of spans, and the share of our own phrases that are dated right."""
    spans = {f"{name}.strict".replace(" ", "_"): f1(s.strict, s.found, s.gold) for name, s in _spans(folder)}
    return spans | {f"{name}.normalised": share for name, share in normalised.shares().items()}


def _spans(folder: Path) -> Iterator[tuple[str, Spans]]:
    return ((name, spans_of(corpus, name[:2])) for name, corpus in corpora(folder).items())


def agrees(start: str | None, gold: dict[str, str | None]) -> bool:
    """The scorer's rule: the same start at the gold's precision; an unknown year agrees with any."""
    real = gold["start"]
    if not real or not start:
        return not real and not start
    if real.startswith("XXXX") or start.startswith("XXXX"):
        return start[4:] == real[4:]
    length = LENGTH.get(str(gold["precision"]), 10)
    return start[:length] == real[:length]


def dated(folder: Path, misses: int) -> dict[str, tuple[int, int]]:
    """(right, of) per language: the gold date text, found where it stands and resolved with the whole text as its story."""
    counts: dict[str, list[int]] = {"en": [0, 0], "es": [0, 0]}
    for file in sorted((folder / "codings").glob("*.json")):
        coding = json.loads(file.read_text(encoding="utf-8"))
        text = json.loads((folder / "docs" / file.name).read_text(encoding="utf-8"))["text"]
        published = date.fromisoformat(coding["published"][:10]) if coding.get("published") else None
        found = find(text, coding["language"])
        made = list(zip(found, resolve_all(found, published=published), strict=True))
        for event in (e for e in coding["events"] if e.get("date") and e["date"].get("text")):
            gold = event["date"]
            start = _start(text, event, made, published)
            right = agrees(start, gold)
            counts[coding["language"]][0] += right
            counts[coding["language"]][1] += 1
            if not right and misses:
                print(f"  {published} {gold['text']!r}: {start}, gold {gold['start']} {gold['precision']}")
    return {k: (a, b) for k, (a, b) in counts.items()}


def _start(text: str, event: Any, made: list[tuple[Expression, Resolved]], published: date | None) -> str | None:
    words = event["date"]["text"]
    line = next((q for q in event["evidence"] if words in q), "")
    at = max(text.find(line), 0)
    at = text.find(words, at)
    inside = [(e, r) for e, r in made if e.start < at + len(words) and at < e.end]
    if event["reality"] == "planned":
        inside = [(e, r if isinstance(e.value, Shift) else resolve(e, published=published, ahead=True)) for e, r in inside]
    return next((r.start for _, r in inside if r.start), None)


def main() -> None:
    """Print all of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=data())
    parser.add_argument("--codings", default="train")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--normalisations", action="store_true")
    args = parser.parse_args()
    if args.normalisations:
        normalised.report()
        return
    for name, corpus in corpora(args.data / "timex").items():
        fingerprint = hashlib.sha256(json.dumps(corpus).encode()).hexdigest()[:12]
        print(f"{name} {fingerprint} {len(corpus)} sentences: {spans_of(corpus, name[:2], args.misses)}")
    for language, (right, of) in dated(args.data / args.codings, args.misses).items():
        print(f"{args.codings} {language}: {right} of {of} dates right ({right / max(of, 1):.3f})")


if __name__ == "__main__":
    main()
