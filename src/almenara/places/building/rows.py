"""What is gathered before it is written."""

from msgspec import Struct, field

from almenara.places.fold import fold


class Row(Struct, kw_only=True):
    """One place under construction; the columns of the `places` table."""

    id: int
    ref: str | None = None
    kind: str
    name: str
    country: str | None
    admin1: int | None = None
    admin2: int | None = None
    admin3: int | None = None
    code: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    radius_km: float | None = None


class Shape(Struct, kw_only=True):
    """A boundary as stored: its box and its rings as a blob (see `shapes`)."""

    west: float
    south: float
    east: float
    north: float
    blob: bytes


class Gathered(Struct, kw_only=True):
    """Everything the file will hold. `names` maps (key, place id) to whether the name is the place's own."""

    rows: dict[int, Row] = field(default_factory=dict)
    names: dict[tuple[str, int], bool] = field(default_factory=dict)
    shapes: dict[int, Shape] = field(default_factory=dict)
    members: list[tuple[int, str, str, int | None]] = field(default_factory=list)

    def add(self, row: Row, *others: str) -> None:
        """A place under its name and its other names."""
        self.rows[row.id] = row
        self.call(row.id, row.name, preferred=True)
        for name in others:
            self.call(row.id, name)

    def call(self, place: int, name: str, *, preferred: bool = False) -> None:
        """Let a place be found under `name`."""
        if key := fold(name):
            self.names[key, place] = preferred or self.names.get((key, place), False)
