"""What was done to what a number counts: killed, arrested, seized..., by the nearest word that says so."""

import tomllib
from collections import deque
from functools import cache
from importlib.resources import files

from almenara.coding.quantities.units import Quantity
from almenara.language import Parsed
from almenara.times.fold import fold

REACH = 4  # steps in the tree, and about as many words to either side


@cache
def table(language: str) -> dict[str, str]:
    """Deed of each folded lemma; the first one listed wins."""
    raw = tomllib.loads(files("almenara.coding.quantities").joinpath("data/deeds.toml").read_text(encoding="utf-8"))[language]
    out: dict[str, str] = {}
    for deed, words in raw.items():
        for word in words.split():
            out.setdefault(word, deed)
    return out


def deed_at(parsed: Parsed, i: int) -> str | None:
    """The deed that token `i` names."""
    words = table(parsed.language)
    token = parsed.tokens[i]
    return words.get(fold(token.lemma)) or words.get(fold(token.text))


def nearest(parsed: Parsed, quantity: Quantity) -> tuple[str, int, int] | None:
    """(deed, distance, token) of the nearest word in the tree that names a deed, governors and dependents alike."""
    start = quantity.noun if quantity.noun is not None else quantity.first
    seen, queue = {start}, deque([(start, 0)])
    while queue:
        i, distance = queue.popleft()
        if deed := deed_at(parsed, i):
            return deed, distance, i
        if distance == REACH:
            continue
        for other in (parsed.tokens[i].head, *parsed.children[i]):
            if other not in seen:
                seen.add(other)
                queue.append((other, distance + 1))
    return None


def around(parsed: Parsed, quantity: Quantity) -> tuple[str | None, str | None]:
    """The nearest deeds before and after the number in the line of the sentence."""
    sentence = parsed.sentence_of(quantity.first)
    before = next((d for i in range(quantity.first - 1, sentence.first - 1, -1) if (d := deed_at(parsed, i))), None)
    after = next((d for i in range(quantity.first, sentence.last) if (d := deed_at(parsed, i))), None)
    return before, after
