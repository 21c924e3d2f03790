"""Lower-case English as a newspaper would set it: capitals for names, sentence starts and acronyms; no offset moves."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

TABLE = Path(__file__).parents[1] / "data" / "muc4_case.txt"
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
VOWEL = re.compile(r"[aeiouyáéíóú]")
TITLE = re.compile(r"\b(?:gen|col|lt|capt|maj|mr|dr|mrs|jr|sgt|no|[a-z])\.$")
PARAGRAPH = re.compile(" {4}")


def prepared(text: str) -> str:
    """A report of the corpus as the product reads one: ordinary case, blank lines where four blanks part paragraphs."""
    return PARAGRAPH.sub("  \n\n", recased(text))


def recased(text: str) -> str:
    """The same text, as long as before; capitals are first taken away."""
    lower = text.lower()
    text = lower if len(lower) == len(text) else text
    matches = list(WORD.finditer(text))
    words = [m[0] for m in matches]
    capital = _capitals(text, matches)
    out, last = [], 0
    for word, match, is_name in zip(words, matches, capital, strict=True):
        form = _form(word) if is_name else word
        if form == word and (is_name or word == "i" or _starts_sentence(text, match.start())):
            form = word[0].upper() + word[1:]
        out += [text[last : match.start()], form if len(form) == len(word) else word]
        last = match.end()
    return "".join([*out, text[last:]])


def _capitals(text: str, matches: "list[re.Match[str]]") -> list[bool]:
    """Which words take a capital: those that usually do, and both words of a pair that does."""
    _, pairs = _table()
    capital = [_form(m[0]) != m[0] for m in matches]
    for i, (one, other) in enumerate(pairwise(matches)):
        if f"{one[0]} {other[0]}" in pairs and text[one.end() : other.start()] == " ":
            capital[i] = capital[i + 1] = True
    return capital


def _starts_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 8) : at]
    stripped = before.rstrip()
    if not stripped:
        return at < 8
    return stripped[-1] in '.!?"' and len(before) > len(stripped) and not TITLE.search(stripped)


@cache
def _form(word: str) -> str:
    """A word as it mostly stands inside sentences; a word of no dictionary is a name, without vowels an acronym."""
    import simplemma

    forms, _ = _table()
    if word in forms:
        return forms[word]
    if word[-2:-1] in {"'", "’"}:
        return _form(word[:-2]) + word[-2:]
    if len(word) == 1 or simplemma.is_known(word, "en"):
        return word
    return word.capitalize() if VOWEL.search(word) else word.upper()


@cache
def _table() -> tuple[dict[str, str], frozenset[str]]:
    """Forms by lower-case word, and pairs of words that both take a capital."""
    lines = TABLE.read_text("utf-8").split("\n")
    return {w.lower(): w for w in lines if w and " " not in w}, frozenset(w for w in lines if " " in w)
