"""How a place is called on screens: a dateline's capitals are lowered, by the gazetteer where it knows the place."""

import unicodedata
from functools import lru_cache

from almenara.cli.formats.reading import chain
from almenara.model import Place, Unavailable

LEAST = 4  # letters: "VRAEM" has more, but no shorter acronym than that is told from a name by its length
SMALL = frozenset({"a", "al", "and", "da", "de", "del", "do", "dos", "e", "el", "en", "la", "las", "los", "of", "the", "y"})


def place_name(place: Place) -> str:
    """The name as written, unless it stands in capitals alone: then as the gazetteer, or the units around it, spell it."""
    letters = [character for character in place.name if character.isalpha()]
    if len(letters) < LEAST or not all(character.isupper() for character in letters):
        return place.name
    if (place.gazetteer_id or "").startswith("region:"):
        return place.name  # regions are called by acronyms
    wanted = _plain(place.name)
    known = [*chain(place), *_spelled(place.gazetteer_id)]
    return next((name for name in known if _plain(name) == wanted), _lowered(place.name))


def _plain(name: str) -> str:
    """Without case and accents, which capitals often lack."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))


@lru_cache(maxsize=4096)
def _spelled(ref: str | None) -> tuple[str, ...]:
    from almenara.places import installed

    if not ref:
        return ()
    try:
        gazetteer = installed()
    except Unavailable:  # a screen does without; coding has told of it
        return ()
    found = gazetteer.place(ref) if gazetteer else None
    return (found.name,) if found else ()


def _lowered(name: str) -> str:
    words = name.split(" ")
    return " ".join(w.lower() if i and w.lower() in SMALL else w.capitalize() for i, w in enumerate(words))
