"""A mention: a stretch of tokens that names or describes someone or something that acts."""

from msgspec import Struct

from almenara.language import Parsed
from almenara.model import EntityKind


class Mention(Struct, frozen=True, gc=False):
    """Tokens [first, last) with their syntactic head; `group` is the known name's number, `generic` says it is no name."""

    first: int
    last: int
    head: int
    kind: EntityKind
    group: int | None = None
    generic: bool = False


def head_of(parsed: Parsed, first: int, last: int) -> int:
    """The token of a range whose governor lies outside it; the first one where several do."""
    for i in range(first, last):
        head = parsed.tokens[i].head
        if (head == i or not first <= head < last) and parsed.tokens[i].pos not in ("PUNCT", "ADP", "DET"):
            return i
    return first


def text_of(parsed: Parsed, mention: Mention) -> str:
    """The words of a mention as they stand in the document."""
    return parsed.text[parsed.tokens[mention.first].start : parsed.tokens[mention.last - 1].end]
