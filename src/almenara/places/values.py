"""What a look-up and a resolution hand out."""

from typing import Literal

from msgspec import Struct

Kind = Literal["populated", "admin1", "admin2", "admin3", "country", "region", "water"]
ADMIN: frozenset[str] = frozenset({"admin1", "admin2", "admin3"})


class Candidate(Struct, frozen=True, kw_only=True):
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


class Mention(Struct, frozen=True, kw_only=True):
    """A name of a place in a text, [start, end), with what stands around it.

    `before` and `after` are up to about 30 characters of the same sentence. `hint` is a kind the caller knows of.
    `inside` is the longer name that holds the mention ("Universidad de Antioquia"): context, seldom a place itself.
    `locative` says that the words around speak of a place ("in", "en", "estado de").
    """

    text: str
    start: int
    end: int
    before: str = ""
    after: str = ""
    hint: Kind | None = None
    inside: str | None = None
    locative: bool = False


class Context(Struct, frozen=True, kw_only=True):
    """What is known of the document: its language, where its outlet sits, all its mentions and words that tell a country.

    `countries` counts country names and demonyms by ISO code, as `count_countries` finds them.
    """

    language: str = "en"
    outlet_country: str | None = None
    mentions: tuple[Mention, ...] = ()
    countries: dict[str, float] = {}


class Resolved(Struct, frozen=True, kw_only=True):
    """A mention's place. `precision` is UCDP where_prec (1 exact to 7 sea or air); `basis` says why in words."""

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
