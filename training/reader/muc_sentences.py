"""Sentences of MUC-4 train with weak marks of its five roles and six types, as the reader's event branch learns them.

    python training/reader/muc_sentences.py OUT.jsonl --data DIR [--limit N]

Every string of a key is marked where it stands; in a sentence without a trigger or another filler only where it has no better
one. Of the sentences that hold nothing a quarter is kept. A line: {"docid", "words", "spans": [[first, last, role]], "types"}.
"""

import argparse
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from evals.muc.casing import prepared

from almenara import language
from almenara.language import Parsed, Sentence
from almenara.model import Document

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
TRIGGER = re.compile(
    r"kill|murder|assassin|attack|bomb|explo|dynamit|kidnap|abduct|burn|fire|shoot|shot|massacre|wound|injur|die|dead|death|rob"
    r"|steal|stole|terror|destroy|damage|ambush|blow|blew|raid|clash|threat|hijack|hostage|crime|grenade|guns?\b|slain|torture",
    re.IGNORECASE,
)
EMPTY_SHARE, SEED = 0.25, 7


class Hit(NamedTuple):
    """A string of a key at characters [start, end)."""

    start: int
    end: int
    role: str
    type: str
    mention: str


def hits(parsed: Parsed, templates: list[dict[str, Any]]) -> Iterator[Hit]:
    """All places where strings of the keys stand."""
    text = parsed.text.lower()
    for template in templates:
        for role in ROLES:
            for mention in {m[0].lower() for entity in template[role] for m in entity}:
                for match in re.finditer(rf"(?<!\w){re.escape(mention)}(?!\w)", text):
                    yield Hit(match.start(), match.end(), role, template["incident_type"], mention)


def lines(parsed: Parsed, templates: list[dict[str, Any]], docid: str) -> Iterator[dict[str, Any]]:
    """One line a sentence."""
    found = list(hits(parsed, templates))
    inside = [[h for h in found if s.start <= h.start < s.end] for s in parsed.sentences]
    strong = [
        bool(TRIGGER.search(parsed.text[s.start : s.end])) or len({h.mention for h in here}) > 1
        for s, here in zip(parsed.sentences, inside, strict=True)
    ]
    good = {h.mention for here, sure in zip(inside, strong, strict=True) if sure for h in here}
    for sentence, here, sure in zip(parsed.sentences, inside, strong, strict=True):
        kept = [h for h in here if sure or h.mention not in good]
        words = [t.text for t in parsed.tokens_of(sentence)]
        yield {"docid": docid, "words": words, "spans": spans(parsed, sentence, kept), "types": sorted({h.type for h in kept})}


def spans(parsed: Parsed, sentence: Sentence, kept: list[Hit]) -> list[list[Any]]:
    """Token ranges of the hits, the longest of those that overlap in one role."""
    found = set()
    for hit in kept:
        at = [t.index - sentence.first for t in parsed.tokens_of(sentence) if t.start < hit.end and t.end > hit.start]
        if at:
            found.add((at[0], at[-1] + 1, hit.role))
    out: list[tuple[int, int, str]] = []
    for first, last, role in sorted(found, key=lambda s: (s[0] - s[1], s)):
        if not any(role == r and first < b and a < last for a, b, r in out):
            out.append((first, last, role))
    return [list(span) for span in sorted(out)]


def main() -> None:
    """Write the sentences."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("out", type=Path)
    args.add_argument("--data", type=Path, required=True)
    args.add_argument("--limit", type=int)
    given = args.parse_args()
    rng, reader = random.Random(SEED), language.load("en")  # noqa: S311
    rows = (given.data / "muc4/gtt/train.json").read_text(encoding="utf-8").splitlines()[: given.limit]
    with given.out.open("w", encoding="utf-8") as out:
        for row in map(json.loads, rows):
            parsed = reader.parse(Document(id=row["docid"], language="en", text=prepared(row["doctext"])))
            for line in lines(parsed, row["templates"], row["docid"]):
                if line["types"] or rng.random() < EMPTY_SHARE:
                    out.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
