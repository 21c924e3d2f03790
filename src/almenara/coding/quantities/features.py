"""What the models of counts and figures look at: the words and the syntax around a number, as plain strings."""

import math
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from almenara.coding.quantities import deeds
from almenara.coding.quantities.units import Quantity
from almenara.language import Parsed, Sentence, Token

WINDOW = 6


@cache
def _words(name: str) -> frozenset[str]:
    raw = tomllib.loads(files("almenara.coding.quantities").joinpath("data/marks.toml").read_text(encoding="utf-8"))
    return frozenset(raw[name].split())


def of(parsed: Parsed, quantity: Quantity, dated: frozenset[str] = frozenset()) -> Iterator[str]:
    """Features of one quantity; `dated` are the kinds of the temporal expressions of its sentence."""
    tokens = parsed.tokens
    sentence = parsed.sentence_of(quantity.first)
    yield from _itself(parsed, quantity)
    for i in range(quantity.first - 1, max(sentence.first, quantity.first - WINDOW) - 1, -1):
        distance = quantity.first - i
        yield f"b{distance}={tokens[i].lower}" if distance < 3 else f"b={tokens[i].lemma}"
        yield f"w={tokens[i].lemma}"
    for i in range(quantity.last, min(sentence.last, quantity.last + WINDOW)):
        distance = i - quantity.last + 1
        yield f"a{distance}={tokens[i].lower}" if distance < 3 else f"a={tokens[i].lemma}"
        yield f"w={tokens[i].lemma}"
    yield from _syntax(parsed, quantity)
    yield from _sentence(parsed, sentence, quantity)
    for kind in dated:
        yield f"t={kind}"
    near = deeds.nearest(parsed, quantity)
    yield f"deed={near[0]}.{quantity.kind}" if near else f"deed=-.{quantity.kind}"


def _itself(parsed: Parsed, quantity: Quantity) -> Iterator[str]:
    number = quantity.number
    noun = parsed.tokens[quantity.noun].lemma if quantity.noun is not None else "-"
    yield "bias"
    yield f"noun={noun}"
    yield f"kind={quantity.kind}"
    yield f"unit={quantity.unit}"
    yield f"size={int(math.log10(number.value)) if number.value >= 1 else -1}"
    yield f"size.kind={int(math.log10(number.value)) if number.value >= 1 else -1}.{quantity.kind}"
    yield f"side={number.side}"
    yield f"vague={number.vague}"
    yield f"decimal={number.value != int(number.value)}"


def _syntax(parsed: Parsed, quantity: Quantity) -> Iterator[str]:
    tokens = parsed.tokens
    at = quantity.noun if quantity.noun is not None else quantity.first
    head = tokens[at]
    path = [head.dep.split(":")[0]]
    for _ in range(4):
        if head.head == head.index:
            break
        head = tokens[head.head]
        if head.pos in {"VERB", "AUX"}:
            yield f"verb={head.lemma}"
            yield f"verb.kind={head.lemma}.{quantity.kind}"
            yield f"path={'>'.join(path)}"
            yield f"verb.path={head.lemma}.{path[-1]}"
            yield f"verbtag={head.tag}"
            if head.lemma in _words("stative"):
                yield from ("stative", f"stative.kind={quantity.kind}", f"stative.path={path[-1]}")
            break
        path.append(head.dep.split(":")[0])
        yield f"up={head.lemma}"
    yield f"dep={tokens[at].dep}"
    for child in parsed.children[at][:6]:
        if tokens[child].pos in {"NOUN", "PROPN", "ADJ", "VERB"}:
            yield f"mod={tokens[child].lemma}"


def _sentence(parsed: Parsed, sentence: Sentence, quantity: Quantity) -> Iterator[str]:
    tokens = parsed.tokens_of(sentence)
    marks = _words(f"marks_{parsed.language}")
    for word in {t.lower for t in tokens} & marks:
        yield f"s={word}"
        yield f"s={word}.{quantity.kind}"
    yield f"numbers={min(4, sum(t.pos == 'NUM' for t in tokens))}"
    yield f"place={min(sentence.index, 3)}"
    for lemma in {t.lemma for t in tokens if t.pos in {"NOUN", "VERB"}}:
        yield f"l={lemma}"


def head_verb(parsed: Parsed, i: int) -> Token | None:
    """The nearest verb that governs token `i`."""
    for at in parsed.ancestors(i):
        if parsed.tokens[at].pos == "VERB":
            return parsed.tokens[at]
    return None
