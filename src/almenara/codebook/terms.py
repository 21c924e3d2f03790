"""The closed and open vocabularies beside the acts: roles, reality, precisions, units, indicators and the rest."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from almenara.codebook import files
from almenara.codebook.words import Bilingual
from almenara.model import Refused, Value

TABLES = (
    "categories", "roles", "reality", "precisions", "place_roles", "counts", "units", "indicators", "measure_states", "stances",
    "strengths", "directions", "topics", "entity_kinds", "section_kinds",
)  # fmt: skip


class Term(Value, frozen=True, kw_only=True):
    """One word of a vocabulary, its label and meaning in both languages."""

    name: str
    label: Bilingual
    definition: Bilingual


@cache
def table(name: str) -> Mapping[str, Term]:
    """The terms of one vocabulary in order of the codebook; raises Refused("unknown_table")."""
    if name not in TABLES:
        raise Refused("unknown_table", f"no table is called {name!r}; there are {', '.join(TABLES)}")
    path = files.DATA / "terms" / f"{name}.toml"
    rows = files.read(path).items()
    return MappingProxyType({key: files.build(path, key, {"name": key} | row, Term) for key, row in rows})
