"""F1 of figures, and of counts where the event is given, by the scorer's rule.

Usage: python evals/figures.py FOLDER [--misses N]; FOLDER holds docs/ and codings/ in the annotation format.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import msgspec

from almenara import language
from almenara.coding.quantities import Quantities, counts_for, figures
from almenara.model import Document
from almenara.scoring import agree, fingerprint
from almenara.scoring.assign import match
from almenara.scoring.words import overlap

Tally = dict[str, list[int]]


def builtin(value: Any) -> dict[str, Any]:
    """A value as plain data."""
    made: dict[str, Any] = msgspec.to_builtins(value)
    return made


def measure(folder: Path, misses: int) -> dict[str, Tally]:
    """Hits, found and gold by kind and language."""
    out: dict[str, Tally] = defaultdict(lambda: defaultdict(lambda: [0, 0, 0]))
    for path in sorted((folder / "docs").glob("*.json")):
        raw = json.loads(path.read_text("utf-8"))
        gold = json.loads((folder / "codings" / path.name).read_text("utf-8"))
        document = Document(id=raw["id"], text=raw["text"], language=raw["language"], published=raw["published"])
        quantities = Quantities(language.load(raw["language"]).parse(document))
        found = [builtin(f) for f in figures(quantities)]
        pairs = match(found, gold["figures"], agree.figure)
        _add(out["figures"][raw["language"]], len(pairs), len(found), len(gold["figures"]))
        if misses:
            _show(found, gold["figures"], pairs)
        for event in gold["events"]:
            hit, mine, theirs = _counts(quantities, event)
            _add(out["counts"][raw["language"]], hit, mine, theirs)
    return out


def _counts(quantities: Quantities, event: dict[str, Any]) -> tuple[int, int, int]:
    parsed = quantities.parsed
    told = [s.index for s in parsed.sentences if any(overlap(parsed.sentence_span(s).quote, q) >= 0.5 for q in event["evidence"])]
    mine = agree.counts({"counts": [builtin(c) for c in counts_for(quantities, event["act"], told)]})
    theirs = agree.counts(event)
    return len(match(mine, theirs, agree.argument)), len(mine), len(theirs)


def _add(tally: list[int], *numbers: int) -> None:
    for i, n in enumerate(numbers):
        tally[i] += n


def _show(found: list[dict[str, Any]], gold: list[dict[str, Any]], pairs: list[tuple[int, int]]) -> None:
    mine, theirs = {i for i, _ in pairs}, {j for _, j in pairs}
    for j, figure in enumerate(gold):
        if j not in theirs:
            print(f"  miss {figure['indicator']}: {figure['text']}")
    for i, figure in enumerate(found):
        if i not in mine:
            print(
                f"  spur {figure['indicator']} {figure['confidence']}: {figure['text']} | {figure['evidence'][0]['quote'][:160]}"
            )


def pinned(folder: Path) -> dict[str, float]:
    """The figures with a floor: F1 of figures, and of counts of given events, per language."""
    table = measure(folder, misses=0)
    return {
        f"{kind}.{lang}": 2 * hit / max(found + gold, 1)
        for kind, tallies in sorted(table.items())
        for lang, (hit, found, gold) in sorted(tallies.items())
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", type=int, default=0)
    args = parser.parse_args()
    print(f"{args.folder.name} {fingerprint(args.folder)}")
    for kind, tallies in measure(args.folder, args.misses).items():
        for lang, (hit, found, gold) in sorted(tallies.items()):
            p, r = hit / max(found, 1), hit / max(gold, 1)
            print(f"{kind} {lang}: P {p:.3f} R {r:.3f} F1 {2 * p * r / max(p + r, 1e-9):.3f} of {gold}, found {found}")


if __name__ == "__main__":
    main()
