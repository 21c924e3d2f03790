"""Numbers that are no amounts: names, labels, ages, denominators of rates, telephone numbers."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from almenara.coding.quantities.units import Quantity
from almenara.language import Parsed
from almenara.times.fold import fold

JOINER = re.compile(r"(?:,|;)? ?(?:and |or |to |y |o |u |a |al )?")
LOOSE = frozenset({"none", "item", "length"})  # kinds that the words around may still turn into a label
REACH = 16  # characters before a number in which its label stands
TELEPHONE = re.compile(r"[0-9]{3}-[0-9]{4}")
HALF_OF_TIME = re.compile(r"(?:first|second|last|latter|other|primera|segunda|ultima|otra) $")


class Labels(NamedTuple):
    """The words of data/labels.toml of one language."""

    before: frozenset[str]
    per: re.Pattern[str]
    aged: re.Pattern[str]
    after: tuple[str, ...]


@cache
def labels(language: str) -> Labels:
    """The label words of a language."""
    raw = tomllib.loads(files("almenara.coding.quantities").joinpath("data/labels.toml").read_text(encoding="utf-8"))[language]
    per, aged = (re.compile(rf"(?<![a-z])(?:{'|'.join(raw[k])}) (?:los |las |the )?$") for k in ("per", "aged"))
    return Labels(frozenset(raw["before"].split()), per, aged, tuple(raw["after"]))


def amounts(parsed: Parsed, found: Sequence[Quantity], dated: Sequence[bool]) -> list[Quantity]:
    """The quantities that are amounts; `dated` says which stand inside a temporal expression, and these are none.

    What a number is not, its neighbours in a list are not either: "14 and 16" of "articles 14 and 16", "10, ocho" of
    "10, ocho y siete años".
    """
    of_time, dropped = list(dated), [d or is_label(parsed, q) for q, d in zip(found, dated, strict=True)]
    for i in range(1, len(found)):  # forwards: a label is said once, before the list
        labelled = dropped[i - 1] and not dated[i - 1]
        dropped[i] = dropped[i] or (labelled and found[i].kind == "none" and joined(parsed, found[i - 1], found[i]))
    for i in range(len(found) - 2, -1, -1):  # backwards: years of age are said once, behind it
        if of_time[i + 1] and found[i].kind == "none" and joined(parsed, found[i], found[i + 1]):
            of_time[i] = dropped[i] = True
    return [q for q, drop in zip(found, dropped, strict=True) if not drop]


def is_label(parsed: Parsed, quantity: Quantity) -> bool:
    """Whether a number names, labels, dates or divides rather than counts."""
    words = labels(parsed.language)
    number = quantity.number
    before = fold(parsed.text[max(0, number.lead - REACH) : number.lead])
    if number.percent:
        return HALF_OF_TIME.search(before) is not None
    if words.per.search(before) or words.aged.search(before):
        return quantity.kind not in {"money", "mass"}
    if quantity.kind not in LOOSE or number.currency:
        return False
    if quantity.first > 0 and number.lead == number.start and _labelled(parsed, quantity, words):
        return True
    after = fold(parsed.text[number.end : number.end + REACH]).lstrip()
    if number.value == 1 and after.startswith(("of ", "de ", "del ")):
        return True  # "one of the problems"
    return after.startswith(words.after) or _dialled(parsed, quantity)


def _labelled(parsed: Parsed, quantity: Quantity, words: Labels) -> bool:
    before = parsed.tokens[quantity.first - 1]
    if before.sentence != parsed.tokens[quantity.first].sentence or before.end + 1 < quantity.number.start:
        return False
    if fold(before.text).rstrip(".") in words.before:
        return True
    if parsed.tokens[quantity.first].dep == "flat" and before.pos == "PROPN":
        return True  # "Barrio 18" where no name was marked
    name = _name_around(parsed, quantity)
    return name is not None and (name < quantity.first or _capital_follows(parsed, quantity))


def _name_around(parsed: Parsed, quantity: Quantity) -> int | None:
    """The first token of the name that holds the number and more; a phrase that only begins with a capital is none."""
    sentence = parsed.tokens[quantity.first].sentence
    for name in parsed.names_by_sentence[sentence]:
        if name.first <= quantity.first < name.last and name.last - name.first > 1:
            before, number = parsed.tokens[quantity.first - 1], parsed.tokens[quantity.first]
            if name.first == quantity.first or before.pos == "PROPN" or number.text[0].isupper():
                return name.first
    return None


def _capital_follows(parsed: Parsed, quantity: Quantity) -> bool:
    tokens = parsed.tokens
    return quantity.last <= len(tokens) and quantity.noun is not None and tokens[quantity.noun].text[0].isupper()


def _dialled(parsed: Parsed, quantity: Quantity) -> bool:
    """A telephone number: groups of figures side by side."""
    text, number = parsed.text, quantity.number
    if quantity.kind != "none":
        return False
    return TELEPHONE.fullmatch(text[number.start : number.end]) is not None


def joined(parsed: Parsed, one: Quantity, other: Quantity) -> bool:
    """Whether nothing but a comma or an "and" stands between two numbers."""
    between = parsed.text[one.number.end : other.number.lead]
    return len(between) < 6 and JOINER.fullmatch(fold(between)) is not None
