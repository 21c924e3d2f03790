"""What a server answered, as a WARC record keeps it."""

from email.message import Message
from typing import Literal

from msgspec import Struct

from almenara.model import Refused
from almenara.text.inflate import Codec, inflate
from almenara.text.limits import Limits
from almenara.text.warc import Record

KINDS: dict[str, Literal["html", "text", "pdf"]] = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "application/pdf": "pdf",
}  # fmt: skip
CODECS: dict[str, Codec] = {"gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate", "br": "br", "zstd": "zstd"}


class Answer(Struct, frozen=True):
    """The body of a successful answer, without transfer and content coding."""

    kind: Literal["html", "text", "pdf"]
    charset: str | None
    body: bytes


def answer(record: Record, limits: Limits) -> Answer | None:
    """The answer of a record, None where it is none of a kind that we read; raises Refused where its coding is broken."""
    is_http = record.headers.get("content-type", "").lower().startswith("application/http")
    headers, body = _split(record.block) if is_http else (record.headers, record.block)
    if headers is None:
        return None
    content = Message()
    content["Content-Type"] = headers.get("content-type", "")
    kind = KINDS.get(content.get_content_type())
    if kind is None or not body:
        return None
    if is_http and "chunked" in headers.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    return Answer(kind, content.get_content_charset(), _decoded(body, headers.get("content-encoding", ""), limits))


def _split(block: bytes) -> tuple[dict[str, str] | None, bytes]:
    """Headers and body of an answer with status 200; None for any other."""
    head, _, body = block.partition(b"\r\n\r\n")
    if not body and b"\n\n" in block:
        head, _, body = block.partition(b"\n\n")
    lines = head.decode("latin-1").splitlines()
    status = lines[0].split() if lines else []
    if len(status) < 2 or status[1] != "200":
        return None, b""
    pairs = (line.partition(":") for line in lines[1:200])
    return {name.strip().lower(): value.strip() for name, _, value in pairs}, body


def _unchunked(body: bytes) -> bytes:
    """The body put together from its chunks; as it is where it has none (some crawlers keep the header only)."""
    parts: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at, at + 100)
        size = body[at:end].split(b";")[0].strip() if end >= 0 else b""
        if not size or len(size) > 8 or size.strip(b"0123456789abcdefABCDEF"):
            return body if not parts else b"".join(parts) + body[at:]
        count = int(size, 16)
        if not count:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + count])
        at = end + 2 + count + 2


def _decoded(body: bytes, coding: str, limits: Limits) -> bytes:
    codings = [c.strip().lower() for c in coding.split(",") if c.strip() and c.strip().lower() != "identity"]
    if len(codings) > limits.max_layers:
        raise Refused("nested", f"compressed more than {limits.max_layers} times over")
    for name in reversed(codings):
        if name not in CODECS:
            raise Refused("unsupported", f"content coding {name[:30]!r}")
        body = inflate(body, CODECS[name], limits)
    return body
