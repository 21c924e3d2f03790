"""An HTML page to a document: its story, and around it what is none, each typed."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import structs

from almenara.model import Document, Refused
from almenara.text.decode import decode
from almenara.text.document import Facts, Source, build
from almenara.text.page import guard
from almenara.text.plain import Paragraph, merged

if TYPE_CHECKING:
    from almenara.text.page.blocks import Block

GAP = "\n\n"
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)


def page(html: str | bytes, digest: str, facts: Facts, source: Source, *, charset: str | None = None) -> Document:
    """The document of a page. `facts` that the giver states win over the page's own; `charset` is HTTP's.

    Raises Refused: too_many_nodes, too_deep, timeout, no_text, too_long, not_text.
    """
    text = decode(html, charset or declared(html)) if isinstance(html, bytes) else html
    guard.check(text, source.limits)
    with guard.deadline(source.limits.max_seconds):
        return _read(text, digest, facts, source)


def declared(html: bytes) -> str | None:
    """The charset that a page's own head names."""
    match = CHARSET.search(html[:4_096])
    return match[1].decode("ascii", "replace") if match else None


def _read(html: str, digest: str, given: Facts, source: Source) -> Document:
    from almenara.text.page.blocks import blocks
    from almenara.text.page.kinds import kinds_of
    from almenara.text.page.main import story
    from almenara.text.page.metadata import facts_of
    from almenara.text.page.printed import day_beside
    from almenara.text.page.tree import parse, prune

    tree = parse(html)
    own = facts_of(tree)
    prune(tree)
    source.limits.check_length(sum(len(part.strip()) for part in tree.itertext()))
    told = story(tree)
    found = blocks(tree, told)
    kinds = kinds_of(found, told, own.title)
    if not any(kind in {"body", "analysis"} for kind in kinds):
        raise Refused("no_text", "no story on the page")
    if own.published is None and "headline" in kinds:
        own = structs.replace(own, published=day_beside(found, kinds.index("headline")))
    facts = structs.replace(own, **{name: value for name, value in structs.asdict(given).items() if value is not None})
    return build(digest, GAP.join(block.text for block in found), tuple(merged(_placed(found), kinds)), facts, source)


def _placed(found: "Sequence[Block]") -> list[Paragraph]:
    """Where each block comes to stand in the text."""
    out, at = [], 0
    for block in found:
        out.append(Paragraph(at, at + len(block.text), block.text))
        at += len(block.text) + len(GAP)
    return out
