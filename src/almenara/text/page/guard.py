"""Before and while a page is read: cheap looks that keep a hostile one from costing more than a moment."""

import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from almenara.model import Refused
from almenara.text.limits import Limits

SCRIPT = re.compile(r"<(script|style)\b", re.IGNORECASE)
END = {"script": re.compile(r"</script\s*>", re.IGNORECASE), "style": re.compile(r"</style\s*>", re.IGNORECASE)}
OPEN = re.compile(r"<[a-zA-Z]")
NESTING = re.compile(
    r"<(?=[/a-z])(/?)(?:div|section|article|table|ul|ol|blockquote|span|font|b|i|em|strong|main|center|dl|fieldset)\b",
    re.IGNORECASE,
)
CROWDED = re.compile(r"""<[a-zA-Z][^\s>/]*+(?:[\s/]*+[^\s>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+){1000}""")
"""A tag with a thousand attributes: libxml2 compares each with all before it. Possessive throughout, so linear."""
ABSURD = 40  # times the limit: scripts are full of "<", but not so full
FEW = 500  # a page with fewer tags cannot be too deep or too large


def check(html: str, limits: Limits) -> None:
    """Raises Refused where parsing would take too long: too many elements or attributes, or nested too deeply."""
    tags = html.count("<")
    if tags > ABSURD * limits.max_nodes:
        raise Refused("too_many_nodes", f"{tags:,} tags, limit {limits.max_nodes:,} elements")
    if CROWDED.search(html) and CROWDED.search(without_scripts(html)):
        raise Refused("too_many_nodes", "a tag with over 1,000 attributes")
    if tags < FEW:
        return
    html = without_scripts(html)
    nodes = sum(1 for _ in OPEN.finditer(html))
    if nodes > limits.max_nodes:
        raise Refused("too_many_nodes", f"{nodes:,} elements, limit {limits.max_nodes:,}")
    depth = _depth(html) if nodes > limits.max_depth else 0
    if depth > limits.max_depth:
        raise Refused("too_deep", f"elements nested {depth:,} deep, limit {limits.max_depth:,}")


def without_scripts(html: str) -> str:
    """The page without scripts and styles, whose code is full of what looks like tags; those never closed stay."""
    parts, at = [], 0
    closed = {"script": True, "style": True}
    for match in SCRIPT.finditer(html):
        name = match[1].lower()
        if match.start() < at or not closed[name]:
            continue
        end = END[name].search(html, match.end())
        closed[name] = end is not None
        if end:
            parts.append(html[at : match.start()])
            at = end.end()
    return "".join((*parts, html[at:]))


def _depth(html: str) -> int:
    """How deep elements lie that must be closed, as their tags stand."""
    deepest = depth = 0
    for match in NESTING.finditer(html):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raises Refused (timeout) in what runs inside once `seconds` have passed.

    By SIGALRM, since nothing else stops a library in mid-work; so in the main thread of a process only (each worker
    has one), and not where someone else's timer is running.
    """
    usable = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not usable or signal.getitimer(signal.ITIMER_REAL)[0]:
        yield
        return

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise Refused("timeout", f"took over {seconds:g} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
