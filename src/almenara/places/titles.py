"""Names of regions that a recogniser of names cuts in pieces: "valley of the Apurímac, Ene and Mantaro Rivers"."""

import re
from collections.abc import Iterator
from functools import cache

from almenara.places.fold import fold
from almenara.places.regions import regions

_FIRST = re.compile(r"\b[A-ZÁÉÍÓÚÑ][\w-]*")
_ACCENTS = str.maketrans("áéíóúüñç", "aeiouunc")


def long_titles(text: str) -> Iterator[tuple[int, int]]:
    """Where the names of regions of two words and more stand, accents and case apart."""
    by_first = _by_first()
    plain: str | None = None
    for match in _FIRST.finditer(text):
        titles = by_first.get(match.group().lower().translate(_ACCENTS))
        if titles is None:
            continue
        plain = plain if plain is not None else text.lower().translate(_ACCENTS)
        if len(plain) != len(text):
            return  # a character that lower() made two: offsets would lie
        for title in titles:
            end = match.start() + len(title)
            if plain.startswith(title, match.start()) and not plain[end : end + 1].isalnum():
                yield match.start(), end
                break


@cache
def _by_first() -> dict[str, tuple[str, ...]]:
    """Titles in plain lower case by their first word, longest first."""
    found: dict[str, set[str]] = {}
    for region in regions().values():
        for name in (region.name.en, region.name.es, *region.aliases):
            title = name.lower().translate(_ACCENTS)
            if " " in title and fold(title):
                found.setdefault(title.split()[0], set()).add(title)
    return {first: tuple(sorted(titles, key=lambda title: (-len(title), title))) for first, titles in found.items()}
