"""How much one input may cost, and what the user says of every input."""

from msgspec import Struct

from almenara.model import Language, Refused


class Limits(Struct, frozen=True, kw_only=True):
    """Bounds of one input. Sizes in bytes unless named otherwise; a record of a streamed container is one input."""

    max_bytes: int = 20_971_520
    max_inflated: int = 104_857_600
    """After inflating: beyond it (or beyond `max_ratio` once over a mebibyte) compressed data is a bomb."""
    max_ratio: int = 200
    max_layers: int = 2
    """Compression inside compression."""
    max_text: int = 400_000
    """Characters of clean text."""
    max_nodes: int = 20_000
    """Elements of an HTML page: extraction takes about 100 microseconds each."""
    max_depth: int = 250
    """Elements within elements: libxml2 drops what lies deeper than 256."""
    max_pages: int = 1_000
    max_members: int = 10_000
    """Files in one archive."""
    max_seconds: float = 5.0
    """Wall time for one page or PDF, kept in the main thread of a process only."""

    def check_size(self, size: int, *, exact: bool = True) -> None:
        """Raises Refused where an input of `size` bytes is too large; not `exact` where reading stopped at the limit."""
        if size > self.max_bytes:
            least = "" if exact else "at least "
            raise Refused("too_large", f"{least}{size:,} bytes, limit {self.max_bytes:,} (--max-bytes)")

    def check_length(self, length: int) -> None:
        """Raises Refused where a clean text of `length` characters is too long to be coded."""
        if length > self.max_text:
            raise Refused("too_long", f"{length:,} characters of text, limit {self.max_text:,}")


class Options(Struct, frozen=True, kw_only=True):
    """What the user says: `published` (YYYY-MM-DD) and `outlet` where a file names none; `language` whatever it names."""

    published: str | None = None
    outlet: str | None = None
    language: Language | None = None


LIMITS = Limits()
OPTIONS = Options()
