"""How well the places of annotated events are located."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from almenara import language
from almenara.model import Document
from almenara.places import Gazetteer, Located, locate
from almenara.places.fold import fold

SMALL = frozenset("de del la el los las of the y and en in".split())


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
