"""The lines of the coded sections of a document, the pieces of text that are parsed one by one."""

import re
from collections.abc import Iterator

from almenara.model import CODED_SECTIONS, Document, Section, SectionKind

LINE = re.compile(r"[^\n]+")
MAX_PARAGRAPH = 6000  # a parser's memory grows with the text it takes at once


def paragraphs(document: Document) -> Iterator[tuple[int, int, SectionKind]]:
    """(start, end, section) of each line of the coded sections, long ones cut at a space."""
    whole = Section(kind="body", start=0, end=len(document.text)) if document.text else None
    for section in document.sections or ((whole,) if whole else ()):
        if section.kind not in CODED_SECTIONS:
            continue
        for match in LINE.finditer(document.text, section.start, section.end):
            if match[0].strip():
                for start, end in _cut(document.text, match.start(), match.end()):
                    yield start, end, section.kind


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > MAX_PARAGRAPH:
        at = max(text.rfind(". ", start, start + MAX_PARAGRAPH) + 1, text.rfind(" ", start, start + MAX_PARAGRAPH))
        at = at if at > start else start + MAX_PARAGRAPH
        yield start, at
        start = at
    if text[start:end].strip():
        yield start, end
