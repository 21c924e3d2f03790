"""A page as a tree, without what its reader never sees."""

import re
from typing import Any

from almenara.model import Refused
from almenara.text.page.vocabulary import vocabulary

UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|font-size\s*:\s*0+(\.0+)?\s*(px|r?em|pt|%)?\s*(;|!|$)|opacity\s*:\s*0(\.0+)?\s*(;|!|$)"
    r"|(left|top|text-indent)\s*:\s*-\d{4,}",
    re.IGNORECASE,
)
KEPT = {"html", "body", "main", "article"}  # pages that show themselves by script hide these at first


FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
REFERENCE = re.compile(r"&#(?:x0*([0-9a-f]{1,6})|0*([0-9]{1,7}));?", re.IGNORECASE)


def _allowed(reference: re.Match[str]) -> str:
    """A reference to a character that XML has, or nothing."""
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    known = code >= 32 or code in {9, 10, 13}
    return reference[0] if known and not (0xD800 <= code < 0xE000 or code & 0xFFFE == 0xFFFE or code > 0x10FFFF) else ""


def parse(html: str) -> Any:
    """The tree of a page (lxml); raises Refused (no_text) where there is none."""
    from lxml import etree
    from lxml import html as lxml_html

    html = REFERENCE.sub(_allowed, FORBIDDEN.sub("", html))
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = lxml_html.document_fromstring(html.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Refused("no_text", f"no page in it: {error}") from None
    return tree


def prune(tree: Any) -> None:
    """Empty scripts, styles, frames and everything hidden, in place."""
    dropped = vocabulary().tags["dropped"]
    for element in [e for e in tree.iter() if not isinstance(e.tag, str) or e.tag in dropped or _is_hidden(e)]:
        if element.getparent() is not None:
            element.clear(keep_tail=True)


def _is_hidden(element: Any) -> bool:
    attributes = element.attrib
    if not attributes or element.tag in KEPT:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true":
        return True
    style = attributes.get("style")
    return bool(style) and UNSEEN.search(style) is not None
