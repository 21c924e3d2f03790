"""Codings made by hand, of invented news: a whole one in each language, a bare one, a hostile one."""

from almenara.model import (
    Change,
    Claim,
    Coding,
    Count,
    Document,
    Entity,
    Event,
    EventDate,
    Figure,
    FigurePlace,
    Forecast,
    Hedge,
    Measure,
    Note,
    Participant,
    Place,
    Refusal,
    Section,
    Span,
    Speaker,
    Topic,
)

ENGLISH = (
    "Emergency in Tocache after ambush\n"
    "Gunmen of the invented Río Bravo Front ambushed a police patrol near Tocache on 3 May 2031, "
    "killing at least three officers. "
    "The government declared a 60-day state of emergency in San Martín, minister Aurora Quispe told Radio Umbral.\n"
    "Coca crops fell nearly 40 percent to 1,200 hectares in 2030. Violence could rise if the army leaves, analysts warn.\n"
    "SEE ALSO: Older stories of the invented front"
)
SPANISH = (
    "Incautan 400 kilos de cocaína en Buenaventura\n"
    "La Armada incautó 400 kilos de cocaína en el puerto de Buenaventura el 12 de junio de 2031. "
    "Dos hombres del inventado clan Los Mareños habrían sido capturados, según el coronel Elías Borja."
)
HOSTILE = (
    "</script><script>alert(1)</script> killed \u202e=HYPERLINK(1)\u202c in \x1b[31mred\x00 and <img src=x onerror=alert(2)>."
)
EVIL = '<script>alert("x")</script>'


def at(text: str, words: str) -> tuple[Span, ...]:
    """The first place where the words stand, as evidence."""
    found = Span.find(text, words)
    assert found is not None, words
    return (found,)


def place(text: str, words: str, **more: object) -> Place:
    """A scene named by the words."""
    return Place(**({"name": words, "role": "scene", "evidence": at(text, words), "by": "test"} | more))  # type: ignore[arg-type]


def who(text: str, role: str, words: str, **more: object) -> Participant:
    """A participant named by the words."""
    return Participant(**({"role": role, "name": words, "evidence": at(text, words), "by": "test"} | more))  # type: ignore[arg-type]


def when(text: str, words: str, start: str, **more: object) -> EventDate:
    """A date of one day, or of what `more` says."""
    given = {"start": start, "end": start, "precision": "day", "basis": "explicit", "text": words, "by": "test"}
    return EventDate(**(given | {"evidence": at(text, words)} | more))  # type: ignore[arg-type]


def english() -> Coding:
    """An ambush with a count, an emergency with its measure, a claim over the same words, a figure and a forecast."""
    text = ENGLISH
    told = "The government declared a 60-day state of emergency in San Martín"
    return Coding(
        document=_document(
            "a",
            text,
            language="en",
            title="Emergency in Tocache after ambush",
            outlet="Radio Umbral",
            url="https://umbral.example/a?b=1&c=2",
            published="2031-05-04",
            source_id="umbral-1",
        ),
        topics=(Topic(code="violence", score=0.9),),
        entities=(Entity(id="e1", kind="government", name="government of Peru", mentions=at(text, "The government")),),
        events=(_ambush(text), _emergency(text)),
        claims=(
            Claim(
                id="c1",
                speaker=Speaker(name="Aurora Quispe", office="minister"),
                channel="Radio Umbral",
                verb="told",
                stance="announces",
                content=at(text, told)[0],
                direct=False,
                anonymous=False,
                evidence=at(text, told),
                by="rule:saying",
                confidence=0.8,
            ),
        ),
        forecasts=(_forecast(text),),
        figures=(_figure(text),),
        notes=(Note(code="place_unresolved", text="one of several"),),
    )


def spanish() -> Coding:
    """A seizure and an alleged arrest."""
    text = SPANISH
    day = when(text, "el 12 de junio de 2031", "2031-06-12")
    port = place(text, "Buenaventura", country="CO", admin1="Valle del Cauca", lat=3.88, lon=-77.03, precision=3, radius_km=25.0)
    kilos = Count(
        what="seized",
        group="cocaína",
        low=400,
        best=400,
        high=400,
        unit="kg",
        text="400 kilos",
        evidence=at(text, "400 kilos"),
        by="test",
    )
    seizure = Event(
        id="v1",
        act="seizure",
        reality="occurred",
        background=False,
        date=day,
        places=(port,),
        participants=(who(text, "authority", "La Armada"), who(text, "object", "cocaína")),
        counts=(kilos,),
        trigger=at(text, "incautó")[0],
        evidence=at(text, "La Armada incautó 400 kilos de cocaína"),
        by="rule:seizure.es.1",
        confidence=0.9,
    )
    arrest = Event(
        id="v2",
        act="arrest",
        reality="alleged",
        background=True,
        participants=(who(text, "subject", "Dos hombres"),),
        evidence=at(text, "Dos hombres del inventado clan Los Mareños habrían sido capturados"),
        by="rule:arrest.es.2",
        confidence=0.5,
    )
    return Coding(
        document=_document("b", text, language="es", title="Incautan 400 kilos", published="2031-06-13"), events=(seizure, arrest)
    )


def bare() -> Coding:
    """A document of which nothing is known but its text."""
    return Coding(document=_document("c", "Nothing happened."))


def hostile() -> Coding:
    """Markup, formulas, controls and direction overrides in every field that a page can fill."""
    text = HOSTILE
    event = Event(
        id="v1",
        act="attack",
        mode=EVIL,
        reality="occurred",
        background=False,
        evidence=at(text, "killed \u202e=HYPERLINK(1)"),
        date=when(text, "red\x00", "XXXX-05", precision="month", end=None, basis=EVIL),
        places=(place(text, "\x1b[31mred", lat=-12.0, lon=-77.0, country="PE", admin1=EVIL),),
        participants=(who(text, "perpetrator", "=HYPERLINK(1)"), who(text, "victim", "<img src=x onerror=alert(2)>")),
        by=EVIL,
        confidence=0.1,
    )
    document = _document("d", text, title=EVIL, outlet="@SUM(1)", url="javascript:alert(1)", byline=EVIL, source_id="-2+3")
    return Coding(document=document, events=(event,), notes=(Note(code="x", text=EVIL),))


def refusal() -> Refusal:
    """A refusal whose reason holds markup."""
    return Refusal(source="=cmd.html", code="too_large", reason=f"limit {EVIL}")


def _document(letter: str, text: str, **more: object) -> Document:
    sections = ()
    if "SEE ALSO" in text:
        head, tail = text.index("\n"), text.index("SEE ALSO")
        sections = (
            Section(kind="headline", start=0, end=head),
            Section(kind="body", start=head + 1, end=tail - 1),
            Section(kind="see_also", start=tail, end=len(text)),
        )
    return Document(id=letter * 64, text=text, sections=sections, **more)  # type: ignore[arg-type]


def _ambush(text: str) -> Event:
    sentence = text[text.index("Gunmen") : text.index(" The government")]
    three = Count(
        what="killed",
        group="officers",
        low=3,
        best=3,
        high=None,
        unit="person",
        text="at least three",
        per="c1",
        evidence=at(text, "at least three"),
        by="test",
    )
    return Event(
        id="v1",
        act="armed_clash",
        mode="ambush",
        reality="occurred",
        background=False,
        date=when(text, "3 May 2031", "2031-05-03"),
        places=(place(text, "Tocache", country="PE", admin1="San Martín", lat=-8.18, lon=-76.51, precision=2, radius_km=25.0),),
        participants=(
            who(text, "perpetrator", "Gunmen of the invented Río Bravo Front"),
            who(text, "counterpart", "a police patrol"),
        ),
        counts=(three,),
        trigger=at(text, "ambushed")[0],
        evidence=at(text, sentence),
        by="rule:clash.en.1",
        confidence=0.82,
    )


def _emergency(text: str) -> Event:
    declared = "declared a 60-day state of emergency"
    measure = Measure(
        instrument="state_of_emergency",
        state="announced",
        issuer="e1",
        days=60,
        start="2031-05-04",
        end="2031-07-02",
        powers=("house searches",),
        evidence=at(text, declared),
        by="test",
    )
    region = place(text, "San Martín", role="jurisdiction", country="PE", lat=-7.0, lon=-76.7, precision=4, radius_km=130.0)
    return Event(
        id="v2",
        act="state_of_emergency",
        reality="planned",
        background=False,
        places=(region,),
        participants=(who(text, "authority", "The government", entity="e1"),),
        measure=measure,
        attribution=("c1",),
        evidence=at(text, "The government declared a 60-day state of emergency in San Martín"),
        by="rule:emergency.en.1",
        confidence=0.9,
    )


def _forecast(text: str) -> Forecast:
    words = "Violence could rise if the army leaves"
    return Forecast(
        id="f1",
        content=at(text, words)[0],
        by="author",
        hedge=Hedge(text="could", strength="may"),
        direction="increase",
        condition=at(text, "if the army leaves")[0],
        evidence=at(text, words),
        made_by="rule:hedge",
        confidence=0.7,
    )


def _figure(text: str) -> Figure:
    words = "Coca crops fell nearly 40 percent to 1,200 hectares in 2030"
    return Figure(
        id="g1",
        indicator="coca_cultivation",
        value=1200,
        unit="ha",
        change=Change(direction="decrease", percent=40, approx="nearly"),
        period="2030",
        places=(FigurePlace(name="Tocache", country="PE"),),
        text=words,
        evidence=at(text, words),
        by="rule:figure",
        confidence=0.75,
    )
