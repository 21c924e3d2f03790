"""Signs of how a sentence tells what it tells: what the lexicon's hit is in the grammar, how concrete it is, its tense."""

from collections.abc import Mapping

from almenara.codebook import Hit
from almenara.coding.acts.reading import Reading, cues, fold
from almenara.language import Parsed, Sentence

HIT, SENTENCE = 15, 11
"""How many numbers there are of a hit, and of a sentence."""
RELATIONS = (
    frozenset(("root",)),
    frozenset(("conj", "advcl", "acl", "acl:relcl")),
    frozenset(("nmod", "compound", "obl")),
    frozenset(("nsubj", "obj")),
)
QUOTES = frozenset('"“”«»')
NEAR = 3
PAST = {"en": ("ed",), "es": ("ó", "aron", "ieron")}
PRESENT = {"en": ("s",), "es": ("a", "e", "an", "en")}
LONG, DEEP = 40.0, 6
Weights = Mapping[str, float]
"""How far entries of the lexicon are trusted, by id; others have their own weight."""


def of_hit(reading: Reading, sentence: int, act: str, weights: Weights) -> list[float]:
    """HIT numbers about the lexicon's hit of an act in a sentence, and about the other hits there."""
    parsed, hits = reading.parsed, reading.views[sentence].hits
    hit = hits.get(act)
    others = [other for name, other in hits.items() if name != act]
    most = max((_weight(other, weights) for other in others), default=0.0)
    near = sum(abs(other.head - hit.head) <= NEAR for other in others) if hit else 0
    own = _grammar(parsed, parsed.sentences[sentence], hit, _weight(hit, weights)) if hit else [0.0] * (HIT - 3)
    return [*own, most, len(others), near]


def _weight(hit: Hit, weights: Weights) -> float:
    return weights.get(hit.entry.id, hit.entry.weight)


def _grammar(parsed: Parsed, sentence: Sentence, hit: Hit, weight: float) -> list[float]:
    head = parsed.tokens[hit.head]
    depth = min(DEEP, sum(1 for _ in parsed.ancestors(hit.head)))
    place = (hit.head - sentence.first) / max(1, sentence.last - sentence.first)
    verb = head.pos == "VERB"
    related = [float(head.dep in relations) for relations in RELATIONS]
    return [weight, weight * weight, weight * verb, 1.0 + hit.specificity, verb, head.pos == "NOUN", *related, depth, place]


def of_sentence(reading: Reading, sentence: int) -> list[float]:
    """SENTENCE numbers about how concrete a sentence is, and in which tense."""
    parsed, view = reading.parsed, reading.views[sentence]
    tokens = parsed.tokens_of(parsed.sentences[sentence])
    verbs = [t.lower for t in tokens if t.pos in ("VERB", "AUX")]
    forms = {fold(t.text) for t in tokens}
    return [
        min(len(view.names), 6), min(len(view.numbers), 4), bool(view.days), bool(view.years), min(len(tokens), LONG) / LONG,
        any(t.text in QUOTES for t in tokens[:2]), parsed.language == "en", not cues("past").isdisjoint(forms),
        sum(v.endswith(PAST[parsed.language]) for v in verbs), sum(v.endswith(PRESENT[parsed.language]) for v in verbs),
        not cues("modals").isdisjoint(forms),
    ]  # fmt: skip
