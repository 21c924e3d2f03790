"""Which temporal expressions may date an event, and what the scorer sees of each."""

from collections.abc import Iterator

from msgspec import Struct

from almenara.coding.circumstances import position
from almenara.coding.circumstances.tellings import Tellings, steps
from almenara.coding.draft import EventDraft
from almenara.coding.quantities import Quantities
from almenara.times import Expression, Resolved
from almenara.times.values import Length, Point, Range, Shift, Vague, Weekday, Window

BACK = 2  # sentences before the telling from which a date may be carried
REFERENCE = (Length, Vague)  # hang on no date


class Candidate(Struct, frozen=True):
    """An expression with its date; `where` is lead or more (a sentence that tells the event), back1, back2 or first."""

    expression: Expression
    resolved: Resolved
    where: str
    sentence: int
    token: int


def gather(tellings: Tellings, number: int, quantities: Quantities) -> list[Candidate]:
    """The candidates of draft `number`, those of the telling first, none twice."""
    out: dict[int, Candidate] = {}
    names = tellings.named
    for sentence, where in _sentences(tellings, number):
        for expression, resolved in quantities.dates_by_sentence.get(sentence, ()):
            if isinstance(expression.value, REFERENCE) or expression.kind == "set" or expression.start in out:
                continue
            token = tellings.head_at(expression.start, expression.end)
            if token is not None and token not in names:
                out[expression.start] = Candidate(expression, resolved, where, sentence, token)
    return list(out.values())


def _sentences(tellings: Tellings, number: int) -> Iterator[tuple[int, str]]:
    own = list(tellings.of[number])
    for k, sentence in enumerate(own):
        yield sentence, "more" if k else "lead"
    for back in range(1, BACK + 1):
        if (before := own[0] - back) >= 0:
            yield before, f"back{back}"


def shape(candidate: Candidate) -> str:
    """The kind of date, as coarse as its words: day, month, year, weekday, ago.day, since, range, ..."""
    value = candidate.expression.value
    if isinstance(value, Point):
        part = "day" if value.day else "month" if value.month else "year"
        return f"{part}.y" if value.year and part != "year" else part
    if isinstance(value, Weekday):
        return f"weekday{value.toward}"
    if isinstance(value, Shift):
        sign = "?" if value.n is None else (value.n > 0) - (value.n < 0)
        return f"shift.{value.unit}.{sign}.{value.anchor}"
    if isinstance(value, Window):
        return f"window.{value.unit}.{value.toward}"
    return "range" if isinstance(value, Range) else type(value).__name__.lower()


def features(tellings: Tellings, number: int, candidate: Candidate, rivals: list[Candidate]) -> Iterator[str]:
    """What the scorer sees of a candidate; `rivals` are all candidates of the event."""
    draft = tellings.drafts[number]
    trigger = tellings.of[number].get(candidate.sentence)
    where, form = candidate.where, shape(candidate)
    case = position.preposition(tellings, candidate.token)
    tied = position.position(tellings, candidate.token, trigger)
    near = "" if where in ("lead", "more") else f"{where}:"
    for name in position.features(tellings, tied, case):
        yield near + name
    yield from _of_words(candidate, form, case, near)
    yield from _of_event(tellings, draft, candidate, form)
    yield from (f"{near}{name}" for name in _of_rivals(tellings, number, candidate, rivals))
    yield f"{near}form={form}|own={tied.steps == 1}"
    yield f"{near}form={form}|{tellings.parsed.tokens[tellings.parsed.tokens[candidate.token].head].pos}"
    opens = candidate.token - tellings.parsed.sentences[candidate.sentence].first < 5
    yield f"{near}opens={opens}|{min(tied.nearer, 1)}|{min(tied.between, 1)}"
    yield f"{near}opens={opens}|{candidate.where}"
    yield from _age(tellings, candidate, near, draft)
    yield f"{near}form={form}|steps={min(tied.steps, 4)}"
    yield f"{near}form={form}|nearer={min(tied.nearer, 2)}"


def _of_words(candidate: Candidate, form: str, case: str, near: str) -> Iterator[str]:
    resolved = candidate.resolved
    yield f"where={candidate.where}"
    yield f"{near}form={form}"
    yield f"{near}form={form}|{case}"
    yield f"{near}precision={resolved.precision}"
    yield f"{near}lead={candidate.expression.lead}"
    yield f"{near}rule={candidate.expression.by}"


def _of_event(tellings: Tellings, draft: EventDraft, candidate: Candidate, form: str) -> Iterator[str]:
    sentence = tellings.parsed.sentences[candidate.sentence]
    yield f"act={draft.act}"
    yield f"reality={draft.reality}|{form}"
    yield f"background={draft.background}|{form}"
    yield f"background={draft.background}|{candidate.where}"
    yield f"act={draft.act}|{form}"
    yield f"act={draft.act}|{candidate.where}"
    yield f"lang={tellings.parsed.language}|{form}"
    yield f"section={sentence.section}"
    yield f"opening={sentence.index < 3}"
    yield f"told={min(len(tellings.by_sentence.get(candidate.sentence, ())), 4)}|{candidate.where}"


def _of_rivals(tellings: Tellings, number: int, candidate: Candidate, rivals: list[Candidate]) -> Iterator[str]:
    same = [r for r in rivals if r.sentence == candidate.sentence]
    own = sum(r.where in ("lead", "more") for r in rivals)
    yield f"order={min(same.index(candidate), 2)}/{min(len(same), 3)}"
    yield f"rivals={min(own, 3)}"
    yield f"agree={sum(r.resolved.start == candidate.resolved.start for r in rivals) > 1}"
    trigger = tellings.of[number].get(candidate.sentence)
    if trigger is not None and len(same) > 1:
        nearest = min(same, key=lambda r: steps(tellings.parsed, trigger, r.token))
        closest = min(same, key=lambda r: abs(trigger - r.token))
        yield f"nearest={nearest is candidate}|{closest is candidate}"


def _age(tellings: Tellings, candidate: Candidate, near: str, draft: EventDraft) -> Iterator[str]:
    published, start = tellings.parsed.document.published, candidate.resolved.start
    if published and start and start[:4].isdigit():
        same = _nearness(start, published)
        yield f"{near}age={same}|{draft.background}"
        yield f"{near}age={same}|{draft.reality}"


def _nearness(start: str, published: str) -> str:
    if start == published:
        return "day"
    if start[:7] == published[:7]:
        return "month"
    return "year" if start[:4] == published[:4] else "past" if start < published else "ahead"
