"""What a confidence is read off: for each value of a coding, named numbers that tell how often like values are right.

Everything comes from the coding itself, with the scores of the models as they stand in it, so that what is learned from
codings holds for codings. `sure` is the log-odds of the event that a value hangs on.
"""

import math

from almenara.model import Claim, Coding, Count, Event, EventDate, Figure, Forecast, Participant, Place

Signals = dict[str, float]
EDGE = 0.002  # a score of 0 or 1 is no certainty
LONG = 20  # words


def log_odds(probability: float) -> float:
    """The logit, at most about 6 either way."""
    held = min(max(probability, EDGE), 1 - EDGE)
    return math.log(held / (1 - held))


def named(*names: str, **numbers: float) -> Signals:
    """Names as ones, beside numbers."""
    return dict.fromkeys(names, 1.0) | numbers


def event(coding: Coding, item: Event) -> Signals:
    """An event: its score, its act, how fully it is told."""
    place = sum(1 for e in coding.events if e.evidence[0].start < item.evidence[0].start)
    told = [p for p in item.places if not _is_inherited(p)]
    rivals = sum(item.evidence[0] == e.evidence[0] for e in coding.events)
    return named(
        f"act={item.act}",
        f"reality={item.reality}",
        f"background={item.background}",
        f"by={item.by.partition(':')[0]}",
        f"section={coding.document.section_at(item.evidence[0].start)}",
        f"place={min(place, 3)}",
        f"rivals={min(rivals, 3)}",
        score=log_odds(item.confidence),
        tellings=math.log(len(item.evidence)),
        dated=float(bool(item.date and item.date.start)),
        who=float(min(len(item.participants), 3)),
        surest=max((p.confidence for p in item.participants), default=0.0),
        where=float(bool(told)),
        counted=float(bool(item.counts)),
        claimed=float(bool(item.attribution)),
    )


def participant(item: Participant, whole: Event, sure: float) -> Signals:
    """Who took part."""
    name = item.name
    return named(
        f"role={item.role}",
        f"act={whole.act}",
        f"named={any(c.isupper() for c in name)}",
        f"words={min(len(name.split()), 4)}",
        f"known={item.entity is not None}",
        f"many={min(sum(p.role == item.role for p in whole.participants), 3)}",
        score=log_odds(item.confidence),
        sure=sure,
    )


def place(item: Place, whole: Event, sure: float) -> Signals:
    """Where."""
    why = (item.basis or "").partition(";")[0] if _is_inherited(item) else "told"
    return named(
        f"why={why}",
        f"role={item.role}",
        f"precision={item.precision}",
        f"many={min(len(whole.places), 3)}",
        f"background={whole.background}",
        score=log_odds(item.confidence),
        sure=sure,
    )


def date(item: EventDate, whole: Event, sure: float) -> Signals:
    """When."""
    return named(
        f"precision={item.precision}",
        f"known={item.start is not None}",
        f"carried={item.basis.startswith('carried')}",
        f"counted={_way(item.basis)}",
        f"year={(item.start or '')[:4].isdigit()}",
        f"reality={whole.reality}",
        f"background={whole.background}",
        f"open={item.end is None}",
        sure=sure,
    )


def count(item: Count, whole: Event, sure: float) -> Signals:
    """How many."""
    return named(
        f"what={item.what}",
        f"act={whole.act}",
        f"digits={any(c.isdigit() for c in item.text)}",
        f"unit={item.unit if item.unit in ('person', 'item') else 'measured'}",
        f"one={item.best == 1}",
        f"many={min(len(whole.counts), 3)}",
        sure=sure,
    )


def claim(item: Claim) -> Signals:
    """Who says what."""
    return named(
        f"by={item.by}",
        f"stance={item.stance}",
        f"direct={item.direct}",
        f"anonymous={item.anonymous}",
        f"known={item.speaker.entity is not None}",
        f"named={any(c.isupper() for c in item.speaker.name)}",
        score=log_odds(item.confidence),
        length=_length(item.content.quote),
    )


def forecast(item: Forecast) -> Signals:
    """What will or may come."""
    return named(
        f"strength={item.hedge.strength}",
        f"direction={item.direction}",
        f"author={item.by == 'author'}",
        f"about={item.about is not None}",
        f"condition={item.condition is not None}",
        score=log_odds(item.confidence),
        length=_length(item.content.quote),
    )


def figure(item: Figure) -> Signals:
    """A number about a state of the world."""
    return named(
        f"by={item.by}",
        f"indicator={item.indicator}",
        f"unit={item.unit}",
        f"change={item.change is not None}",
        f"period={item.period is not None}",
        score=log_odds(item.confidence),
    )


def spoken(signals: Signals, language: str | None) -> Signals:
    """The signals with those that weigh differently in Spanish told apart: the score, and how often anything is right."""
    if language != "es":
        return signals
    return signals | {"es": 1.0} | {f"es {name}": signals[name] for name in ("score", "sure") if name in signals}


def _is_inherited(item: Place) -> bool:
    return item.by == "model:places.inherited.1"


def _way(basis: str) -> str:
    """How a date was found, from its basis: explicit, weekday, relative, ..."""
    return basis.removeprefix("carried from an earlier sentence; ").partition(" ")[0]


def _length(words: str) -> float:
    return math.log(1 + min(len(words.split()), LONG))
