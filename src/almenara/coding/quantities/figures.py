"""Numbers about a state of the world (CODEBOOK 5): which numbers are figures a learned model says, what they say rules."""

import re
from collections.abc import Sequence

from msgspec import Struct, structs

from almenara.coding.quantities import context, describe, model, periods
from almenara.coding.quantities.counts import words
from almenara.coding.quantities.reading import Quantities
from almenara.coding.quantities.settings import Located, Scene
from almenara.coding.quantities.stocks import is_stock
from almenara.coding.quantities.units import Quantity
from almenara.language import Parsed
from almenara.model import Change, Figure
from almenara.times.fold import fold

BY, STOCK = "model:figures.1", "rule:figures.stock.1"
STOCK_CONFIDENCE = 0.6  # share that were figures on the training articles
COMPARED = re.compile(r"(?:frente a|contra|respecto a|compared (?:to|with)|versus|than|against|from|de) (?:los |las |the )?$")
REACH = 24  # characters
NEAR = 25  # tokens between a percentage of change and the value that it led to


class Found(Struct, frozen=True):
    """A number taken for a figure, with the change that the words around give it."""

    quantity: Quantity
    probability: float
    change: Change | None

    @property
    def of_change(self) -> bool:
        """Whether the number is a percentage of change rather than a value."""
        return self.change is not None and self.change.percent is not None and self.quantity.kind == "percent"


def figures(
    quantities: Quantities,
    located: Sequence[Located] = (),
    *,
    trained: model.Linear | None = None,
    threshold: float | None = None,
) -> list[Figure]:
    """The figures of a document in order, ids f1, f2...; one number of one indicator is told once.

    `located`: the places of the document with their gazetteer ids, as almenara.places finds them.
    """
    trained = trained or model.shipped("figures")
    limit = trained.thresholds[quantities.parsed.language] if threshold is None else threshold
    scene = Scene(quantities.parsed, located)
    out: list[Figure] = []
    seen: set[tuple[object, ...]] = set()
    for found in _merged(_accepted(quantities, trained, limit), quantities.parsed):
        figure = _figure(quantities, found, scene)
        if (key := _key(figure, found)) not in seen:
            seen.add(key)
            out.append(structs.replace(figure, id=f"f{len(out) + 1}"))
    return out


def _key(figure: Figure, found: Found) -> tuple[object, ...]:
    """What makes two figures one: a share or a change by its number, told again in a headline or a caption; else all of it."""
    if found.quantity.kind == "percent":
        return (found.quantity.number.value, found.of_change)
    return (figure.indicator, figure.unit, figure.value, figure.low, figure.high, figure.change)


def likelihoods(quantities: Quantities, trained: model.Linear) -> list[float]:
    """The probability of each quantity's being a figure, its company in the document taken into account."""
    parsed = quantities.parsed
    sentences = [parsed.tokens[q.first].sentence for q in quantities.all]
    told = (quantities.told(q) for q in quantities.all)
    logits = [float(trained.scores([*t.around, *t.sentence])[0]) for t in told]
    if trained.context is not None and logits:
        logits = (context.features(logits, sentences) @ trained.context).tolist()
    return [float(p) for p in model.logistic(logits)]


def _accepted(quantities: Quantities, trained: model.Linear, limit: float) -> list[Found]:
    out = []
    for quantity, probability in zip(quantities.all, likelihoods(quantities, trained), strict=True):
        if probability >= limit or is_stock(quantities.parsed, quantity):
            out.append(Found(quantity, probability, describe.change(quantities.parsed, quantity)))
    return out


def _merged(found: list[Found], parsed: Parsed) -> list[Found]:
    """The figures with each percentage of change given to the value it led to: "180 raids, 40 percent more than before"."""
    out = list(found)
    for moved in found:
        if not moved.of_change or (value := _value_of(moved, out, parsed)) is None:
            continue
        out[out.index(value)] = structs.replace(value, change=moved.change)
        out.remove(moved)
    return out


def _value_of(moved: Found, found: list[Found], parsed: Parsed) -> Found | None:
    at = moved.quantity.first
    sentence = parsed.tokens[at].sentence
    near = [
        f
        for f in found
        if parsed.tokens[f.quantity.first].sentence == sentence
        and f.quantity.kind != "percent"
        and (f.change is None or f.change.percent is None)
        and abs(f.quantity.first - at) <= NEAR
    ]
    now = [f for f in near if not _compared(f, parsed)]
    return min(now or near, key=lambda f: abs(f.quantity.first - at), default=None)


def _compared(found: Found, parsed: Parsed) -> bool:
    """Whether a value is what another is held against: "frente a 722 casos", "from 205"."""
    lead = found.quantity.number.lead
    return COMPARED.search(fold(parsed.text[max(0, lead - REACH) : lead])) is not None


def _figure(quantities: Quantities, found: Found, scene: Scene) -> Figure:
    parsed, quantity, change = quantities.parsed, found.quantity, found.change
    number, of_change = quantity.number, found.of_change
    sentence = parsed.sentence_of(quantity.first)
    span = words(parsed, quantity)
    best = number.best if number.best is not None else number.value
    rule = describe.indicator(parsed, quantity)
    stock = is_stock(parsed, quantity) and found.probability < STOCK_CONFIDENCE
    return Figure(
        id="f",
        indicator=describe.name(parsed, quantity, rule, moved=of_change),
        value=None if of_change or number.side == "between" else quantity.scaled(best),
        low=None if of_change else quantity.scaled(number.low),
        high=None if of_change else quantity.scaled(number.high),
        unit=describe.unit(parsed, quantity, rule, moved=of_change),
        change=change,
        period=periods.period(quantities, quantity),
        places=scene.places(sentence),
        text=span.quote,
        evidence=(parsed.sentence_span(sentence),),
        by=STOCK if stock else BY,
        confidence=STOCK_CONFIDENCE if stock else round(found.probability, 3),
    )
