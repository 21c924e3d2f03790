"""A page as the paragraphs that its reader sees, each with what its place in the page says of it."""

import re
from typing import Any

from msgspec import Struct

from almenara.text.decode import clean
from almenara.text.page.vocabulary import names_say, vocabulary

SPACE = re.compile(r"[ \t\n\r\f\v]+")
BREAKS = re.compile(r"[ \t]*\n[ \t\n]*\n[ \t\n]*")


class Block(Struct, frozen=True):
    """One paragraph: its words, its tag, what it stands inside of, and the share of its characters that are links."""

    text: str
    tag: str
    inside: frozenset[str]
    linked: float

    @property
    def key(self) -> str:
        """The words without space, for comparing with what others made of the page."""
        return key(self.text)


def key(text: str) -> str:
    """Words without space."""
    return "".join(text.split())


def blocks(tree: Any) -> list[Block]:
    """The paragraphs of a pruned tree, in order."""
    walk = _Walk()
    walk.enter(tree.find("body") if tree.find("body") is not None else tree, frozenset(), "body")
    walk.flush("body", frozenset())
    return walk.found


class _Walk:
    """Gathers running text, and cuts it where a block begins or ends."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self._parts: list[str] = []
        self._size = self._linked = 0
        self._tags = vocabulary().tags

    def enter(self, element: Any, inside: frozenset[str], tag: str) -> None:
        """One element with all it holds; depth is bounded by the parser's 256."""
        name = element.tag
        is_block = name in self._tags["block"]
        if is_block:
            self.flush(tag, inside)
            tag = name
        within = inside | self._said(element)
        before = self._size
        self._add("\n" if name == "br" else SPACE.sub(" ", element.text or ""))
        for child in element:
            self.enter(child, within, tag)
            self._add(SPACE.sub(" ", child.tail or ""))
        if name == "a":
            self._linked += max(0, self._size - before)
        if is_block:
            self.flush(tag, within)

    def flush(self, tag: str, inside: frozenset[str]) -> None:
        """End the paragraph that was being gathered; two line breaks in it begin another."""
        text = clean("".join(self._parts))
        share = self._linked / len(text) if text else 0.0
        for part in BREAKS.split(text):
            if line := SPACE.sub(" ", part).strip(" "):
                self.found.append(Block(line, tag, inside, min(1.0, share)))
        self._parts.clear()
        self._size = self._linked = 0

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._size += len(text)

    def _said(self, element: Any) -> frozenset[str]:
        tags, name = self._tags, element.tag
        said = {kind for kind in ("furniture", "caption", "headline") if name in tags[kind]}
        if name in {"article", "main", "aside", "header", "figure", "li", "table", "blockquote"}:
            said.add(name)
        if element.get("itemprop") in {"articleBody", "headline"}:
            said.add(element.get("itemprop"))
        names = " ".join(element.get(a, "") for a in ("class", "id", "role")) if element.attrib else ""
        return frozenset(said) | names_say(names) if names else frozenset(said)
