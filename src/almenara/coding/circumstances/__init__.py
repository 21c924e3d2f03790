"""How, when and where an event was, and what a measure sets (CODEBOOK, sections 2.2 to 2.4, 8)."""

from almenara.coding.circumstances.dating import dates
from almenara.coding.circumstances.measures import measure
from almenara.coding.circumstances.natures import natures
from almenara.coding.circumstances.placing import places

__all__ = ["dates", "measure", "natures", "places"]
