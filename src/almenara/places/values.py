"""What a look-up and a resolution hand out."""

from typing import Literal

from msgspec import Struct

Kind = Literal["populated", "admin1", "admin2", "admin3", "country", "region", "water", "feature"]


class Candidate(Struct, frozen=True, kw_only=True, gc=False):
    """One place of the gazetteer that bears a name.

    `ref` is the identifier for records ("geonames:3691099", "inei:080910", "region:vraem"); `id` the key in the file.
    `preferred` is true where the name asked for is the place's own name rather than an alternate. Admin names run upward.
    """

    id: int
    ref: str
    kind: Kind
    name: str
    country: str | None
    admin1: str | None = None
    admin2: str | None = None
    admin3: str | None = None
    admin1_id: int | None = None
    admin2_id: int | None = None
    admin3_id: int | None = None
    code: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    radius_km: float | None = None
    preferred: bool = False


class Spot(Struct, frozen=True, kw_only=True):
    """A stretch [start, end) of a text that may name a place, and what stands around it.

    `label` is the parser's (PER, ORG, LOC, NORP, MISC) or "" where it saw no name. `kinds` are those that a noun beside it
    allows ("estado de"). `locative`: a word before it says that a place follows; `near`: that it is only near.
    `facility`: a named spot that no gazetteer need hold ("barrio El Jordán"). `of_body`: it follows the noun of a body
    ("policía de Tumaco"). `asked` is the name to look up where the text writes another.
    """

    start: int
    end: int
    text: str
    asked: str = ""
    label: str = ""
    kinds: frozenset[Kind] = frozenset()
    locative: bool = False
    near: bool = False
    facility: bool = False
    of_body: bool = False


class Resolved(Struct, frozen=True, kw_only=True):
    """A name's place. `precision` is UCDP where_prec (1 exact to 7 sea or air); `basis` says why in words.

    A `feature` is a named spot that the gazetteer does not hold: its point and radius are those of what contains it.
    """

    name: str
    kind: Kind
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    admin3: str | None = None
    gazetteer_id: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: int
    radius_km: float | None = None
    basis: str
    confidence: float


class Located(Resolved, frozen=True, kw_only=True):
    """A stretch [start, end) of the text with its place.

    `part_of` is the index, in the same list, of the smaller place in whose chain this one stands ("Norte de Santander" in
    "Tibú, Norte de Santander"), else None. `locative`: words around it say that a place is meant ("in", "estado de", a dateline).
    """

    start: int
    end: int
    text: str
    part_of: int | None = None
    locative: bool = False
