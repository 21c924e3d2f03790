"""What a figure is about: its indicator, its change, its rate, its period and its places."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from almenara.coding.quantities import words
from almenara.coding.quantities.reading import Quantities
from almenara.coding.quantities.units import Quantity
from almenara.language import Parsed
from almenara.model import Change
from almenara.model.statement import ChangeDirection
from almenara.times import Expression, Resolved
from almenara.times.fold import fold

NEAR = 70  # characters to either side in which an indicator's words are looked for first
CHANGE_REACH = 6  # tokens
DIRECTIONS: tuple[ChangeDirection, ...] = ("increase", "decrease")
DURATIONS = {"day": "D", "week": "W", "month": "M", "year": "Y"}


@cache
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files("almenara.coding.quantities").joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


@cache
def _indicators() -> list[tuple[str, re.Pattern[str], frozenset[str]]]:
    out = []
    for rule in _toml("indicators")["indicator"]:
        kinds = frozenset(k for k in ("money", "percent") if rule.get(k))
        out.append((rule["name"], re.compile(rule["pattern"]), kinds))
    return out


def indicator(parsed: Parsed, quantity: Quantity, *, moved: bool = False) -> str:
    """The name of what is measured: by the words nearest to the number, else the noun itself in snake case.

    `moved`: a percentage is of a change of the indicator, not a share of it.
    """
    sentence = parsed.sentence_of(quantity.first)
    start, end = quantity.number.lead, max(quantity.number.end, parsed.tokens[quantity.last - 1].end)
    near = fold(parsed.text[max(sentence.start, start - NEAR) : min(sentence.end, end + NEAR)])
    for stretch in (near, fold(parsed.text[sentence.start : sentence.end])):
        for name, pattern, kinds in _indicators():
            if (not kinds or quantity.kind in kinds) and pattern.search(stretch):
                return name if quantity.kind != "percent" or kinds or moved else f"{name}_share"
    if quantity.noun is not None and quantity.kind in {"item", "person", "case"}:
        return re.sub(r"[^a-z0-9]+", "_", fold(parsed.tokens[quantity.noun].text)).strip("_") or "count"
    return {"money": "value", "percent": "share"}.get(quantity.kind, "count")


def change(parsed: Parsed, quantity: Quantity) -> Change | None:
    """Rise or fall, where a word near the number says so; a percentage is then of the change."""
    number = quantity.number
    if fold(parsed.text[number.start : number.end]) in words.load(parsed.language).multiple:
        return Change(direction="increase", percent=number.value, approx=number.hedge)
    sentence = parsed.sentence_of(quantity.first)
    first, last = max(sentence.first, quantity.first - CHANGE_REACH), min(sentence.last, quantity.last + 3)
    for i in [*range(quantity.first - 1, first - 1, -1), *range(quantity.last, last)]:
        word = fold(parsed.tokens[i].text)
        for direction in DIRECTIONS:
            if word in _split(parsed.language, direction) and not _comparing(parsed, quantity, i):
                percent = number.value if quantity.kind == "percent" else None
                return Change(direction=direction, percent=percent, approx=number.hedge)
    return None


@cache
def _split(language: str, direction: str) -> frozenset[str]:
    return frozenset(_toml("changes")[language][direction].split())


def _comparing(parsed: Parsed, quantity: Quantity, i: int) -> bool:
    """Of "more than 40" and "menos de 40": a bound, no change."""
    return parsed.tokens[i].start >= quantity.number.lead and parsed.tokens[i].end <= quantity.number.end


@cache
def _rates(language: str) -> list[tuple[str, re.Pattern[str]]]:
    return [
        (unit, re.compile(rf"^[^,;.()]{{0,30}}?(?<!\bin )(?<!over )(?<!for )(?<!\ben )\b(?:{words})\b"))
        for unit, words in _toml("changes")["per"][language].items()
    ]


def unit(parsed: Parsed, quantity: Quantity) -> str:
    """The unit, with "per day" or "per 100,000 persons" where the words after the number say so."""
    sentence = parsed.sentence_of(quantity.first)
    end = max(quantity.number.end, parsed.tokens[quantity.last - 1].end)
    after = fold(parsed.text[end : min(sentence.end, end + 50)])
    per = next((u for u, pattern in _rates(parsed.language) if pattern.search(after)), None)
    return f"{quantity.unit} per {per}" if per else quantity.unit


def period(quantities: Quantities, quantity: Quantity) -> str | None:
    """The time a figure holds for: an EDTF date or interval, an ISO 8601 duration, or the words; the nearest of its sentence."""
    sentence = quantities.parsed.tokens[quantity.first].sentence
    found = quantities.dates_by_sentence.get(sentence, [])
    for wanted in (("date",), ("duration",)):
        fitting = [(e, r) for e, r in found if e.kind in wanted]
        if fitting:
            return _written(*min(fitting, key=lambda pair: abs(pair[0].start - quantity.number.start)))
    return None


def _written(expression: Expression, made: Resolved) -> str:
    if made.start and made.end:
        return made.start if made.start == made.end else f"{made.start}/{made.end}"
    if made.start or made.end:
        return f"{made.start or '..'}/{made.end or '..'}"
    value = expression.value
    letter = DURATIONS.get(getattr(value, "unit", ""))
    n = getattr(value, "n", None)
    if letter and n and expression.kind == "duration":
        return f"P{abs(n):g}{letter}"
    return expression.text
