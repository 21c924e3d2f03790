"""Each sentence as the coder of acts reads it: its words, names, numbers and days, and what the lexicon finds in it."""

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct

from almenara.codebook import Hit, lexicon
from almenara.language import Parsed, Sentence

CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "X"))


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Lower case without accents; digits all read 0."""
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join("0" if c.isdigit() else c for c in plain if not unicodedata.combining(c))


@cache
def cues(name: str) -> frozenset[str]:
    """A list of folded words of both languages from cues.toml."""
    path = files("almenara.coding.acts").joinpath("data", "cues.toml")
    return frozenset(tomllib.loads(path.read_text("utf-8"))[name].split())


class View(Struct, frozen=True):
    """One sentence: folded lemmas of its content words, names, numbers, years, words of time, words of another one."""

    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    years: frozenset[str]
    days: frozenset[str]
    others: frozenset[str]
    hits: Mapping[str, Hit]
    """The surest hit of each act."""

    def triggers(self, act: str) -> str:
        """The first word of the act's hit, or "" where the lexicon has none."""
        return self.hits[act].entry.row.trigger.split()[0] if act in self.hits else ""


class Reading:
    """A document read sentence by sentence."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        hits: list[dict[str, Hit]] = [{} for _ in parsed.sentences]
        if parsed.sentences:
            for hit in lexicon(parsed.language).match(parsed.tokens, parsed.children):  # type: ignore[arg-type]
                there = hits[parsed.tokens[hit.head].sentence]
                known = there.get(hit.entry.act)
                if known is None or known.entry.weight < hit.entry.weight:
                    there[hit.entry.act] = hit
        self.views = [_view(parsed, s, hits[s.index]) for s in parsed.sentences]


def _view(parsed: Parsed, sentence: Sentence, hits: Mapping[str, Hit]) -> View:
    tokens = parsed.tokens_of(sentence)
    forms = {fold(t.text) for t in tokens}
    numbers = {t.text for t in tokens if t.text[:1].isdigit()}
    years = {n for n in numbers if n.isdigit() and len(n) == 4 and n[:2] in ("19", "20")}
    return View(
        words=frozenset(fold(t.lemma) for t in tokens if t.pos in CONTENT and len(t.text) > 2),
        names=frozenset(fold(t.text) for t in tokens if t.pos == "PROPN" and t.text[:1].isupper() and len(t.text) > 2),
        numbers=frozenset(numbers - years),
        years=frozenset(years),
        days=cues("days") & forms,
        others=cues("another") & forms,
        hits=hits,
    )
