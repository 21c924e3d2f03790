"""Temporal expressions of English and Spanish to EDTF level 1, with precision and basis.

`find` marks them, `resolve` dates them against the publication date and the story's own date, `duration_days` and
`interval_end` do the arithmetic of terms.
"""

from almenara.times.calendar import add_days, interval_end
from almenara.times.find import find
from almenara.times.resolve import resolve, resolve_all
from almenara.times.terms import duration_days
from almenara.times.values import Expression, Resolved

__all__ = ["Expression", "Resolved", "add_days", "duration_days", "find", "interval_end", "resolve", "resolve_all"]
