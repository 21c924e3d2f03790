"""Sentences of the annotated articles with their acts and participants, as the reader's event branch learns them.

    python training/reader/sentences.py OUT.jsonl --cache DIR [--part train|gold]

A line: {"doc", "language", "words", "acts", "told": ["background", "occurred", ...], "roles": [[first, last, role], ...]}.
The cache is what crossfit.py keeps: a pickle of {id: (document, coding, parse)} of your own making.
"""

import argparse
import json
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from almenara.language import Parsed


def lines(parsed: Parsed, coding: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """One line a sentence of a document."""
    text = parsed.text
    found: list[dict[str, Any]] = [{"acts": set(), "told": set(), "roles": set()} for _ in parsed.sentences]
    for event in coding["events"]:
        told = [event["reality"], *(["background"] if event["background"] else [])]
        for words in event["evidence"]:
            at = text.find(words)
            for sentence in parsed.sentences if at >= 0 else ():
                if min(sentence.end, at + len(words)) - max(sentence.start, at) > min(10, len(words) // 2):
                    here = found[sentence.index]
                    here["acts"].add(event["act"])
                    here["told"].update(told)
                    here["roles"].update(_roles(parsed, sentence.index, event["participants"]))
    for sentence, here in zip(parsed.sentences, found, strict=True):
        yield {
            "language": parsed.language,
            "words": [t.text for t in parsed.tokens_of(sentence)],
            "acts": sorted(here["acts"]),
            "told": sorted(here["told"]),
            "roles": sorted(here["roles"]),
        }


def _roles(parsed: Parsed, index: int, participants: list[dict[str, Any]]) -> Iterator[tuple[int, int, str]]:
    sentence = parsed.sentences[index]
    for participant in participants:
        name = participant["name"]
        at = parsed.text.find(name, sentence.start, sentence.end)
        while at >= 0:
            inside = [t.index for t in parsed.tokens_of(sentence) if t.start < at + len(name) and t.end > at]
            if inside:
                yield inside[0] - sentence.first, inside[-1] + 1 - sentence.first, participant["role"]
            at = parsed.text.find(name, at + len(name), sentence.end)


def main() -> None:
    """Write the sentences of a part."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("out", type=Path)
    args.add_argument("--cache", type=Path, required=True)
    args.add_argument("--part", default="train")
    given = args.parse_args()
    found = pickle.loads((given.cache / f"{given.part}.pkl").read_bytes())  # noqa: S301
    with given.out.open("w", encoding="utf-8") as out:
        for doc, (_, coding, parsed) in found.items():
            for line in lines(parsed, coding):
                out.write(json.dumps({"doc": doc, **line}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
