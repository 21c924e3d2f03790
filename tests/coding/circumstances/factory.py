"""Texts and the words that tell their events, to dates, places and measures."""

import re

from almenara import language
from almenara.coding import circumstances, entities
from almenara.coding.draft import ActMention, EventDraft
from almenara.coding.quantities import Quantities
from almenara.language import Parsed
from almenara.model import Document, EventDate, Measure, Place, Reality
from almenara.places.values import Located

PUBLISHED = "2021-06-10"  # a Thursday


def parse(text: str, code: str, published: str | None = PUBLISHED) -> Parsed:
    """The parse of a text of one language."""
    return language.load(code).parse(Document(id="x", text=text, language=code, published=published))  # type: ignore[arg-type]


def draft(parsed: Parsed, act: str, word: str, reality: Reality = "occurred") -> EventDraft:
    """An event told by the first token that is `word`."""
    token = next(t for t in parsed.tokens if t.text == word)
    mention = ActMention(act, token.sentence, (token.index, token.index + 1), 1.0, "test")
    return EventDraft(act, (mention,), reality, False, 1.0)


def when(text: str, code: str, act: str, word: str, **options: str) -> EventDate | None:
    """The date of the event that `word` tells; `options` are `published` and `reality`."""
    published = options.get("published", PUBLISHED) or None
    parsed = parse(text, code, published)
    event = draft(parsed, act, word, options.get("reality", "occurred"))  # type: ignore[arg-type]
    return circumstances.dates(parsed, [event], Quantities(parsed))[0]


def where(text: str, code: str, names: dict[str, str], *events: tuple[str, str]) -> list[tuple[Place, ...]]:
    """The places of some events, (act, word) each; `names` maps each place of the text to its kind."""
    parsed = parse(text, code)
    drafts = [draft(parsed, act, word) for act, word in events]
    return circumstances.places(parsed, drafts, located(text, names))


def located(text: str, names: dict[str, str]) -> list[Located]:
    """Every mention of the named places, each chain's containers being the next name after a comma."""
    spots = sorted((m.start(), m.end(), m[0]) for name in names for m in re.finditer(re.escape(name), text))
    out = []
    for number, (start, end, name) in enumerate(spots):
        behind = number > 0 and text[spots[number - 1][1] : start] == ", "
        out.append(
            Located(
                start=start,
                end=end,
                text=name,
                name=name,
                kind=names[name],  # type: ignore[arg-type]
                country="PE",
                precision=1,
                basis="test",
                confidence=0.9,
                part_of=number - 1 if behind else None,
            )
        )
    return out


def measured(text: str, code: str, act: str, word: str, reality: Reality = "occurred") -> Measure | None:
    """The measure of the event that `word` tells."""
    parsed = parse(text, code)
    numbers, event = Quantities(parsed), draft(parsed, act, word, reality)
    date = circumstances.dates(parsed, [event], numbers)[0]
    return circumstances.measure(parsed, event, date, entities.find(parsed), numbers)
