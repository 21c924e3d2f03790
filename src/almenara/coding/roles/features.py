"""What the role model sees of a candidate."""

from collections.abc import Iterable, Iterator, Mapping

from almenara.coding.draft import EventDraft
from almenara.coding.entities import Entities
from almenara.coding.entities.lexicon import fold, word_class
from almenara.coding.entities.mention import head_of
from almenara.coding.roles.candidates import PRONOUNS, Candidate, Occurrence
from almenara.coding.roles.lemmas import likely_triggers
from almenara.coding.roles.relations import path, relations
from almenara.coding.roles.wordlists import category, words
from almenara.language import Parsed, Token
from almenara.language.syntax import case_of
from almenara.model import Entity

NEAR = {"prev": "p:", "unsaid": "u:"}  # features of what stands outside the telling are told apart
QUALIFYING = frozenset("amod nmod acl acl:relcl compound".split())
STEM = 5  # letters that words of one family mostly share
OPENING = 250  # characters of a document that mostly say what it is about


class Scene:
    """One event seen from its triggers: relations of each sentence's trigger, and the act's category."""

    def __init__(self, parsed: Parsed, draft: EventDraft, entities: Entities, weights: Mapping[str, float]) -> None:
        self.parsed = parsed
        self.entities = entities
        self.act = draft.act
        self.category = category(draft.act)
        self.triggers: dict[int, int] = {}
        for mention in draft.mentions:
            if mention.sentence in self.triggers:
                continue
            trigger = head_of(parsed, *mention.trigger) if mention.trigger else None
            if trigger is None:
                sentence = parsed.sentences[mention.sentence]
                likely = likely_triggers(parsed, range(sentence.first, sentence.last), draft.act, weights)
                trigger = likely[0] if likely else None
            if trigger is not None:
                self.triggers[mention.sentence] = trigger
        self.labels = {i: label for t in self.triggers.values() for i, label in relations(parsed, t).items()}
        self.rivals: dict[int, list[tuple[int, Scene]]] = {}
        self.lead = draft.lead.sentence
        self.filled = {s: self._filled(t) for s, t in self.triggers.items()}

    def meet(self, others: Iterable["Scene"]) -> None:
        """Take note of the words that tell other acts in the same sentences."""
        for other in others:
            for sentence, trigger in other.triggers.items():
                own = self.triggers.get(sentence)
                if other is not self and own is not None and trigger != own:
                    self.rivals.setdefault(sentence, []).append((trigger, other))

    def _add_rivals(self, i: int, label: str, near: str, out: set[str]) -> None:
        """Whether a word stands nearer to another act's word, and what it is to that."""
        sentence = self.parsed.tokens[i].sentence
        found, own = self.rivals.get(sentence), self.triggers.get(sentence)
        if not found or own is None:
            return
        trigger, other = min(found, key=lambda pair: abs(pair[0] - i))
        closer = "other" if abs(trigger - i) < abs(own - i) else "own"
        theirs = other.labels.get(i, "none")
        out.update(
            (
                f"{near}rival={closer}|{theirs}|{label}", f"{near}rival={closer}|{other.category}|{self.category}",
                f"{near}rival={theirs}|{other.act}|{self.act}", f"{near}rival={theirs}|{label}|{self.category}|{other.category}",
            )
        )  # fmt: skip

    def _filled(self, trigger: int) -> str:
        """Which places around a trigger are taken in its sentence: s(ubject), o(bject), p(assive subject), a(gent)."""
        sentence = self.parsed.sentence_of(trigger)
        near = {v for k, v in self.labels.items() if sentence.first <= k < sentence.last}
        taken = "".join(name[0] for name in ("subj", "obj", "psubj", "agent") if name in near or f"n{name}" in near)
        return f"{self.parsed.tokens[trigger].pos}:{taken}"

    def features(self, candidate: Candidate) -> set[str]:
        """The features of a candidate, the union of those of its occurrences."""
        out: set[str] = set()
        for occurrence in candidate.occurrences:
            self._add(occurrence, candidate.entity, out)
        if candidate.entity is not None:
            out.update(self._standing(candidate.entity))
        wheres = {o.where for o in candidate.occurrences}
        out.add("where=" + "+".join(sorted(wheres)))
        out.add(f"times={min(len(candidate.occurrences), 3)}")
        return out

    def _standing(self, entity: Entity) -> tuple[str, ...]:
        """How much the document talks of an entity, and whether it opens with it."""
        talk = min(len(entity.mentions), 5)
        opens = entity.mentions[0].start < OPENING
        return f"talk={talk}|{entity.kind}", f"opens={opens}|{entity.kind}|{self.category}"

    def _add(self, occurrence: Occurrence, entity: Entity | None, out: set[str]) -> None:
        i, act, cat = occurrence.token, self.act, self.category
        tokens = self.parsed.tokens
        token = tokens[i]
        sort = word_class(token, self.parsed.language) or "-"
        kind = entity.kind if entity else "-"
        named = entity is not None and self.entities.is_named(entity)
        what = kind if named else sort
        near = NEAR.get(occurrence.where, "")
        trigger = self.triggers.get(token.sentence)
        label = self._label(i)
        out.update(
            (
                f"{near}act={act}", f"{near}what={what}/{named}", f"{near}what={what}|{cat}", f"{near}what={what}|{act}",
                f"{near}lab={label}", f"{near}lab={label}|{cat}", f"{near}lab={label}|{act}", f"{near}lab={label}|{what}",
                f"{near}lab={label}|{what}|{cat}", f"{near}lemma={token.lemma}", f"{near}lemma={token.lemma}|{cat}",
                f"{near}stem={stem(token)}|{label}", f"{near}stem={stem(token)}|{act}", f"{near}stem={stem(token)}|{cat}",
            )
        )  # fmt: skip
        if not named:
            out.update(f"{near}{feature}" for feature in self._qualified(i, label))
        self._add_absent((what, near, label), occurrence, out)
        self._add_rivals(i, label, near, out)
        self._add_governor(i, what, near, out)
        self._add_position(i, trigger, (what, near), out)
        if token.pos in PRONOUNS:
            out.add(f"{near}pronoun")
            out.add(f"{near}pronoun|{label}")
        if trigger == i:
            out.add("is_trigger")
            out.add(f"is_trigger|{act}")

    def _qualified(self, i: int, label: str) -> Iterator[str]:
        """What a description says beside its head: "armed men", "víctimas del secuestro"."""
        for c in self.parsed.children[i]:
            token = self.parsed.tokens[c]
            if token.dep in QUALIFYING:
                yield f"mod={stem(token)}|{self.category}"
            elif token.dep == "det":
                yield f"det={token.lower}|{label}"

    def _add_absent(self, view: tuple[str, str, str], occurrence: Occurrence, out: set[str]) -> None:
        """Whether the word that tells the act has its subject, object and agent beside it; what is absent may stand elsewhere."""
        what, near, label = view
        sentence = self.lead if occurrence.where in NEAR else self.parsed.tokens[occurrence.token].sentence
        full = self.filled.get(sentence, "-")
        dep = self.parsed.tokens[occurrence.token].dep
        out.update(
            (
                f"{near}full={full}|{label}|{what}",
                f"{near}full={full}|{dep}|{self.category}",
                f"{near}{occurrence.where}|{label}|{what}",
            )
        )

    def _label(self, i: int) -> str:
        """The relation of a token to the trigger of its sentence, looking through appositions and heads of names."""
        label = self.labels.get(i)
        if label:
            return label
        token = self.parsed.tokens[i]
        if token.dep in ("appos", "flat", "compound"):
            above = self.labels.get(token.head)
            if above:
                return f"{above}" if token.dep == "appos" else f"{token.dep}<{above}"
        if token.dep == "nmod":
            above = self.labels.get(token.head)
            if above:
                return f"of<{above}"
        return "none"

    def _add_governor(self, i: int, what: str, near: str, out: set[str]) -> None:
        tokens = self.parsed.tokens
        token = tokens[i]
        at, dep = i, token.dep
        while dep in ("conj", "appos") and tokens[at].head != at:
            at = tokens[at].head
            dep = tokens[at].dep
        governor = tokens[tokens[at].head]
        case = case_of(self.parsed, at)
        relation = f"{dep.split(':')[0] if dep != 'nsubj:pass' else dep} {case}".strip()
        saying = "say" if governor.lemma in words("saying") else ""
        out.update(
            (
                f"{near}dep={relation}|{self.category}", f"{near}dep={relation}|{what}", f"{near}dep={relation}{saying}",
                f"{near}gov={governor.lemma}|{relation}", f"{near}gov={governor.lemma}|{what}",
                f"{near}gov={governor.lemma}|{relation}|{self.category}",
            )
        )  # fmt: skip
        if token.dep != dep:
            out.add(f"{near}via={token.dep}")

    def _add_position(self, i: int, trigger: int | None, view: tuple[str, str], out: set[str]) -> None:
        what, near = view
        if trigger is None:
            out.add(f"{near}no_trigger|{what}")
            out.add(f"{near}no_trigger|{what}|{self.category}")
            return
        word = self.parsed.tokens[trigger]
        route = path(self.parsed, trigger, i)
        case = case_of(self.parsed, i)
        side = "before" if i < trigger else "after"
        distance = abs(i - trigger)
        bucket = "1" if distance < 3 else "2" if distance < 7 else "3" if distance < 15 else "4"
        out.update(
            (
                f"{near}dist={side}{bucket}", f"{near}dist={side}{bucket}|{what}", f"{near}trig={word.lemma}|{self._label(i)}",
                f"{near}path={route}|{case}", f"{near}path={route}|{what}", f"{near}path={route}|{self.category}",
                f"{near}trigpos={word.pos}|{side}|{what}|{self.category}", f"{near}side={side}|{self.act}|{what}",
            )
        )  # fmt: skip


def stem(token: Token) -> str:
    """The beginning of a word, the same in its family and often in both languages."""
    return fold(token.lemma)[:STEM]
