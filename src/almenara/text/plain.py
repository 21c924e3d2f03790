"""Sections of plain text: what is headline, story, analysis, and what hangs on around it."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from almenara.model import Section, SectionKind
from almenara.text import cues

BLOCK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
LINE = re.compile(r"\S[^\n]*")
BLANK = re.compile(r"\n[^\S\n]*\n")
PICTURE = re.compile(r"!\[([^\[\]\n]{0,600})\]\([^()\n]{0,1000}\)")
BULLET = re.compile(r"[-*•·]\s|\d+\W|\W?[a-z]\)")
MENU = 5  # so many titles in a row are a menu, or the day's other news
BEFORE = ("body", "analysis", "see_also")
FOLLOW = 6  # titles after a bare "see also"
SENTENCE = 100  # characters of a paragraph that tells something
BARE = 25  # characters of a "see also" that names nothing itself
TOLD = 8  # words under a picture that say more than what it shows
STORY = 160  # a paragraph of this length is a story's


class Paragraph(NamedTuple):
    """A stretch of text without outer space."""

    start: int
    end: int
    text: str


def sections(text: str, title: str | None = None) -> tuple[Section, ...]:
    """The typed sections of a clean text. `title` is what its file says; where the text begins with it, that is the headline."""
    head = _headline(text, title)
    found = list(paragraphs(text, head))
    kinds = kinds_of(found, has_headline=head > 0, title=title)
    out = [Section(kind="headline", start=head - len(text[:head].lstrip()), end=head)] if head else []
    out += merged(found, kinds)
    return tuple(_without_pictures(out, text) if "![" in text else out)


def paragraphs(text: str, start: int = 0) -> Iterator[Paragraph]:
    """Blocks between blank lines; where there are none, lines."""
    pattern = BLOCK if BLANK.search(text, start) else LINE
    for match in pattern.finditer(text, start):
        stripped = match[0].rstrip()
        yield Paragraph(match.start(), match.start() + len(stripped), stripped)


def kinds_of(found: Sequence[Paragraph], *, has_headline: bool, title: str | None = None) -> list[SectionKind]:
    """One kind a paragraph."""
    kinds: list[SectionKind] = ["body"] * len(found)
    sorter = _Sorter(found)
    for i, paragraph in enumerate(found):
        kind = sorter.kind(i)
        kinds[i] = "boilerplate" if title and paragraph.text == title and i else kind
        if (
            sorter.mode == "teaser"
            and kind == "boilerplate"
            and i
            and kinds[i - 1] in BEFORE
            and cues.is_title(found[i - 1].text)
        ):
            kinds[i - 1] = "boilerplate"  # the heading of a carousel
    _head(found, kinds, has_headline=has_headline)
    _menus(found, kinds)
    return kinds


def merged(found: Sequence[Paragraph], kinds: Sequence[SectionKind]) -> Iterator[Section]:
    """Neighbours of one kind as one section; each teaser by itself."""
    numbered: list[tuple[SectionKind, int]] = []
    number = 0
    for i, kind in enumerate(kinds):
        opens = i > 0 and cues.is_title(found[i].text) and not cues.is_title(found[i - 1].text)
        number += kind == "teaser" and opens
        numbered.append((kind, number))
    at = 0
    for (kind, _), group in groupby(numbered):
        size = len(list(group))
        yield Section(kind=kind, start=found[at].start, end=found[at + size - 1].end)
        at += size


def _headline(text: str, title: str | None) -> int:
    """Where the headline ends that opens the text, its full stop included; 0 where the text does not open with its title."""
    start = len(text) - len(text.lstrip())
    if not title or not text.startswith(title, start):
        return 0
    end = start + len(title)
    while end < len(text) and text[end] in ".!?":
        end += 1
    if end < len(text) and not text[end].isspace():
        return 0
    return end


class _Sorter:
    """Goes through paragraphs in order. `mode` is the kind that goes on; after a pager or a repeated title, teasers do."""

    def __init__(self, found: Sequence[Paragraph]) -> None:
        self.mode: SectionKind = "body"
        self._found = found
        self._follows = 0  # titles that may still belong to a "see also"
        self._told = 0  # characters of paragraphs that tell something, so far

    def kind(self, i: int) -> SectionKind:
        """The kind of paragraph `i`."""
        text = self._found[i].text
        follows, self._follows = self._follows, 0
        if len(text) >= SENTENCE and cues.is_sentence(text):
            self._told += len(text)
        if len(text) > cues.SHORT:
            return self.mode
        if cues.is_pager(text):
            self.mode = "teaser" if self._told else self.mode
            return "boilerplate"
        if self.mode == "teaser":
            return "teaser"
        return self._cued(text, follows) or self._opened(i, text)

    def _cued(self, text: str, follows: int) -> SectionKind | None:
        """What a paragraph says it is, where it is none of the story."""
        if cues.is_("see_also", text):
            self._follows = FOLLOW if text.endswith(":") or len(text) < BARE else 0
            return "see_also"
        if follows and cues.is_title(text):
            self._follows = follows - 1
            return "see_also"
        return "boilerplate" if cues.is_("boilerplate", text) or cues.is_("byline", text) else None

    def _opened(self, i: int, text: str) -> SectionKind:
        """The kind that goes on, or that a heading opens; before any story, in a menu, it opens nothing."""
        if not self._told:
            return self.mode
        if cues.is_("analysis", text):
            self.mode = "analysis"
        elif i + 1 < len(self._found) and text == self._found[i + 1].text and cues.is_title(text):
            self.mode = "teaser"
        return self.mode


def _head(found: Sequence[Paragraph], kinds: list[SectionKind], *, has_headline: bool) -> None:
    """The headline and caption that may stand before the story."""
    rest = [i for i, kind in enumerate(kinds) if kind == "body"][:3]
    if len(rest) < 2:
        return
    first, second = rest[0], rest[1]
    opens = not has_headline and first == 0 and cues.is_title(found[0].text) and not cues.is_caption(found[0].text)
    if opens and len(found[second].text) > len(found[0].text):
        if not cues.is_title(found[second].text):
            kinds[0] = "headline"
        rest = rest[1:]
    if len(rest) > 1 and cues.is_caption(found[rest[0]].text) and len(found[rest[1]].text) > len(found[rest[0]].text):
        kinds[rest[0]] = "caption"


def _menus(found: Sequence[Paragraph], kinds: list[SectionKind]) -> None:
    """Rows of titles between stories: menus, sections of the site, the day's other news."""
    if len(found) <= MENU or not any(len(p.text) >= STORY for p in found):
        return
    start = 0
    for i in range(len(found) + 1):
        if i < len(found) and kinds[i] != "headline" and cues.is_title(found[i].text) and not BULLET.match(found[i].text):
            continue
        if i - start >= MENU:
            kinds[start:i] = [kind if kind in {"see_also", "teaser"} else "boilerplate" for kind in kinds[start:i]]
        start = i + 1


def _without_pictures(found: Sequence[Section], text: str) -> Iterator[Section]:
    """Pictures that Markdown left in a text are furniture, the words around them are not; a told picture has its caption."""
    for section in found:
        at = section.start
        for match in PICTURE.finditer(text, section.start, section.end):
            yield from _piece(section.kind, text, at, match.start())
            at = match.start()
            if len(match[1].split()) >= TOLD:
                start, end = match.span(1)
                yield Section(kind="boilerplate", start=at, end=start)
                yield Section(kind="caption", start=start, end=end)
                at = end
            yield Section(kind="boilerplate", start=at, end=match.end())
            at = match.end()
        yield from _piece(section.kind, text, at, section.end)


def _piece(kind: SectionKind, text: str, start: int, end: int) -> Iterator[Section]:
    part = text[start:end]
    if part.strip():
        yield Section(kind=kind, start=start + len(part) - len(part.lstrip()), end=start + len(part.rstrip()))
