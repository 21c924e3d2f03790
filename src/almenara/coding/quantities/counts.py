"""How many: the counts of an event (CODEBOOK 2.6), by a learned model over number, noun, act and syntax."""

from collections.abc import Sequence

from almenara.coding.quantities import deeds, features, model, sense
from almenara.coding.quantities.features import Told
from almenara.coding.quantities.reading import Quantities
from almenara.coding.quantities.units import Quantity
from almenara.language import Parsed
from almenara.model import Count, Span

BY = "model:counts.1"
NONE = "none"
FATES = frozenset({"killed", "wounded", "missing"})


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
        for quantity in candidates(quantities, sentence):
            told = quantities.told(quantity)
            what, probability = judged(trained, described(told, act))
            what = _as_told(sense.governed(parsed, quantity, what), parsed, quantity)
            if not sense.possible(what, quantity, told.beside[1], single=told.single):
                continue
            key = (what, quantity.number.value * quantity.factor)
            if probability >= limit * (sense.EASED if sense.plain(parsed, quantity, what, act) else 1) and key not in found:
                found[key] = _count(parsed, quantity, what)
    return list(found.values())


def candidates(quantities: Quantities, sentence: int) -> list[Quantity]:
    """What may be counts in a sentence: its numbers, and the nouns with an article."""
    return [*quantities.by_sentence.get(sentence, ()), *quantities.singles(sentence)]


def judged(trained: model.Linear, buckets: Sequence[int]) -> tuple[str, float]:
    """The likeliest kind of count, and the probability that there is a count at all."""
    found = trained.probabilities(buckets)
    none = trained.classes.index(NONE)
    probability = 1 - float(found[none])
    found[none] = 0
    return trained.classes[int(found.argmax())], probability


def _as_told(what: str, parsed: Parsed, quantity: Quantity) -> str:
    """The fate that the very next word tells, whatever the model makes of the rest: "15 civiles heridos"."""
    if quantity.kind != "person" or what not in FATES or quantity.last >= parsed.sentence_of(quantity.first).last:
        return what
    behind = deeds.deed_at(parsed, quantity.last)
    return behind if behind in FATES else what


def described(told: Told, act: str) -> list[int]:
    """Buckets of a quantity as a count of an act; the words of the whole sentence tell figures, not what an act did."""
    kind, deed, before, after = told.kind, told.deed, told.before, told.after
    of_act = [f"act={act}", f"act.kind={act}.{kind}", f"act.noun={act}.{told.noun}", f"act.verb={act}.{told.verb}"]
    of_act += [f"deed={deed}", f"act.deed={act}.{deed}", f"act.kind.deed={act}.{kind}.{deed}", f"kind.deed={kind}.{deed}"]
    of_act += [f"dist={told.distance}.{deed}", f"db={before}.{kind}", f"da={after}.{kind}", f"single.act={act}.{told.single}"]
    ahead, behind = told.beside
    of_act += [f"ahead={ahead}.{kind}", f"behind={behind}.{kind}", f"act.ahead={act}.{ahead}", f"act.behind={act}.{behind}"]
    of_act += [f"act.db={act}.{before}", f"act.da={act}.{after}", f"act.ba={act}.{before}.{after}"]
    return [*told.around, *features.hashed(of_act)]


def _count(parsed: Parsed, quantity: Quantity, what: str) -> Count:
    number = quantity.number
    span = words(parsed, quantity)
    group = parsed.tokens[quantity.noun].text if quantity.noun is not None and quantity.kind in {"person", "item"} else None
    bare = quantity.kind in {"none", "item"} and what in sense.PEOPLE
    unit = "person" if bare else "item" if quantity.kind == "percent" else quantity.unit
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


def words(parsed: Parsed, quantity: Quantity) -> Span:
    """The words of a quantity, from its hedge to its noun."""
    end = max(quantity.number.end, parsed.tokens[quantity.last - 1].end)
    return Span.of(parsed.text, quantity.number.lead, end)
