"""What is said and what is foreseen: claims and forecasts (CODEBOOK, sections 3 and 4)."""

from almenara.coding.statements.claims import claims
from almenara.coding.statements.forecasts import forecasts

__all__ = ["claims", "forecasts"]
