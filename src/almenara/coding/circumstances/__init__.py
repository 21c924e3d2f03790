"""When and where an event was, and what a measure sets (CODEBOOK, sections 2.3, 2.4, 8)."""

from almenara.coding.circumstances.dates import dates
from almenara.coding.circumstances.measure import measure
from almenara.coding.circumstances.places import places

__all__ = ["dates", "measure", "places"]
