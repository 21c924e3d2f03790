"""What was read."""

from typing import Annotated, Literal

from msgspec import Meta

from almenara.model.base import Value

SectionKind = Literal["headline", "caption", "body", "analysis", "see_also", "teaser", "boilerplate"]
CODED_SECTIONS: frozenset[SectionKind] = frozenset({"headline", "caption", "body", "analysis"})
Language = Literal["en", "es"]


class Section(Value, frozen=True, kw_only=True):
    """A typed stretch [start, end) of the clean text."""

    kind: SectionKind
    start: Annotated[int, Meta(ge=0)]
    end: Annotated[int, Meta(ge=0)]


class Document(Value, frozen=True, kw_only=True):
    """One article as clean text, with what its page says of itself.

    `id` is the SHA-256 of the bytes read, in hex. `source_id` is the identifier that the giver used (an article's
    `id`, else the file name). `published` is an ISO date (YYYY-MM-DD) or None; it is never guessed.
    Sections do not overlap, lie in order and inside the text.
    """

    id: str
    source_id: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: Language | None = None
    published: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")] | None = None
    text: str
    sections: tuple[Section, ...] = ()

    def __post_init__(self) -> None:
        at = 0
        for section in self.sections:
            if not at <= section.start < section.end <= len(self.text):
                raise ValueError(f"section out of order, empty or outside: {section.kind} {section.start}:{section.end}")
            at = section.end

    def section_at(self, offset: int) -> SectionKind:
        """The kind of the section that holds `offset`; `body` where the document has no sections."""
        if not self.sections:
            return "body"
        return next((s.kind for s in self.sections if s.start <= offset < s.end), "boilerplate")
