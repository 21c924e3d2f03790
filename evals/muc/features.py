"""What the role model sees of a candidate: words, syntax, names, the sentence around it, as hashed features."""

import re
from collections.abc import Iterator

from almenara.language import Parsed, Sentence
from evals.muc.candidates import Candidate

CHAINS = frozenset({"conj", "appos", "flat", "compound", "nmod:desc", "list"})
VERBS = frozenset({"VERB", "NOUN", "ADJ"})
SHAPES = ((re.compile(r"^[A-Z]{2,}$"), "AA"), (re.compile(r"^[A-Z]"), "Aa"), (re.compile(r"\d"), "0"))


class SentenceView:
    """A sentence as the candidates of it share it."""

    def __init__(self, parsed: Parsed, sentence: Sentence, place: str, roads: dict[int, set[str]]) -> None:
        self.parsed, self.sentence, self.roads = parsed, sentence, roads
        tokens = parsed.tokens_of(sentence)
        self.content = sorted({t.lemma.lower() for t in tokens if t.pos in VERBS and len(t.text) > 2})
        self.place = place
        self.labels = {i: n.label for n in parsed.names_by_sentence[sentence.index] for i in range(n.first, n.last)}
        self.acts = sorted({r for i in range(sentence.first, sentence.last) for r in roads.get(i, ()) if r.startswith("act:")})

    def word(self, i: int) -> str:
        """A word of the sentence in lower case; marks outside of it."""
        return self.parsed.tokens[i].lower if self.sentence.first <= i < self.sentence.last else "^$"

    def features(self, c: Candidate) -> Iterator[str]:
        """All features of a candidate, as strings."""
        yield from self._words(c)
        kind = self._kind((c.joint if c.joint >= 0 else c.last) - 1)
        noun = self.parsed.tokens[(c.joint if c.joint >= 0 else c.last) - 1].lemma.lower()
        yield from self._edges(c, kind, noun)
        yield from self._syntax(c, kind, noun)
        yield from self._around(c, kind, noun)

    def _words(self, c: Candidate) -> Iterator[str]:
        tokens = self.parsed.tokens
        base = c.joint if c.joint >= 0 else c.last
        head = tokens[base - 1]
        kind = self._kind(base - 1)
        words = [t.lower for t in tokens[c.first : c.last]]
        noun = head.lemma.lower()
        yield "1"
        yield f"k={kind}"
        yield f"h={noun}"
        yield f"sfx={noun[-3:]}|{kind}"
        yield f"all={' '.join(words)}"
        yield f"n={len(words)}|{kind}"
        for w in words[:-1]:
            yield f"w={w}"
        yield f"first={words[0]}"
        yield f"fpos={tokens[c.first].pos}|{tokens[base - 1].pos}|{c.joint >= 0}"
        yield f"pos={'-'.join(t.pos for t in tokens[c.first : c.last])}"
        if c.joint >= 0:
            yield f"joint={words[c.joint - c.first]}|{words[-1]}"
            yield f"joint={words[c.joint - c.first]}|{self._kind(c.last - 1)}|{noun}"

    def _kind(self, i: int) -> str:
        token = self.parsed.tokens[i]
        shape = next((name for pattern, name in SHAPES if pattern.search(token.text)), "a")
        return f"{self.labels.get(i, '-')}{shape}{'s' if token.tag in {'NNS', 'NNPS'} else ''}"

    def _edges(self, c: Candidate, kind: str, noun: str) -> Iterator[str]:
        tokens = self.parsed.tokens
        before, after = self.word(c.first - 1), self.word(c.last)
        yield f"b1={before}"
        yield f"b1k={before}|{kind}"
        yield f"b1h={before}|{noun}"
        yield f"b2={self.word(c.first - 2)} {before}"
        yield f"b2k={self.word(c.first - 2)} {before}|{kind}"
        yield f"b3={self.word(c.first - 3)} {self.word(c.first - 2)}|{kind}"
        yield f"a1={after}"
        yield f"a1k={after}|{kind}"
        yield f"a2={after} {self.word(c.last + 1)}"
        yield f"a3={self.word(c.last + 1)} {self.word(c.last + 2)}|{kind}"
        inside_left = c.first - 1 >= self.sentence.first and tokens[c.first - 1].pos
        inside_right = c.last < self.sentence.last and tokens[c.last].pos
        yield f"bp={inside_left}|{inside_right}|{kind}"
        yield "name=" + "|".join(str(self.labels.get(i)) for i in (c.first - 1, c.first, c.last - 1, c.last))

    def _syntax(self, c: Candidate, kind: str, noun: str) -> Iterator[str]:
        tokens = self.parsed.tokens
        top = next(
            (i for i in range(c.first, c.last) if not c.first <= tokens[i].head < c.last or tokens[i].head == i), c.last - 1
        )
        yield from self._effective(top, kind, noun)
        i, path = top, []
        for step in range(4):
            dep, governor = tokens[i].dep, tokens[i].head
            case = next((tokens[j].lower for j in self.parsed.children[i] if tokens[j].dep == "case"), "")
            path.append(f"{dep}{':' + case if case else ''}")
            if governor == i:
                yield f"root{step}|{kind}"
                break
            lemma = tokens[governor].lemma.lower()
            way = "/".join(path)
            yield f"g{step}={way}|{lemma}"
            yield f"gk{step}={way}|{lemma}|{kind[:3]}"
            yield f"gl{min(step, 2)}={lemma}|{kind[:3]}"
            if step < 2:
                yield f"gh={path[-1]}|{lemma}|{noun}"
                yield f"gd={way}|{kind}"
                for j in self.parsed.children[governor]:
                    if j != i and tokens[j].dep in {"obj", "nsubj", "nsubj:pass", "obl", "iobj"}:
                        yield f"sib={path[-1]}|{lemma}|{tokens[j].dep}|{tokens[j].lemma.lower()}"
            i = governor
        for j in self.parsed.children[top]:
            if not c.first <= j < c.last:
                yield f"child={tokens[j].dep}|{tokens[j].lemma.lower()}|{kind[:3]}"

    def _effective(self, i: int, kind: str, noun: str) -> Iterator[str]:
        """The relation of the whole list or apposition that a phrase is part of, and the nearest verbs on both sides."""
        tokens = self.parsed.tokens
        while tokens[i].dep in CHAINS and tokens[i].head != i:
            i = tokens[i].head
        case = next((tokens[j].lower for j in self.parsed.children[i] if tokens[j].dep == "case"), "")
        lemma = tokens[tokens[i].head].lemma.lower()
        yield f"eff={tokens[i].dep}:{case}|{lemma}|{kind[:3]}"
        yield f"eff={tokens[i].dep}:{case}|{lemma}"
        yield f"effh={tokens[i].lemma.lower()}|{kind[:3]}"
        yield f"effn={lemma}|{noun}"
        for name, way in (("vb", range(i - 1, self.sentence.first - 1, -1)), ("va", range(i + 1, self.sentence.last))):
            verb = next((tokens[j].lemma.lower() for j in way if tokens[j].pos == "VERB"), "")
            yield f"{name}={verb}|{kind}"

    def _around(self, c: Candidate, kind: str, noun: str) -> Iterator[str]:
        yield f"place={self.place}|{kind}"
        coarse = kind[:3]
        for lemma in self.content:
            yield f"s={lemma}|{coarse}"
        for act in self.acts:
            yield f"{act}|{coarse}"
            yield f"{act}|{noun}"
        roads = {r for i in range(c.first, c.last) for r in self.roads.get(i, ()) if r.startswith("road:")}
        for road in roads:
            yield road
            yield f"{road}|{coarse}"
        for step in range(1, 5):
            for at in (c.first - step, c.last - 1 + step):
                yield f"near={self.word(at)}|{coarse}"
