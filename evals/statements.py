"""P, R and F1 of claims and forecasts by the scorer's rule, and of claims on PolNeAR's development articles.

Usage: ALMENARA_DATA=DIR python -m evals.statements [--folder gold] [--misses] [--polnear N]
"""

import argparse
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from almenara import language
from almenara.coding import entities as entities_of
from almenara.coding.statements import claims, forecasts
from almenara.model import Document
from almenara.scoring import agree
from almenara.scoring.assign import match
from almenara.scoring.words import content_words, overlap, same_name
from evals.corpora import need

Tally = dict[str, list[int]]
PRONOUNS = frozenset("he she they it his her their i we you who him them my our its himself herself".split())
LINE = re.compile(r"^(T\d+)\t(\S+) [\d ;]+\t(.*)$")


def builtins(values: Any) -> list[dict[str, Any]]:
    """Values as plain data."""
    made: list[dict[str, Any]] = msgspec.to_builtins(values)
    return made


def measure(folder: Path, *, misses: bool) -> Tally:
    """Hits, found and gold by kind and language."""
    out: Tally = defaultdict(lambda: [0, 0, 0])
    for path in sorted((folder / "docs").glob("*.json")):
        raw = msgspec.json.decode(path.read_bytes())
        gold = msgspec.json.decode((folder / "codings" / path.name).read_bytes())
        document = Document(id=raw["id"], text=raw["text"], language=raw["language"], published=raw["published"])
        parsed = language.load(raw["language"]).parse(document)
        said = claims(parsed, entities_of.find(parsed))
        for name, found in (("claims", builtins(said)), ("forecasts", builtins(forecasts(parsed, said)))):
            pairs = match(found, gold[name], agree.claim if name == "claims" else agree.forecast)
            for key in (f"{name} {raw['language']}", f"{name} all"):
                out[key] = [a + b for a, b in zip(out[key], (len(pairs), len(found), len(gold[name])), strict=True)]
            if misses:
                show(name, found, gold[name], pairs)
    return out


def pinned(folder: Path) -> dict[str, float]:
    """The pinned figures: F1 of claims and forecasts, for all documents and per language."""
    table = measure(folder, misses=False)
    return {key.replace(" ", "."): 2 * hit / max(found + gold, 1) for key, (hit, found, gold) in sorted(table.items())}


def show(name: str, found: list[dict[str, Any]], gold: list[dict[str, Any]], pairs: list[tuple[int, int]]) -> None:
    """Print what was missed and what was found without being there."""
    mine, theirs = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, item in enumerate(found):
        if i not in mine:
            who = item["speaker"]["name"] if name == "claims" else item["by"]
            print(f"  SPUR {name} {item['confidence']} {who}: {item['content']['quote'][:120]}")
    for j, item in enumerate(gold):
        if j not in theirs:
            print(f"  MISS {name} {item.get('speaker') or item.get('by')}: {item['content'][:120]}")


def attributions(path: Path) -> Iterator[tuple[str, str]]:
    """(source, content) of each attribution of a stand-off file that has both."""
    spans: dict[str, str] = {}
    events = []
    for line in path.read_text("utf-8").splitlines():
        if found := LINE.match(line):
            spans[found[1]] = found[3]
        elif line.startswith("E"):
            events.append(dict(part.split(":", 1) for part in line.split("\t")[1].split()))
    for event in events:
        if event.get("Source") in spans and event.get("Content") in spans:
            yield spans[event["Source"]], spans[event["Content"]]


def polnear(folder: Path, limit: int) -> Tally:
    """Hits, found and gold of attributions: by content alone, and with the source where it is no pronoun."""
    out: Tally = {"polnear content": [0, 0, 0], "polnear content and source": [0, 0, 0]}
    for path in sorted((folder / "text").glob("*.txt"))[:limit]:
        gold = list(attributions(next((folder / "attributions").glob(f"{path.stem}*.ann"))))
        parsed = language.load("en").parse(Document(id=path.stem, text=path.read_text("utf-8"), language="en"))
        found = builtins(claims(parsed, entities_of.find(parsed)))
        for key, rule in (("polnear content", same_content), ("polnear content and source", same_source)):
            hits = len(match(found, gold, rule))
            out[key] = [a + b for a, b in zip(out[key], (hits, len(found), len(gold)), strict=True)]
    return out


def same_content(found: Mapping[str, Any], gold: tuple[str, str]) -> float:
    """How much of what is said is shared, 0.0 where it is less than half."""
    share = overlap(found["content"]["quote"], gold[1])
    return share if share >= agree.ENOUGH else 0.0


def same_source(found: Mapping[str, Any], gold: tuple[str, str]) -> float:
    """The same where the source agrees too; a pronoun names nobody that could be compared."""
    named = bool(content_words(gold[0]) - PRONOUNS)
    return 0.0 if named and not same_name(found["speaker"]["name"], gold[0]) else same_content(found, gold)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", default="gold")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--polnear", type=int, default=0, metavar="N", help="also the first N development articles of PolNeAR")
    args = parser.parse_args()
    folder = need(args.folder)
    content = b"".join(p.read_bytes() for p in sorted(folder.glob("*/*.json")))
    print(f"{args.folder} {hashlib.sha256(content).hexdigest()[:12]}")
    table = measure(folder, misses=args.misses)
    if args.polnear:
        table |= polnear(need("polnear") / "data" / "dev", args.polnear)
    for key, (hit, found, gold) in sorted(table.items()):
        p, r = hit / max(found, 1), hit / max(gold, 1)
        print(f"{key}: P {p:.3f} R {r:.3f} F1 {2 * hit / max(found + gold, 1):.3f} of {gold}, found {found}")


if __name__ == "__main__":
    main()
