"""Before and while a page is read: cheap looks that keep a hostile one from costing more than a moment."""

import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from almenara.model import Refused
from almenara.text.limits import Limits

SCRIPT = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
OPEN = re.compile(r"<[a-zA-Z]")
NESTING = re.compile(
    r"<(/?)(?:div|section|article|table|ul|ol|blockquote|span|font|b|i|em|strong|main|center|dl|fieldset)\b", re.IGNORECASE
)
MANY = 2 * 250  # fewer tags than this cannot nest too deeply


def check(html: str, limits: Limits) -> None:
    """Raises Refused where parsing would take too long: too many elements, or too deeply nested."""
    if html.count("<") > limits.max_nodes:
        nodes = sum(1 for _ in OPEN.finditer(SCRIPT.sub("", html)))
        if nodes > limits.max_nodes:
            raise Refused("too_many_nodes", f"{nodes:,} elements, limit {limits.max_nodes:,}")
    depth = _depth(html)
    if depth > limits.max_depth:
        raise Refused("too_deep", f"elements nested {depth:,} deep, limit {limits.max_depth:,}")


def _depth(html: str) -> int:
    """How deep elements lie that must be closed, as their tags stand; scripts that write tags are passed over."""
    if html.count("<") < MANY:
        return 0
    if html.count("</") * 2 > html.count("<") - MANY:
        html = SCRIPT.sub("", html)
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
