"""Which countries a text is about: their names, their people, its places, its outlet."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from almenara.places.countries import country_of_demonym

_WORD = re.compile(r"[^\W\d_]{4,}")
MOST = 5.0  # mentions of one country that count; the rest say nothing new
PEOPLE = 0.6  # a demonym tells less than the country's name: "Colombian drugs" are found anywhere
OUTLET = 1.0
DOUBT = 0.6  # added to the sum of weights: with little evidence no share is large


def people(text: str) -> Counter[str]:
    """How often the text names the people of each country: "Mexican", "colombianos"."""
    found: Counter[str] = Counter()
    for word, times in Counter(_WORD.findall(text)).items():
        if code := _people(word):
            found[code] += times
    return found


@lru_cache(maxsize=1 << 15)
def _people(word: str) -> str | None:
    """Small words are Spanish demonyms or none; what is long or capitalised may be either language's."""
    return country_of_demonym(word)


def weigh(named: Iterable[str], demonyms: Mapping[str, int], outlet: str | None) -> dict[str, float]:
    """Weights of countries from the codes of names that stand in the text, counts of demonyms and the outlet's country."""
    counts = Counter(named)
    weights = {code: min(MOST, counts[code] + PEOPLE * demonyms.get(code, 0)) for code in {*counts, *demonyms}}
    if outlet:
        weights[outlet] = weights.get(outlet, 0.0) + OUTLET
    return weights


def shares(weights: Mapping[str, float]) -> dict[str, float]:
    """Each country's part of the whole, some of it kept back for doubt."""
    total = sum(weights.values()) + DOUBT
    return {code: weight / total for code, weight in weights.items()}
