"""Days as they are printed, in English and Spanish."""

import re
from datetime import date

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
