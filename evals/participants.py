"""F1 of participants where the events are given, by the scorer's rule: python -m evals.participants [FOLDER].

FOLDER holds docs/ and codings/ in the annotation format (else the dev set). An event is given by its act and the sentences of
its evidence; which word of them tells it is the model's own guess. Events that match only in a full coding are scored by records.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from almenara import language
from almenara.coding import entities, roles
from almenara.coding.draft import ActMention, EventDraft
from almenara.language import Parsed
from almenara.model import Document
from almenara.scoring import agree, fingerprint
from almenara.scoring.assign import match
from almenara.scoring.words import overlap
from evals.corpora import need

CORPUS, SHARED = "gold", 0.5
Tally = dict[str, list[int]]


def measure(folder: Path) -> Tally:
    """Hits, found and wanted: in all, by language and by role."""
    out: Tally = defaultdict(lambda: [0, 0, 0])
    for path in sorted((folder / "docs").glob("*.json")):
        raw, coding = (json.loads((folder / part / path.name).read_text("utf-8")) for part in ("docs", "codings"))
        document = Document(id=raw["id"], text=raw["text"], language=raw["language"], published=raw["published"])
        for found, wanted in told(language.load(raw["language"]).parse(document), coding):
            pairs = match(found, wanted, agree.argument)
            _add(out, ("all", raw["language"]), len(pairs), len(found), len(wanted))
            for role in roles_of(found, wanted):
                hits = sum(found[i][0] == role for i, _ in pairs)
                _add(out, (role,), hits, sum(a[0] == role for a in found), sum(a[0] == role for a in wanted))
    return out


def told(parsed: Parsed, coding: dict[str, Any]) -> Iterator[tuple[list[agree.Argument], list[agree.Argument]]]:
    """What is found and what is wanted of each event; of one that no sentence holds nothing is found."""
    pairs = [(draft(parsed, event), agree.participants(event)) for event in coding["events"]]
    found = iter(roles.cast(parsed, [d for d, _ in pairs if d], entities.find(parsed)))
    for given, wanted in pairs:
        yield agree.participants({"participants": to_builtins(next(found))}) if given else [], wanted


def draft(parsed: Parsed, event: dict[str, Any]) -> EventDraft | None:
    """The event as the sentences of its evidence tell it."""
    sentences = [
        s.index for s in parsed.sentences if any(overlap(parsed.sentence_span(s).quote, q) >= SHARED for q in event["evidence"])
    ]
    mentions = tuple(ActMention(event["act"], s, None, 1.0, "given") for s in sentences)
    return EventDraft(event["act"], mentions, event["reality"], bool(event["background"]), 1.0) if mentions else None


def roles_of(*arguments: list[agree.Argument]) -> list[str]:
    """The roles that stand in some lists."""
    return sorted({a[0] for found in arguments for a in found})


def pinned(folder: Path) -> dict[str, float]:
    """The pinned figures: F1 in all and by language."""
    tally = measure(folder)
    return {key: f1(*tally[key]) for key in ("all", "en", "es")}


def f1(hit: int, found: int, wanted: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * hit / (found + wanted) if found + wanted else 0.0


def _add(tally: Tally, keys: tuple[str, ...], *numbers: int) -> None:
    for key in keys:
        tally[key] = [a + b for a, b in zip(tally[key], numbers, strict=True)]


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else need(CORPUS)
    print(f"corpus {folder.name} {fingerprint(folder)}")
    for key, (hit, found, wanted) in measure(folder).items():
        precision, recall = hit / max(found, 1), hit / max(wanted, 1)
        print(f"{key:12}P {precision:.3f}  R {recall:.3f}  F1 {f1(hit, found, wanted):.3f}  ({hit}/{found}/{wanted})")


if __name__ == "__main__":
    main()
