"""Where sentences end, told by the words around a full stop."""

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from almenara.language.words import Words

MARKS = frozenset((".", "!", "?", "…", "..", "...", "....", "?!", "!!", "??"))
CLOSING = frozenset(("”", "’", "»", "'", '"', "''", ")", "]"))
STRAIGHT = frozenset(("'", '"'))
NO_OPENING = frozenset(",;:)]}”»%…")


class Known(NamedTuple):
    """Words of one language without their full stop: before names, at either place, and those that open sentences."""

    leads: frozenset[str]
    either: frozenset[str]
    openers: frozenset[str]


def ends(text: str, words: Words, language: str) -> list[int]:
    """The number of the word after each sentence's last; `text` is one paragraph."""
    forms, known, size = words.forms, _known(language), len(words.forms)
    out: list[int] = []
    i, first = 0, 0
    while i < size - 1:
        form = forms[i]
        if form in MARKS or form[-1] == ".":
            last = _with_closing(text, words, i)
            if last + 1 < size and _opens(forms[last + 1]) and (last > i or not _holds(forms, i, first, known)):
                first = last + 1
                out.append(first)
            i = last
        i += 1
    return [*out, size] if size else []


def _with_closing(text: str, words: Words, i: int) -> int:
    """The last of the marks, brackets and quotes that close with word `i`; a quote after a blank opens."""
    forms, starts = words.forms, words.starts
    while i + 1 < len(forms) and (forms[i + 1] in MARKS or forms[i + 1] in CLOSING):
        end = starts[i + 1] + len(forms[i + 1])
        blank_before, blank_after = starts[i + 1] > starts[i] + len(forms[i]), end == len(text) or text[end].isspace()
        if forms[i + 1] not in MARKS and blank_before and not (forms[i + 1] not in STRAIGHT and blank_after):
            break
        if forms[i + 1] in STRAIGHT and not blank_after and text[end].isalnum():
            break
        i += 1
    return i


def _opens(form: str) -> bool:
    """Whether a sentence can begin with a word."""
    return not form[0].islower() and form[0] not in NO_OPENING


def _holds(forms: list[str], i: int, first: int, known: Known) -> bool:
    """Whether the full stop of word `i` belongs to an abbreviation, an initial or a number of a list."""
    form, after = forms[i], forms[i + 1]
    if form[-1] != "." or form.startswith(".."):
        return False
    joined = len(form) > 1
    word = form[:-1] if joined else forms[i - 1] if i > first else ""
    lower = word.lower()
    if lower in known.leads and (word != "no" or after[0].isdigit()):
        return True
    begins = i if joined else i - 1
    if begins <= first and (word.isdigit() or len(word) == 1):
        return True
    return (joined or lower in known.either or _is_initial(word)) and after.lower() not in known.openers


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


@cache
def _known(language: str) -> Known:
    table = tomllib.loads(Path(__file__).with_name("data").joinpath("sentences.toml").read_text("utf-8"))[language]
    return Known(*(frozenset(table[name].split()) for name in Known._fields))
