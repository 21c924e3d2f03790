"""Frames without a verb: "according to X", "según X", a noun of saying, a quote on its own."""

from collections.abc import Iterator, Mapping, Sequence

from almenara.coding.entities.lexicon import fold, is_title
from almenara.coding.statements.contents import end_of
from almenara.coding.statements.frames import LEAST, Frame, trimmed
from almenara.coding.statements.naming import name_range
from almenara.coding.statements.quotes import Quote
from almenara.coding.statements.scene import Cue, Scene
from almenara.coding.statements.speakers import ACTORS, Voice, is_bare_document, of_verb
from almenara.language import Parsed, Sentence
from almenara.language.syntax import agents, dependents, subtree_range

JOINERS = frozenset("and but while that who which y e pero que quien quienes mientras aunque although".split())
OPENERS = frozenset((",", "-", "–", "—", "--", "(", ";", ":", '"', "”", "“", "»"))
NEAR = 12
REACH = 25  # tokens behind a speaker within which the comma stands that closes the attribution
STRICT = frozenset(("para",))
AS_REACH = 7  # tokens between "as" and its verb of saying
LEAST_ORPHAN = 6  # tokens of a quote that is a claim although no verb of saying stands beside it


def cue_phrases(parsed: Parsed, sentence: Sentence, phrases: dict[str, tuple[tuple[str, ...], ...]]) -> list[tuple[int, int]]:
    """Tokens [first, last) of each phrase of attribution in a sentence."""
    out = []
    tokens = parsed.tokens
    for i in range(sentence.first, sentence.last):
        for words in phrases.get(fold(tokens[i].text), ()):
            end = i + len(words)
            if end <= sentence.last and all(fold(tokens[i + k].text) == w for k, w in enumerate(words)):
                out.append((i, end))
                break
    return out


def as_phrases(parsed: Parsed, sentence: Sentence, cues: Mapping[int, Cue]) -> list[tuple[int, int]]:
    """Tokens of "as" or "como" that open "as the minister said", "as noted by X", "como informó X"."""
    out = []
    for cue in cues:
        for i in range(cue - 1, max(cue - AS_REACH, sentence.first) - 1, -1):
            token = parsed.tokens[i]
            if token.lower in ("as", "como") and (i == sentence.first or parsed.tokens[i - 1].text in OPENERS):
                out.append((i, i + 1))
            if token.pos in ("VERB", "PUNCT") or token.lower in ("as", "como"):
                break
    return out


def frames(scene: Scene, phrases: Sequence[tuple[int, int]]) -> Iterator[Frame]:
    """At most one frame a phrase."""
    for first, last in phrases:
        found = _frame(scene, first, last)
        if found is not None:
            yield found


def _frame(scene: Scene, first: int, last: int) -> Frame | None:
    parsed, tokens = scene.parsed, scene.parsed.tokens
    reach = AS_REACH if tokens[first].lower in ("as", "como") else 1
    verb = next((c for c in scene.cues if last <= c <= last + reach), None)
    voice = _of_noun_behind(scene, last) if verb is None else _of_verb(scene, verb)
    if voice.head is None and verb is None:
        return None
    end = last if verb is None else verb + 1
    end = end if voice.head is None else max(end, name_range(parsed, scene.entities, voice.head)[1])
    if tokens[first].lower in STRICT and not _is_opinion(scene, first, end, voice):
        return None
    content = _content(scene, first, end)
    if content is None:
        return None
    lemma = "_".join(tokens[k].lower for k in range(first, last))
    return Frame("phrase", first, last, lemma, "asserts", voice, *content)


def _of_noun_behind(scene: Scene, last: int) -> Voice:
    head = _head(scene, last)
    bare = head is not None and is_bare_document(scene.parsed, head)
    return Voice(head, "document" if bare else "phrase")


def _of_verb(scene: Scene, verb: int) -> Voice:
    """Who speaks in "as noted by X", "según informó X"."""
    behind = agents(scene.parsed, verb)
    return Voice(behind[0], "agent") if behind else of_verb(scene.parsed, scene.entities, verb)


def _is_opinion(scene: Scene, first: int, end: int, voice: Voice) -> bool:
    """Whether "para X" gives a view: X acts, and commas or the sentence's beginning set it off."""
    entity = scene.entities.at(voice.head) if voice.head is not None else None
    tokens, opens = scene.parsed.tokens, first == scene.sentence.first
    closes = end < scene.sentence.last and tokens[end].text == ","
    return entity is not None and entity.kind in ACTORS and closes and (opens or tokens[first - 1].text == ",")


def _head(scene: Scene, last: int) -> int | None:
    """The noun that a phrase introduces."""
    tokens = scene.parsed.tokens
    for k in range(last, min(scene.sentence.last, last + NEAR)):
        if tokens[k].pos in ("NOUN", "PROPN") or (tokens[k].pos in ("ADJ", "X") and scene.entities.at(k) is not None):
            up = _up(scene.parsed, k)
            mention = scene.entities.mention_at(up)
            return mention.head if mention is not None and mention.head >= last else up
        if tokens[k].pos in ("VERB", "SCONJ") or tokens[k].text in (",", "."):
            return None
    return None


def _up(parsed: Parsed, k: int) -> int:
    """The head of the noun phrase that begins at `k` ("the police chief")."""
    while parsed.tokens[k].dep in ("compound", "amod", "nmod:poss") and parsed.tokens[k].head > k:
        k = parsed.tokens[k].head
    return k


def _content(scene: Scene, first: int, end: int) -> tuple[int, int] | None:
    """The clause that a phrase hangs on: behind it where it opens a clause, else before it."""
    tokens, sentence = scene.parsed.tokens, scene.sentence
    comma = _comma(scene, end)
    joined = first > sentence.first and tokens[first - 1].lower in JOINERS
    opens = first == sentence.first or joined or not any(tokens[k].pos in ("VERB", "AUX") for k in range(sentence.first, first))
    copula = first > sentence.first + 1 and tokens[first - 1].text == "," and tokens[first - 2].pos == "AUX"
    opens = opens or (comma is not None and (copula or _root(scene) > comma))
    behind = None
    if comma is not None:
        stop = min([b for b in scene.bounds if b > comma], default=sentence.last)
        behind = trimmed(scene.parsed, comma + 1, stop)
    elif opens or joined:
        behind = trimmed(scene.parsed, end, sentence.last)
    if opens and behind is not None:
        return behind if behind[1] - behind[0] >= LEAST else None
    before = trimmed(scene.parsed, sentence.first, first)
    return before if before[1] - before[0] >= LEAST else behind


def _root(scene: Scene) -> int:
    """The token that governs a sentence."""
    return next((t.index for t in scene.parsed.tokens_of(scene.sentence) if t.head == t.index and t.pos != "PUNCT"), -1)


def _comma(scene: Scene, end: int) -> int | None:
    """The comma behind a speaker, past an apposition that says who it is ("Luis Rojas, mayor of Cali, ...")."""
    tokens, last = scene.parsed.tokens, scene.sentence.last
    commas = [k for k in range(end, min(last, end + REACH)) if tokens[k].text == ","]
    if len(commas) < 2:
        return commas[0] if commas else None
    first, second = commas[:2]
    apposed = first == end and not any(tokens[k].pos in ("VERB", "AUX") for k in range(first, second))
    titled = any(is_title(tokens[k], scene.parsed.language) for k in range(first + 1, second))
    return second if apposed and titled else first


def nouns(scene: Scene) -> Iterator[Frame]:
    """A noun of saying: the minister's claim that ..., con el argumento de que ..."""
    parsed, tokens = scene.parsed, scene.parsed.tokens
    for i in range(scene.sentence.first, scene.sentence.last - 2):
        token = tokens[i]
        if token.pos != "NOUN" or token.lemma not in scene.words.nouns:
            continue
        at = i + 2 if tokens[i + 1].lower == "de" else i + 1
        if tokens[at].lower not in ("that", "que"):
            continue
        clause = next((c for c in parsed.children[i] if c > at), None)
        stop = end_of(scene, i, at + 1)
        first, last = trimmed(parsed, at, stop if clause is None else min(stop, subtree_range(parsed, clause)[1]))
        if last - first >= LEAST:
            yield Frame("noun", i, i + 1, token.lemma, "asserts", _of_noun(scene, i), first, last)


def _of_noun(scene: Scene, i: int) -> Voice:
    own = dependents(scene.parsed, i, "nmod:poss", "nmod", "compound")
    named = [c for c in own if scene.entities.at(c) is not None or scene.parsed.tokens[c].dep == "nmod:poss"]
    if named:
        return Voice(named[0], "phrase")
    head = scene.parsed.tokens[i].head
    return of_verb(scene.parsed, scene.entities, head) if head != i else Voice(None, "dropped")


def orphans(quotes: Sequence[Quote], taken: Sequence[Frame]) -> Iterator[Frame]:
    """Long quotes that no frame holds: their speaker is the one who spoke before."""
    covered = {k for frame in taken for k in range(frame.first, frame.last)}
    for quote in quotes:
        if quote.size < LEAST_ORPHAN or not covered.isdisjoint(range(quote.first, quote.last)):
            continue
        yield Frame("orphan", quote.first, quote.first + 1, "", "asserts", Voice(None, "dropped"), quote.first, quote.last)
