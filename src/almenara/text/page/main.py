"""Which paragraphs are the story: trafilatura's judgement."""

import logging
from copy import deepcopy
from typing import Any

from lxml import etree

from almenara.text.page.blocks import key


def story(tree: Any) -> frozenset[str]:
    """The paragraphs (without space) that trafilatura takes for the story of a pruned tree; empty where it finds none."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Extractor

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it could not read is ours to tell
    options = Extractor(output_format="python", comments=False, tables=True, with_metadata=False)
    try:
        found = bare_extraction(deepcopy(tree), options=options)
    except (etree.LxmlError, ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError):
        return frozenset()  # a fault of the library on an odd page: `kinds` falls back on paragraphs
    body = getattr(found, "body", None)
    if body is None:
        return frozenset()
    return frozenset(k for element in body.iter() if isinstance(element.tag, str) for k in _keys(element))


def _keys(element: Any) -> list[str]:
    """Keys of an element's whole text and of the pieces that line breaks leave."""
    whole = key("".join(element.itertext()))
    pieces = [key(element.text or ""), key(element.tail or "")]
    return [k for k in (whole, *pieces) if k]
