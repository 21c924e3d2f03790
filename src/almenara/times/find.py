"""Temporal expressions of a text, in order."""

import re

from almenara.times.build import BUILDERS
from almenara.times.fold import fold
from almenara.times.grammar import Grammar, grammar
from almenara.times.lexicon import Lexicon, load
from almenara.times.tense import looks_ahead
from almenara.times.values import Expression, Point, Range, Shift, Weekday
from almenara.times.veto import VETOES

PIECES = re.compile(r" ?(?:-| to | and | through | until | y | a | e | al | hasta | hasta el )(?=[a-z0-9])")

GUESSED = (Point, Weekday, Shift)  # may leave open which year or week is meant
REACH = 60  # an expression's telling word stands at most so many characters after its beginning


def find(text: str, language: str) -> list[Expression]:
    """The temporal expressions of a text, spans as the TimeML corpora mark them; raises KeyError for an unknown language."""
    lexicon, rules, folded = load(language), grammar(language), fold(text)
    out: list[Expression] = []
    at = 0
    for trigger in rules.triggers.finditer(folded):
        if trigger.end() <= at:
            continue
        for start in rules.starts.finditer(folded, max(at, trigger.start() - REACH), trigger.end()):
            if start.start() < at or not (match := rules.pattern.match(folded, start.start())):
                continue
            found = _expression(match, text, lexicon, rules)
            if found is not None:
                out.append(found)
            elif rules.rules[str(match.lastgroup)].veto != "street":  # no date inside a street's name
                continue
            at = match.end()
    return out


def _expression(match: re.Match[str], text: str, lexicon: Lexicon, rules: Grammar) -> Expression | None:
    name = str(match.lastgroup)
    rule = rules.rules[name]
    start, end = match.span(name)
    groups: dict[str, str | int | None] = {}
    for key, unique in rules.groups[name]:
        if match[unique] is not None and groups.get(key) is None:
            groups[key] = match[unique]
        if key == "core" and match[unique] is not None:
            start, end = match.span(unique)
    if rule.veto and VETOES[rule.veto](text, match.string, start, end):
        return None
    value = BUILDERS[rule.build]({**rule.set, **groups}, lexicon)
    if value is None:
        return None
    lead = None if match["lead"] is None or isinstance(value, Range) else "since" if match["since"] else "until"
    parts = _parts(match.string, start, end) if isinstance(value, Range) and rule.build == "days" else ()
    by = f"rule:time.{rule.name}.{lexicon.language}"
    ahead = isinstance(value, GUESSED) and looks_ahead(text, start, end, lexicon.language)
    return Expression(start, end, text[start:end], rule.kind, value, by, lead, parts, ahead)  # type: ignore[arg-type]


def _parts(folded: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The two ends of a range, without the words that join them."""
    cut = PIECES.search(folded, start, end)
    if cut is None:
        return ()
    first = start
    for word in ("between ", "from ", "entre ", "desde ", "de "):
        if folded.startswith(word, first):
            first += len(word)
    second = cut.start() + 1 if cut[0].startswith(" al") else cut.end()
    return ((first, cut.start()), (second, end))
