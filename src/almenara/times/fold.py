"""Lower case without accents, letter for letter, so that offsets stay: what every pattern here reads."""

import unicodedata

FIXED = {
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\u2019": "'", "\u2018": "'", "\u00b4": "'", "\u201b": "'",
    "\u2013": "-", "\u2014": "-", "\u2012": "-", "\u2011": "-", "\u00ba": "o", "\u00b0": "o", "\u00aa": "a",
}  # fmt: skip


def _table() -> dict[int, str]:
    table = {ord(a): b for a, b in FIXED.items()}
    for code in [*range(0x41, 0x5B), *range(0xC0, 0x180)]:
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if base.isascii() and base.isalpha():
            table[code] = base
    return table


TABLE = _table()


def fold(text: str) -> str:
    """The folded text, exactly as long as the text."""
    return text.translate(TABLE)
