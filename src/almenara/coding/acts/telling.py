"""How a sentence tells an act: the words around its trigger that say whether, and when, it happened."""

from collections.abc import Iterator

from almenara.coding.acts.reading import Reading, cues, fold
from almenara.coding.acts.triggers import Trigger
from almenara.language import Parsed

AROUND = frozenset("aux aux:pass cop mark advmod neg expl cc det case nummod".split())
NOTED = frozenset("nsubj nsubj:pass obj obl nmod amod acl compound".split())
LISTS = ("doubt", "plan", "trial", "denial", "habit", "past", "now", "request", "warrant", "probe")
STEPS = 4
PLACES = (1, 2, 3, 5, 8, 13, 21)


def features(reading: Reading, sentence: int, act: str, trigger: Trigger | None) -> list[str]:
    """What can be seen of one telling, each once."""
    out = dict.fromkeys(_whole(reading, sentence, act))
    if trigger:
        out.update(dict.fromkeys(_near(reading.parsed, trigger, act)))
    return list(out)


def _whole(reading: Reading, sentence: int, act: str) -> Iterator[str]:
    """The sentence as a whole, and where it stands."""
    parsed = reading.parsed
    here = parsed.sentences[sentence]
    place = sum(sentence >= k for k in PLACES)
    size = len(parsed.sentences)
    yield f"a:{act}"
    yield f"at:{place}"
    yield f"part:{4 * sentence // size}"
    yield f"a:{act}|{place > 2}"
    yield f"lang:{parsed.language}"
    yield f"in:{here.section}"
    for token in parsed.tokens_of(here):
        yield f"w:{fold(token.text)}"
    yield from _listed("", {fold(t.text) for t in parsed.tokens_of(here)} | {fold(t.lemma) for t in parsed.tokens_of(here)}, act)
    yield from _years(reading, sentence)


def _listed(where: str, words: set[str], act: str) -> Iterator[str]:
    for name in LISTS:
        if not words.isdisjoint(cues(name)):
            yield f"k:{where}{name}"
            yield f"k:{where}{name}|{act}"


def _years(reading: Reading, sentence: int) -> Iterator[str]:
    """Whether the sentence names the document's latest year, or one before."""
    known = [y for v in reading.views for y in v.years]
    published = (reading.parsed.document.published or "")[:4]
    latest = published or max(known, default="")
    for year in reading.views[sentence].years:
        yield "y:latest" if year >= latest else "y:before" if int(latest) - int(year) < 3 else "y:long before"
    if not reading.views[sentence].years:
        yield "y:none"
    if reading.views[sentence].days:
        yield "y:day"


def _near(parsed: Parsed, trigger: Trigger, act: str) -> Iterator[str]:
    """The trigger, what hangs on it, what it hangs on, and its neighbours."""
    tokens = parsed.tokens
    head = tokens[trigger.head]
    yield f"t:{fold(head.text)}"
    yield f"t:{fold(head.lemma)}"
    yield f"tag:{head.tag}" if parsed.language == "en" else f"end:{fold(head.text)[-3:]}"
    yield f"dep:{head.dep}"
    yield f"dep:{head.dep}|{act}"
    yield from _dependents(parsed, trigger.head, "0")
    for k, above in enumerate(parsed.ancestors(trigger.head)):
        if k == STEPS:
            break
        yield f"up:{fold(tokens[above].lemma)}"
        yield f"up{k}:{tokens[above].tag if parsed.language == 'en' else fold(tokens[above].text)[-3:]}"
        yield from _listed("up ", {fold(tokens[above].lemma), fold(tokens[above].text)}, act)
        yield from _dependents(parsed, above, "1")
    sentence = parsed.sentence_of(trigger.first)
    near = tokens[max(sentence.first, trigger.first - 6) : min(sentence.last, trigger.last + 3)]
    yield from _listed("near ", {fold(t.text) for t in near} | {fold(t.lemma) for t in near}, act)
    for token in tokens[max(sentence.first, trigger.first - 3) : trigger.first]:
        yield f"l:{fold(token.text)}"
    for token in tokens[trigger.last : min(sentence.last, trigger.last + 2)]:
        yield f"n:{fold(token.text)}"


def _dependents(parsed: Parsed, i: int, level: str) -> Iterator[str]:
    for child in parsed.children[i]:
        token = parsed.tokens[child]
        if token.dep in AROUND:
            yield f"c{level}:{token.dep}>{fold(token.text)}"
        elif token.dep in NOTED:
            yield f"c{level}:{token.dep}"
            yield f"o{level}:{fold(token.lemma)}"
