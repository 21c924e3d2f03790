"""GeoJSON (RFC 7946): one feature a place of an event, streamed."""

import json
from collections.abc import Iterable, Iterator
from typing import IO, Any

from almenara.cli.formats.options import FormatOptions
from almenara.cli.formats.placenames import place_name
from almenara.cli.formats.reading import amount, date_prec
from almenara.cli.formats.safe import shown, web
from almenara.model import Coding, Document, Event, Place, Refusal


def write(items: Iterable[Coding | Refusal], out: IO[bytes], options: FormatOptions) -> None:
    """A FeatureCollection; `refused` and `unplaced_events` are foreign members at its end."""
    refused: list[dict[str, str]] = []
    unplaced, first = 0, True
    out.write(b'{"type":"FeatureCollection","features":[')
    for item in items:
        if isinstance(item, Refusal):
            refused.append({"source": shown(item.source), "code": item.code, "reason": shown(item.reason)})
            continue
        unplaced += sum(not event.places for event in item.events)
        for feature in features(item):
            out.write((b"\n" if first else b",\n") + _json(feature))
            first = False
    out.write(b'\n],"unplaced_events":' + _json(unplaced) + b',"refused":' + _json(refused) + b"}\n")


def features(coding: Coding) -> Iterator[dict[str, Any]]:
    """One feature a place; a place that has no coordinates keeps its properties, with a null geometry."""
    for event in coding.events:
        for index, place in enumerate(event.places):
            yield {
                "type": "Feature",
                "id": f"{coding.document.id[:16]}:{event.id}:{index}",
                "geometry": _point(place),
                "properties": _document(coding.document) | _event(event) | _place(place),
            }


def _point(place: Place) -> dict[str, Any] | None:
    if place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def _document(document: Document) -> dict[str, Any]:
    return {
        "document": document.id,
        "source_id": _clean(document.source_id),
        "title": _clean(document.title),
        "outlet": _clean(document.outlet),
        "url": web(document.url),
        "published": document.published,
    }


def _event(event: Event) -> dict[str, Any]:
    date = event.date
    return {
        "event": event.id,
        "act": event.act,
        "mode": event.mode,
        "reality": event.reality,
        "background": event.background,
        "date_start": date.start if date else None,
        "date_end": date.end if date else None,
        "date_precision": date.precision if date else None,
        "date_prec": date_prec(date),
        "participants": [{"role": p.role, "name": shown(p.name)} for p in event.participants],
        "counts": [
            {"what": c.what, "unit": c.unit, "amount": amount(c), "low": c.low, "best": c.best, "high": c.high}
            for c in event.counts
        ],
        "evidence": [shown(span.quote) for span in event.evidence],
        "by": event.by,
        "confidence": event.confidence,
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "place": shown(place_name(place)),
        "place_role": place.role,
        "country": place.country,
        "admin1": _clean(place.admin1),
        "admin2": _clean(place.admin2),
        "admin3": _clean(place.admin3),
        "gazetteer_id": place.gazetteer_id,
        "where_prec": place.precision,
        "radius_km": place.radius_km,
        "place_basis": _clean(place.basis),
        "place_evidence": [shown(span.quote) for span in place.evidence],
    }


def _clean(text: str | None) -> str | None:
    return None if text is None else shown(text)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
