"""The day that a page prints beside its headline, for pages that state it nowhere else."""

import re
from collections.abc import Sequence
from datetime import date

from almenara.text.page.blocks import Block

NAMES = (
    "january enero jan ene", "february febrero feb", "march marzo mar", "april abril apr abr", "may mayo", "june junio jun",
    "july julio jul", "august agosto aug ago", "september septiembre setiembre sept sep set", "october octubre oct",
    "november noviembre nov", "december diciembre dec dic",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(NAMES, 1) for name in names.split()}
_MONTH = r"([^\W\d_]{3,10})\.?"
DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:º|°|th|st|nd|rd)?\s+(?:de\s+)?{_MONTH},?\s+(?:del?\s+)?(\d{{4}})\b", re.IGNORECASE)
MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:th|st|nd|rd)?,?\s+(\d{{4}})\b", re.IGNORECASE)
ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
LONGEST = 120  # a line of dates and names, not a sentence that tells one


def day_beside(found: Sequence[Block], head: int) -> str | None:
    """The first full date in the short lines around the headline; figures alone (03/04/2022) say too little."""
    if head < 0:
        return None
    for block in (*found[head + 1 : head + 9], *reversed(found[max(0, head - 3) : head])):
        if len(block.text) <= LONGEST and not block.inside & {"related", "comments"} and (day := day_in(block.text)):
            return day
    return None


def day_in(text: str) -> str | None:
    """The first full date in words, or in ISO form, of a line in English or Spanish."""
    for pattern, order in ((ISO, (1, 2, 3)), (DAY_FIRST, (3, 2, 1)), (MONTH_FIRST, (3, 1, 2))):
        for match in pattern.finditer(text):
            year, month, day = (match[i] for i in order)
            number = int(month) if month.isdigit() else MONTHS.get(month.lower(), 0)
            try:
                return date(int(year), number, int(day)).isoformat()
            except ValueError:
                continue
    return None
