"""Dictionary forms in lower case, by simplemma (MIT): the parser's own lemmatiser costs half its time and errs in Spanish."""

from functools import lru_cache

FIXED = {
    "en": {
        "left": "leave",
        "leaves": "leave",
        "leaving": "leave",
        "found": "find",
        "shot": "shoot",
        "dead": "dead",
        "police": "police",
    },
    "es": {"fue": "ser", "fueron": "ser", "murió": "morir", "murieron": "morir", "muerto": "muerto", "muertos": "muerto"},
}


@lru_cache(maxsize=200_000)
def lemma(form: str, language: str) -> str:
    """The lemma of one word form."""
    import simplemma

    lower = form.lower()
    return FIXED[language].get(lower) or simplemma.lemmatize(lower, language).lower()
