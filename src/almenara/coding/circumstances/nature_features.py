"""What tells how an act is told: as done, planned, alleged or denied, as the news or as background to it."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from almenara.coding.acts.certain import said
from almenara.coding.acts.reading import cues, fold
from almenara.coding.acts.triggers import Trigger
from almenara.coding.circumstances.date_candidates import Candidate, gather, shape
from almenara.coding.circumstances.tellings import Tellings, steps
from almenara.coding.draft import ActMention
from almenara.coding.entities import Entities
from almenara.coding.quantities import Quantities
from almenara.coding.roles.wordlists import category
from almenara.language import Parsed
from almenara.model import Claim

LISTS = ("doubt", "plan", "trial", "denial", "habit", "past", "now", "request", "warrant", "probe")
AROUND = frozenset("aux aux:pass cop mark advmod neg expl cc det case nummod".split())
NOTED = frozenset("nsubj nsubj:pass obj obl nmod amod acl compound".split())
LAYER, STEPS = "told", range(-5, 4)  # logits of background and of each reality, a row for each sentence
ABOVE = 4  # governors looked at
PLACES = (1, 2, 3, 5, 8, 13, 21)
OPENING = 3  # sentences in which the news is told
AGES = (("day", 1), ("week", 8), ("month", 32), ("season", 120), ("year", 365), ("years", 1100))


class Natures:
    """A document as the coder of reality and background sees it."""

    def __init__(self, tellings: Tellings, quantities: Quantities, claims: Sequence[Claim], cast: Entities) -> None:
        self.tellings = tellings
        self.quantities = quantities
        self.claims = claims
        self.cast = cast
        self.parsed: Parsed = tellings.parsed

    @cached_property
    def now(self) -> str:
        """The publication date, else the latest date that the text names."""
        named = [r.start for dates in self.quantities.dates_by_sentence.values() for _, r in dates if r.start]
        return self.parsed.document.published or max((n for n in named if n[:4].isdigit()), default="")

    @cached_property
    def opening(self) -> frozenset[str]:
        """The names and content words of the headline and the first sentences."""
        first = self.parsed.sentences[:OPENING]
        return frozenset(fold(t.lemma) for s in first for t in self.parsed.tokens_of(s) if t.pos in ("PROPN", "NOUN", "VERB"))

    @cached_property
    def acts_of_opening(self) -> frozenset[str]:
        """The acts that the first sentences tell."""
        return frozenset(d.act for d in self.tellings.drafts if min(d.sentences) < OPENING)

    def claim_around(self, at: int) -> Claim | None:
        """The shortest claim whose content holds a character."""
        holding = [c for c in self.claims if c.content.start <= at < c.content.end]
        return min(holding, key=lambda c: c.content.end - c.content.start) if holding else None


def features(natures: Natures, number: int) -> set[str]:
    """What can be seen of a draft: its lead in full, of its other tellings what is near the word that tells it."""
    draft, tellings = natures.tellings.drafts[number], natures.tellings
    out = set(_of_event(natures, number))
    for k, (sentence, trigger) in enumerate(tellings.of[number].items()):
        mention = next(m for m in draft.mentions if m.sentence == sentence)
        found = set(_of_sentence(natures, sentence, draft.act))
        if trigger is not None:
            found.update(_of_trigger(natures.parsed, trigger, draft.act))
            found.update(_of_claim(natures, trigger, draft.act))
        found.update(_of_rules(natures.parsed, mention, trigger))
        out.update(found if k == 0 else {f"more {f}" for f in found if f.startswith(("k:", "rule", "claim", "t:", "c0"))})
    return out


def _of_event(natures: Natures, number: int) -> Iterator[str]:
    """The act, and where its event stands in the document."""
    tellings = natures.tellings
    draft, parsed = tellings.drafts[number], natures.parsed
    lead, first = draft.lead.sentence, min(draft.sentences)
    place = sum(first >= k for k in PLACES)
    yield "any"
    yield f"lang={parsed.language}"
    yield f"act={draft.act}"
    yield f"act={draft.act}|{parsed.language}"
    yield f"group={category(draft.act)}|{place > 2}"
    yield f"act={draft.act}|{place > 2}"
    yield f"place={place}"
    yield f"place={place}|{parsed.language}"
    yield f"part={4 * first // len(parsed.sentences)}"
    yield f"tellings={min(len(draft.sentences), 3)}"
    yield f"in={parsed.sentences[lead].section}"
    yield f"again={first >= OPENING and draft.act in natures.acts_of_opening}"
    yield f"crowd={min(len(tellings.by_sentence.get(lead, ())), 4)}"
    yield from _of_dates(natures, number)
    yield from _of_others(natures, number)
    yield from _of_reader(natures, number)


def _of_reader(natures: Natures, number: int) -> Iterator[str]:
    """What the reader's own branch says of the sentence and those beside it, each score as the steps that it reaches."""
    scores = natures.parsed.scores.get(LAYER)
    if scores is None:
        return
    lead = natures.tellings.drafts[number].lead.sentence
    for where, sentence in (("", lead), ("before ", lead - 1), ("after ", lead + 1)):
        if 0 <= sentence < len(scores):
            for k, score in enumerate(scores[sentence].tolist()):
                yield from (f"{where}read{k}>{step}" for step in STEPS if score > step)


def _of_others(natures: Natures, number: int) -> Iterator[str]:
    """The acts that the same sentence tells, and the sentences beside it: a charge alleges, a seizure foils."""
    draft = natures.tellings.drafts[number]
    lead, own = draft.lead.sentence, category(draft.act)
    for other in natures.tellings.drafts:
        if other is draft or abs(other.lead.sentence - lead) > 1:
            continue
        where = "with" if lead in other.sentences else "near"
        yield f"{where}={other.act}"
        yield f"{where}={other.act}|{draft.act}"
        yield f"{where}={other.act}|{own}"
        yield f"{where}={category(other.act)}|{own}"


def _of_dates(natures: Natures, number: int) -> Iterator[str]:
    """The date that stands nearest in the event's sentences, and the oldest and newest."""
    own = [c for c in gather(natures.tellings, number, natures.quantities) if c.where in ("lead", "more")]
    lang = natures.parsed.language
    if not own:
        yield "date=none"
        return
    trigger = natures.tellings.of[number]
    nearest = min(own, key=lambda c: _away(natures.parsed, trigger.get(c.sentence), c))
    yield f"date={shape(nearest)}"
    yield f"date={shape(nearest)}|{lang}"
    yield f"lead={nearest.expression.lead}"
    yield f"age={_age(nearest.resolved.start, natures.now)}"
    yield f"age={_age(nearest.resolved.start, natures.now)}|{lang}"
    yield f"age={_age(nearest.resolved.start, natures.now)}|{category(natures.tellings.drafts[number].act)}"
    for one in own:
        yield f"any age={_age(one.resolved.start, natures.now)}"
        yield f"any date={shape(one)}"


def _away(parsed: Parsed, trigger: int | None, candidate: Candidate) -> int:
    return 99 if trigger is None else steps(parsed, trigger, candidate.token)


def _age(start: str | None, now: str) -> str:
    """How long before the news a date lies."""
    if not start or not start[:4].isdigit() or not now:
        return "unknown"
    days = _days(now) - _days(start)
    if days < 0:
        return "ahead"
    coarse = "." if len(start) < 10 else ""
    return next((name for name, limit in AGES if days <= limit), "long") + coarse


def _days(edtf: str) -> int:
    year, month, day = int(edtf[:4]), edtf[5:7], edtf[8:10]
    return year * 365 + (int(month) if month.isdigit() else 7) * 30 + (int(day) if day.isdigit() else 15)


def _of_sentence(natures: Natures, sentence: int, act: str) -> Iterator[str]:
    """The words of a sentence, and how many of them the opening has."""
    parsed = natures.parsed
    tokens = parsed.tokens_of(parsed.sentences[sentence])
    words = {fold(t.text) for t in tokens}
    yield from (f"w:{w}" for w in words)
    yield from _listed("", words | {fold(t.lemma) for t in tokens}, act)
    names = {fold(t.lemma) for t in tokens if t.pos == "PROPN"}
    yield f"shared={min(len(names & natures.opening), 3)}/{min(len(names), 3)}"


def _listed(where: str, words: set[str], act: str) -> Iterator[str]:
    for name in LISTS:
        if not words.isdisjoint(cues(name)):
            yield f"k:{where}{name}"
            yield f"k:{where}{name}|{act}"
            yield f"k:{where}{name}|{category(act)}"


def _of_rules(parsed: Parsed, mention: ActMention, trigger: int | None) -> Iterator[str]:
    """What the lexicon implies and what grammar says."""
    sure = mention.by.startswith("rule")
    yield f"rule implies={mention.reality}"
    yield f"rule state={mention.measure_state}"
    if mention.trigger and trigger is not None:
        told = said(parsed, Trigger(*mention.trigger, trigger), mention.act, sure=sure)
        yield f"rule says={told}"
        yield f"rule says={told}|{sure}"


def _of_claim(natures: Natures, trigger: int, act: str) -> Iterator[str]:
    """Who says it, and how."""
    claim = natures.claim_around(natures.parsed.tokens[trigger].start)
    if claim is None:
        yield "claim=none"
        yield f"claim=none|{category(act)}"
        return
    entity = natures.cast.get(claim.speaker.entity) if claim.speaker.entity else None
    kind = entity.kind if entity else "unknown"
    yield f"claim={claim.stance}"
    yield f"claim by={kind}"
    yield f"claim={claim.stance}|{kind}"
    yield f"claim verb={fold(claim.verb)}"
    yield f"claim direct={claim.direct}"
    yield f"claim={claim.stance}|{category(act)}"
    yield f"claim by={kind}|{category(act)}"


def _of_trigger(parsed: Parsed, at: int, act: str) -> Iterator[str]:
    """The word that tells it, what hangs on it, what it hangs on, and its neighbours."""
    tokens, head = parsed.tokens, parsed.tokens[at]
    yield f"t:{fold(head.lemma)}"
    yield f"t:{fold(head.text)}"
    yield f"form={_form(parsed, at)}"
    yield f"form={_form(parsed, at)}|{act}"
    yield f"dep={head.dep}|{head.pos}"
    yield f"dep={head.dep}|{act}"
    yield f"dep={head.dep}|{_form(parsed, at)}"
    yield from _dependents(parsed, at, "0")
    for k, above in enumerate(islice(parsed.ancestors(at), ABOVE)):
        yield f"up:{fold(tokens[above].lemma)}"
        yield f"up{k}:{_form(parsed, above)}"
        yield from _listed("up ", {fold(tokens[above].lemma), fold(tokens[above].text)}, act)
        yield from _dependents(parsed, above, "1")
    sentence = parsed.sentence_of(at)
    near = tokens[max(sentence.first, at - 6) : min(sentence.last, at + 4)]
    yield from _listed("near ", {fold(t.text) for t in near} | {fold(t.lemma) for t in near}, act)
    yield from (f"l:{fold(t.text)}" for t in tokens[max(sentence.first, at - 3) : at])
    yield from (f"n:{fold(t.text)}" for t in tokens[at + 1 : min(sentence.last, at + 3)])
    yield from _tense(parsed, at, act)


def _form(parsed: Parsed, at: int) -> str:
    """The form of a word: its tag in English, its ending in Spanish."""
    token = parsed.tokens[at]
    return f"{token.pos}.{token.tag}" if parsed.language == "en" else f"{token.pos}.{fold(token.text)[-3:]}"


def _tense(parsed: Parsed, at: int, act: str) -> Iterator[str]:
    """Form and helpers of the verb of the clause, and of the verb of the sentence."""
    tokens = parsed.tokens
    chain = [at, *islice(parsed.ancestors(at), ABOVE)]
    verb = next((i for i in chain if tokens[i].pos in ("VERB", "AUX")), None)
    if verb is None:
        yield "tense=none"
        return
    helpers = sorted(fold(tokens[c].text) for c in parsed.children[verb] if tokens[c].dep.startswith(("aux", "cop")))
    form = tokens[verb].tag if parsed.language == "en" else fold(tokens[verb].text)[-2:]
    yield f"tense={form}|{' '.join(helpers)}"
    yield f"helpers={' '.join(helpers)}"
    yield f"tense={form}|{' '.join(helpers)}|{category(act)}"
    yield f"clause={tokens[verb].dep}|{verb == at}"
    yield f"clause={tokens[verb].dep}|{form}"
    yield f"relative={any(tokens[i].dep in ('acl', 'acl:relcl') for i in chain)}"


def _dependents(parsed: Parsed, i: int, level: str) -> Iterator[str]:
    for child in parsed.children[i]:
        token = parsed.tokens[child]
        if token.dep in AROUND:
            yield f"c{level}:{token.dep}>{fold(token.text)}"
        elif token.dep in NOTED:
            yield f"c{level}:{token.dep}"
            yield f"o{level}:{fold(token.lemma)}"
