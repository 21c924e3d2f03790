"""Small values for tests, all on one invented sentence."""

from almenara.model import Claim, Coding, Document, Event, EventDate, Section, Span, Speaker

TEXT = "The army said that gunmen of the invented Río Bravo Front attacked a patrol near Tocache on 3 May 2031."


def span(words: str) -> Span:
    """The first place where the words stand."""
    at = TEXT.index(words)
    return Span.of(TEXT, at, at + len(words))


def document() -> Document:
    """A document of one body section."""
    return Document(
        id="0" * 64, source_id="one", text=TEXT, language="en", sections=(Section(kind="body", start=0, end=len(TEXT)),)
    )


def coding() -> Coding:
    """A coding with one event and one claim."""
    when = EventDate(
        start="2031-05-03", end="2031-05-03", text="3 May 2031", precision="day", basis="explicit",
        evidence=(span("3 May 2031"),), by="rule:date",
    )  # fmt: skip
    event = Event(
        id="v1", act="attack", reality="occurred", background=False, date=when, evidence=(span("attacked a patrol"),),
        by="rule:attack.en.1", confidence=0.8,
    )  # fmt: skip
    claim = Claim(
        id="c1", speaker=Speaker(name="army"), verb="said", stance="asserts",
        content=span("gunmen of the invented Río Bravo Front"), direct=False, anonymous=False,
        evidence=(span(TEXT),), by="rule:saying", confidence=0.7,
    )  # fmt: skip
    return Coding(document=document(), events=(event,), claims=(claim,))
