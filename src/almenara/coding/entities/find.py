"""All entities of a parsed document."""

from collections.abc import Sequence

from almenara.coding.entities.generics import generics
from almenara.coding.entities.index import Entities
from almenara.coding.entities.link import Linker
from almenara.coding.entities.names import names
from almenara.language import Parsed
from almenara.model import Span


def find(parsed: Parsed, places: Sequence[Span] = ()) -> Entities:
    """The entities of a document; `places` are spans that a gazetteer has resolved."""
    named = names(parsed, frozenset((s.start, s.end) for s in places))
    covered = bytearray(len(parsed.tokens))
    for mention in named:
        covered[mention.first : mention.last] = b"\1" * (mention.last - mention.first)
    return Entities(parsed, Linker(parsed).link(named, generics(parsed, covered)))
