"""What every reader ends with: one clean document."""

import re
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import PurePath

from msgspec import Struct, structs

from almenara.model import Document, Language, Refused, Section
from almenara.text.days import day_in
from almenara.text.limits import Limits, Options

ISO_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
HEAD, LINE = 400, 100  # characters within which a dated line opens a text, and the longest such line
FREQUENT = {
    "en": frozenset("the of and to in that was for with on by at from his said were has are".split()),
    "es": frozenset("de la que el en los del las por con una para un su al fue se y".split()),
}


class Facts(Struct, frozen=True, kw_only=True):
    """What a file says of its article; None where it says nothing."""

    source_id: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None
    published: str | None = None


class Source(Struct, frozen=True, kw_only=True):
    """Where bytes came from: the name as the user gave it, and how they are to be read."""

    name: str
    limits: Limits
    options: Options

    def inner(self, name: str) -> "Source":
        """A file within this one."""
        return structs.replace(self, name=name)


def build(digest: str, text: str, sections: tuple[Section, ...], facts: Facts, source: Source) -> Document:
    """The document; raises Refused where its text is empty or too long."""
    source.limits.check_length(len(text))
    if not text or text.isspace():
        raise Refused("no_text", "no text in it")
    options = source.options
    return Document(
        id=digest,
        source_id=facts.source_id or PurePath(source.name).name or None,
        url=facts.url,
        title=facts.title,
        outlet=facts.outlet or options.outlet,
        byline=facts.byline,
        language=options.language or _language(facts.language, text),
        published=facts.published or _printed(text, sections) or options.published,
        text=text,
        sections=sections,
    )


def _printed(text: str, sections: Sequence[Section]) -> str | None:
    """The day of a dated line of its own at the head of a text: "Monday, January 7, 2019"."""
    heads = (s for s in sections[:3] if s.kind == "boilerplate" and s.start < HEAD and s.end - s.start <= LINE)
    return next((found for s in heads if (found := day_in(text[s.start : s.end]))), None)


def digest_of(data: bytes) -> str:
    """The SHA-256 of the bytes read, in hex."""
    return sha256(data).hexdigest()


def day(value: str | None) -> str | None:
    """The ISO day that a date names in full (ISO 8601 or RFC 5322), as its own time zone has it; None for anything else."""
    if not value:
        return None
    value = value[:100].strip()
    match = ISO_DAY.match(value)
    try:
        if match:
            return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
        return _mail_day(value) if value[:1].isalnum() and ":" in value else None
    except (ValueError, TypeError, IndexError):
        return None


def _mail_day(value: str) -> str:
    from email.utils import parsedate_to_datetime

    return parsedate_to_datetime(value).date().isoformat()


def _language(named: str | None, text: str) -> Language | None:
    """`en` or `es` where the file names one of them and its frequent words do not speak against it."""
    code: Language | None = {"en": "en", "es": "es"}.get((named or "")[:2].lower())  # type: ignore[assignment]
    if code is None:
        return None
    words = set(text[:1_000].lower().split())
    own = len(words & FREQUENT[code])
    other = len(words & FREQUENT["es" if code == "en" else "en"])
    return code if own >= other else None
