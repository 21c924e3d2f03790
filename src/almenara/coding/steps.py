"""The road from a document to its coding, step by step."""

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from almenara import language
from almenara.coding import acts, assemble, circumstances, entities, quantities, repeats, roles, sides, statements, topics
from almenara.coding.confidence import calibrated
from almenara.coding.guard import guarded
from almenara.coding.notes import notes
from almenara.language import Parsed
from almenara.model import Coding, Document, Figure, Refused, Span
from almenara.places import Gazetteer, locate
from almenara.places.values import Located


def code(document: Document, *, gazetteer: Gazetteer | None = None) -> Coding:
    """What the document says; without a gazetteer places stay names.

    Raises Refused("unsupported_language") and Refused("no_text"), Unavailable("no_model") where the language's pipeline
    is not installed. A sentence that a coder cannot bear is left out, with a note.
    """
    known = document.language or language.identify(document.text)
    document = replace(document, language=known)
    parsed = language.load(known).parse(document)
    if not parsed.sentences:
        raise Refused("no_text", "no section of the document holds text to code")
    coding, lost = guarded(parsed, lambda p: _code(p, gazetteer))
    return calibrated(replace(coding, notes=(*coding.notes, *lost)))


def _code(parsed: Parsed, gazetteer: Gazetteer | None) -> Coding:
    located = (
        locate(parsed.text, parsed.language, [(n.start, n.end, n.label) for n in parsed.names], gazetteer) if gazetteer else []
    )
    cast = entities.find(parsed, [Span.of(parsed.text, place.start, place.end) for place in located])
    numbers = quantities.Quantities(parsed, home=_home(located))
    claims = statements.claims(parsed, cast)
    drafts = circumstances.natures(acts.events(parsed), numbers, claims, cast)
    found = assemble.Findings(parsed=parsed, cast=cast, numbers=numbers, claims=claims)
    whens = circumstances.dates(parsed, drafts, numbers)
    wheres = circumstances.places(parsed, drafts, located)
    facts = map(assemble.Facts, whens, wheres, roles.cast(parsed, drafts, cast, claims))
    events = [assemble.event(found, draft, f"v{i}", known) for i, (draft, known) in enumerate(zip(drafts, facts, strict=True), 1)]
    events = sides.told_apart(repeats.once(events, cast.named))
    figures = [replace(f, per=found.claim_at(_at(f))) for f in quantities.figures(numbers, located)]
    return Coding(
        document=parsed.document,
        topics=topics.topics(parsed),
        entities=cast.listed(assemble.used(events, claims)),
        events=tuple(events),
        claims=tuple(claims),
        forecasts=tuple(statements.forecasts(parsed, claims)),
        figures=tuple(figures),
        notes=notes(parsed.document, events, has_gazetteer=gazetteer is not None),
    )


def _home(located: Iterable[Located]) -> str | None:
    """The country that most places of a document lie in."""
    return next((code for code, _ in Counter(p.country for p in located if p.country).most_common(1)), None)


def _at(figure: Figure) -> int:
    """Where the number of a figure stands."""
    sentence = figure.evidence[0]
    return sentence.start + max(sentence.quote.find(figure.text), 0)
