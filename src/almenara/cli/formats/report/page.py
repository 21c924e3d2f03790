"""The page itself: gathers a run and renders it with a strict content security policy."""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import IO, Any

import jinja2
from markupsafe import Markup

from almenara.cli.formats import reading, safe
from almenara.cli.formats.options import FormatOptions
from almenara.cli.formats.placenames import place_name
from almenara.cli.formats.report import placing, timeline, worldmap
from almenara.cli.formats.report.labels import Labels
from almenara.cli.formats.report.views import DocumentView, facets, view
from almenara.cli.formats.strings import both, catalogue, phrases
from almenara.model import Coding, Refusal

OPEN_UP_TO = 3  # documents of a run that stand open from the start
CHUNK = 64  # pieces of the template written at once


def write(items: Iterable[Coding | Refusal], out: IO[bytes], options: FormatOptions) -> None:
    """Render the whole run; the items are held in memory, for the index, the map and the timeline need them all."""
    documents: list[DocumentView] = []
    refusals: list[Refusal] = []
    for item in items:
        if isinstance(item, Refusal):
            refusals.append(item)
        else:
            documents.append(view(len(documents) + 1, item))
    for piece in _pieces(_context(documents, refusals, options)):
        out.write(piece.encode("utf-8", "replace"))


def _pieces(context: dict[str, Any]) -> Iterator[str]:
    stream = environment().get_template("report.html").stream(context)
    stream.enable_buffering(CHUNK)
    return iter(stream)


def _context(documents: list[DocumentView], refusals: list[Refusal], options: FormatOptions) -> dict[str, Any]:
    labels = Labels(options.interface)
    refs = [ref for document in documents for ref in document.refs]
    found = placing.spots(refs)
    countries = {code: both(f"country.{code}")[options.interface] for code in {c for ref in refs for c in ref.countries}}
    style, script = asset("report.css"), asset("report.js")
    return {
        "title": options.title,
        "documents": documents,
        "refusals": refusals,
        "refs": refs,
        "facets": facets(refs),
        "spots": found,
        "measures": sorted((ref for ref in refs if ref.event.measure), key=lambda ref: ref.measured),
        "map": worldmap.drawn(found, countries),
        "timeline": timeline.drawn(refs),
        "unplaced": sum(all(place.lat is None for place in ref.event.places) for ref in refs),
        "undated": sum(timeline.extent_of(ref.event.date) is None for ref in refs),
        "labels": labels,
        "t": labels.span,
        "words": labels.text,
        "ta": labels.attribute,
        "style": Markup(style),  # noqa: S704 - our own file, as shipped
        "script": Markup(script),  # noqa: S704 - our own file, as shipped
        "policy": policy(style, script),
        "opened": len(documents) <= OPEN_UP_TO,
    }


def basis(text: str) -> list[tuple[str | None, str]]:
    """What a date was derived from, in pieces of which the fixed phrases have keys."""
    return [(key, safe.shown(piece)) for key, piece in phrases("basis", text)]


def numbers_of(text: str) -> str:
    """The identifiers of events that a note names."""
    return ", ".join(re.findall(r"\bv\d+\b", text))


@cache
def asset(name: str) -> str:
    """A style or script of the page, as shipped."""
    return files("almenara.cli.formats").joinpath("templates", name).read_text("utf-8")


def policy(style: str, script: str) -> str:
    """Nothing may be loaded and nothing sent; only the page's own style and script count, known by their hashes."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )  # fmt: skip


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def environment() -> jinja2.Environment:
    """Templates with escaping always on; what is missing is an error, not a blank."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("almenara.cli.formats", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.tests["known"] = lambda key: key in catalogue()
    made.filters |= {
        "shown": safe.shown,
        "line": safe.line,
        "web": safe.web,
        "amount": reading.amount,
        "when": reading.when,
        "chain": reading.chain,
        "number": reading.number,
        "main_place": reading.main_place,
        "called": place_name,
        "numbers": numbers_of,
        "basis": basis,
    }
    return made
