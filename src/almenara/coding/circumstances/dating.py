"""When an event was: the temporal expression that dates it, chosen by a learned scorer, or none (CODEBOOK, section 2.3)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from almenara.coding.circumstances import date_candidates as candidates
from almenara.coding.circumstances import position
from almenara.coding.circumstances.date_candidates import Candidate
from almenara.coding.circumstances.scorer import Scorer, shipped
from almenara.coding.circumstances.states import ends
from almenara.coding.circumstances.tellings import Tellings
from almenara.coding.circumstances.terms import term_of
from almenara.coding.draft import EventDraft
from almenara.coding.quantities import Quantities
from almenara.language import Parsed
from almenara.model import EventDate, Span
from almenara.times import Resolved, interval_end, resolve
from almenara.times.values import Point

BY = "model:dates.1"
Options = list[tuple[Candidate | None, list[str]]]
AHEAD = ("planned", "threatened")
RECENT = 30  # days before publication in which a date without a year is not next year's


def dates(parsed: Parsed, drafts: Sequence[EventDraft], quantities: Quantities) -> list[EventDate | None]:
    """The date of each draft, None where the text gives none; the publication date only where the words say so."""
    tellings = Tellings(parsed, drafts)
    scorer = shipped("dates")
    return [_date(tellings, number, quantities, scorer) for number in range(len(drafts))]


def options(tellings: Tellings, number: int, quantities: Quantities) -> Options:
    """The candidates of a draft with their features; the first option is no date at all."""
    found = candidates.gather(tellings, number, quantities)
    listed: Options = [(None, list(_undated(tellings, number, found)))]
    listed += [(c, list(candidates.features(tellings, number, c, found))) for c in found]
    return listed


def _undated(tellings: Tellings, number: int, found: Sequence[Candidate]) -> Iterator[str]:
    draft = tellings.drafts[number]
    own = sum(c.where in ("lead", "more") for c in found)
    yield "none"
    yield f"none|act={draft.act}"
    yield f"none|reality={draft.reality}"
    yield f"none|background={draft.background}"
    yield f"none|own={min(own, 3)}"
    yield f"none|lang={tellings.parsed.language}"


def _date(tellings: Tellings, number: int, quantities: Quantities, scorer: Scorer) -> EventDate | None:
    listed = options(tellings, number, quantities)
    if len(listed) == 1:
        return None
    best = _ending(tellings, number, listed) or max(listed, key=lambda option: scorer.score(option[1]))[0]
    return made(tellings, number, best, quantities) if best else None


def _ending(tellings: Tellings, number: int, listed: Options) -> Candidate | None:
    """What ends is dated by the words that close its run: "until last year, when it was lifted"."""
    closing = [c for c, _ in listed if c and c.where == "lead" and c.expression.lead == "until"]
    return closing[0] if closing and ends(tellings, number) else None


def made(tellings: Tellings, number: int, chosen: Candidate, quantities: Quantities) -> EventDate:
    """The date that an expression gives to a draft: looking ahead for what is planned, over its whole term for a measure."""
    draft, parsed = tellings.drafts[number], tellings.parsed
    resolved = _ahead(tellings, draft, chosen, quantities)
    expression = chosen.expression
    span = Span.of(parsed.text, expression.start, expression.end)
    start, end, basis = resolved.start, resolved.end, resolved.basis
    if start is None and expression.lead == "until" and ends(tellings, number):
        start, basis = end, f"{basis}; it ended then"
    evidence: tuple[Span, ...] = (span,)
    if chosen.where not in ("lead", "more"):
        basis = f"carried from an earlier sentence; {basis}"
    term = term_of(tellings, number, quantities)
    if term and start and resolved.precision == "day" and end in (None, start):
        end = interval_end(start, term.days)
        basis = f'{basis}; end from the start and the term "{term.span.quote}"'
        evidence = (span, term.span)
    return EventDate(start=start, end=end, text=span.quote, precision=resolved.precision, basis=basis, evidence=evidence, by=BY)


def _ahead(tellings: Tellings, draft: EventDraft, chosen: Candidate, quantities: Quantities) -> Resolved:
    """The date of an expression, resolved anew toward the future where the act is still to come.

    A date of the past weeks, or one beside the word of saying, is when the plan was announced.
    """
    told, published = chosen.resolved, quantities.parsed.document.published
    if draft.reality not in AHEAD or published is None or position.is_said(tellings, chosen.token):
        return told
    today = date.fromisoformat(published)
    recent = (today - timedelta(days=RECENT)).isoformat()
    if isinstance(chosen.expression.value, Point) and told.start and recent <= told.start <= published:
        return told
    return resolve(chosen.expression, published=today, ahead=True)
