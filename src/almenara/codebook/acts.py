"""The acts of the codebook: what each covers, its examples and its codes in other schemes."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import Annotated, Literal

from msgspec import Meta

from almenara.codebook import files
from almenara.codebook.words import Bilingual, Examples, Table
from almenara.model import Refused, Value

Category = Literal["violence", "market", "state", "society"]
CATEGORIES: tuple[Category, ...] = ("violence", "market", "state", "society")
Scheme = Literal["plover", "cameo", "acled", "iccs", "muc4"]
SCHEMES: tuple[Scheme, ...] = ("plover", "cameo", "acled", "iccs", "muc4")


class Codes(Value, frozen=True, kw_only=True):
    """Codes in other schemes; None where a scheme has no word for the act. ACLED's two names are verbatim."""

    plover: str | None = None
    cameo: Annotated[str, Meta(pattern=r"^\d{2,4}$")] | None = None
    acled_event: str | None = None
    acled_sub_event: str | None = None
    iccs: Annotated[str, Meta(pattern=r"^(0[1-9]|1[01])$")] | None = None
    muc4: str | None = None


class Act(Value, frozen=True, kw_only=True):
    """One kind of event. `modes` are the closed or usual ways of it."""

    name: str
    category: Category
    label: Bilingual
    definition: Bilingual
    examples: Examples
    modes: tuple[str, ...] = ()
    codes: Codes
    by_mode: dict[str, Codes] = {}  # noqa: RUF012  msgspec copies it

    def __post_init__(self) -> None:
        if unknown := set(self.by_mode) - set(self.modes):
            raise ValueError(f"codes of modes that the act does not list: {', '.join(sorted(unknown))}")


@cache
def acts() -> Mapping[str, Act]:
    """Every act by name, in order of the codebook."""
    found: dict[str, Act] = {}
    for category in CATEGORIES:
        path = files.DATA / "acts" / f"{category}.toml"
        for name, table in files.read(path).items():
            if name in found:
                files.refuse(path, name, "an act of this name exists")
            found[name] = files.build(path, name, _whole(name, category, table), Act)
    return MappingProxyType(found)


def act(name: str) -> Act:
    """The act of a name; raises Refused("unknown_act") with the names that come near."""
    if name in acts():
        return acts()[name]
    near = get_close_matches(name.lower().replace(" ", "_").replace("-", "_"), list(acts()), n=3, cutoff=0.5)
    raise Refused("unknown_act", f"no act is called {name!r}" + (f"; did you mean {', '.join(near)}?" if near else ""))


def crosswalk(name: str, scheme: Scheme, *, mode: str | None = None) -> str | None:
    """The code of an act in a scheme, ACLED's as "event / sub-event", or None where the scheme has none.

    A mode that has codes of its own ("suicide" of a bombing) gives those, and the act's where it has none in the scheme.
    """
    if scheme not in SCHEMES:
        raise Refused("unknown_scheme", f"no scheme is called {scheme!r}; known are {', '.join(SCHEMES)}")
    found = act(name)
    special = found.by_mode.get(mode or "")
    return (special and _code(special, scheme)) or _code(found.codes, scheme)


def _code(codes: Codes, scheme: Scheme) -> str | None:
    if scheme == "acled":
        return f"{codes.acled_event} / {codes.acled_sub_event}" if codes.acled_event else None
    found: str | None = getattr(codes, scheme)
    return found


def _whole(name: str, category: Category, table: Table) -> Table:
    """The table with its name and category, its codes gathered."""
    codes = {key: table[key] for key in Codes.__struct_fields__ if key in table}
    rest = {key: value for key, value in table.items() if key not in codes}
    return rest | {"name": name, "category": category, "codes": codes}
