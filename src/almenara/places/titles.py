"""Names of regions and countries that a recogniser of names cuts in pieces: "valley of the Apurímac, Ene and Mantaro Rivers"."""

import re
from collections.abc import Iterator
from functools import cache

from almenara.places.countries import table
from almenara.places.regions import regions

_FIRST = re.compile(r"\b(?:[A-ZÁÉÍÓÚÑ][\w-]*|valleys?|valles?)")
_ACCENTS = str.maketrans("áéíóúüñçÁÉÍÓÚ", "aeiouuncAEIOU")


def long_titles(text: str) -> Iterator[tuple[int, int]]:
    """Where such names of two words and more stand, accents and case apart."""
    by_first = _by_first()
    plain: str | None = None
    for match in _FIRST.finditer(text):
        titles = by_first.get(match.group())
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
    """Titles in plain lower case by the forms of their first word, longest first."""
    found: dict[str, set[str]] = {}
    names = [name for region in regions().values() for name in (region.name.en, region.name.es, *region.aliases)]
    names += [name for c in table().values() for name in (c.en, c.es, *c.other) if " and " in name or " y " in name]
    for name in names:
        title = name.lower().translate(_ACCENTS)
        if " " in title:
            word = name.split()[0].rstrip(",")
            for first in {word, word.translate(_ACCENTS)}:
                for form in (first, first.lower(), first.capitalize(), first.upper()):
                    found.setdefault(form, set()).add(title)
    return {first: tuple(sorted(titles, key=lambda title: (-len(title), title))) for first, titles in found.items()}
