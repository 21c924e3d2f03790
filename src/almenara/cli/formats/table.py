"""A plain table for a terminal: the documents, under each its events, one a line."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import IO

from almenara.cli.formats.options import FormatOptions, Interface
from almenara.cli.formats.placenames import place_name
from almenara.cli.formats.reading import amount, main_place, when
from almenara.cli.formats.safe import line
from almenara.cli.formats.strings import word
from almenara.model import Coding, Count, Event, Refusal

HEADS = ("ui.date", "ui.act", "ui.reality", "ui.place", "ui.who", "ui.counts")
FIXED = (21, 20, 10)  # columns for date, act and reality; the rest of the line is shared
SHARES = (0.28, 0.44, 0.28)  # of the rest: place, participants, counts
NARROWEST = 60
GAP = "  "
LINES = 3  # that one event may take
COUNTRY = 6  # where_prec of a country
BREAKS = re.compile(r"\* \S+\s*|[^\s/]*/|\S+\s*|\s+")
BOLD, DIM, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def write(items: Iterable[Coding | Refusal], out: IO[bytes], options: FormatOptions) -> None:
    """Aligned columns that fit `options.width`; bold and dim where `options.color`."""
    widths = _widths(max(options.width, NARROWEST))
    heads = [word(key, options.interface) for key in HEADS]
    _put(out, _styled(_row(heads, widths), DIM, options))
    has_background = False
    for item in items:
        has_background = has_background or (isinstance(item, Coding) and any(event.background for event in item.events))
        for text in _lines(item, widths, options):
            _put(out, text)
    if has_background:
        _put(out, _styled(f"\n* {word('ui.background', options.interface)}", DIM, options))


def _lines(item: Coding | Refusal, widths: Sequence[int], options: FormatOptions) -> Iterator[str]:
    total = sum(widths) + len(GAP) * (len(widths) - 1)
    if isinstance(item, Refusal):
        yield ""
        yield _styled(_fit(line(f"{item.source}: {item.code}: {item.reason}"), total).rstrip(), DIM, options)
        return
    yield ""
    yield from (_styled(_fit(text, total).rstrip(), BOLD, options) for text in _wrapped(_heading(item, options.interface), total))
    for event in item.events:
        yield from _rows(cells(event, options.interface), widths)
    if not item.events:
        yield _styled(_fit(word("ui.nothing", options.interface), total).rstrip(), DIM, options)


def cells(event: Event, interface: Interface) -> list[str]:
    """The words of one event, in the order of the heads."""
    act = word(f"act.{event.act}", interface) + (f" ({word(f'mode.{event.mode}', interface)})" if event.mode else "")
    place = main_place(event)
    country = place.country if place and place.precision != COUNTRY else None  # a country needs no code behind it
    where = ", ".join(filter(None, (place_name(place), country))) if place else ""
    who = "; ".join(one.name for one in event.participants)
    counts = "; ".join(f"{amount(one)}{_unit(one)} {word(f'count.{one.what}', interface)}" for one in event.counts)
    mark = "* " if event.background else ""
    return [when(event.date), mark + act, word(f"reality.{event.reality}", interface), where, who, counts]


def _unit(count: Count) -> str:
    """What is counted: the unit, or for pieces what they are."""
    if count.unit == "item" and count.group:
        return f" {count.group}"
    return "" if count.unit in {"person", "item", "case"} else f" {count.unit}"


def _heading(coding: Coding, interface: Interface) -> str:
    document = coding.document
    name = document.title or document.source_id or document.url or word("ui.untitled", interface)
    return " · ".join(line(part) for part in (name, document.outlet, document.published) if part)


def _widths(total: int) -> list[int]:
    rest = total - sum(FIXED) - len(GAP) * (len(HEADS) - 1)
    if rest < 30:
        fixed = (11, 14, 9)
        rest = total - sum(fixed) - len(GAP) * (len(HEADS) - 1)
        return [*fixed, *_shared(rest)]
    return [*FIXED, *_shared(rest)]


def _shared(rest: int) -> list[int]:
    first, second = int(rest * SHARES[0]), int(rest * SHARES[1])
    return [first, second, rest - first - second]


def _row(words: Sequence[str], widths: Sequence[int]) -> str:
    return GAP.join(_fit(line(text), width) for text, width in zip(words, widths, strict=True)).rstrip()


def _rows(words: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """One event on as many lines as its fullest cell takes, up to LINES."""
    wrapped = [_wrapped(line(text), width) for text, width in zip(words, widths, strict=True)]
    for parts in zip_longest(*wrapped, fillvalue=""):
        yield GAP.join(_fit(part, width) for part, width in zip(parts, widths, strict=True)).rstrip()


def _wrapped(text: str, width: int) -> list[str]:
    """Broken between words and after the slash of an interval; what LINES cannot hold ends in an ellipsis."""
    lines = [""]
    for piece in BREAKS.findall(text):
        if lines[-1] and sum(map(_columns, lines[-1] + piece.rstrip())) > width:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece
    rest = lines[LINES - 1 :]
    return lines if len(lines) <= LINES else [*lines[: LINES - 1], " ".join(rest)]


def _fit(text: str, width: int) -> str:
    """Cut to `width` columns with an ellipsis, or filled up with spaces."""
    if (wide := sum(map(_columns, text))) <= width:
        return text + " " * (width - wide)
    kept, used = [], 0
    for character in text:
        used += _columns(character)
        if used > width - 1:
            break
        kept.append(character)
    return "".join(kept) + "…" + " " * (width - 1 - sum(map(_columns, kept)))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _styled(text: str, style: str, options: FormatOptions) -> str:
    return f"{style}{text}{PLAIN}" if options.color and text else text


def _put(out: IO[bytes], text: str) -> None:
    out.write(text.encode("utf-8", "replace") + b"\n")
