"""The words of numbers in one language, and the pattern made of them."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from msgspec import Struct

from almenara.times import numerals

SIDES = ("at_least", "more_than", "up_to", "less_than", "about")
AND = ("and", "y")
DIGITS = r"[0-9]+(?:[.,][0-9]+)*"
CURRENCY = r"(?:(?P<currency>(?:us|mx|r|a|s/)?\$|us\$|usd|s/\.?|€|£) ?)?"
NO_ORDINAL = r"(?!(?:st|nd|rd|th|o|a|s)\b|[\w])"
SPECIAL = {
    "en": "",
    "es": r"mil [0-9]{1,3}(?![0-9.,])|un(?= (?:millon|billon)\b)|un[oa]?(?= por ?ciento)|",
}
LEADING = {"en": "the|a|other|another", "es": "los|las|otros|otras"}  # between a hedge and its number
SMALL_SUMS = r"(?<=[$€£])[0-9]+(?:[.,][0-9]+)* ?(?:mn|mm|m|k|b)\b|"


class Words(Struct, frozen=True):
    """What data/numbers.toml says of one language; `sides` tells the side of a hedge, `fixed` phrases stand for a number."""

    language: str
    magnitudes: dict[str, float]
    sides: dict[str, str]
    collective: dict[str, float]
    plural: dict[str, float]
    share: dict[str, float]
    multiple: dict[str, float]
    moved: re.Pattern[str]
    pattern: re.Pattern[str]


@cache
def load(language: str) -> Words:
    """The words of a language, the pattern compiled on first use."""
    raw = tomllib.loads(files("almenara.coding.quantities").joinpath("data/numbers.toml").read_text(encoding="utf-8"))[language]
    sides = {phrase: side for side in SIDES for phrase in raw[side]}
    number = _number(language, [w for w in raw["magnitudes"] if w != "hundred"])
    fixed = any_of([*raw["share"], *raw["collective"], *raw["plural"], *raw["multiple"]])
    lead = rf"(?:(?P<side>{any_of(sides)}) )?(?:(?:{LEADING[language]}) )?"
    lead += rf"(?:(?P<side2>{any_of(raw['about'])}) )?"
    between = rf"(?:(?P<between>{any_of(raw['between'])}) (?:los |las )?)?"
    together = any_of(w for w in raw["joiners"] if w not in AND)  # "and" makes a range only after "between"
    joiner = rf"(?: (?:{together}|(?(between)(?:{'|'.join(AND)})|(?!))) (?:los |las )?| ?- ?)"
    second = rf"(?:{joiner}{CURRENCY.replace('currency', 'currency2')}(?P<second>{number}))?"
    tail = rf"(?: ?(?P<percent>{any_of(raw['percent'])}))?(?: (?P<hedged>{any_of(raw['hedged'])})\b)?"
    first = rf"{between}{CURRENCY}(?P<number>{number}){NO_ORDINAL}{second}"
    source = rf"(?<![\w$.,/#])(?<![^\s(]-){lead}(?:(?P<fixed>{fixed})\b|{first}){tail}"
    tables = {name: raw[name] for name in ("magnitudes", "collective", "plural", "share", "multiple")}
    moved = re.compile(rf"\b(?:{raw['moved']})")
    return Words(language=language, sides=sides, moved=moved, pattern=re.compile(source), **tables)


def _number(language: str, magnitudes: list[str]) -> str:
    """Source of the pattern of one number in figures, words or both."""
    magnitude = any_of(magnitudes)
    simple = any_of([*numerals.SIMPLE[language], *numerals.MULTIPLIERS[language]])
    opening = any_of(w for w in numerals.SIMPLE[language] if w not in {"un", "una", "uno"})
    opening = opening.replace("ciento|", "(?<!por )ciento|", 1)
    spelled = rf"(?:{opening})\b(?:{numerals.JOIN[language]}(?:{simple})\b){{0,8}}"
    spelled += rf"|(?:un|una|mil)\b(?: (?:{simple})\b){{1,8}}|mil\b" if language == "es" else ""
    one = rf"(?:{SPECIAL[language]}{SMALL_SUMS}{DIGITS}|{spelled})"
    many = rf"(?:[ -]?(?:{magnitude})\b)"
    return rf"(?:{one}{many}+(?: y medio)? (?:con )?(?={one}))*{one}{many}*(?: y medio\b)?"


def any_of(words: Iterable[str]) -> str:
    """Source of a pattern for any of some phrases, the longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
