"""A message as mail programs save it (EML): a newsletter or a forwarded article."""

import re
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr
from typing import Any

from almenara.model import Document, Refusal, Refused
from almenara.text import plain
from almenara.text.decode import clean, decode
from almenara.text.document import Facts, Source, build, day, digest_of

MULTIPART = re.compile(rb"content-type:\s*multipart/", re.IGNORECASE)
MOST_PARTS = 50  # the standard library's parser takes the square of the depth
LONGEST = 1_000  # of a header


def read(data: bytes, source: Source) -> Iterator[Document | Refusal]:
    """The document of a message: its text part, else its HTML part. Its Date is the day of publication."""
    from email import message_from_bytes

    if len(MULTIPART.findall(data)) > MOST_PARTS:
        raise Refused("too_deep", f"over {MOST_PARTS} parts with parts of their own")
    try:
        message: Message[Any, Any] = message_from_bytes(data)
        part = _body(message)
        content = part.get_payload(decode=True) if part else b""
        charset = part.get_content_charset() if part else None
    except (MessageError, ValueError, LookupError, AttributeError, TypeError) as error:
        raise Refused("malformed", f"no message: {error}"[:300]) from None  # what the standard library raises on broken ones
    content = content if isinstance(content, bytes) else b""
    if part is not None and part.get_content_type() == "text/html":
        from almenara.text.page import page

        yield page(content, digest_of(data), _facts(message), source, charset=charset)
        return
    text, facts = clean(decode(content, charset)).strip("\n"), _facts(message)
    yield build(digest_of(data), text, plain.sections(text, facts.title), facts, source)


def _body(message: "Message[Any, Any]") -> "Message[Any, Any] | None":
    """The first plain part, else the first HTML part, attachments aside."""
    texts = [
        part
        for part in message.walk()
        if part.get_content_type() in {"text/plain", "text/html"} and part.get_content_disposition() != "attachment"
    ]
    return next((part for part in texts if part.get_content_type() == "text/plain"), texts[0] if texts else None)


def _facts(message: "Message[Any, Any]") -> Facts:
    sender, sent = parseaddr(_header(message, "From"))[0], _header(message, "Date")
    return Facts(title=_header(message, "Subject") or None, byline=sender or None, published=day(sent))


def _header(message: "Message[Any, Any]", name: str) -> str:
    """A header in one line, its encoded words decoded; cut at `LONGEST` characters."""
    raw = str(message.get(name, ""))[:LONGEST]
    try:
        parts = decode_header(raw)
    except (MessageError, ValueError):
        parts = [(raw, None)]
    words = (decode(part, charset) if isinstance(part, bytes) else part for part, charset in parts)
    return " ".join(clean("".join(words)).split())
