"""Markdown: the words without their marks, with what front matter says."""

import re
from collections.abc import Iterator

from almenara.model import Document, Refusal
from almenara.text import plain
from almenara.text.decode import clean, decode
from almenara.text.document import Facts, Source, build, day, digest_of

FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
FIELD = re.compile(r"^([A-Za-z_]+)[ \t]*:(.+)$", re.MULTILINE)
HEADING = re.compile(r"\A\s*#[ \t]+([^\n]{1,300})(?:\n|\Z)")
MARKS = (
    (re.compile(r"^(```|~~~)[^\n]*$", re.MULTILINE), ""),
    (re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,1000}\)"), ""),
    (re.compile(r"\[([^\[\]\n]{1,500})\](?:\([^()\n]{0,1000}\)|\[[^\[\]\n]{0,100}\])"), r"\1"),
    (re.compile(r"^[ \t]{0,3}\[[^\[\]\n]{1,100}\]:[ \t]\S+[^\n]*$", re.MULTILINE), ""),
    (re.compile(r"(?<=\S)[ \t]+#+[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}([-*_=])(?:[ \t]*\1){2,}[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"\*{2,3}|(?<!\w)__(?=\w)|(?<=[\w.!?])__(?!\w)"), ""),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\*(?!\w)"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]{1,2000}?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`\n]{1,1000})`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
    (re.compile(r"\n{3,}"), "\n\n"),
)  # fmt: skip


def read(data: bytes, source: Source) -> Iterator[Document | Refusal]:
    """The document of a Markdown file; its first heading of the first rank is the headline."""
    text = clean(decode(data))
    source.limits.check_length(len(text))
    facts, text = _front(text)
    heading = HEADING.match(text)
    title = facts.title or (_unmarked(heading[1]).strip(" \t#") if heading else None)
    text = _unmarked(text).strip() + "\n"
    facts = Facts(
        title=title, url=facts.url, outlet=facts.outlet, byline=facts.byline, published=facts.published, language=facts.language
    )
    yield build(digest_of(data), text if text.strip() else "", plain.sections(text, title), facts, source)


def _unmarked(text: str) -> str:
    text = _uncommented(text)
    for pattern, instead in MARKS:
        text = pattern.sub(instead, text)
    return text


def _uncommented(text: str) -> str:
    """Without HTML comments; one that is never closed stays."""
    parts, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts.append(text[at:start])
        at = end + 3
    return "".join((*parts, text[at:]))


def _front(text: str) -> tuple[Facts, str]:
    """What plain `key: value` lines between --- at the top say, and the text after them."""
    match = FRONT.match(text)
    if not match:
        return Facts(), text
    said = {k.lower(): v.strip(" \t\"'") for k, v in FIELD.findall(match[1])}
    facts = Facts(
        title=said.get("title"), url=said.get("url"), outlet=said.get("outlet"), byline=said.get("author"),
        published=day(said.get("published") or said.get("date")), language=said.get("language") or said.get("lang"),
    )  # fmt: skip
    return facts, text[match.end() :]
