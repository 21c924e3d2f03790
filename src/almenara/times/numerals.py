"""Numbers written as words, in English and Spanish, folded (lower case, no accents)."""

import re

EN = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
ES = {
    "cero": 0, "uno": 1, "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8,
    "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "dieciseis": 16, "diecisiete": 17,
    "dieciocho": 18, "diecinueve": 19, "veinte": 20, "veintiun": 21, "veintiuno": 21, "veintiuna": 21, "veintidos": 22,
    "veintitres": 23, "veinticuatro": 24, "veinticinco": 25, "veintiseis": 26, "veintisiete": 27, "veintiocho": 28,
    "veintinueve": 29, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80,
    "noventa": 90, "cien": 100, "ciento": 100, "doscientos": 200, "doscientas": 200, "trescientos": 300, "trescientas": 300,
    "cuatrocientos": 400, "cuatrocientas": 400, "quinientos": 500, "quinientas": 500, "seiscientos": 600, "seiscientas": 600,
    "setecientos": 700, "setecientas": 700, "ochocientos": 800, "ochocientas": 800, "novecientos": 900, "novecientas": 900,
}  # fmt: skip
SIMPLE = {"en": EN, "es": ES}
MULTIPLIERS = {
    "en": {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12},
    "es": {"mil": 1000, "millon": 10**6, "millones": 10**6, "billon": 10**12, "billones": 10**12},
}
# "and" joins after a hundred and a thousand, "y" after tens: "treinta y dos" is one number, "ocho y siete" are two
JOIN = {"en": r"(?:[ -]|(?<=hundred)[ -]and |(?<=thousand)[ -]and |(?<=million) and )", "es": r"(?: |(?<=nta) y )"}
WORD = re.compile(r"[a-z]+")


def pattern(language: str, *, single: bool = True) -> str:
    """Source of a pattern for one number in words; `single` leaves out one (un, una, one), which is also an article."""
    simple = [w for w in SIMPLE[language] if single or w not in {"one", "un", "una", "uno"}]
    first = "|".join(sorted(simple, key=len, reverse=True))
    every = "|".join(sorted([*SIMPLE[language], *MULTIPLIERS[language]], key=len, reverse=True))
    return rf"(?:{first})\b(?:{JOIN[language]}(?:{every})\b){{0,8}}"


def value(words: str, language: str) -> int | None:
    """The number that folded words spell, or None: "ciento veinte" 120, "two hundred and six" 206, "mil quinientos" 1500."""
    total = part = 0
    seen = False
    for word in WORD.findall(words):
        if word in {"and", "y"}:
            continue
        if (simple := SIMPLE[language].get(word)) is not None:
            part += simple
        elif factor := MULTIPLIERS[language].get(word):
            if factor == 100:
                part = max(part, 1) * 100
            else:
                total, part = (total + max(part, 1) * factor, 0) if factor < 10**6 else ((total + max(part, 1)) * factor, 0)
        else:
            return None
        seen = True
    return total + part if seen else None
