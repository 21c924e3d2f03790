"""The corpora of geoparsing as articles with annotated names.

data/toponyms_es.jsonl is ours: 389 names in 50 Spanish news articles from Mexico to Chile and Spain, one annotator, marked
from the text before any output was seen. It holds offsets, identifiers and coordinates; the texts lie in the corpora.
Marked are names of countries, units, towns, quarters, regions and waters, also where they modify ("gobierno de Haití");
not marked are demonyms, names of groups ("Cártel de Sinaloa"), and what is no place there. Left out of judgement are named
buildings, roads and local bodies. `ids` is empty where the gazetteer lacks the place; where the text does not tell a town
from the unit of its name, both are right, the likelier first. Articles at even places are for development, odd ones measured.
"""

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.geoscores import Article, Toponym

SPANISH = Path(__file__).with_name("data") / "toponyms_es.jsonl"
MEASURED = 1  # the first article of the half that is kept for measuring


def lgl(path: Path) -> Iterator[Article]:
    """The 588 articles of the Local-Global Lexicon."""
    for article in ET.parse(path).getroot():  # noqa: S314 (a corpus of our own choosing)
        marked = [(t, t.find("gaztag")) for t in article.iter("toponym")]
        gold = [
            Toponym(_number(t, "start"), _number(t, "end"), _degrees(g), _degrees(g, "lon"), (f"geonames:{g.get('geonameid')}",))
            for t, g in marked
            if g is not None and g.findtext("lat")
        ]
        yield Article(article.findtext("text", ""), gold, outlet=article.findtext("domain", ""))


def geovirus(path: Path) -> Iterator[Article]:
    """The 229 articles of GeoVirus; its offsets count from one."""
    for article in ET.parse(path).getroot():  # noqa: S314
        text = article.findtext("text", "")
        gold = []
        for place in article.iter("location"):
            start, name = _number(place, "start"), place.findtext("name", "")
            start += next((shift for shift in (-1, 0, 1) if text.startswith(name, start + shift)), 0)
            gold.append(Toponym(start, start + len(name), _degrees(place), _degrees(place, "lon")))
        yield Article(text, gold)


def spanish(folder: Path) -> list[Article]:
    """The articles of the Spanish set whose texts lie in `folder`; empty where there are none."""
    texts = {path.stem: path for path in sorted(folder.glob("*/*.json"))} if folder.exists() else {}
    lines = [json.loads(line) for line in SPANISH.read_text("utf-8").splitlines()]
    return [_spanish(line, texts[line["document"]]) for line in lines if line["document"] in texts]


def _spanish(line: dict[str, Any], path: Path) -> Article:
    gold = [Toponym(t["start"], t["end"], t.get("lat"), t.get("lon"), tuple(t["ids"])) for t in line["toponyms"]]
    left_out = tuple((start, end) for start, end in line["left_out"])
    return Article(json.loads(path.read_text("utf-8"))["text"], gold, (line["start"], line["end"]), left_out)


def _number(node: ET.Element, tag: str) -> int:
    return int(node.findtext(tag, ""))


def _degrees(node: ET.Element, tag: str = "lat") -> float:
    return float(node.findtext(tag, ""))
