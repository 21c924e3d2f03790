"""What a reader of the record should know that no field can hold."""

from collections.abc import Iterable

from almenara.model import Document, Event, Note

CODES = {
    "no_publication_date": "The document names no publication date and none was given: relative dates stay unresolved.",
    "no_event_date": "The text gives no date for the events named; the publication date is never used instead.",
    "no_gazetteer": "No gazetteer is built, so places have names only: run `almenara gazetteer build`.",
    "sentence_lost": "A sentence could not be coded and was left out, with the fault named: please report it.",
}


def notes(document: Document, events: Iterable[Event], *, has_gazetteer: bool) -> tuple[Note, ...]:
    """Notes on what the document leaves open; codes are explained in the docs."""
    out = []
    if document.published is None:
        out.append(Note(code="no_publication_date", text="no publication date: relative dates stay unresolved"))
    undated = [e.id for e in events if e.date is None]
    if undated:
        out.append(Note(code="no_event_date", text=f"the text gives no date for {', '.join(undated)}"))
    if not has_gazetteer:
        out.append(Note(code="no_gazetteer", text="no gazetteer: places were not looked up (almenara gazetteer build)"))
    return tuple(out)
