"""What a page says of itself, in JSON-LD, Open Graph, Dublin Core, microdata and plain meta tags. Nothing is guessed."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import Any

from almenara.text import cues
from almenara.text.decode import clean
from almenara.text.document import Facts, day
from almenara.text.page.linked import article_of, text_of, url_of
from almenara.text.page.vocabulary import names_say, vocabulary

BY = re.compile(r"^(by|por|de|escrito por|written by)\s*:?\s+(?=\S)", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[^\s/]+\S*$", re.IGNORECASE)
SEPARATED = re.compile(r"\s+[|–—·»-]\s+")
LONGEST = 400
PAST_NAMES = re.compile(
    r"\s*([|·•(]|(?<=[a-záéíóúñ])(hace|tiempo|publicado|actualizado|updated|published)\b|\d).*$", re.IGNORECASE
)
UTC = re.compile(r"T.*(Z|[+-]00:?00)$")
TIMES = ("//time[@pubdate]", "//h1/following::time[position() < 4]", "//article[.//h1]//time", "//article//time", "//main//time")


def facts_of(tree: Any) -> Facts:
    """The facts of a page that was not yet pruned; what it does not name is None."""
    linked = article_of([s.text or "" for s in tree.iter("script") if "ld+json" in (s.get("type") or "").lower()])
    metas = _metas(tree)
    outlet = _first(metas, "outlet") or _line(text_of(linked.get("publisher")))
    return Facts(
        url=_address(_canonical(tree), _first(metas, "url"), url_of(linked)),
        title=_title(tree, _line(text_of(linked.get("headline"))) or _first(metas, "title"), outlet),
        outlet=outlet,
        byline=_byline(tree, text_of(linked.get("author")), metas),
        language=text_of(linked.get("inLanguage")) or tree.get("lang") or tree.get("xml:lang"),
        published=_published(tree, text_of(linked.get("datePublished")), metas),
    )


def _metas(tree: Any) -> dict[str, str]:
    """Content by name, property or itemprop, in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = meta.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content)
    return found


def _first(metas: dict[str, str], fact: str) -> str | None:
    return next((_line(metas[name]) for name in vocabulary().meta[fact] if name in metas), None)


def _line(value: str | None) -> str | None:
    line = " ".join(clean(unescape(value)).split()) if value else ""
    return line if 0 < len(line) <= LONGEST else None


def _canonical(tree: Any) -> str | None:
    return next((link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"), None)


def _address(*values: str | None) -> str | None:
    return next((v.strip() for v in values if v and ADDRESS.match(v.strip())), None)


def _title(tree: Any, named: str | None, outlet: str | None) -> str | None:
    """The title named, or that of the page without its outlet. A lone h1 that the named one contains is the title as printed."""
    titles = [_line(t.text_content()) for t in tree.iter("title")][:1]
    title = named or (titles[0] if titles else None)
    heads = [h for h in (_line(h.text_content()) for h in tree.iter("h1")) if h]
    if title is None:
        return heads[0] if len(heads) == 1 else None
    inside = [h for h in heads if h in title and len(h) > len(title) // 2]
    cut = [h for h in heads if h.startswith(title) and len(h) < 2 * len(title)]  # by a quotation mark in the attribute
    if inside or cut:
        return (inside or cut)[0]
    parts = SEPARATED.split(title)
    if len(parts) > 1 and (not named or (outlet and outlet.lower() in parts[-1].lower())):
        return title[: title.rindex(parts[-1])].rstrip(" |–—·»-")
    return title


def _byline(tree: Any, linked: str | None, metas: dict[str, str]) -> str | None:
    for value in (linked, *(metas.get(name) for name in vocabulary().meta["byline"]), *_printed_bylines(tree)):
        line = _line(value)
        if line and not ADDRESS.match(line) and not line.startswith(("www.", "/", "@")) and len(line) <= 120:
            return PAST_NAMES.sub("", BY.sub("", line)).strip(" |·,–—-") or None
    return None


def _printed_bylines(tree: Any) -> Iterator[str]:
    """Authors as the page prints them: marked as such, or an element called a byline."""
    for element in tree.iter("span", "a", "p", "div", "address"):
        marks = f"{element.get('itemprop', '')} {element.get('rel', '')}".split()
        if "author" in marks:
            yield element.text_content()
    for element in tree.iter("span", "p", "div", "address"):
        names = f"{element.get('class', '')} {element.get('id', '')}"
        if "byline" in names_say(names):
            text = " ".join(element.text_content().split())
            if BY.match(text) and len(text) <= 100 and cues.is_title(text):
                yield text


def _published(tree: Any, linked: str | None, metas: dict[str, str]) -> str | None:
    """The day as the outlet counts it: that of the first source, but where it is in UTC, of one in the outlet's own zone."""
    days = [(found, value) for value in _moments(tree, linked, metas) if (found := day(value))]
    if not days:
        return None
    first, value = days[0]
    if not UTC.search(value):
        return first
    local = (found for found, other in days[1:] if not UTC.search(other) and abs(_ordinal(found) - _ordinal(first)) <= 1)
    return next(local, first)


def _ordinal(day_: str) -> int:
    return date.fromisoformat(day_).toordinal()


def _moments(tree: Any, linked: str | None, metas: dict[str, str]) -> Iterator[str]:
    """From JSON-LD, meta tags, microdata, then the first dated <time> beside the headline or in the article."""
    if linked:
        yield linked
    yield from (metas[name] for name in vocabulary().meta["published"] if name in metas)
    for element in tree.xpath("//*[@itemprop='datePublished']"):
        yield element.get("datetime") or element.get("content") or element.text_content()
    for path in TIMES:
        yield from (value for value in (element.get("datetime") for element in tree.xpath(path)[:3]) if value)
