"""What is said: claims, forecasts and figures (CODEBOOK, sections 3 to 5)."""

from typing import Literal

from almenara.model.base import Confidence, Value
from almenara.model.event import Evidence
from almenara.model.span import Span

Stance = Literal["asserts", "denies", "doubts", "blames", "announces", "demands"]
Strength = Literal["will", "likely", "may", "unlikely", "rarely", "will_not"]
ChangeDirection = Literal["increase", "decrease", "none"]
ForecastDirection = Literal["increase", "decrease", "occur", "not_occur"]


class Speaker(Value, frozen=True, kw_only=True):
    """Who says it: a name or description of the text (a pronoun takes the name that it stands for), its entity and office."""

    name: str
    entity: str | None = None
    office: str | None = None


class Claim(Value, frozen=True, kw_only=True):
    """Who says what, through which channel, with which stance."""

    id: str
    speaker: Speaker
    channel: str | None = None
    verb: str
    stance: Stance
    content: Span
    direct: bool
    anonymous: bool
    evidence: Evidence
    by: str
    confidence: Confidence


class Hedge(Value, frozen=True, kw_only=True):
    """The words that say how sure a forecast is."""

    text: str
    strength: Strength


class Forecast(Value, frozen=True, kw_only=True):
    """A statement about what will or may come. `by` is `author` or a claim id; `made_by` is the rule or model that found it."""

    id: str
    content: Span
    by: str
    hedge: Hedge
    about: str | None = None
    direction: ForecastDirection | None = None
    horizon: str | None = None
    condition: Span | None = None
    evidence: Evidence
    made_by: str
    confidence: Confidence


class Change(Value, frozen=True, kw_only=True):
    """How a figure moved: percent of the earlier value, `approx` as the text hedges it."""

    direction: ChangeDirection
    percent: float | None = None
    approx: str | None = None


class FigurePlace(Value, frozen=True, kw_only=True):
    """A place that a figure is about."""

    name: str
    country: str | None = None
    gazetteer_id: str | None = None


class Figure(Value, frozen=True, kw_only=True):
    """A number about a state of the world rather than an act. `period` is an EDTF interval, an ISO 8601 duration or text."""

    id: str
    indicator: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str
    change: Change | None = None
    period: str | None = None
    places: tuple[FigurePlace, ...] = ()
    per: str | None = None
    text: str
    evidence: Evidence
    by: str
    confidence: Confidence
