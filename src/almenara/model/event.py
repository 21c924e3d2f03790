"""Who did what to whom, where, when, how many: one act of one document (CODEBOOK, section 2)."""

from typing import Annotated, Literal

from msgspec import Meta

from almenara.model.base import Confidence, Country, Edtf, Value
from almenara.model.span import Span

Reality = Literal["occurred", "ongoing", "attempted", "planned", "threatened", "alleged", "denied"]
DatePrecision = Literal["day", "week", "month", "season", "year", "decade", "unknown"]
PlaceRole = Literal["scene", "origin", "destination", "jurisdiction", "base"]
Role = Literal["perpetrator", "victim", "target", "authority", "subject", "counterpart", "instrument", "object"]
MeasureState = Literal["proposed", "announced", "in_force", "extended", "lifted", "lapsed"]
Evidence = Annotated[tuple[Span, ...], Meta(min_length=1)]


class EventDate(Value, frozen=True, kw_only=True):
    """When. An open end is None; a single day has `end` equal to `start`. `basis` says what a derived date was derived from."""

    start: Edtf | None
    end: Edtf | None
    text: str
    precision: DatePrecision
    basis: str
    evidence: Evidence
    by: str
    confidence: Confidence = 0.5


class Place(Value, frozen=True, kw_only=True):
    """Where. `precision` is UCDP where_prec (1 exact to 7 sea or air); `radius_km` the uncertainty around WGS 84 `lat`, `lon`."""

    name: str
    role: PlaceRole
    country: Country | None = None
    admin1: str | None = None
    admin2: str | None = None
    admin3: str | None = None
    gazetteer_id: str | None = None
    lat: Annotated[float, Meta(ge=-90, le=90)] | None = None
    lon: Annotated[float, Meta(ge=-180, le=180)] | None = None
    precision: Annotated[int, Meta(ge=1, le=7)] | None = None
    radius_km: Annotated[float, Meta(ge=0)] | None = None
    basis: str | None = None
    evidence: Evidence
    by: str
    confidence: Confidence = 0.5


class Participant(Value, frozen=True, kw_only=True):
    """Who took part, in which role; `entity` points into the coding's entities."""

    role: Role
    name: str
    entity: str | None = None
    evidence: Evidence
    by: str
    confidence: Confidence = 0.5


class Count(Value, frozen=True, kw_only=True):
    """How many. `unit` is SI, ISO 4217, `person` or `item`; `per` is the claim that gives the number."""

    what: str
    group: str | None = None
    low: float | None
    best: float | None
    high: float | None
    unit: str
    text: str
    per: str | None = None
    evidence: Evidence
    by: str
    confidence: Confidence = 0.5


class Measure(Value, frozen=True, kw_only=True):
    """An exceptional or legal measure: its instrument, term, issuer and state. `issuer` and `in_charge` are entity ids."""

    instrument: str
    state: MeasureState
    issuer: str | None = None
    days: Annotated[int, Meta(ge=1)] | None = None
    start: Edtf | None = None
    end: Edtf | None = None
    extends: str | None = None
    in_charge: str | None = None
    powers: tuple[str, ...] = ()
    basis: str | None = None
    evidence: Evidence
    by: str


class Event(Value, frozen=True, kw_only=True):
    """One act as the document tells it. `trigger` is the word that names the act, where a rule found one."""

    id: str
    act: str
    mode: str | None = None
    reality: Reality
    background: bool
    date: EventDate | None = None
    places: tuple[Place, ...] = ()
    participants: tuple[Participant, ...] = ()
    counts: tuple[Count, ...] = ()
    measure: Measure | None = None
    attribution: tuple[str, ...] = ()
    trigger: Span | None = None
    evidence: Evidence
    by: str
    confidence: Confidence
