"""Words that stand for an act where no rule named its trigger: learned from annotated sentences, kept with the role model."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from almenara.coding.entities.lexicon import fold, word_class
from almenara.language import Parsed

LISTED = 2.0  # what standing in the list of beginnings adds to a learned weight, which is seldom above 4
CONTENT = frozenset(("VERB", "NOUN"))
ACTION_CLASSES = frozenset((None, "act", "law"))


def can_be_trigger(parsed: Parsed, i: int) -> bool:
    """Whether a word can name an act: a content word that names no person, group or thing."""
    token = parsed.tokens[i]
    return token.pos in CONTENT and (token.pos == "VERB" or word_class(token, parsed.language) in ACTION_CLASSES)


@cache
def _beginnings() -> dict[str, tuple[str, ...]]:
    data = tomllib.loads(files("almenara.coding.roles").joinpath("data", "triggers.toml").read_text("utf-8"))
    return {act: tuple(beginnings.split()) for act, beginnings in data.items()}


@lru_cache(maxsize=50_000)
def names_act(lemma: str, act: str) -> bool:
    """Whether a word begins like those that name an act."""
    return fold(lemma).startswith(_beginnings().get(act, ()))


def likely_triggers(parsed: Parsed, inside: Iterable[int], act: str, weights: Mapping[str, float]) -> list[int]:
    """The tokens among some that may name the act, the likeliest first."""
    found = []
    for i in inside:
        if can_be_trigger(parsed, i):
            lemma = parsed.tokens[i].lemma
            weight = weights.get(f"{act}|{lemma}", 0.0) + LISTED * names_act(lemma, act)
            if weight > 0:
                found.append((-weight, i))
    return [i for _, i in sorted(found)]
