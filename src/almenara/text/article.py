"""Articles as JSON: `{"id", "url", "title", "published", "outlet", "language", "text" or "html"}`, alone or many."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from almenara.model import Document, Refusal, Refused
from almenara.text.decode import clean, decode
from almenara.text.document import Facts, Source, build, day, digest_of
from almenara.text.plain import sections

LONGEST = 2_000  # characters of a title, an address, a name
OTHER_NAMES = {
    "id": ("source_id", "uuid"),
    "url": ("link", "uri", "canonical_url", "enlace"),
    "title": ("headline", "titulo", "título", "titular"),
    "published": ("date_published", "date", "published_at", "publish_date", "fecha"),
    "outlet": ("publisher", "source_name", "site_name", "medio"),
    "byline": ("author", "autor"),
    "language": ("lang", "idioma"),
    "text": ("body", "content", "texto", "contenido", "article", "body_text"),
    "html": ("body_html", "content_html"),
}
"""What others call the fields; our own names come first."""


def loads(data: bytes) -> Any:
    """The value of JSON bytes in any charset; raises Refused (malformed, too_deep)."""
    try:
        return msgspec.json.decode(data)
    except RecursionError:
        raise Refused("too_deep", "JSON nested too deeply") from None
    except (msgspec.DecodeError, ValueError):
        return _leniently(data)


def _leniently(data: bytes) -> Any:
    """Lone surrogates, NaN and other charsets, as the standard library reads them."""
    try:
        return json.loads(decode(data), strict=False)
    except RecursionError:
        raise Refused("too_deep", "JSON nested too deeply") from None
    except ValueError as error:
        raise Refused("malformed", f"not JSON: {error}") from None


def read(data: bytes, source: Source) -> Iterator[Document | Refusal]:
    """The article, or the articles of an array; raises Refused where it is neither."""
    value = loads(data)
    if isinstance(value, list):
        yield from _many(value, source)
    else:
        yield article(value, digest_of(data), source)


def _many(values: list[Any], source: Source) -> Iterator[Document | Refusal]:
    if not values:
        raise Refused("empty", "an array without articles")
    for number, value in enumerate(values, 1):
        inner = source.inner(f"{source.name}#{number}")
        try:
            yield article(value, digest_of(msgspec.json.encode(value)), inner)
        except Refused as error:
            yield Refusal(source=named(value, inner.name), code=error.code, reason=error.reason)


def named(value: Any, otherwise: str) -> str:
    """How an article is called in a refusal: where it stands, with its own id."""
    own = _field(value, "id") if isinstance(value, Mapping) else None
    return f"{otherwise} ({own})" if own else otherwise


def article(value: Any, digest: str, source: Source) -> Document:
    """One article; raises Refused (wrong_shape, no_text, too_long)."""
    if not isinstance(value, Mapping):
        raise Refused("wrong_shape", f"an article is an object with text or html, not {_shape(value)}")
    text, html = _field(value, "text"), _field(value, "html")
    facts = facts_of(value)
    if text and not text.isspace():
        source.limits.check_length(len(text))
        text = clean(text)
        return build(digest, text, sections(text, facts.title), facts, source)
    if html:
        from almenara.text.page import page

        return page(html, digest, facts, source)
    if "text" in value or "html" in value:
        raise Refused("no_text", "its text is empty or no string")
    raise Refused("wrong_shape", f"no text or html among its fields: {', '.join(map(str, list(value)[:8])) or 'none'}"[:300])


def facts_of(value: Mapping[str, Any]) -> Facts:
    """What the fields say beside the text."""
    line = {name: _line(_field(value, name)) for name in ("id", "url", "title", "outlet", "byline", "language")}
    return Facts(
        source_id=line["id"], url=line["url"], title=line["title"], outlet=line["outlet"],
        byline=line["byline"], language=line["language"], published=day(_field(value, "published")),
    )  # fmt: skip


def _field(value: Mapping[str, Any], name: str) -> str | None:
    """A field as a string, under our name or, where that is absent, under one that others use."""
    found = value.get(name)
    if found is None:
        found = next((value[other] for other in OTHER_NAMES[name] if value.get(other) is not None), None)
    if isinstance(found, int) and not isinstance(found, bool) and name == "id":
        return str(found)
    return found if isinstance(found, str) else None


def _line(value: str | None) -> str | None:
    """One line, None where it is empty or far too long for what it should be."""
    return " ".join(clean(value).split()) or None if value and len(value) <= LONGEST else None


def _shape(value: Any) -> str:
    names = {list: "an array", str: "a string", bool: "true or false", int: "a number", float: "a number", type(None): "null"}
    return names.get(type(value), type(value).__name__)
