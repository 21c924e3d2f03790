"""Words from documents made harmless for where they are shown. Escaping for HTML is jinja's; this is what escaping leaves."""

import re
from urllib.parse import urlsplit

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# C0 and C1 controls but tab and line feed, bidirectional embeddings, overrides and isolates, and lone surrogates:
# a terminal obeys the first, a reader's eye the second, and no encoder takes the third.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r\n\x00]")


def shown(text: str) -> str:
    """The text with each control replaced by U+FFFD, one for one, so that offsets still hold."""
    return _UNSEEN.sub(REPLACEMENT, text)


def line(text: str) -> str:
    """As `shown`, on one line."""
    return " ".join(shown(text).split())


def cell(text: str) -> str:
    """As `shown`, with a leading apostrophe where a spreadsheet would take the words for a formula."""
    clean = shown(text)
    return f"'{clean}" if _FORMULA.match(text) else clean


def web(url: str | None) -> str | None:
    """The address where it is http or https with a host, else None."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # an address that is none is shown as none
        return None
    return shown(url) if parts.scheme in {"http", "https"} and parts.hostname else None
