"""Words that say that a name is a place; from cues.toml."""

import re
import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from almenara.places.fold import fold
from almenara.places.values import Kind

WINDOW = 40  # characters before a name in which its cue may stand


class _Facilities(msgspec.Struct, forbid_unknown_fields=True):
    before: str
    after: str


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    locative: str
    weak: str
    near: str
    link: str
    bodies: str
    before: dict[str, str]
    after: dict[str, str]
    facilities: _Facilities


class Cues(msgspec.Struct, frozen=True, kw_only=True):
    """One language's patterns and words. `before` ends at the name, `after` begins behind it; groups name a kind."""

    locative: re.Pattern[str]
    near: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    facility: re.Pattern[str]
    facility_after: re.Pattern[str]
    bodies: frozenset[str]
    kinds: dict[str, frozenset[Kind]]
    nouns: frozenset[str]


@cache
def cues(language: str) -> Cues:
    """The cues of "en" or "es"."""
    table = tomllib.loads(files("almenara.places").joinpath("data/cues.toml").read_text("utf-8"))
    kinds = {name: frozenset(kinds) for name, kinds in table["kinds"].items()}
    entry = msgspec.convert(table[language], _Entry)
    article = "(?: the| el| la| los| las)?"
    groups = "|".join(f"(?P<{kind}>{_any(words)})" for kind, words in entry.before.items())
    behind = "|".join(f"(?P<{kind}>{_any(words)})" for kind, words in entry.after.items()) or "(?!)"
    facility = _any(entry.facilities.before)
    return Cues(
        locative=re.compile(rf"(?:^|\W)(?:{_any(entry.locative)}){article} $", re.IGNORECASE),
        near=re.compile(rf"(?:^|\W)(?:{_any(entry.near)})(?: (?:{entry.link}|to))?{article} $", re.IGNORECASE),
        before=re.compile(rf"(?:^|\W)(?:{groups})(?: (?:{entry.link}))? $", re.IGNORECASE),
        after=re.compile(rf" (?:{behind})\b", re.IGNORECASE),
        facility=re.compile(rf"\b(?:{facility})(?: (?:{entry.link}))? (?=[A-ZÁÉÍÓÚÑ])", re.IGNORECASE),
        facility_after=re.compile(
            rf"(?:.* )?(?:{_any(entry.facilities.after)})$" if entry.facilities.after else "(?!)", re.IGNORECASE
        ),
        bodies=frozenset(map(fold, entry.bodies.split())),
        kinds=kinds,
        nouns=frozenset(fold(word) for words in entry.before.values() for word in words.split()),
    )


def _any(words: str) -> str:
    return "|".join(map(re.escape, words.split()))
