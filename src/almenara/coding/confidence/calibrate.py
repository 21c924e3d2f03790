"""From the scores of the models to the share of like values that are right; made by training/confidence.py.

Weights stand in data/confidence.json: for each kind a logistic regression over the signals of `signals`.
"""

import json
import math
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from almenara.coding.confidence import signals
from almenara.coding.confidence.signals import Signals
from almenara.model import Coding, Event

KINDS = ("event", "participant", "place", "date", "count", "claim", "forecast", "figure")
Weights = dict[str, dict[str, float]]
Item = TypeVar("Item", bound=msgspec.Struct)


@cache
def shipped() -> Weights:
    """The weights of the package by kind and signal, read once."""
    loaded: Weights = json.loads(files("almenara.coding.confidence").joinpath("data/confidence.json").read_text("utf-8"))
    return loaded


def calibrated(coding: Coding, weights: Weights | None = None) -> Coding:
    """The coding with the scores of its models made confidences; do it once: a confidence is no score."""
    judge = Judge(weights or shipped(), coding.document.language)
    return replace(
        coding,
        events=tuple(_event(judge, coding, event) for event in coding.events),
        claims=tuple(_sure(c, judge.of("claim", signals.claim(c))) for c in coding.claims),
        forecasts=tuple(_sure(f, judge.of("forecast", signals.forecast(f))) for f in coding.forecasts),
        figures=tuple(_sure(f, judge.of("figure", signals.figure(f))) for f in coding.figures),
    )


class Judge:
    """Confidences of the values of one language."""

    def __init__(self, weights: Weights, language: str | None) -> None:
        self.weights = weights
        self.language = language

    def of(self, kind: str, found: Signals) -> float:
        """The confidence of a value of a kind with some signals; unknown ones weigh nothing."""
        known = self.weights[kind]
        told = signals.spoken(found, self.language)
        total = known.get("bias", 0.0) + sum([known[name] * value for name, value in told.items() if name in known])
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 3)


def _event(judge: Judge, coding: Coding, event: Event) -> Event:
    """An event with what hangs on it: a participant is right only where the event is."""
    confidence = judge.of("event", signals.event(coding, event))
    sure = signals.log_odds(confidence)
    date = event.date
    return replace(
        event,
        confidence=confidence,
        participants=tuple(_sure(p, judge.of("participant", signals.participant(p, event, sure))) for p in event.participants),
        places=tuple(_sure(p, judge.of("place", signals.place(p, event, sure))) for p in event.places),
        counts=tuple(_sure(c, judge.of("count", signals.count(c, event, sure))) for c in event.counts),
        date=_sure(date, judge.of("date", signals.date(date, event, sure))) if date else None,
    )


def _sure(item: Item, confidence: float) -> Item:
    """The item with its confidence, where the vocabulary gives its kind one."""
    return replace(item, confidence=confidence) if "confidence" in item.__struct_fields__ else item
