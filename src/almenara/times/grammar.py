"""The rules of a language as one compiled pattern: each position of a text is tried once, the first rule that fits wins."""

import re
from functools import cache
from typing import NamedTuple

from almenara.times import numerals
from almenara.times.lexicon import Lexicon, Rule, load

FRAGMENT = re.compile(r"\{([A-Z][A-Z0-9]*)\}")
GROUP = re.compile(r"\(\?P<([a-z0-9]+)>")


class Grammar(NamedTuple):
    """One pattern; `rules` by the name of the group that wraps each, `groups` the inner groups of each rule."""

    pattern: re.Pattern[str]
    rules: dict[str, Rule]
    groups: dict[str, list[tuple[str, str]]]


def _expand(source: str, fragments: dict[str, str]) -> str:
    while FRAGMENT.search(source):
        source = FRAGMENT.sub(lambda m: fragments[m[1]], source)
    return source


def _fragments(lexicon: Lexicon) -> dict[str, str]:
    words = numerals.pattern(lexicon.language)
    simple = "|".join(
        sorted((w for w, n in numerals.SIMPLE[lexicon.language].items() if 0 < n < 20 or n == 20), key=len, reverse=True)
    )
    until31 = rf"(?:treinta y un[oa]?|treinta|veinti[a-z]+|{simple})"
    number = rf"(?:[0-9]{{1,3}}(?:[.,][0-9]{{3}})*(?:[.,][0-9])?|{words})"
    return {**lexicon.fragments, "NUM": number, "NUM31": until31}


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language, compiled on first use."""
    lexicon = load(language)
    fragments = _fragments(lexicon)
    alternatives, rules, groups = [], {}, {}
    for number, rule in enumerate(lexicon.rules):
        name = f"r{number}"
        inner: list[tuple[str, str]] = []

        def rename(match: re.Match[str], name: str = name, inner: list[tuple[str, str]] = inner) -> str:
            unique = f"{name}_{len(inner)}"
            inner.append((match[1], unique))
            return f"(?P<{unique}>"

        body = GROUP.sub(rename, _expand(rule.pattern, fragments))
        # "then" is a date only after "since": the lead must have matched
        body = rf"(?(lead){body}|(?!))" if rule.lead_only else body
        alternatives.append(f"(?P<{name}>{body})")
        rules[name], groups[name] = rule, inner
    lead = _expand("(?P<lead>(?P<since>{SINCE})|{UNTIL}) ", fragments)
    tail = r"(?![a-z0-9])"
    source = rf"(?<![a-z0-9$.,/-])(?:{lead})?(?:{'|'.join(alternatives)}){tail}"
    return Grammar(re.compile(source), rules, groups)
