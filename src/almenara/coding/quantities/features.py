"""What the models of counts and figures look at: the words and the syntax around a number, as hashed strings."""

import math
import tomllib
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from msgspec import Struct

from almenara.coding.quantities import deeds
from almenara.coding.quantities.units import ARTICLES, Quantity
from almenara.language import Parsed, Sentence, Token

BUCKETS = 2**15
WINDOW = 6
STEPS = 4  # governors of a number that are looked at
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})


class Told(Struct, frozen=True):
    """One quantity as the models see it: the buckets of what stands around it and of its whole sentence, and what it is of."""

    around: list[int]
    sentence: list[int]
    kind: str
    noun: str
    verb: str
    deed: str
    distance: int
    before: str | None
    after: str | None
    beside: tuple[str | None, str | None]
    single: bool


class Wide(Struct, frozen=True):
    """What all numbers of a sentence share: marks of figures, its nouns and verbs, how many numbers, where it stands."""

    marks: list[str]
    buckets: list[int]
    place: str


def hashed(features: Iterable[str]) -> list[int]:
    """The distinct buckets of some features, in order, so that sums are the same in every run."""
    return sorted({zlib.crc32(f.encode()) % BUCKETS for f in features})


@cache
def _words(name: str) -> frozenset[str]:
    raw = tomllib.loads(files("almenara.coding.quantities").joinpath("data/marks.toml").read_text(encoding="utf-8"))
    return frozenset(raw[name].split())


def wide(parsed: Parsed, sentence: Sentence) -> Wide:
    """The features of a sentence, made once for all its numbers."""
    tokens = parsed.tokens_of(sentence)
    marks = sorted({t.lower for t in tokens} & _words(f"marks_{parsed.language}"))
    lemmas = {t.lemma for t in tokens if t.pos in {"NOUN", "VERB"}}
    numbers = min(4, sum(t.pos == "NUM" for t in tokens))
    told = hashed([*(f"s={w}" for w in marks), *(f"l={w}" for w in lemmas), f"numbers={numbers}"])
    return Wide(marks, told, f"place={min(sentence.index, 3)}")


def told(parsed: Parsed, quantity: Quantity, dated: frozenset[str], shared: Wide) -> Told:
    """One quantity; `dated` are the kinds of the temporal expressions of its sentence, `shared` what its sentence says."""
    at = quantity.noun if quantity.noun is not None else quantity.first
    near = deeds.nearest(parsed, at)
    deed, distance = (near[0], near[1]) if near else ("-", 9)
    before, after = deeds.around(parsed, quantity.first)
    verb = head_verb(parsed, at)
    noun = parsed.tokens[quantity.noun].lemma if quantity.noun is not None else "-"
    path, governors, governing = _climb(parsed, at)
    plain = [*_itself(parsed, quantity, noun), *_window(parsed, quantity), *_modifiers(parsed, at), shared.place]
    plain += _of_verb(governing, quantity.kind, path) if governing else ()
    plain += [f"t={kind}" for kind in dated]
    plain.append(f"deed={deed}.{quantity.kind}")
    whole = [f"s={w}.{quantity.kind}" for w in shared.marks] + [f"up={lemma}" for lemma in governors]
    return Told(
        around=hashed(plain),
        sentence=[*shared.buckets, *hashed(whole)],
        kind=quantity.kind,
        noun=noun,
        verb=verb.lemma if verb else "-",
        deed=deed,
        distance=distance,
        before=before,
        after=after,
        beside=deeds.beside(parsed, quantity.first, quantity.last),
        single=parsed.tokens[quantity.first].lower in ARTICLES[parsed.language],
    )


def _itself(parsed: Parsed, quantity: Quantity, noun: str) -> list[str]:
    number, kind = quantity.number, quantity.kind
    size = int(math.log10(number.value)) if number.value >= 1 else -1
    out = ["bias", f"noun={noun}", f"kind={kind}", f"unit={quantity.unit}", f"size={size}", f"size.kind={size}.{kind}"]
    out += [f"side={number.side}", f"vague={number.vague}", f"decimal={number.value != int(number.value)}"]
    if parsed.tokens[quantity.first].lower in ARTICLES[parsed.language]:
        out += ["single", f"single.noun={noun}", f"single.kind={kind}"]
    return out


def _window(parsed: Parsed, quantity: Quantity) -> Iterator[str]:
    tokens, sentence = parsed.tokens, parsed.sentence_of(quantity.first)
    for i in range(quantity.first - 1, max(sentence.first, quantity.first - WINDOW) - 1, -1):
        distance = quantity.first - i
        yield f"b{distance}={tokens[i].lower}" if distance < 3 else f"b={tokens[i].lemma}"
        yield f"w={tokens[i].lemma}"
    for i in range(quantity.last, min(sentence.last, quantity.last + WINDOW)):
        distance = i - quantity.last + 1
        yield f"a{distance}={tokens[i].lower}" if distance < 3 else f"a={tokens[i].lemma}"
        yield f"w={tokens[i].lemma}"


def _climb(parsed: Parsed, at: int) -> tuple[list[str], list[str], Token | None]:
    """Relations and lemmas on the way from a token up to the first verb, and that verb."""
    tokens = parsed.tokens
    head = tokens[at]
    lemmas: list[str] = []
    path = [head.dep.split(":")[0]]
    for _ in range(STEPS):
        if head.head == head.index:
            break
        head = tokens[head.head]
        if head.pos in {"VERB", "AUX"}:
            return path, lemmas, head
        path.append(head.dep.split(":")[0])
        lemmas.append(head.lemma)
    return path, lemmas, None


def _modifiers(parsed: Parsed, at: int) -> Iterator[str]:
    yield f"dep={parsed.tokens[at].dep}"
    for child in parsed.children[at][:WINDOW]:
        if parsed.tokens[child].pos in CONTENT:
            yield f"mod={parsed.tokens[child].lemma}"


def _of_verb(verb: Token, kind: str, path: list[str]) -> Iterator[str]:
    yield from (f"verb={verb.lemma}", f"verb.kind={verb.lemma}.{kind}", f"path={'>'.join(path)}")
    yield from (f"verb.path={verb.lemma}.{path[-1]}", f"verbtag={verb.tag}")
    if verb.lemma in _words("stative"):
        yield from ("stative", f"stative.kind={kind}", f"stative.path={path[-1]}")


def head_verb(parsed: Parsed, i: int) -> Token | None:
    """The nearest verb that governs token `i`."""
    return next((parsed.tokens[at] for at in parsed.ancestors(i) if parsed.tokens[at].pos == "VERB"), None)
