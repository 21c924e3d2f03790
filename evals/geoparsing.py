"""How well places are found and told apart: LGL, GeoVirus (English), our own Spanish set, and what codings need.

Usage: python -m evals.geoparsing [--data FOLDER] [--parse] [--spanish] [--codings gold]. Names given: the annotated names
go to the resolver. `--parse`: end to end on LGL and GeoVirus, from the text (some minutes). `--spanish`: end to end on
data/toponyms_es.jsonl. `--codings` measures on the places of coded events. Definitions: geoscores.py. Figures come with
the corpus' fingerprint and a 95 % interval over 1,000 draws of articles.

Baselines, end to end, recomputed from the outputs stored in EUPEG with pairs by overlap (F1, Acc@161 of the pairs):
LGL Edinburgh .667, .802, CamCoder .667, .711; GeoVirus Edinburgh .878, .793, CamCoder .876, .768.
"""

import argparse
import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

import numpy as np

from almenara import language
from almenara.model import Document
from almenara.places import Candidate, Gazetteer, Home, Located, home_of, locate, mentioned
from evals.corpora import data
from evals.geocoded import coded
from evals.geocorpora import MEASURED, geovirus, lgl, spanish
from evals.geoscores import FIGURES, Article, figures, interval, row

Finder = Callable[[Article], list[Located]]


def named(gazetteer: Gazetteer) -> Finder:
    """Places of the annotated names of an English text."""
    return lambda article: locate(article.text, "en", [(t.start, t.end, "LOC") for t in article.gold], gazetteer)


def parsed(gazetteer: Gazetteer, code: Literal["en", "es"] = "en", homes: Mapping[str, Home | None] | None = None) -> Finder:
    """Places of the text alone, or with where each outlet is at home."""

    def find(article: Article) -> list[Located]:
        return locate(article.text, code, _names(article.text, code), gazetteer, home=(homes or {}).get(article.outlet))

    return find


@lru_cache(maxsize=1024)
def _names(text: str, code: Literal["en", "es"]) -> list[tuple[int, int, str]]:
    parse = language.load(code).parse(Document(id="", text=text, language=code))
    return [(n.start, n.end, n.label) for n in parse.names]


def homes_of(articles: Sequence[Article], gazetteer: Gazetteer) -> dict[str, Home | None]:
    """Where each outlet is at home, from the names in its articles and nothing annotated."""
    told: dict[str, list[list[Sequence[Candidate]]]] = {}
    for article in articles:
        if article.outlet:
            told.setdefault(article.outlet, []).append(mentioned(article.text, "en", _names(article.text, "en"), gazetteer))
    return {outlet: home_of(documents) for outlet, documents in told.items()}


def acc_of_all(sums: np.ndarray) -> float:
    """Within 161 km, of all annotated names."""
    return float(sums[4] / max(sums[0], 1))


def rows_of(articles: Sequence[Article], find: Finder) -> np.ndarray:
    """One row of sums an article."""
    return np.array([row(article, find(article)) for article in articles])


def report(name: str, articles: Sequence[Article], gazetteer: Gazetteer, *, parse: bool) -> None:
    """The lines of one English corpus."""
    mark = hashlib.sha256(repr([(a.text, [t[:4] for t in a.gold]) for a in articles]).encode()).hexdigest()[:12]
    print(f"{name} {mark}, {len(articles)} articles, {sum(len(a.gold) for a in articles)} names with coordinates")
    print(f"  names given: acc@161 km of all names {interval(rows_of(articles, named(gazetteer)), acc_of_all)}")
    if parse:
        print("  end to end, each text alone:")
        tell(rows_of(articles, parsed(gazetteer)))
        if any(article.outlet for article in articles):
            print("  end to end, with where the outlet is at home (learned from the names in its articles):")
            tell(rows_of(articles, parsed(gazetteer, homes=homes_of(articles, gazetteer))))


def tell(rows: np.ndarray) -> None:
    """The figures of some rows with their intervals."""
    for name, figure in FIGURES.items():
        if name != "id" or rows[:, 7].sum():
            print(f"    {name:10} {interval(rows, figure)}")


def report_spanish(articles: Sequence[Article], gazetteer: Gazetteer) -> None:
    """The Spanish set: the half that was looked at, and the half kept for measuring."""
    rows = rows_of(articles, parsed(gazetteer, "es"))
    halves = {"all": slice(None), "development half": slice(0, None, 2), "measured half": slice(MEASURED, None, 2)}
    for name, half in halves.items():
        print(f"Spanish, {name}: {len(rows[half])} articles, {int(rows[half][:, 0].sum())} names")
        tell(rows[half])


def pinned(folder: Path) -> dict[str, float]:
    """The figures with a floor: gold names within 161 km, and the Spanish set where its articles are."""
    gazetteer, out = Gazetteer(), {}
    for name, articles in (("lgl", lgl(folder / "lgl.xml")), ("geovirus", geovirus(folder / "GeoVirus.xml"))):
        out[f"{name}.acc161"] = acc_of_all(rows_of(list(articles), named(gazetteer)).sum(axis=0))
    if known := spanish(folder.parent / "news"):
        found = figures(rows_of(known, parsed(gazetteer, "es")))
        out |= {f"es.{name}": found[name] for name in ("f1", "acc161", "id")}
    return out


def main() -> None:
    """Print all of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=data())
    parser.add_argument("--parse", action="store_true")
    parser.add_argument("--spanish", action="store_true")
    parser.add_argument("--codings")
    args = parser.parse_args()
    gazetteer = Gazetteer()
    folder = args.data / "geoparsing"
    if args.spanish:
        report_spanish(spanish(args.data / "news"), gazetteer)
    elif args.codings:
        coded(args.data / args.codings, gazetteer)
    else:
        report("LGL", list(lgl(folder / "lgl.xml")), gazetteer, parse=args.parse)
        report("GeoVirus", list(geovirus(folder / "GeoVirus.xml")), gazetteer, parse=args.parse)


if __name__ == "__main__":
    main()
