"""What the model is told of a hedge that may make a forecast."""

from bisect import bisect_right
from collections.abc import Sequence

from almenara.coding.statements.hedges import AUXILIARY, Hedge
from almenara.language import Parsed
from almenara.language.syntax import dependents
from almenara.model import Claim

PERFECT = frozenset(("have", "has", "haber", "been", "sido", "haya", "hubiera", "habría"))
CONTENT_POS = frozenset(("VERB", "NOUN", "ADJ", "ADV"))
FIRST_PERSON = frozenset("i we nosotros yo vamos podemos".split())
PARTS = 4


class Outlook:
    """A document's hedges with what stands around each."""

    def __init__(self, parsed: Parsed, claims: Sequence[Claim]) -> None:
        self.parsed = parsed
        self.by_sentence: dict[int, list[Claim]] = {}
        starts = [s.start for s in parsed.sentences]
        for claim in claims:
            for number in range(bisect_right(starts, claim.content.start) - 1, bisect_right(starts, claim.content.end - 1)):
                self.by_sentence.setdefault(number, []).append(claim)

    def claim_of(self, hedge: Hedge) -> Claim | None:
        """The narrowest claim whose content holds a hedge."""
        at = self.parsed.tokens[hedge.first].start
        near = self.by_sentence.get(self.parsed.tokens[hedge.first].sentence, ())
        holding = [c for c in near if c.content.start <= at < c.content.end]
        return min(holding, key=lambda c: c.content.end - c.content.start, default=None)

    def features(self, hedge: Hedge) -> set[str]:
        """Names of what is true of a hedge and its clause."""
        parsed, tokens = self.parsed, self.parsed.tokens
        language, claim = parsed.language, self.claim_of(hedge)
        sentence, head = parsed.sentence_of(hedge.first), tokens[hedge.head]
        text = " ".join(t.lower for t in tokens[hedge.first : hedge.last])
        part = PARTS * sentence.index // max(len(parsed.sentences), 1)
        out = {
            "bias", f"lang={language}", f"{language} {hedge.kind}", f"{language} hedge={text}", f"strength={hedge.strength}",
            f"{language} hedge={text} {claim is not None}", f"said={claim is not None} {hedge.kind}", f"dep={head.dep}",
            f"part={part}", f"part={part} {hedge.strength}", f"section={sentence.section}",
            f"size={(hedge.end - hedge.start) // 6}",
            f"{language} head={head.lemma}", f"hedge pos={tokens[hedge.first].pos}", f"head pos={head.pos} {hedge.kind}",
        }  # fmt: skip
        if claim is not None:
            out |= {f"stance={claim.stance}", f"direct={claim.direct}", f"{language} said {text} {claim.stance}"}
        return out | self._below(hedge) | self._above(hedge) | self._words(hedge)

    def _below(self, hedge: Hedge) -> set[str]:
        parsed, tokens = self.parsed, self.parsed.tokens
        beside = {tokens[c].lower for c in parsed.children[hedge.head] if tokens[c].dep in (*AUXILIARY, "mark", "advmod", "case")}
        out = {f"{parsed.language} beside={w}" for w in beside}
        if beside & PERFECT or (tokens[hedge.head].tag == "VBN" and "have" in beside):
            out.add("perfect")
        subjects = dependents(parsed, hedge.head, "nsubj", "nsubj:pass", "csubj")
        out.add(f"subjects={min(len(subjects), 1)}")
        for s in subjects[:1]:
            out |= {
                f"subject pos={tokens[s].pos}",
                f"{parsed.language} subject={tokens[s].lemma}",
                f"subject dep={tokens[s].dep}",
            }
        if any(tokens[c].dep in ("advcl", "obl") and _opens_with_if(parsed, c) for c in parsed.children[hedge.head]):
            out.add("condition")
        return out

    def _above(self, hedge: Hedge) -> set[str]:
        parsed, tokens = self.parsed, self.parsed.tokens
        head = tokens[hedge.head]
        if head.head == hedge.head:
            return {"main"}
        above = tokens[head.head]
        return {f"{parsed.language} above={above.lemma}", f"above={head.dep} {above.tag[:6]}", f"above pos={above.pos}"}

    def _words(self, hedge: Hedge) -> set[str]:
        tokens, language = self.parsed.tokens, self.parsed.language
        out = {f"{language} word={t.lemma}" for t in tokens[hedge.start : hedge.end] if t.pos in CONTENT_POS}
        before = tokens[hedge.first - 1].lower if hedge.first else ""
        after = tokens[hedge.last].lemma if hedge.last < len(tokens) else ""
        return out | {f"{language} before={before}", f"{language} after={after}"}


def _opens_with_if(parsed: Parsed, i: int) -> bool:
    return any(parsed.tokens[c].lower in ("if", "si", "unless", "once", "cuando") for c in parsed.children[i])
