"""How long a measure runs: terms of days, weeks, months and years."""

import re
from functools import cache

from almenara.times import numerals
from almenara.times.fold import fold

UNITS = {
    "day": 1, "days": 1, "dia": 1, "dias": 1, "week": 7, "weeks": 7, "semana": 7, "semanas": 7, "month": 30, "months": 30,
    "mes": 30, "meses": 30, "year": 365, "years": 365, "ano": 365, "anos": 365, "hora": 0, "horas": 0, "hour": 0, "hours": 0,
}  # fmt: skip
HOURS_A_DAY = 24


@cache
def _pattern() -> re.Pattern[str]:
    units = "|".join(sorted(UNITS, key=len, reverse=True))
    en, es = numerals.pattern("en"), numerals.pattern("es")
    number = rf"(?P<digits>[0-9]{{1,4}})|(?P<en>{en})|(?P<es>{es})|(?P<one>an?|one|un|una)"
    before, between = r"(?<![a-z0-9.,/])", r"(?: ?\([a-z0-9 ]+\))?[ -]+(?:more |additional )?"
    after = r"(?![a-z])(?! (?:ago|old|later|atras)\b)"
    return re.compile(rf"{before}(?:{number}){between}(?P<unit>{units}){after}")


def duration_days(text: str) -> int | None:
    """The first term that a text names, in days (a month is 30, a year 365); None where it names none.

    "60-day", "sesenta días", "tres meses", "por un plazo de 45 días naturales". Hours count as whole days, rounded up.
    """
    match = _pattern().search(fold(text))
    if match is None:
        return None
    if match["digits"]:
        n: int | None = int(match["digits"])
    elif match["one"]:
        n = 1
    else:
        n = numerals.value(match["en"] or match["es"], "en" if match["en"] else "es")
    if not n:
        return None
    per = UNITS[match["unit"]]
    return n * per if per else -(-n // HOURS_A_DAY)
