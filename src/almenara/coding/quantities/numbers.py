"""Every number of a text, with its value, its bounds and the words that hedge it."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from msgspec import Struct

from almenara.times import numerals
from almenara.times.fold import fold

MAGNITUDE = re.compile(r"[ -](?P<last>mil|millones|billones|thousand|million|billion|trillion|bn)$")
SIDES = ("at_least", "more_than", "up_to", "less_than", "about")


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


class Grammar(NamedTuple):
    """The words of one language and the pattern made of them."""

    words: dict[str, Any]
    pattern: re.Pattern[str]
    sides: dict[str, str]
    language: str


def _any(words: Any) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


@cache
def grammar(language: str) -> Grammar:
    """The pattern of a language, compiled on first use."""
    raw = tomllib.loads(files("almenara.coding.quantities").joinpath("data/numbers.toml").read_text(encoding="utf-8"))[language]
    magnitude = _any(w for w in raw["magnitudes"] if w != "hundred")
    digits = r"[0-9]+(?:[.,][0-9]+)*"
    simple = _any([*numerals.SIMPLE[language], *numerals.MULTIPLIERS[language]])
    opening = _any(w for w in numerals.SIMPLE[language] if w not in {"un", "una", "uno"}).replace(
        "ciento|", "(?<!por )ciento|", 1
    )
    words = rf"(?:{opening})\b(?:{numerals.JOIN[language]}(?:{simple})\b){{0,8}}"
    words += rf"|(?:un|una|mil)\b(?: (?:{simple})\b){{1,8}}|mil\b" if language == "es" else ""
    thousand = r"mil [0-9]{1,3}(?![0-9.,])|un(?= (?:millon|billon)\b)|un[oa]?(?= por ?ciento)|" if language == "es" else ""
    one = rf"(?:{thousand}{digits}|{words})"
    number = (
        rf"(?:{one}(?:[ -](?:{magnitude})\b)+(?: y medio)? (?:con )?(?={one}))*{one}(?:[ -](?:{magnitude})\b)*(?: y medio\b)?"
    )
    sides = {phrase: side for side in SIDES for phrase in raw[side]}
    lead = rf"(?:(?P<side>{_any(sides)}) )?(?:(?:los|las|the|a|otros|otras|other|another) )?(?:(?P<side2>{_any(raw['about'])}) )?"
    currency = r"(?:(?P<currency>(?:us|mx|r|a|s/)?\$|us\$|usd|s/\.?|€|£) ?)?"
    fixed = _any([*raw["share"], *raw["collective"], *raw["plural"]])
    between = rf"(?:(?P<between>{_any(raw['between'])}) (?:los |las )?)?"
    joiner = rf"(?: (?:{_any(raw['joiners'])}) (?:los |las )?| ?- ?)"
    second = rf"(?:{joiner}{currency.replace('currency', 'currency2')}(?P<second>{number}))?"
    tail = rf"(?: ?(?P<percent>{_any(raw['percent'])}))?(?: (?P<hedged>{_any(raw['hedged'])})\b)?"
    alone = r"(?!(?:st|nd|rd|th|o|a|s)\b|[\w])"  # no ordinals
    first = rf"{between}{currency}(?P<number>{number}){alone}{second}"
    source = rf"(?<![\w$.,/#])(?<![^\s(]-){lead}(?:(?P<fixed>{fixed})\b|{first}){tail}"
    return Grammar(raw, re.compile(source), sides, language)


def numbers(text: str, language: str) -> list[Number]:
    """The numbers of a text in order; ordinals, codes and lone articles (un, una) are left out."""
    rules, folded = grammar(language), fold(text)
    out = []
    for match in rules.pattern.finditer(folded):
        out += _read(match, rules)
    return out


def value_of(words: str, language: str) -> float | None:
    """The value of folded words or figures: "23 mil 600" 23600, "60.400" 60400, "3,5" 3.5, "3.5 million" 3500000."""
    rules = grammar(language)
    total = part = last = 0.0
    pieces = re.findall(r"[0-9][0-9.,]*|[a-z]+", words)
    for i, piece in enumerate(pieces):
        if piece[0].isdigit():
            part += figures(piece, language)
        elif piece in {"y", "and", "con"}:
            continue
        elif piece == "medio":
            total += last / 2
        elif factor := rules.words["magnitudes"].get(piece):
            last = factor
            total, part = _times(total, part, factor, thousand_next=i + 1 < len(pieces) and pieces[i + 1].startswith("mill"))
        elif (simple := numerals.SIMPLE[language].get(piece)) is not None:
            part += simple
        else:
            return None
    return total + part


def _times(total: float, part: float, factor: float, *, thousand_next: bool) -> tuple[float, float]:
    """Apply thousand, million...: of "mil millones" the thousand multiplies the million to come."""
    if factor == 100 or thousand_next:
        return total, (part or 1) * factor
    if factor >= 10**6 and 0 < total < 10**6:
        return (total + part) * factor, 0
    return total + (part or 1) * factor, 0


def figures(digits: str, language: str) -> float:
    """The value of figures; a sign before exactly three digits parts thousands, except the point in English."""
    digits = digits.rstrip(".,")
    groups = re.split(r"[.,]", digits)
    if len(groups) == 1:
        return float(digits)
    signs = [c for c in digits if c in ".,"]
    thousands = all(len(g) == 3 for g in groups[1:]) and len(groups[0]) <= 3 and groups[0] != "0" and len(set(signs)) == 1
    if thousands and not (language == "en" and signs == ["."]):
        return float("".join(groups))
    return float("".join(groups[:-1]) + "." + groups[-1])


def _read(match: re.Match[str], rules: Grammar) -> list[Number]:
    side = match["side"] or match["side2"]
    kind = rules.sides.get(side) if side else None
    kind = "at_least" if match["hedged"] and kind is None and match["hedged"].endswith(("more", "mas", "plus")) else kind
    if match["fixed"]:
        return [_fixed(match, rules, kind)]
    value = value_of(match["number"], rules.language)
    if value is None:
        return []
    percent = match["percent"] is not None
    currency = match["currency"] or match["currency2"]
    if match["second"]:
        return _pair(match, rules, value, kind)
    start = match.start("currency") if currency else match.start("number")
    lead = match.start() if side else start
    end = match.end("percent") if percent else match.end("number")
    low, best, high = bounds(value, kind)
    return [Number(start, end, lead, value, low, best, high, side, kind, currency, percent)]


def _pair(match: re.Match[str], rules: Grammar, value: float, kind: str | None) -> list[Number]:
    """Two numbers that stand together: a range where the words or their order say so, else each for itself."""
    second = value_of(match["second"], rules.language)
    if second is None:
        return []
    joined = match.string[match.end("number") : match.start("second")].strip()
    percent, currency = match["percent"] is not None, match["currency"] or match["currency2"]
    shared = MAGNITUDE.search(match["second"])
    if shared and value < second and joined not in {"o", "or"} and not MAGNITUDE.search(match["number"]):  # "3 to 5 million"
        larger = value_of(f"{match['number']} {shared['last']}", rules.language) or value
        value = larger if larger < second else value
    is_range = match["between"] and joined not in {"o", "or"} and (joined not in {"a", "to"} or value < second)
    is_range = (
        is_range or (joined in {"a", "to", "-", "hasta"} and value < second) or (joined in {"o", "or"} and value + 1 == second)
    )
    if is_range and value < second:
        side = match["side"] or match["side2"]
        return [
            Number(
                match.start("number"), match.end(), match.start(), value, value, None, second, side, "between", currency, percent
            )
        ]
    out = []
    for group, number in (("number", value), ("second", second)):
        low, best, high = bounds(number, kind if group == "number" else None)
        side = match["side"] or match["side2"] if group == "number" else None
        lead = match.start() if side else match.start(group)
        out.append(Number(match.start(group), match.end(group), lead, number, low, best, high, side, None, currency, percent))
    return out


def _fixed(match: re.Match[str], rules: Grammar, kind: str | None) -> Number:
    words = match["fixed"]
    share, plural = rules.words["share"].get(words), rules.words["plural"].get(words)
    value = share or plural or rules.words["collective"][words]
    low, best, high = (value, None, None) if plural else bounds(value, kind)
    side = match["side"] or match["side2"]
    return Number(
        match.start("fixed"),
        match.end("fixed"),
        match.start(),
        value,
        low,
        best,
        high,
        side,
        kind,
        percent=bool(share),
        vague=bool(plural),
    )


def bounds(value: float, side: str | None) -> tuple[float | None, float | None, float | None]:
    """(low, best, high) of a number with its hedge (CODEBOOK 2.6 and 8)."""
    if side in {"at_least", "more_than"}:
        return value, value, None
    if side in {"up_to", "less_than"}:
        return None, None, value
    if side == "about":
        return None, value, None
    return value, value, value
