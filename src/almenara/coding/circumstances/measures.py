"""What an exceptional or legal measure sets: state, issuer, term, powers (CODEBOOK, sections 2 and 8)."""

from almenara.coding import roles
from almenara.coding.circumstances.powers import powers
from almenara.coding.circumstances.running import run_of
from almenara.coding.circumstances.states import ENDING, STATED, TRUCE, ends, state_of
from almenara.coding.circumstances.tellings import Tellings
from almenara.coding.circumstances.terms import EXCEPTIONAL, LEGAL, term_of
from almenara.coding.draft import EventDraft
from almenara.coding.entities import Entities
from almenara.coding.quantities import Quantities
from almenara.language import Parsed
from almenara.language.syntax import phrase_range
from almenara.model import EventDate, Measure, tidy

BY = "rule:measure"
NOUNS = ("NOUN", "PROPN")


def measure(
    parsed: Parsed, draft: EventDraft, date: EventDate | None, entities: Entities, quantities: Quantities
) -> Measure | None:
    """The measure of an event, None where its act is none.

    Laws, plans and deployments are measures only with an issuer and a term or date, a truce only when it ended.
    """
    if draft.act not in STATED:
        return None
    tellings = Tellings(parsed, [draft])
    if draft.act == TRUCE and not ends(tellings, 0):
        return None
    term = term_of(tellings, 0, quantities)
    if draft.act in LEGAL and not term and not (date and date.start):
        return None
    issuer = roles.issuer(parsed, draft, entities)
    if draft.act in LEGAL and issuer is None:
        return None
    state, cue = state_of(tellings, 0)
    state = "lapsed" if draft.act == TRUCE else state
    run = run_of(tellings, date, state, term, quantities)
    allowed = powers(tellings, 0, entities) if draft.act in EXCEPTIONAL or draft.act == "law" else []
    lead = parsed.sentence_span(parsed.sentences[draft.lead.sentence])
    said = [term.span] if term else []
    said += [parsed.span(cue, cue + 1)] if cue is not None else []
    return Measure(
        instrument=draft.act,
        state=state,
        issuer=issuer,
        days=term.days if term else None,
        start=run.start,
        end=run.end,
        extends=_extended(tellings) if state == "extended" else None,
        in_charge=roles.in_charge(parsed, draft, entities) if draft.act in EXCEPTIONAL and state not in ENDING else None,
        powers=tuple(span.quote for span in allowed),
        basis="; ".join(run.basis) or None,
        evidence=tidy([*said, *allowed]) or (lead,),
        by=BY,
    )


def _extended(tellings: Tellings) -> str | None:
    """The words for the measure that is prolonged."""
    parsed = tellings.parsed
    tokens = parsed.tokens
    noun = next((t for t in tellings.of[0].values() if t is not None and tokens[t].pos in NOUNS), None)
    while noun is not None and tokens[noun].dep in ("nmod", "compound", "flat") and tokens[tokens[noun].head].pos in NOUNS:
        noun = tokens[noun].head  # "state" of "state of emergency"
    return parsed.span(*phrase_range(parsed, noun)).quote if noun is not None else None
