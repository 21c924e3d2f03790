"""A page as the paragraphs that its reader sees, each with what its place in the page says of it."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from almenara.text.decode import clean
from almenara.text.page.vocabulary import names_say, vocabulary

SPACE = re.compile(r"[ \t\n\r\f\v]+")
BREAKS = re.compile(r"[ \t]*\n[ \t\n]*\n[ \t\n]*")
WIDE = 0.4  # a container of a larger share of the story is the frame of the page, whatever its name
SMALL_BOX = 400  # characters around a form: a box to sign up in
POSITIONS = ("article", "main", "aside", "header", "figure", "li", "table", "blockquote")


class Block(Struct, frozen=True):
    """One paragraph: its words, its tag, what it stands inside of, the share of its characters that are links, how many links."""

    text: str
    tag: str
    inside: frozenset[str]
    linked: float
    links: int

    @property
    def key(self) -> str:
        """The words without space, for comparing with what others made of the page."""
        return key(self.text)


class _Raw(Struct, frozen=True):
    """A paragraph with the numbers of the containers it lies in."""

    text: str
    tag: str
    within: tuple[int, ...]
    linked: float
    links: int


def key(text: str) -> str:
    """Words without space."""
    return "".join(text.split())


def blocks(tree: Any, story: frozenset[str] = frozenset()) -> list[Block]:
    """The paragraphs of a pruned tree, in order. `story` are the keys of those known to be the story."""
    walk = _Walk(_boxes(tree))
    walk.enter(tree.find("body") if tree.find("body") is not None else tree, (), "body")
    walk.flush("body", ())
    said = _said(walk.found, walk.containers, story)
    return [Block(r.text, r.tag, frozenset().union(*(said[c] for c in r.within)), r.linked, r.links) for r in walk.found]


def _said(found: Sequence[_Raw], containers: Sequence[frozenset[str]], story: frozenset[str]) -> list[frozenset[str]]:
    """What each container says of its paragraphs; names of one that holds much of the story say nothing."""
    mass: Counter[int] = Counter()
    total = 0
    for raw in found:
        if key(raw.text) in story:
            total += len(raw.text)
            mass.update({c: len(raw.text) for c in raw.within})
    frame = frozenset({*POSITIONS, "headline", "articleBody"})
    return [said & frame if mass[c] > WIDE * total else said for c, said in enumerate(containers)]


def _boxes(tree: Any) -> set[Any]:
    """The small elements around forms."""
    parents = (form.getparent() for form in tree.iter("form"))
    return {p for p in parents if p is not None and p.tag not in {"body", "html"} and len(p.text_content()) < SMALL_BOX}


class _Walk:
    """Gathers running text, and cuts it where a block begins or ends."""

    def __init__(self, boxes: set[Any]) -> None:
        self.found: list[_Raw] = []
        self.containers: list[frozenset[str]] = []
        self._boxes = boxes
        self._parts: list[str] = []
        self._size = self._linked = self._links = 0
        self._tags = vocabulary().tags

    def enter(self, element: Any, within: tuple[int, ...], tag: str) -> None:
        """One element with all it holds; depth is bounded by the parser's 256."""
        name = element.tag
        is_block = name in self._tags["block"]
        if is_block:
            self.flush(tag, within)
            tag = name
        inner = self._inside(element, within)
        before = self._size
        self._add(self._gap(element) + SPACE.sub(" ", element.text or ""))
        for child in element:
            self.enter(child, inner, tag)
            self._add(SPACE.sub(" ", child.tail or ""))
        if name == "a" and self._size > before:
            self._linked += self._size - before
            self._links += 1
        if is_block:
            self.flush(tag, inner)

    def flush(self, tag: str, within: tuple[int, ...]) -> None:
        """End the paragraph that was being gathered; two line breaks in it begin another."""
        text = clean("".join(self._parts))
        share = self._linked / len(text) if text else 0.0
        for part in BREAKS.split(text):
            if line := SPACE.sub(" ", part).strip(" "):
                self.found.append(_Raw(line, tag, within, min(1.0, share), self._links))
        self._parts.clear()
        self._size = self._linked = self._links = 0

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._size += len(text)

    def _gap(self, element: Any) -> str:
        """A line break, or the space that a style sheet puts between links in a row."""
        if element.tag == "br":
            return "\n"
        before = element.getprevious() if element.tag in {"a", "span"} else None
        return " " if before is not None and before.tag == element.tag and not before.tail else ""

    def _inside(self, element: Any, within: tuple[int, ...]) -> tuple[int, ...]:
        tags, name = self._tags, element.tag
        said = {kind for kind in ("furniture", "caption", "headline") if name in tags[kind]}
        if name in POSITIONS:
            said.add(name)
        if element in self._boxes:
            said.add("furniture")
        if element.attrib:
            if element.get("itemprop") in {"articleBody", "headline"}:
                said.add(element.get("itemprop"))
            said |= names_say(" ".join(element.get(a, "") for a in ("class", "id", "role")))
        if not said:
            return within
        self.containers.append(frozenset(said))
        return (*within, len(self.containers) - 1)
