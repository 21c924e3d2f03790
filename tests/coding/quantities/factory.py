"""Sentences to quantities, counts and figures."""

from almenara import language
from almenara.coding.quantities import Quantities, counts_for, figures
from almenara.model import Count, Document, Figure

PUBLISHED = "2021-06-10"  # a Thursday


def read(text: str, code: str) -> Quantities:
    """The quantities of a text of one language."""
    document = Document(id="x", text=text, language=code, published=PUBLISHED)  # type: ignore[arg-type]
    return Quantities(language.load(code).parse(document))  # type: ignore[arg-type]


def amounts(text: str, code: str) -> list[tuple[float | None, str]]:
    """Value in its unit, and the unit, of each quantity."""
    return [(q.scaled(q.number.value), q.unit) for q in read(text, code).all]


def counted(text: str, code: str, act: str) -> list[Count]:
    """The counts of an event of one act that the whole text tells."""
    found = read(text, code)
    return counts_for(found, act, [s.index for s in found.parsed.sentences])


def figured(text: str, code: str) -> list[Figure]:
    """The figures of a text."""
    return figures(read(text, code))
