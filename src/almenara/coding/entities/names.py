"""Names: the recogniser's, mended with known names and with runs of capitals."""

from collections import Counter
from collections.abc import Iterator, Sequence

from almenara.coding.entities.lexicon import Known, fold, is_title, known_names, word_class
from almenara.coding.entities.mention import Mention, head_of
from almenara.coding.entities.namekinds import kind_of, takes_complement
from almenara.language import Parsed, Token
from almenara.model import EntityKind

JOINERS = frozenset("de del la las los y e of the and for on contra para".split())
BREAKERS = frozenset("y e and".split())
ARTICLES = frozenset("the a an el la los las un una lo al del su sus its his her their".split())
ENDS = frozenset(("PUNCT", "ADP", "DET", "CCONJ", "VERB", "AUX"))
SPANISH_PLURALS = frozenset(("Los", "Las"))
MAX_WORDS = 16


def names(parsed: Parsed, places: frozenset[tuple[int, int]] = frozenset()) -> list[Mention]:
    """Every name of the document, in order, none overlapping another; `places` are character ranges known to be places."""
    scan = _Scan(parsed)
    found = [(first, last, known, _kind(parsed, (first, last), known, places, scan)) for first, last, known in scan.ranges()]
    surnames = {parsed.tokens[last - 1].text for first, last, _, kind in found if kind == "person" and last - first > 1}
    out = []
    for first, last, known, kind in found:
        alone = last - first == 1 and parsed.tokens[first].text in surnames
        if kind or alone:
            group = known.group if known else None
            out.append(Mention(first, last, head_of(parsed, first, last), kind or "person", group))
    return out


def _kind(
    parsed: Parsed, where: tuple[int, int], known: Known | None, places: frozenset[tuple[int, int]], scan: "_Scan"
) -> EntityKind | None:
    """The kind of the name at tokens `where`: that of the known name, a resolved place, else what words and recogniser say."""
    first, last = where
    if known:
        return known.kind
    if (parsed.tokens[first].start, parsed.tokens[last - 1].end) in places:
        return "place"
    return kind_of(parsed, first, last, scan.label(first, last))


class _Scan:
    """Reads the names of one document sentence by sentence."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.tokens = parsed.tokens
        self.labels = {i: name.label for name in parsed.names for i in range(name.first, name.last)}
        self.ends = {name.first: name.last for name in parsed.names if self._is_sound(name.first, name.last)}
        self.counts = Counter(t.text for t in self.tokens)
        self.titled = {s.index for s in parsed.sentences if is_title_case(parsed.tokens_of(s))}

    def _is_sound(self, first: int, last: int) -> bool:
        """Whether the recogniser's name looks like one: it ends in a capital and holds no verb in lower case."""
        inner = self.tokens[first:last]
        return _is_capital(inner[-1]) and not any(t.pos in ("VERB", "AUX") and not _is_capital(t) for t in inner)

    def label(self, first: int, last: int) -> str | None:
        """The recogniser's first label inside a range."""
        return next((self.labels[i] for i in range(first, last) if i in self.labels), None)

    def ranges(self) -> Iterator[tuple[int, int, Known | None]]:
        """(first, last, known name) of each name."""
        for sentence in self.parsed.sentences:
            i = sentence.first
            while i < sentence.last:
                if not self._is_name_like(self.tokens[i]):
                    i += 1
                    continue
                found = self._at(i, sentence.last)
                if found:
                    yield found
                i = found[1] if found else i + 1

    def _at(self, i: int, stop: int) -> tuple[int, int, Known | None] | None:
        known = known_at(self.tokens, i, stop)
        end = i + len(known.words) if known else i
        if self._begins(i):
            run = max(self._run(i, stop), min(self.ends.get(i, i), i + MAX_WORDS))
            if run > end:
                first, last = self._trimmed(i, run)
                if self.tokens[i].sentence in self.titled and not self._recurs(first, last):
                    return (i, end, known) if known else None
                inner = known if known and self._extends(known, i, last) else known_at(self.tokens, first, last)
                whole = inner if inner and first + len(inner.words) >= last - 2 else None
                return (first, last, whole) if last > first else None
        return (i, end, known) if known else None

    def _recurs(self, first: int, last: int) -> bool:
        """Whether the words of a headline's name, where every word has a capital, stand elsewhere too."""
        return all(self.counts[t.text] > 1 for t in self.tokens[first:last])

    def _extends(self, known: Known, i: int, last: int) -> bool:
        """Whether the words behind a known name only say of where it is ("Policía Federal de México")."""
        after = i + len(known.words)
        return known.kind != "outlet" and after < last and self.tokens[after].lower in JOINERS

    def _begins(self, i: int) -> bool:
        """Whether a capital that the recogniser passed over begins a name, and not merely a sentence."""
        token, sentence = self.tokens[i], self.parsed.sentence_of(i)
        if i == sentence.first and i + 1 < sentence.last and self._only_opens(i):
            return False
        if i in self.labels and token.pos in ("NOUN", "PROPN", "ADJ", "X", "VERB") and token.lower not in ARTICLES:
            return True
        opens = i == sentence.first or not self.tokens[i - 1].text[-1:].isalnum()
        if self.parsed.language == "en" and token.text in SPANISH_PLURALS:
            return i + 1 < sentence.last and _is_capital(self.tokens[i + 1])
        if token.lower in ARTICLES or token.pos in ("PRON", "AUX", "ADP", "SCONJ", "CCONJ", "ADV", "DET", "NUM"):
            return token.lower in ARTICLES and not opens and i + 1 < sentence.last and _is_capital(self.tokens[i + 1])
        if opens:
            after = self.tokens[min(i + 1, sentence.last - 1)]
            return token.pos == "PROPN" or (token.pos in ("NOUN", "ADJ") and after.index != i and _is_capital(after))
        return token.pos == "PROPN" or self.parsed.language == "es"

    def _is_name_like(self, token: Token) -> bool:
        """Whether a word has a capital that is not that of an English day or month ("On Tuesday Paredes left")."""
        return _is_capital(token) and not (self.parsed.language == "en" and word_class(token, "en") == "time")

    def _only_opens(self, i: int) -> bool:
        """Whether a word of the lists has its capital from the sentence alone ("Hombres armados", "Gunmen killed")."""
        return not _is_capital(self.tokens[i + 1]) and word_class(self.tokens[i], self.parsed.language) is not None

    def _run(self, i: int, stop: int) -> int:
        """The end of the run of capitals from `i`, over joining words where the first word or the recogniser allows."""
        at, joins = i + 1, takes_complement(self.parsed, i)
        while at < stop and at - i < MAX_WORDS:
            if self._is_name_like(self.tokens[at]):
                joins = joins or takes_complement(self.parsed, at)
                at += 1
                continue
            after = self._over_joiners(at, stop, joins)
            if after == at:
                break
            at = after
        return at

    def _over_joiners(self, at: int, stop: int, joins: bool) -> int:
        after = at
        while after < stop and after - at < 3 and (self.tokens[after].lower in JOINERS or self.tokens[after].text == "'s"):
            after += 1
        if after == at or after >= stop or not _is_capital(self.tokens[after]):
            return at
        inside = all(k in self.labels for k in range(at, after + 1)) and self.label(at - 1, at) == self.labels[after]
        new_name = self.labels.get(after) == "PER" or self.tokens[at].lower in BREAKERS or self.tokens[at].text == "'s"
        return after + 1 if inside or (joins and not new_name) else at

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        """The range without leading titles and trailing punctuation."""
        tokens = self.tokens
        while last - 1 > first and (
            (tokens[last - 1].pos in ENDS and not _is_capital(tokens[last - 1])) or tokens[last - 1].lower in ("'s", "’s")
        ):
            last -= 1
        for at in range(last - 2, first - 1, -1):
            if is_title(tokens[at], self.parsed.language) and not _is_body(tokens[at + 1 : last]):
                return at + 1, last
        return first, last


def _is_body(rest: Sequence[Token]) -> bool:
    """Whether what follows a title makes it a body's name ("Attorney General's Office", "Fiscal General de la Nación")."""
    return rest[0].lower in ("of", "de", "del", "general", "'s") or rest[-1].lower in ("office", "council", "court")


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether nearly every longer word of a sentence has a capital, the verbs among them, as in an English headline."""
    words = [t for t in tokens if len(t.text) > 3 and t.text[0].isalpha()]
    if any(t.pos == "VERB" and t.text[0].islower() for t in words):
        return False
    return len(words) > 2 and sum(t.text[0].isupper() for t in words) >= 0.8 * len(words)


def _is_capital(token: Token) -> bool:
    text = token.text
    return (
        text[0].isupper()
        or (len(text) > 1 and text[0] in "'‘’" and text[1].isupper())
        or (text[0].isdigit() and not text.isdigit() and text[-1].isupper())
    )


def known_at(tokens: Sequence[Token], i: int, stop: int) -> Known | None:
    """The longest known name that starts at token `i` and ends before token `stop`."""
    for entry in known_names().get(fold(tokens[i].text), ()):
        words = entry.words
        if i + len(words) > stop or (entry.exact and entry.exact != tokens[i].text):
            continue
        if all(fold(tokens[i + k].text) == word for k, word in enumerate(words)) and _is_capital(tokens[i + len(words) - 1]):
            return entry
    return None
