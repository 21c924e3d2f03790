"""What figures and number words are worth."""

import re

from almenara.coding.quantities.words import Words
from almenara.times import numerals

PIECE = re.compile(r"[0-9][0-9.,]*|[a-z]+")
SEPARATOR = re.compile(r"[.,]")
SUFFIXES = {"m": 1e6, "mn": 1e6, "mm": 1e6, "k": 1e3, "b": 1e9}  # after sums only: $200m
JOINING = frozenset({"y", "and", "con"})


def value_of(text: str, words: Words) -> float | None:
    """The value of folded words or figures: "23 mil 600" 23600, "60.400" 60400, "3,5" 3.5, "3.5 million" 3500000."""
    total = part = last = 0.0
    pieces = PIECE.findall(text)
    for i, piece in enumerate(pieces):
        if piece[0].isdigit():
            part += figures(piece, words.language)
        elif piece in JOINING:
            continue
        elif piece == "medio":
            total += last / 2
        elif factor := words.magnitudes.get(piece) or SUFFIXES.get(piece):
            last = factor
            total, part = _times(total, part, factor, thousand_next=i + 1 < len(pieces) and pieces[i + 1].startswith("mill"))
        elif (simple := numerals.SIMPLE[words.language].get(piece)) is not None:
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
    groups = SEPARATOR.split(digits)
    if len(groups) == 1:
        return float(digits)
    signs = [c for c in digits if c in ".,"]
    thousands = all(len(g) == 3 for g in groups[1:]) and len(groups[0]) <= 3 and groups[0] != "0" and len(set(signs)) == 1
    if thousands and not (language == "en" and signs == ["."]):
        return float("".join(groups))
    return float("".join(groups[:-1]) + "." + groups[-1])
