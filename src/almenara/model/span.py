"""Evidence: the words of one document that a value rests on."""

from collections.abc import Iterable

from msgspec import Struct


class Span(Struct, frozen=True, order=True, forbid_unknown_fields=True):
    """Half-open [start, end) in the clean text of one document, in code points, with the words it covers."""

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.quote) != self.end - self.start:
            raise ValueError(f"empty, reversed or not as long as its quote: {self.start}:{self.end}")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """The span itself; raises ValueError when it is empty or outside the text."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"empty, reversed or outside: {start}:{end}")
        return cls(start, end, text[start:end])

    @classmethod
    def find(cls, text: str, words: str, start: int = 0) -> "Span | None":
        """The first place at or after `start` where `words` stand, or None."""
        at = text.find(words, start) if words else -1
        return cls.of(text, at, at + len(words)) if at >= 0 else None

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


def tidy(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order of the text, each once."""
    return tuple(sorted(set(spans)))
