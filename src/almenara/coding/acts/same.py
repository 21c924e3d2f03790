"""Whether two sentences that tell the same act tell the same event."""

from collections.abc import Callable, Mapping
from math import log

from almenara.codebook import Hit
from almenara.coding.acts.reading import Reading, cues, fold
from almenara.language import Parsed

SIZE = 40
STANDING = frozenset(("state_of_emergency", "curfew"))  # in force for a time, and spoken of again and again
DEFINITE = frozenset("the this that these those said el la los las este esta ese esa dicho dicha aquel aquella".split())
Idf = Mapping[str, float]


def comparer(reading: Reading, idf: Idf, act: str) -> Callable[[int, int], list[float]]:
    """A function from two sentences, the earlier first, to SIZE numbers that speak for or against one event."""
    views, sentences = reading.views, reading.parsed.sentences
    unknown = max(idf.values(), default=1.0)
    english = float(reading.parsed.language == "en")
    hit = [act in view.hits for view in views]

    def weight(words: frozenset[str]) -> float:
        return sum(idf.get(w, unknown) for w in words)

    def compare(i: int, j: int) -> list[float]:
        a, b = views[i], views[j]
        shared = weight(a.words & b.words)
        least = min(weight(a.words), weight(b.words)) + 1
        names = a.names & b.names
        first, second = a.triggers(act), b.triggers(act)
        return [
            log(j - i), j - i == 1, j - i == 2, i == 0, i <= 1, shared / 10, shared / least, len(names), bool(names),
            _apart(a.names, b.names), len(a.numbers & b.numbers), _apart(a.numbers, b.numbers),
            bool(a.days & b.days), _apart(a.days, b.days), bool(a.others), bool(b.others),
            bool(first) and first == second, bool(first and second) and first != second,
            bool(a.years & b.years), bool(a.years | b.years) and not a.years & b.years, english, log(len(views)),
            weight(names) / 10, sentences[i].paragraph == sentences[j].paragraph, act == "other",
            *_named(reading.parsed, a.hits.get(act), b.hits.get(act)),
            weight(a.words & b.words & views[0].words) / 10, bool(b.names - a.names), weight(b.names - a.names) / 10,
            len(b.numbers - a.numbers), sum(hit), sum(hit[i + 1 : j]), i / len(views), j / len(views),
        ]  # fmt: skip

    return compare


def _named(parsed: Parsed, first: Hit | None, second: Hit | None) -> list[float]:
    """How two tellings name the act: by a verb or a noun, as known ("the attack"), with which words around it."""
    nouns = [hit is not None and parsed.tokens[hit.head].pos == "NOUN" for hit in (first, second)]
    verb = second is not None and parsed.tokens[second.head].pos == "VERB"
    known = second is not None and any(parsed.tokens[c].lower in DEFINITE for c in parsed.children[second.head])
    one, other = _around(parsed, first), _around(parsed, second)
    return [known, known and nouns[1], *nouns, verb, len(one & other), bool(_apart(one, other))]


def _around(parsed: Parsed, hit: Hit | None) -> frozenset[str]:
    """The nouns and names that hang on a hit."""
    tokens = (parsed.tokens[c] for c in parsed.children[hit.head]) if hit else ()
    return frozenset(fold(t.lemma) for t in tokens if t.pos in ("NOUN", "PROPN"))


def _apart(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and not a & b


def is_spoken_of(reading: Reading, sentence: int, act: str) -> bool:
    """Whether a sentence speaks of a measure that the reader is taken to know ("the curfew") and tells nothing of the past."""
    view, parsed = reading.views[sentence], reading.parsed
    hit = view.hits.get(act) if act in STANDING else None
    if hit is None or view.years or view.days or parsed.tokens[hit.head].pos not in ("NOUN", "PROPN"):
        return False
    if not cues("past").isdisjoint(fold(t.text) for t in parsed.tokens_of(parsed.sentences[sentence])):
        return False
    return any(parsed.tokens[c].lower in DEFINITE for c in parsed.children[hit.head])
