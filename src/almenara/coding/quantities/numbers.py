"""Every number of a text, with its value, its bounds and the words that hedge it."""

import re

from msgspec import Struct

from almenara.coding.quantities import words
from almenara.coding.quantities.values import value_of
from almenara.coding.quantities.words import Words
from almenara.times.fold import fold

MAGNITUDE = re.compile(r"[ -]?(?P<last>mil millones|mil|millones|billones|thousand|million|billion|trillion|bn)$")
LARGE = re.compile(r"(?:millones|billones|million|billion|trillion|bn)$")
OR = frozenset({"o", "or"})
TO = frozenset({"a", "to", "-", "hasta"})
REACH = 60  # characters before "from 205 to 272" in which the words of a change stand


class Number(Struct, frozen=True):
    """A number at [start, end), its hedging words from `lead` on; `value` as written, `low`, `best`, `high` after CODEBOOK 2.6.

    `currency` is the sign before it ("$", "US$", "€"), `percent` whether per cent (or a share) is meant, `hedge` the words
    themselves, `vague` a plural such as "dozens".
    """

    start: int
    end: int
    lead: int
    value: float
    low: float | None
    best: float | None
    high: float | None
    hedge: str | None = None
    side: str | None = None
    currency: str | None = None
    percent: bool = False
    vague: bool = False


def numbers(text: str, language: str) -> list[Number]:
    """The numbers of a text in order; ordinals, codes and lone articles (un, una) are left out."""
    rules, folded = words.load(language), fold(text)
    out = []
    for match in rules.pattern.finditer(folded):
        out += _read(match, rules)
    return out


def _read(match: re.Match[str], rules: Words) -> list[Number]:
    if match["fixed"]:
        return [_fixed(match, rules)]
    value = value_of(match["number"], rules)
    if value is None:
        return []
    if match["second"]:
        second = value_of(match["second"], rules)
        return [] if second is None else _pair(match, rules, (value, second))
    return [_single(match, value, "number", _side(match, rules))]


def _side(match: re.Match[str], rules: Words) -> str | None:
    """Which bound the hedge gives, before the number or behind it."""
    hedge = match["side"] or match["side2"]
    if hedge is None and match["hedged"] and match["hedged"].endswith(("more", "mas", "plus")):
        return "at_least"
    return rules.sides.get(hedge) if hedge else None


def _single(match: re.Match[str], value: float, group: str, side: str | None) -> Number:
    hedge = (match["side"] or match["side2"]) if group == "number" else None
    currency = match["currency"] or match["currency2"]
    start = match.start("currency") if match["currency"] and group == "number" else match.start(group)
    percent = match["percent"] is not None
    end = match.end("percent") if percent and match["second"] is None else match.end(group)
    low, best, high = bounds(value, side)
    return Number(start, end, match.start() if hedge else start, value, low, best, high, hedge, side, currency, percent)


def _pair(match: re.Match[str], rules: Words, values: tuple[float, float]) -> list[Number]:
    """Two numbers that stand together: a range where the words or their order say so, else each for itself."""
    joined = match.string[match.end("number") : match.start("second")].strip().split(" ")[0]
    value, second = _magnified(match, rules, values, joined), values[1]
    before = match.string[max(0, match.start() - REACH) : match.start()]
    moved = match["between"] in {"from", "de"} and rules.moved.search(before)  # "rose from 205 to 272"
    if not moved and _is_range(match, joined, (value, second)):
        currency, side = match["currency"] or match["currency2"], match["side"] or match["side2"]
        start, percent = match.start("number"), match["percent"] is not None
        return [Number(start, match.end(), match.start(), value, value, None, second, side, "between", currency, percent)]
    if joined == "-":
        return []  # 2011-15, a score of 3-3
    first = _single(match, value, "number", _side(match, rules))
    return [first, _single(match, second, "second", None)]


def _magnified(match: re.Match[str], rules: Words, values: tuple[float, float], joined: str) -> float:
    """The first value, with the magnitude said once at the end: "3 to 5 million", "entre 6 mil y 9 mil millones"."""
    value, second = values
    shared = MAGNITUDE.search(match["second"])
    if shared is None or value >= second or joined in OR or LARGE.search(match["number"]):
        return value
    magnitude = shared["last"]
    if match["number"].endswith(("mil", "thousand")):
        if not LARGE.search(magnitude):
            return value
        magnitude = magnitude.removeprefix("mil ")
    larger = value_of(f"{match['number']} {magnitude}", rules) or value
    return larger if larger < second else value


def _is_range(match: re.Match[str], joined: str, values: tuple[float, float]) -> bool:
    value, second = values
    if value >= second:
        return False
    if joined in OR:
        return value + 1 == second
    if joined in words.AND:
        return match["between"] in {"between", "entre"}
    return match["between"] is not None or joined in TO


def _fixed(match: re.Match[str], rules: Words) -> Number:
    """Half a dozen, dozens, a third of, doubled."""
    phrase = match["fixed"]
    tables = (rules.share, rules.plural, rules.multiple, rules.collective)
    share, plural, multiple, collective = (t.get(phrase) for t in tables)
    value = share or plural or multiple or collective or 0
    side = _side(match, rules)
    low, best, high = (value, None, None) if plural else bounds(value, side)
    hedge, percent = match["side"] or match["side2"], bool(share or multiple)
    start, end = match.span("fixed")
    return Number(start, end, match.start(), value, low, best, high, hedge, side, percent=percent, vague=bool(plural))


def bounds(value: float, side: str | None) -> tuple[float | None, float | None, float | None]:
    """(low, best, high) of a number with its hedge (CODEBOOK 2.6 and 8)."""
    if side in {"at_least", "more_than"}:
        return value, value, None
    if side in {"up_to", "less_than"}:
        return None, None, value
    if side == "about":
        return None, value, None
    return value, value, value
