"""A message as mail programs save it (EML): a newsletter or a forwarded article."""

from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from almenara.model import Document, Refusal, Refused
from almenara.text import plain
from almenara.text.decode import clean, decode
from almenara.text.document import Facts, Source, build, day, digest_of


def read(data: bytes, source: Source) -> Iterator[Document | Refusal]:
    """The document of a message: its text part, else its HTML part. Its Date is the day of publication."""
    from email import message_from_bytes, policy

    try:
        message = message_from_bytes(data, _class=EmailMessage, policy=policy.default)
        body = message.get_body(("plain", "html"))
        facts = _facts(message)
        kind, content = (body.get_content_type(), _content(body)) if body else ("", b"")
    except RecursionError:
        raise Refused("too_deep", "parts nested too deeply") from None
    except (MessageError, ValueError, LookupError, AttributeError, TypeError, IndexError) as error:
        raise Refused("malformed", f"no message: {error}") from None  # what the standard library raises on broken headers
    charset = body.get_content_charset() if body else None
    if kind == "text/html":
        from almenara.text.page import page

        yield page(content, digest_of(data), facts, source, charset=charset)
        return
    text = clean(decode(content, charset)).strip("\n")
    source.limits.check_text(text)
    yield build(digest_of(data), text, plain.sections(text, facts.title), facts, source)


def _content(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _facts(message: EmailMessage) -> Facts:
    sender = parseaddr(str(message.get("From", "")))[0]
    title = " ".join(clean(str(message.get("Subject", ""))).split())
    return Facts(title=title or None, byline=clean(sender) or None, published=day(str(message.get("Date", ""))))
