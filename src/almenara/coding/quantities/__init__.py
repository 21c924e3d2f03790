"""Numbers of a document: what an event counts (`counts_for`) and what the world counts (`figures`)."""

from almenara.coding.quantities.counts import counts_for
from almenara.coding.quantities.figures import figures
from almenara.coding.quantities.numbers import Number, numbers
from almenara.coding.quantities.reading import Quantities
from almenara.coding.quantities.units import Quantity

__all__ = ["Number", "Quantities", "Quantity", "counts_for", "figures", "numbers"]
