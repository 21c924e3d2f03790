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
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

import numpy as np

from almenara import language
from almenara.model import Document
from almenara.places import Gazetteer, Located, locate
from evals.corpora import data
from evals.geocoded import coded
from evals.geocorpora import MEASURED, geovirus, lgl, spanish
from evals.geoscores import FIGURES, Article, figures, interval, row

Finder = Callable[[Article], list[Located]]


def named(gazetteer: Gazetteer) -> Finder:
    """Places of the annotated names of an English text."""
    return lambda article: locate(article.text, "en", [(t.start, t.end, "LOC") for t in article.gold], gazetteer)


def parsed(gazetteer: Gazetteer, code: Literal["en", "es"] = "en") -> Finder:
    """Places of the text alone."""

    def find(article: Article) -> list[Located]:
        parse = language.load(code).parse(Document(id="", text=article.text, language=code))
        return locate(article.text, code, [(n.start, n.end, n.label) for n in parse.names], gazetteer)

    return find


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
        print("  end to end:")
        tell(rows_of(articles, parsed(gazetteer)))


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
