"""CSV: one row an event, for spreadsheets and statistics packages; a refusal has a row of its own."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import IO, Any

from almenara.cli.formats.options import FormatOptions
from almenara.cli.formats.placenames import place_name
from almenara.cli.formats.reading import amount, count_of, date_prec, main_place, names, number
from almenara.cli.formats.safe import cell, web
from almenara.model import Coding, Document, Event, Measure, Place, Refusal

ROLES = ("perpetrator", "victim", "target", "authority", "subject", "counterpart", "instrument", "object")
COUNTED = ("killed", "wounded", "kidnapped", "arrested", "displaced")
Row = dict[str, Any]
DOCUMENT = ("document", "source_id", "url", "outlet", "language", "published", "title")
EVENT = ("event", "act", "mode", "reality", "background")
DATE = ("date_start", "date_end", "date_text", "date_precision", "date_basis", "date_prec")
PLACE = (
    "place", "place_role", "country", "admin1", "admin2", "admin3", "gazetteer_id", "lat", "lon", "radius_km", "where_prec",
    "other_places",
)  # fmt: skip
COUNTS = (*(f"{what}_{end}" for what in COUNTED for end in ("low", "best", "high")), "counts")
MEASURE = ("measure", "measure_state", "measure_issuer", "measure_days", "measure_start", "measure_end")
PROOF = ("speakers", "evidence", "by", "confidence")
REFUSED = ("refused_code", "refused_reason")
COLUMNS = (*DOCUMENT, *EVENT, *DATE, *PLACE, *ROLES, *COUNTS, *MEASURE, *PROOF, *REFUSED)


def write(items: Iterable[Coding | Refusal], out: IO[bytes], options: FormatOptions) -> None:
    """RFC 4180 in UTF-8, with a byte order mark where `options.bom` asks for one."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig" if options.bom else "utf-8", newline="", write_through=True)
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for item in items:
        for row in rows(item):
            writer.writerow({key: _cell(value) for key, value in row.items()})
    text.flush()
    text.detach()  # closing `out` is for whoever opened it


def rows(item: Coding | Refusal) -> Iterator[Row]:
    """The rows of one document, or the one of a refusal."""
    if isinstance(item, Refusal):
        yield {"source_id": item.source, "refused_code": item.code, "refused_reason": item.reason}
        return
    for event in item.events:
        yield _document(item.document) | _event(event) | _where(event) | _counts(event) | _said(event, item)


def _cell(value: Any) -> Any:
    """Numbers stay numbers; words are guarded against being read as a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return int(value)
    return value if isinstance(value, int | float) else cell(str(value))


def _document(document: Document) -> Row:
    row = {key: getattr(document, key) for key in DOCUMENT if key not in {"document", "url"}}
    return {"document": document.id, "url": web(document.url)} | row


def _event(event: Event) -> Row:
    row: Row = {"event": event.id} | {key: getattr(event, key) for key in ("act", "mode", "reality", "background")}
    row |= {role: "; ".join(names(event, role)) for role in ROLES}
    if date := event.date:
        row |= {"date_start": date.start, "date_end": date.end, "date_text": date.text, "date_precision": date.precision}
        row |= {"date_basis": date.basis, "date_prec": date_prec(date)}
    return row


def _where(event: Event) -> Row:
    place = main_place(event)
    if place is None:
        return {}
    others = "; ".join(f"{place_name(one)} ({one.role})" for one in event.places if one is not place)
    return _place(place) | {"other_places": others}


def _place(place: Place) -> Row:
    row = {
        key: getattr(place, key) for key in ("country", "admin1", "admin2", "admin3", "gazetteer_id", "lat", "lon", "radius_km")
    }
    return row | {"place": place_name(place), "place_role": place.role, "where_prec": place.precision}


def _counts(event: Event) -> Row:
    row: Row = {}
    for what in COUNTED:
        if count := count_of(event, what):
            row |= {f"{what}_{end}": number(getattr(count, end)) for end in ("low", "best", "high")}
    row["counts"] = "; ".join(f"{one.what} {amount(one)} {one.unit}" for one in event.counts)
    return row


def _said(event: Event, coding: Coding) -> Row:
    speakers = {claim.id: claim.speaker.name for claim in coding.claims}
    row: Row = {
        "speakers": "; ".join(speakers[claim] for claim in event.attribution if claim in speakers),
        "evidence": " | ".join(span.quote for span in event.evidence),
        "by": event.by,
        "confidence": event.confidence,
    }
    return row | (_measure(event.measure, coding) if event.measure else {})


def _measure(measure: Measure, coding: Coding) -> Row:
    issuer = next((entity.name for entity in coding.entities if entity.id == measure.issuer), measure.issuer)
    row: Row = {f"measure_{key}": getattr(measure, key) for key in ("state", "days", "start", "end")}
    return row | {"measure": measure.instrument, "measure_issuer": issuer}
