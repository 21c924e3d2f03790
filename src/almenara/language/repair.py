"""Text in capitals or stripped of accents, mended for the parser without moving a single offset."""

import re
import unicodedata
from functools import cache

WORD = re.compile(r"[^\W\d_]+")
CAPITALS_SHARE = 0.7
MIN_LETTERS = 20
ACCENTED = re.compile(r"[áéíóúñÁÉÍÓÚÑ]")
MIN_WORDS_WITHOUT_ACCENT = 25
# "incauto dos fusiles": before an object and behind no article or preposition the verb is meant, though the form is a word too
PRETERITE = re.compile(
    r"(?<!\bel )(?<!\bun )(?<!\bsu )(?<!\bde )(?<!\bdel )(?<!\bal )(?<!\ben )(?<!\bcon )(?<!\bsin )(?<!\bpor )"
    r"\b(?!bajo )[^\W\d_]+o"
    r"(?= (?:a|al|el|la|los|las|una?|un[oa]s|dos|tres|cuatro|cinco|seis|diez|vari[oa]s|\d+) )",
    re.IGNORECASE,
)
SENTENCE_ENDS = ".!?\n"


def is_capitals(text: str) -> bool:
    """Whether a paragraph is set in capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= MIN_LETTERS and sum(c.isupper() for c in letters) >= CAPITALS_SHARE * len(letters)


def is_stripped(text: str, language: str) -> bool:
    """Whether Spanish text has lost its accents: none in a stretch where some are certain."""
    return language == "es" and len(WORD.findall(text)) >= MIN_WORDS_WITHOUT_ACCENT and not ACCENTED.search(text)


def mend(text: str, language: str) -> str:
    """The same text, as long as before, in ordinary case and with the accents that are beyond doubt."""
    bare = is_stripped(text, language)
    if is_capitals(text):
        bare = bare or (language == "es" and not ACCENTED.search(text))  # capitals often go without accents
        text = _sentence_case(text, language)
    if bare:
        text = WORD.sub(lambda m: _accented(m[0]), PRETERITE.sub(lambda m: _preterite(m[0]), text))
    return text


def _sentence_case(text: str, language: str) -> str:
    """Lower case for words of the dictionary, a capital for the rest and for the first word of a sentence."""

    def cased(match: re.Match[str]) -> str:
        word = match[0]
        lower = word.lower()
        if len(lower) != len(word) or not word.isupper():
            return word
        before = text[: match.start()].rstrip()[-1:]
        if not before or before in SENTENCE_ENDS or not _known(lower, language):
            return word[0] + lower[1:]
        return lower

    return WORD.sub(cased, text)


@cache
def _known(word: str, language: str) -> bool:
    import simplemma

    return simplemma.is_known(word, language) or any(simplemma.is_known(w, language) for w in _accent_variants(word, language))


@cache
def _accented(word: str) -> str:
    """The accented form of a word where the dictionary knows exactly one and the bare form is no word."""
    import simplemma

    lower = word.lower()
    if simplemma.is_known(lower, "es"):
        return word
    known = [w for w in _accent_variants(lower, "es") if simplemma.is_known(w, "es")]
    if len(known) != 1:
        return word
    return "".join(a.upper() if b.isupper() else a for a, b in zip(known[0], word, strict=True))


@cache
def _preterite(word: str) -> str:
    """The past of a verb in -ar ("incauto", "decomiso") where the dictionary knows it with its accent."""
    import simplemma

    past = word[:-1] + "ó"
    verb = simplemma.lemmatize(past.lower(), "es")
    return past if len(word) > 4 and verb.endswith("ar") and simplemma.is_known(past.lower(), "es") else word


def _accent_variants(word: str, language: str) -> list[str]:
    """Spellings with one acute accent or an eñe; a Spanish word never has two acutes."""
    if language != "es" or unicodedata.normalize("NFKD", word) != word:
        return []
    acute = dict(zip("aeiou", "áéíóú", strict=True))
    bases = [word] + [word[:i] + "ñ" + word[i + 1 :] for i, c in enumerate(word) if c == "n"]
    with_acute = [w[:i] + acute[c] + w[i + 1 :] for w in bases for i, c in enumerate(w) if c in acute]
    return bases[1:] + with_acute
