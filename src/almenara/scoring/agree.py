"""When one coded thing agrees with one of the gold: events, arguments, claims, forecasts, figures.

Gold items are plain mappings as in gold files (strings where codings have spans); codings are the JSON that `almenara
code` writes, so that any coder's output can be scored.
"""

from collections.abc import Mapping
from typing import Any

from almenara.scoring.words import overlap, same_name

Item = Mapping[str, Any]
CATEGORIES = {
    "violence": "armed_clash attack targeted_killing massacre bombing air_strike shelling kidnapping sexual_violence torture"
    " arson sabotage robbery body_found prison_violence escape extortion threat armed_stoppage displacement forced_recruitment",
    "market": "drug_trafficking drug_production arms_trafficking human_trafficking migrant_smuggling contraband"
    " environmental_crime corruption money_laundering fraud cybercrime",
    "state": "seizure eradication arrest charge conviction release extradition sanction operation deployment state_of_emergency"
    " curfew restriction law plan",
    "politics": "negotiation ceasefire agreement surrender group_change appointment protest riot repression strike other",
}
CATEGORY = {act: category for category, acts in CATEGORIES.items() for act in acts.split()}
ENOUGH = 0.5
TOLERANCE = 0.02
DATE_LENGTH = {"day": 10, "week": 10, "month": 7, "season": 7, "year": 4, "decade": 3}
SAME_REALITY_BONUS = 0.1


def quotes(item: Item) -> list[str]:
    """The evidence of an item as plain strings."""
    return [e["quote"] if isinstance(e, Mapping) else e for e in item.get("evidence") or []]


def words_of(value: Any) -> str:
    """The text of a span or a plain string."""
    return value.get("quote", "") if isinstance(value, Mapping) else (value or "")


def evidence_overlap(a: Item, b: Item) -> float:
    """The best overlap between two pieces of evidence."""
    return max((overlap(x, y) for x in quotes(a) for y in quotes(b)), default=0.0)


def strict(found: Item, gold: Item) -> float:
    """Similarity of two events with the same act."""
    return _event(found, gold) if found["act"] == gold["act"] else 0.0


def lenient(found: Item, gold: Item) -> float:
    """Similarity of two events with acts of the same category."""
    return _event(found, gold) if CATEGORY.get(found["act"]) == CATEGORY.get(gold["act"]) else 0.0


def _event(found: Item, gold: Item) -> float:
    share = evidence_overlap(found, gold)
    bonus = SAME_REALITY_BONUS * (found.get("reality") == gold.get("reality"))
    return 1 + share + bonus if share >= ENOUGH else 0.0


def same_date(found: Item, gold: Item) -> bool:
    """Whether two events start on the same date, at the gold's precision; no date agrees with no date only."""
    start, wanted = ((e.get("date") or {}).get("start") for e in (found, gold))
    if not wanted or (wanted.startswith("XXXX") and not start):
        return not start and not wanted
    if not start:
        return False
    if wanted.startswith("XXXX") or start.startswith("XXXX"):
        return bool(start[4:] == wanted[4:])
    length = DATE_LENGTH.get((gold.get("date") or {}).get("precision") or "", 10)
    return bool(start[:length] == wanted[:length])


Argument = tuple[str, str, float | None]


def places(event: Item) -> list[Argument]:
    """Places of an event as arguments."""
    return [("place", p["name"], None) for p in event.get("places") or []]


def participants(event: Item) -> list[Argument]:
    """Participants of an event as arguments."""
    return [(p["role"], p["name"], None) for p in event.get("participants") or []]


def counts(event: Item) -> list[Argument]:
    """Counts of an event as arguments."""
    return [("count:" + str(c.get("what")), c.get("text", ""), _number(c)) for c in event.get("counts") or []]


def arguments(event: Item) -> list[Argument]:
    """Who, where and how many: all arguments of an event."""
    return places(event) + participants(event) + counts(event)


def _number(count: Item) -> float | None:
    return next((count.get(k) for k in ("best", "low", "high") if count.get(k) is not None), None)


def argument(found: Argument, gold: Argument) -> float:
    """1.0 where role and name (or number, within 2 percent) agree, else 0.0."""
    if found[0] != gold[0]:
        return 0.0
    if found[0].startswith("count:"):
        return float(found[2] is not None and gold[2] is not None and abs(found[2] - gold[2]) <= TOLERANCE * abs(gold[2]))
    return float(same_name(found[1], gold[1]))


def claim(found: Item, gold: Item) -> float:
    """Claims agree when their content overlaps by half and the speaker is the same."""
    speaker = found.get("speaker")
    speaker = speaker.get("name") if isinstance(speaker, Mapping) else speaker
    share = overlap(words_of(found.get("content")), words_of(gold.get("content")))
    return share if share >= ENOUGH and same_name(speaker or "", gold["speaker"]) else 0.0


def forecast(found: Item, gold: Item) -> float:
    """Forecasts agree when their content overlaps by half."""
    share = overlap(words_of(found.get("content")), words_of(gold.get("content")))
    return share if share >= ENOUGH else 0.0


def figure(found: Item, gold: Item) -> float:
    """Figures agree when a number is within 2 percent and the evidence overlaps by half."""
    share = evidence_overlap(found, gold)
    same = any(abs(x - y) <= TOLERANCE * abs(y) for x in _numbers(found) for y in _numbers(gold))
    return share if same and share >= ENOUGH else 0.0


def _numbers(item: Item) -> list[float]:
    change = item.get("change") or {}
    return [x for x in (item.get("value"), item.get("low"), item.get("high"), change.get("percent")) if x is not None]
