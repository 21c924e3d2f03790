"""The events of a document as their circumstances see them: which word of which sentence tells each."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from almenara.coding.draft import EventDraft
from almenara.coding.entities.mention import head_of
from almenara.coding.roles.lemmas import likely_triggers
from almenara.coding.roles.model import Model
from almenara.language import Parsed

FAR = 9  # steps in the tree beyond which nothing is told apart


class Tellings:
    """Which word tells each event: `of[n]` maps the sentences of draft `n`, the lead's first, to a token or None."""

    def __init__(self, parsed: Parsed, drafts: Sequence[EventDraft]) -> None:
        self.parsed = parsed
        self.drafts = drafts
        self.of: list[dict[int, int | None]] = [_triggers(parsed, draft) for draft in drafts]

    @cached_property
    def by_sentence(self) -> dict[int, list[int]]:
        """The trigger tokens of all drafts in each sentence."""
        out: dict[int, list[int]] = {}
        for triggers in self.of:
            for sentence, token in triggers.items():
                if token is not None and token not in out.setdefault(sentence, []):
                    out[sentence].append(token)
        return out

    @cached_property
    def named(self) -> frozenset[int]:
        """Tokens of names of persons: "El Mayo" is no month."""
        return frozenset(i for n in self.parsed.names if n.label == "PER" for i in range(n.first, n.last))

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.parsed.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.parsed.sentences]

    def head_at(self, start: int, end: int) -> int | None:
        """The token that governs the characters [start, end); None where no token lies there."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_left(self._starts, end)
        tokens = self.parsed.tokens
        if first < last and tokens[first].end <= start:
            first += 1
        return head_of(self.parsed, first, last) if first < last else None

    def sentence_at(self, start: int) -> int | None:
        """The sentence that holds a character, None between sentences."""
        at = bisect_right(self._sentence_starts, start) - 1
        return at if at >= 0 and start < self.parsed.sentences[at].end else None


def steps(parsed: Parsed, a: int, b: int) -> int:
    """Steps through the tree from one token to another, at most FAR."""
    tokens, above, at = parsed.tokens, {a: 0}, a
    while tokens[at].head != at and len(above) <= FAR:
        at = tokens[at].head
        above[at] = len(above)
    down, at = 0, b
    while at not in above:
        if tokens[at].head == at or down == FAR:
            return FAR
        at = tokens[at].head
        down += 1
    return min(above[at] + down, FAR)


def _triggers(parsed: Parsed, draft: EventDraft) -> dict[int, int | None]:
    out: dict[int, int | None] = {}
    for mention in draft.mentions:
        if out.get(mention.sentence) is not None:
            continue
        if mention.trigger:
            out[mention.sentence] = head_of(parsed, *mention.trigger)
        else:
            sentence = parsed.sentences[mention.sentence]
            inside = range(sentence.first, sentence.last)
            out[mention.sentence] = next(iter(likely_triggers(parsed, inside, draft.act, Model.shipped().triggers)), None)
    return out
