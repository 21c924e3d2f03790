"""Sentences with their names marked by what the English road finds: silver for the reader's names, in English.

    ALMENARA_READER=spacy python training/reader/names.py OUT.jsonl --data DIR [--articles 250]

Names come from the MIT-licensed English pipeline, corrected by the lexicon of groups and forces and by the gazetteer; nothing
here is annotated by hand and no corpus of names is read. A line: {"language", "words", "spans": [[first, last, label], ...]}.
"""

import argparse
import csv
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from almenara import language, places
from almenara.coding import entities
from almenara.language import Parsed
from almenara.model import Document, Span

KINDS = {
    "person": "PER", "armed_group": "GROUP", "state_force": "FORCE", "government": "ORG", "organisation": "ORG", "outlet": "ORG",
    "population": "NORP", "place": "LOC",
}  # fmt: skip
SURE = 0.6


def texts(data: Path, articles: int) -> Iterator[str]:
    """English articles of the train and news folders and a sample of InSight Crime's."""
    for path in sorted((data / "train/docs").glob("*.json")) + sorted((data / "news").glob("*/*.json")):
        found = json.loads(path.read_text(encoding="utf-8"))
        if found.get("language") == "en" and found.get("text"):
            yield found["text"]
    csv.field_size_limit(10**9)
    with (data / "insightcrime/train.tsv").open(encoding="utf-8") as file:
        rows = [row[0] for row in csv.reader(file, delimiter="\t")]
    yield from random.Random(7).sample(rows, min(articles, len(rows)))  # noqa: S311


def spans(parsed: Parsed, gazetteer: places.Gazetteer | None) -> list[tuple[int, int, str]]:
    """Token ranges with their labels, longest first where two overlap."""
    located = places.locate(parsed.text, "en", [(n.start, n.end, n.label) for n in parsed.names], gazetteer) if gazetteer else []
    sure = {(p.start, p.end) for p in located if p.confidence >= SURE}
    cast = entities.find(parsed, [Span.of(parsed.text, p.start, p.end) for p in located])
    out: dict[tuple[int, int], str] = {(n.first, n.last): "LOC" if (n.start, n.end) in sure else n.label for n in parsed.names}
    for i in range(len(parsed.tokens)):
        mention = cast.mention_at(i)
        if mention and not mention.generic and parsed.tokens[mention.first].text[:1].isupper():
            out[mention.first, mention.last] = KINDS[mention.kind]
    chosen: list[tuple[int, int, str]] = []
    taken: set[int] = set()
    for (first, last), label in sorted(out.items(), key=lambda item: (item[0][0] - item[0][1], item[0])):
        if not taken & set(range(first, last)):
            taken |= set(range(first, last))
            chosen.append((first, last, label))
    return sorted(chosen)


def lines(parsed: Parsed, marked: list[tuple[int, int, str]]) -> Iterator[dict[str, Any]]:
    """One line a sentence."""
    for sentence in parsed.sentences:
        inside = [
            [first - sentence.first, last - sentence.first, label]
            for first, last, label in marked
            if sentence.first <= first and last <= sentence.last
        ]
        yield {"language": "en", "words": [t.text for t in parsed.tokens_of(sentence)], "spans": inside}


def main() -> None:
    """Write the sentences."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("out", type=Path)
    args.add_argument("--data", type=Path, required=True)
    args.add_argument("--articles", type=int, default=250)
    given = args.parse_args()
    gazetteer, reader = places.installed(), language.load("en")
    with given.out.open("w", encoding="utf-8") as out:
        for text in texts(given.data, given.articles):
            parsed = reader.parse(Document(id="d", title=None, language="en", text=text))
            for line in lines(parsed, spans(parsed, gazetteer)):
                out.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
