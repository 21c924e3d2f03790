"""How many: the counts of an event (CODEBOOK 2.6), by a learned model over number, noun, act and syntax."""

from collections.abc import Iterable, Iterator, Sequence

from almenara.coding.quantities import deeds, features, model
from almenara.coding.quantities.reading import Quantities
from almenara.coding.quantities.units import Quantity
from almenara.language import Parsed
from almenara.model import Count, Span

BY = "model:counts.1"
NONE = "none"
DROPPED = ("l=", "s=", "up=", "numbers=")  # features of the whole sentence: they tell figures, not what an act did


def counts_for(
    quantities: Quantities,
    act: str,
    sentences: Sequence[int],
    *,
    trained: model.Linear | None = None,
    threshold: float | None = None,
) -> list[Count]:
    """The counts of an event of `act` told in `sentences` (indices, the lead's first); each kind and number once."""
    parsed = quantities.parsed
    trained = trained or model.shipped("counts")
    limit = trained.thresholds[parsed.language] if threshold is None else threshold
    found: dict[tuple[str, float], Count] = {}
    for sentence in sentences:
        for quantity in quantities.by_sentence.get(sentence, ()):
            what, probability = judged(trained, described(parsed, quantity, act, quantities.kinds(sentence)))
            key = (what, quantity.number.value * quantity.factor)
            if probability >= limit and key not in found:
                found[key] = _count(parsed, quantity, what)
    return list(found.values())


def judged(trained: model.Linear, described_as: Iterable[str]) -> tuple[str, float]:
    """The likeliest kind of count, and the probability that there is a count at all."""
    probabilities = trained.probabilities(described_as)
    none = probabilities.pop(NONE)
    return max(probabilities, key=lambda k: probabilities[k]), 1 - none


def described(parsed: Parsed, quantity: Quantity, act: str, dated: frozenset[str]) -> Iterator[str]:
    """Features of a quantity as a count of an act."""
    for feature in features.of(parsed, quantity, dated):
        if not feature.startswith(DROPPED):
            yield feature
    yield from _of_act(parsed, quantity, act)


def _of_act(parsed: Parsed, quantity: Quantity, act: str) -> Iterator[str]:
    kind = quantity.kind
    noun = parsed.tokens[quantity.noun].lemma if quantity.noun is not None else "-"
    verb = features.head_verb(parsed, quantity.noun if quantity.noun is not None else quantity.first)
    near = deeds.nearest(parsed, quantity)
    deed, distance = (near[0], near[1]) if near else ("-", 9)
    before, after = deeds.around(parsed, quantity)
    yield from (f"act={act}", f"act.kind={act}.{kind}", f"act.noun={act}.{noun}", f"act.verb={act}.{verb.lemma if verb else '-'}")
    yield from (f"deed={deed}", f"act.deed={act}.{deed}", f"act.kind.deed={act}.{kind}.{deed}", f"kind.deed={kind}.{deed}")
    yield from (f"dist={distance}.{deed}", f"db={before}.{kind}", f"da={after}.{kind}")
    yield from (f"act.db={act}.{before}", f"act.da={act}.{after}", f"act.ba={act}.{before}.{after}")


def _count(parsed: Parsed, quantity: Quantity, what: str) -> Count:
    number = quantity.number
    span = words(parsed, quantity)
    group = parsed.tokens[quantity.noun].text if quantity.noun is not None and quantity.kind in {"person", "item"} else None
    unit = "person" if quantity.kind == "none" and what in PEOPLE else "item" if quantity.kind == "percent" else quantity.unit
    return Count(
        what=what,
        group=group,
        low=quantity.scaled(number.low),
        best=quantity.scaled(number.best),
        high=quantity.scaled(number.high),
        unit=unit,
        text=span.quote,
        evidence=(span,),
        by=BY,
    )


PEOPLE = frozenset(
    "killed wounded kidnapped missing arrested charged convicted displaced surrendered deployed participants".split()
)


def words(parsed: Parsed, quantity: Quantity) -> Span:
    """The words of a quantity, from its hedge to its noun."""
    end = max(quantity.number.end, parsed.tokens[quantity.last - 1].end)
    return Span.of(parsed.text, quantity.number.lead, end)
