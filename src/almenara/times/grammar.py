"""The rules of a language as one compiled pattern: each position of a text is tried once, the first rule that fits wins."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from almenara.times import numerals
from almenara.times.lexicon import Lexicon, Rule, load

FRAGMENT = re.compile(r"\{([A-Z][A-Z0-9]*)\}")
FIGURES = r"(?<![0-9])(?:1[5-9]|20)[0-9][0-9](?![0-9])|[0-9]0'?s(?![a-z])|[0-9][:/.][0-9]|[0-9] ?[ap]\.?m(?![a-z])"
LITERAL = re.compile(r"[a-z]+")
NO_LITERAL = re.compile(r"\\[a-z]|\(\?P<[a-z0-9_]+>|\[[^\]]*\]|\{[0-9,]*\}|\(\?\([a-z]+\)")
GROUP = re.compile(r"\(\?P<([a-z0-9]+)>")


class Grammar(NamedTuple):
    """One pattern; `triggers` finds a word without which no rule can match, `starts` where an expression may begin.

    `rules` by the name of the group that wraps each, `groups` the inner groups of each rule.
    """

    pattern: re.Pattern[str]
    triggers: re.Pattern[str]
    starts: re.Pattern[str]
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


def _triggers(lexicon: Lexicon) -> re.Pattern[str]:
    """A word of the calendar, a year or a clock: looked for first, since most words of a text are none."""
    words = {*lexicon.months, *lexicon.weekdays, *lexicon.triggers, *lexicon.decades}
    singular = {w for w in lexicon.units if len(w) > 2}
    return re.compile(rf"(?<![a-z])(?:{_trie(words | singular)})(?![a-rt-z])|{FIGURES}")


def _trie(words: Iterable[str]) -> str:
    """A pattern for any of the words that shares their beginnings, so that each letter is looked at once."""
    tails: dict[str, set[str]] = {}
    for word in words:
        if word:
            tails.setdefault(word[0], set()).add(word[1:])
    branches = []
    for head, rest in sorted(tails.items()):
        inner = _trie(rest)
        branches.append(re.escape(head) + (f"(?:{inner})?" if inner and "" in rest else f"(?:{inner})" if inner else ""))
    return "|".join(branches)


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
    return Grammar(re.compile(source), _triggers(lexicon), _starts(source), rules, groups)


def _starts(source: str) -> re.Pattern[str]:
    """The beginnings of words that stand in some rule: most words before a trigger are none, and need not be tried."""
    words = set(LITERAL.findall(NO_LITERAL.sub(" ", source)))
    whole, prefixes = {w for w in words if len(w) < 3}, {w[:4] for w in words if len(w) > 2}
    return re.compile(rf"(?<![a-z0-9$.,/-])(?:[0-9']|(?:{_trie(prefixes)})|(?:{_trie(whole)})(?![a-z])|[a-z]+teen)")
