"""Sentences with their names marked by what the road finds: silver for the reader's names.

    ALMENARA_READER=spacy python training/reader/names.py OUT.jsonl --data DIR --language en [--articles 250]
    ALMENARA_MODEL=DIR    python training/reader/names.py OUT.jsonl --data DIR --language es

English names come from the MIT-licensed English pipeline, Spanish ones from a reader trained on those (its sense of names
carries over), stretched to whole runs of proper nouns; both are corrected by the lexicon of groups and forces and by the
gazetteer. Nothing here is annotated by hand and no corpus of names is read.
A line: {"language", "words", "spans": [[first, last, label], ...]}.
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
LOOSE = frozenset("a al de del el en la las lo los the un una un y of and".split())


def texts(data: Path, language: str, articles: int) -> Iterator[str]:
    """Articles of the train and news folders and, in English, a sample of InSight Crime's."""
    for path in sorted((data / "train/docs").glob("*.json")) + sorted((data / "news").glob("*/*.json")):
        found = json.loads(path.read_text(encoding="utf-8"))
        if found.get("language") == language and found.get("text"):
            yield found["text"]
    if language != "en":
        return
    csv.field_size_limit(10**9)
    with (data / "insightcrime/train.tsv").open(encoding="utf-8") as file:
        rows = [row[0] for row in csv.reader(file, delimiter="\t")]
    yield from random.Random(7).sample(rows, min(articles, len(rows)))  # noqa: S311


def spans(parsed: Parsed, gazetteer: places.Gazetteer | None) -> list[tuple[int, int, str]]:
    """Token ranges with their labels, longest first where two overlap."""
    located = (
        places.locate(parsed.text, parsed.language, [(n.start, n.end, n.label) for n in parsed.names], gazetteer)
        if gazetteer
        else []
    )
    sure = {(p.start, p.end) for p in located if p.confidence >= SURE}
    cast = entities.find(parsed, [Span.of(parsed.text, p.start, p.end) for p in located])
    out: dict[tuple[int, int], str] = {}
    for n in parsed.names:
        out[_whole(parsed, n.first, n.last)] = "LOC" if (n.start, n.end) in sure else n.kind or n.label
    for i in range(len(parsed.tokens)):
        mention = cast.mention_at(i)
        if mention and not mention.generic and parsed.tokens[mention.first].text[:1].isupper():
            out[mention.first, mention.last] = KINDS[mention.kind]
    chosen: list[tuple[int, int, str]] = []
    taken: set[int] = set()
    for span, label in sorted(out.items(), key=lambda item: (item[0][0] - item[0][1], item[0])):
        first, last = _trimmed(parsed, *span)
        if first < last and not taken & set(range(first, last)):
            taken |= set(range(first, last))
            if label == "NORP" or any(t.text[:1].isupper() for t in parsed.tokens[first:last]):
                chosen.append((first, last, label))
    return sorted(chosen)


def _whole(parsed: Parsed, first: int, last: int) -> tuple[int, int]:
    """A Spanish name to the ends of its run of proper nouns, with the "de" and "del" inside it."""
    tokens = parsed.tokens
    if parsed.language == "es":
        sentence = parsed.sentence_of(first)
        while last < sentence.last and tokens[last].pos == "PROPN" and tokens[last].text[:1].isupper():
            last += 1
        while first > sentence.first and tokens[first - 1].pos == "PROPN" and tokens[first - 1].text[:1].isupper():
            first -= 1
    return first, last


def _trimmed(parsed: Parsed, first: int, last: int) -> tuple[int, int]:
    """A name without the loose words at its ends; nothing where no word of it has a capital (a demonym needs none)."""
    words = [t.text for t in parsed.tokens[first:last]]
    while (
        words
        and words[0].lower() in LOOSE
        and not (words[0][0].isupper() and len(words) > 1 and words[0] not in ("The", "El", "La"))
    ):
        words, first = words[1:], first + 1
    while words and words[-1].lower() in LOOSE:
        words, last = words[:-1], last - 1
    return first, last


def lines(parsed: Parsed, marked: list[tuple[int, int, str]]) -> Iterator[dict[str, Any]]:
    """One line a sentence."""
    for sentence in parsed.sentences:
        inside = [
            [first - sentence.first, last - sentence.first, label]
            for first, last, label in marked
            if sentence.first <= first and last <= sentence.last
        ]
        yield {"language": parsed.language, "words": [t.text for t in parsed.tokens_of(sentence)], "spans": inside}


def main() -> None:
    """Write the sentences."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("out", type=Path)
    args.add_argument("--data", type=Path, required=True)
    args.add_argument("--language", default="en")
    args.add_argument("--articles", type=int, default=250)
    given = args.parse_args()
    gazetteer, reader = places.installed(), language.load(given.language)
    with given.out.open("w", encoding="utf-8") as out:
        for text in texts(given.data, given.language, given.articles):
            parsed = reader.parse(Document(id="d", title=None, language=given.language, text=text))
            for line in lines(parsed, spans(parsed, gazetteer)):
                out.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
