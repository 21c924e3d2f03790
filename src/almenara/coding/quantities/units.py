"""What a number counts: people, goods, mass, area, money, cases."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from msgspec import Struct

from almenara.coding.quantities.numbers import Number
from almenara.language import Parsed
from almenara.times.fold import fold

Kind = Literal["person", "item", "mass", "area", "volume", "length", "money", "percent", "case", "none"]
MEASURES: tuple[Kind, ...] = ("mass", "area", "volume", "length")
SKIP = frozenset("de of mas more otros otras other additional los las the suspected alleged presuntos supuestos".split())
MAX_GAP = 4
PESO = "PESO"  # until the whole document says whose
ARTICLES = {"en": frozenset({"a", "an", "another"}), "es": frozenset({"un", "una", "otro", "otra"})}


class Quantity(Struct, frozen=True):
    """A number with what it counts: `unit` is SI, ISO 4217, `person`, `item`, `case` or `percent`; `factor` leads to it.

    `noun` is the token that names what is counted, `last` the token after the quantity's words.
    """

    number: Number
    first: int
    last: int
    noun: int | None
    kind: Kind
    unit: str
    factor: float = 1

    def scaled(self, value: float | None) -> float | None:
        """A bound of the number in `unit`, without the dust of floating point."""
        return None if value is None else float(f"{value * self.factor:.10g}")


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files("almenara.coding.quantities").joinpath("data/units.toml").read_text(encoding="utf-8"))


@cache
def _set(table: str, language: str) -> frozenset[str]:
    return frozenset(_words()[table][language].split())


@cache
def _measure(word: str) -> tuple[Kind, str, float] | None:
    kind: Kind
    for kind in MEASURES:
        table = _words()[kind]
        if word in table and word != "unit":
            return kind, table["unit"], table[word]
    return None


def peso(text: str, home: str | None = None) -> str:
    """Whose peso a text means: the country it names most, else that of its places (`home`), else Mexico."""
    folded = fold(text)
    pesos: dict[str, str] = _words()["pesos"]
    best = max(pesos, key=folded.count)
    return pesos[best] if best in folded else str(_words()["pesos_of"].get(home, "MXN"))


def quantity(parsed: Parsed, number: Number, first: int) -> Quantity:
    """What a number counts, reading the tokens after it; `first` is the index of its first token."""
    tokens = parsed.tokens
    last = first
    while last < len(tokens) and tokens[last].start < number.end:
        last += 1
    sign = fold(number.currency).strip() if number.currency else None
    if sign:
        money = _words()["signs"].get(sign, "USD")
        after = fold(tokens[last].text) if last < len(tokens) else ""
        after = fold(tokens[last + 1].text) if after == "de" and last + 1 < len(tokens) else after
        named = _words()["money"].get(after)
        unit = named or (PESO if sign == "$" and parsed.language == "es" else money)
        return Quantity(number, first, last + bool(named), None, "money", unit)
    if number.percent:
        return Quantity(number, first, last, _noun(parsed, last), "percent", "percent")
    noun = _noun(parsed, last)
    if noun is None:
        return Quantity(number, first, last, None, "none", "item")
    return _classified(parsed, number, (first, noun))


def _classified(parsed: Parsed, number: Number, at: tuple[int, int]) -> Quantity:
    first, noun = at
    word = fold(parsed.tokens[noun].text)
    end = noun + 1
    if measure := _measure(word):
        kind, unit, factor = measure
        return Quantity(number, first, end, noun, kind, unit, factor)
    if word in _words()["money"]:
        return Quantity(number, first, end, noun, "money", _words()["money"][word])
    if word in _set("cases", parsed.language):
        return Quantity(number, first, end, noun, "case", "case")
    person = word in _set("persons", parsed.language)
    return Quantity(number, first, end, noun, "person" if person else "item", "person" if person else "item")


def single(parsed: Parsed, i: int) -> Quantity | None:
    """The one person or thing that the article at token `i` stands before; None for other nouns."""
    token = parsed.tokens[i]
    noun = _noun(parsed, i + 1)
    if noun is None or parsed.tokens[noun].pos != "NOUN":
        return None
    one = Number(token.start, token.end, token.start, 1, 1, 1, 1)
    found = _classified(parsed, one, (i, noun))
    return found if found.kind in {"person", "item", "mass"} else None


def _noun(parsed: Parsed, last: int) -> int | None:
    """The noun after a number, past adjectives and "of"; none where a verb or a stop comes first."""
    tokens = parsed.tokens
    sentence = tokens[last - 1].sentence
    found = None
    for i in range(last, min(last + MAX_GAP, len(tokens))):
        token = tokens[i]
        word = fold(token.text)
        if token.sentence != sentence:
            break
        if _measure(word) or word in _words()["money"] or (word in _set("persons", parsed.language) and word not in SKIP):
            return i
        if token.pos in {"NOUN", "PROPN"}:
            found = i
            if parsed.language == "es" and word not in SKIP:
                break  # the head of a Spanish noun phrase comes first, of an English one last
        elif found is not None or not (word in SKIP or token.pos == "ADJ"):
            break
    return found


def tokens_at(parsed: Parsed, spans: list[Number]) -> list[int | None]:
    """The first token of each number; None for one outside the parsed sections."""
    out: list[int | None] = []
    i, tokens = 0, parsed.tokens
    for number in spans:
        while i < len(tokens) and tokens[i].end <= number.start:
            i += 1
        out.append(i if i < len(tokens) and tokens[i].start < number.end else None)
    return out
