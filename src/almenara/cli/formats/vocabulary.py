"""What screens need to know of the codebook: how acts and indicators are called, and which colour an act has."""

from collections.abc import Mapping
from functools import cache

from almenara.codebook import CATEGORIES, acts, table

__all__ = ["CATEGORIES", "category", "labels"]


@cache
def labels() -> Mapping[str, Mapping[str, str]]:
    """English and Spanish words under `act.NAME` and `indicator.NAME`; those of acts hold their category too."""
    names = {f"act.{act.name}": {"category": act.category, "en": act.label.en, "es": act.label.es} for act in acts().values()}
    return names | {f"indicator.{one.name}": {"en": one.label.en, "es": one.label.es} for one in table("indicators").values()}


def category(act: str) -> str:
    """One of CATEGORIES; an act that no list knows counts as society."""
    return labels().get(f"act.{act}", {}).get("category", "society")
