"""How well places are told apart (LGL, GeoVirus: gold names) and found (end to end, with the parser), and what codings need.

Usage: python -m evals.geoparsing [--data FOLDER] [--parse] [--codings gold]. `--parse` adds the end-to-end run,
which parses the two corpora (some minutes); `--codings` measures on the places of coded events. Figures come with the
corpus' fingerprint and a 95 % interval over 1,000 draws of articles.
"""

import argparse
import hashlib
import json
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from almenara import language
from almenara.model import Document
from almenara.places import Gazetteer, Located, locate
from almenara.places.fold import fold
from almenara.places.geometry import distance_km
from evals.corpora import data

SMALL = frozenset("de del la el los las of the y and en in".split())
FAR = 161.0  # kilometres, a hundred miles: the yardstick of the field


class Toponym(NamedTuple):
    """A gold name with its point."""

    start: int
    end: int
    lat: float
    lon: float


class Article(NamedTuple):
    """A text with its gold names."""

    text: str
    gold: list[Toponym]


def lgl(path: Path) -> Iterator[Article]:
    """The 588 articles of the Local-Global Lexicon."""
    for article in ET.parse(path).getroot():  # noqa: S314 (a corpus of our own choosing)
        gold = [
            Toponym(
                int(t.findtext("start", "")),
                int(t.findtext("end", "")),
                float(g.findtext("lat", "")),
                float(g.findtext("lon", "")),
            )
            for t in article.iter("toponym")
            if (g := t.find("gaztag")) is not None and g.findtext("lat")
        ]
        yield Article(article.findtext("text", ""), gold)


def geovirus(path: Path) -> Iterator[Article]:
    """The 229 articles of GeoVirus; its offsets count from one."""
    for article in ET.parse(path).getroot():  # noqa: S314
        text = article.findtext("text", "")
        gold = []
        for place in article.iter("location"):
            start, name = int(place.findtext("start", "")), place.findtext("name", "")
            start += next((shift for shift in (-1, 0, 1) if text.startswith(name, start + shift)), 0)
            gold.append(Toponym(start, start + len(name), float(place.findtext("lat", "")), float(place.findtext("lon", ""))))
        yield Article(text, gold)


def told_apart(article: Article, gazetteer: Gazetteer) -> tuple[int, ...]:
    """(gold names, within 161 km) where the names are given."""
    found = locate(article.text, "en", [(t.start, t.end, "LOC") for t in article.gold], gazetteer)
    near = sum(any(_near(place, gold) for place in found if _overlap(place, gold)) for gold in article.gold)
    return len(article.gold), near


def end_to_end(article: Article, gazetteer: Gazetteer) -> tuple[int, ...]:
    """(gold, located, located that overlap gold, gold that is overlapped, of these within 161 km)."""
    parsed = language.load("en").parse(Document(id="", text=article.text, language="en"))
    found = locate(article.text, "en", [(n.start, n.end, n.label) for n in parsed.names], gazetteer)
    right = sum(any(_overlap(place, gold) for gold in article.gold) for place in found)
    hit = [gold for gold in article.gold if any(_overlap(place, gold) for place in found)]
    near = sum(any(_near(place, gold) for place in found if _overlap(place, gold)) for gold in hit)
    return len(article.gold), len(found), right, len(hit), near


def _overlap(place: Located, gold: Toponym) -> bool:
    return place.start < gold.end and gold.start < place.end


def _near(place: Located, gold: Toponym) -> bool:
    return place.lat is not None and place.lon is not None and distance_km(place.lat, place.lon, gold.lat, gold.lon) <= FAR


def interval(rows: np.ndarray, figure: Callable[[np.ndarray], float]) -> str:
    """The figure of all rows with its 95 % bootstrap interval over articles."""
    random = np.random.default_rng(7)
    draws = [figure(rows[random.integers(0, len(rows), len(rows))].sum(axis=0)) for _ in range(1000)]
    low, high = np.percentile(draws, (2.5, 97.5))
    return f"{figure(rows.sum(axis=0)):.3f} [{low:.3f}, {high:.3f}]"


def f1(sums: np.ndarray) -> float:
    """Of names found, overlap counted as found."""
    precision, recall = sums[2] / max(sums[1], 1), sums[3] / max(sums[0], 1)
    return float(2 * precision * recall / max(precision + recall, 1e-9))


def report(name: str, articles: Sequence[Article], gazetteer: Gazetteer, *, parse: bool) -> None:
    """The lines of one corpus."""
    mark = hashlib.sha256(repr(articles).encode()).hexdigest()[:12]
    rows = np.array([told_apart(article, gazetteer) for article in articles])
    print(f"{name} {mark}, {len(articles)} articles, {rows[:, 0].sum()} names")
    print(f"  names given: acc@161 km {interval(rows, lambda s: float(s[1] / s[0]))}")
    if parse:
        rows = np.array([end_to_end(article, gazetteer) for article in articles])
        print(
            f"  end to end: P {interval(rows, lambda s: float(s[2] / s[1]))}  R {interval(rows, lambda s: float(s[3] / s[0]))}",
            end="",
        )
        print(f"  F1 {interval(rows, f1)}  acc@161 km of those found {interval(rows, lambda s: float(s[4] / s[3]))}")


def coded(folder: Path, gazetteer: Gazetteer) -> None:
    """How many place names of gold events are located, how many that stand in their sentences are gold, per language."""
    counts: dict[str, Counter[str]] = {"en": Counter(), "es": Counter()}
    for file in sorted((folder / "docs").glob("*.json")):
        document = json.loads(file.read_text("utf-8"))
        coding = json.loads((folder / "codings" / file.name).read_text("utf-8"))
        parsed = language.load(document["language"]).parse(Document(id="", text=document["text"], language=document["language"]))
        found = locate(parsed.text, parsed.language, [(n.start, n.end, n.label) for n in parsed.names], gazetteer)
        _count(coding["events"], parsed.text, found, counts[document["language"]])
    for name, c in counts.items():
        print(
            f"{folder.name} {name}: {c['hit']} of {c['gold']} gold names located ({c['hit'] / max(c['gold'], 1):.3f});", end=" "
        )
        print(
            f"{c['right']} of {c['inside']} located in their sentences are gold ({c['right'] / max(c['inside'], 1):.3f});",
            end=" ",
        )
        print(f"country right {c['country'] / max(c['hit'], 1):.3f}")


def _count(events: list[Any], text: str, found: list[Located], counts: Counter[str]) -> None:
    gold = {place["name"]: place for event in events for place in event["places"]}
    quotes = [(text.find(quote), quote) for event in events for quote in event["evidence"]]
    for name, place in gold.items():
        same = [f for f in found if fold(f.text) == fold(name)] or [f for f in found if _agree(f.text, name)]
        counts["gold"] += 1
        counts["hit"] += bool(same)
        counts["country"] += any(f.country == place.get("country") for f in same)
    inside = {fold(f.text): f for f in found if any(0 <= at <= f.start < at + len(quote) for at, quote in quotes)}
    counts["inside"] += len(inside)
    counts["right"] += sum(any(_agree(f.text, name) for name in gold) for f in inside.values())


def _agree(one: str, other: str) -> bool:
    """The scorer's rule: the content words of one contain those of the other."""
    a, b = ({word for word in fold(words).split() if word not in SMALL} for words in (one, other))
    return bool(a and b) and (a <= b or b <= a)


def pinned(folder: Path) -> dict[str, float]:
    """The figures with a floor: gold names within 161 km."""
    gazetteer, out = Gazetteer(), {}
    for name, articles in (("lgl", lgl(folder / "lgl.xml")), ("geovirus", geovirus(folder / "GeoVirus.xml"))):
        rows = np.array([told_apart(article, gazetteer) for article in articles]).sum(axis=0)
        out[f"{name}.acc161"] = float(rows[1] / rows[0])
    return out


def main() -> None:
    """Print all of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=data())
    parser.add_argument("--parse", action="store_true")
    parser.add_argument("--codings")
    args = parser.parse_args()
    gazetteer = Gazetteer()
    folder = args.data / "geoparsing"
    report("LGL", list(lgl(folder / "lgl.xml")), gazetteer, parse=args.parse)
    report("GeoVirus", list(geovirus(folder / "GeoVirus.xml")), gazetteer, parse=args.parse)
    if args.codings:
        coded(args.data / args.codings, gazetteer)


if __name__ == "__main__":
    main()
