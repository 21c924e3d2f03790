"""What a figure is about: its indicator, its change, its unit and rate."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from almenara.coding.quantities import words
from almenara.coding.quantities.units import Quantity
from almenara.language import Parsed
from almenara.model import Change
from almenara.model.statement import ChangeDirection
from almenara.times.fold import fold

NEAR = (0, 25, 70)  # characters to either side in which an indicator's words are looked for, one after the other
NO_NAME = re.compile(r"[^a-z0-9]+")
RATE_REACH = 50  # characters
CHANGE_REACH = 6  # tokens
DIRECTIONS: tuple[ChangeDirection, ...] = ("increase", "decrease")


@cache
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files("almenara.coding.quantities").joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


class Rule(NamedTuple):
    """One indicator of data/indicators.toml; `kinds` restrict it to sums or shares, `unit` is that of the plain number."""

    name: str
    pattern: re.Pattern[str]
    kinds: frozenset[str]
    unit: str | None


@cache
def _indicators() -> tuple[Rule, ...]:
    return tuple(
        Rule(r["name"], re.compile(r["pattern"]), frozenset(k for k in ("money", "percent") if r.get(k)), r.get("unit"))
        for r in _toml("indicators")["indicator"]
    )


def indicator(parsed: Parsed, quantity: Quantity) -> Rule | None:
    """The rule for what is measured: by the words of the number itself, else by those nearest to it, else of its sentence."""
    sentence = parsed.sentence_of(quantity.first)
    start, end = quantity.number.lead, max(quantity.number.end, parsed.tokens[quantity.last - 1].end)
    folded = fold(parsed.text[sentence.start : sentence.end])
    start, end = max(0, start - sentence.start), end - sentence.start
    end += _rate(parsed.language, folded[end : end + RATE_REACH])[1]
    for stretch in (*(folded[max(0, start - near) : end + near] for near in NEAR), folded):
        for rule in _indicators():
            if (not rule.kinds or quantity.kind in rule.kinds) and rule.pattern.search(stretch):
                return rule
    return None


def name(parsed: Parsed, quantity: Quantity, rule: Rule | None, *, moved: bool) -> str:
    """The indicator's name, else the counted noun in snake case; `moved`: a percentage of change, not a share of it."""
    if rule is not None:
        return rule.name if quantity.kind != "percent" or rule.kinds or moved else f"{rule.name}_share"
    if quantity.noun is not None and quantity.kind in {"item", "person", "case"}:
        return NO_NAME.sub("_", fold(parsed.tokens[quantity.noun].text)).strip("_") or "count"
    return {"money": "value", "percent": "change" if moved else "share"}.get(quantity.kind, "count")


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


def _rate(language: str, after: str) -> tuple[str | None, int]:
    """What the words after a number divide it by, and how far those words reach."""
    for per, pattern in _rates(language):
        if match := pattern.search(after):
            return per, match.end()
    return None, 0


def unit(parsed: Parsed, quantity: Quantity, rule: Rule | None, *, moved: bool) -> str:
    """The unit, with "per day" or "per 100,000 persons" where the words after the number say so.

    A bare number and a percentage of change have the unit of their indicator.
    """
    sentence = parsed.sentence_of(quantity.first)
    end = max(quantity.number.end, parsed.tokens[quantity.last - 1].end)
    per, _ = _rate(parsed.language, fold(parsed.text[end : min(sentence.end, end + RATE_REACH)]))
    one = rule.unit if rule and rule.unit and (moved or quantity.kind == "none") else quantity.unit
    return f"{one} per {per}" if per else one
