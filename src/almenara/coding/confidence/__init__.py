"""Confidence that means something: the share of like values that a reviewer would accept (README in data/)."""

from almenara.coding.confidence.calibrate import calibrated
from almenara.coding.confidence.sure import at_least

__all__ = ["at_least", "calibrated"]
