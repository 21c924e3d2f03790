"""UCDP's type of violence, by rule from the act, the sides and the deaths."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from almenara.codebook import files
from almenara.codebook.acts import act as find_act
from almenara.model import EntityKind, Value

UcdpType = Literal[1, 2, 3]


class Rules(Value, frozen=True, kw_only=True):
    """Acts that can kill in UCDP's sense, and which kinds of entities make a side."""

    acts: frozenset[str]
    state: frozenset[str]
    group: frozenset[str]
    civilian: frozenset[str]


@cache
def rules() -> Rules:
    """The rules as shipped; raises Refused where they name an unknown act."""
    path = files.DATA / "ucdp.toml"
    found = files.build(path, "", files.read(path), Rules)
    for name in found.acts:
        find_act(name)
    return found


def ucdp_type(act: str, sides: Sequence[EntityKind], deaths: float | None) -> UcdpType | None:
    """1 state-based, 2 non-state, 3 one-sided; None where UCDP counts no event.

    `sides` holds the kinds of the two sides, whoever attacked first. UCDP counts from one death on (best estimate) and asks
    that at least one side be a state or an organised group; a side that nobody knows makes no type.
    """
    find_act(act)
    if act not in rules().acts or not deaths or deaths < 1:
        return None
    names = [_side(kind) for kind in sides[:2]]
    if len(names) < 2 or None in names:
        return None
    if "civilian" in names:
        return None if names == ["civilian", "civilian"] else 3
    return 1 if "state" in names else 2


def _side(kind: EntityKind) -> str | None:
    return next((name for name in ("state", "group", "civilian") if kind in getattr(rules(), name)), None)
