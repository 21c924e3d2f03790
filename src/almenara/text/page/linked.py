"""The article that a page describes in JSON-LD."""

from collections.abc import Iterator, Mapping
from typing import Any

from almenara.model import Refused
from almenara.text.article import loads

LARGEST = 500_000  # characters of one script
DEEPEST = 6
ARTICLES = frozenset(
    "NewsArticle Article ReportageNewsArticle BackgroundNewsArticle AnalysisNewsArticle OpinionNewsArticle ReviewNewsArticle "
    "BlogPosting LiveBlogPosting Report".split()
)


def article_of(scripts: list[str]) -> Mapping[str, Any]:
    """The first article among the scripts of a page, else the first web page, else nothing. Broken scripts are passed over."""
    page: Mapping[str, Any] = {}
    for script in scripts:
        for node in _nodes(_value(script), 0):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(kind in ARTICLES for kind in kinds):
                return node
            if not page and "WebPage" in kinds:
                page = node
    return page


def text_of(value: Any) -> str | None:
    """A string, the name of a thing, or several of them in a row."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, Mapping):
        return text_of(value.get("name"))
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(found for item in value[:20] if (found := text_of(item)))) or None
    return None


def url_of(node: Mapping[str, Any]) -> str | None:
    """Where the article itself says it stands."""
    for name in ("url", "mainEntityOfPage"):
        value = node.get(name)
        value = value.get("@id") if isinstance(value, Mapping) else value
        if isinstance(value, str):
            return value
    return None


def _value(script: str) -> Any:
    try:
        return loads(script.strip().removesuffix(";").encode("utf-8", "replace")) if len(script) <= LARGEST else None
    except Refused:
        return None  # a page's own fault, and none of its text


def _nodes(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(value, Mapping):
        yield value
        yield from _nodes(value.get("@graph"), depth + 1)
        yield from _nodes(value.get("mainEntity"), depth + 1)
    elif isinstance(value, list):
        for item in value[:100]:
            yield from _nodes(item, depth + 1)
