"""One bad sentence loses one sentence."""

import pytest

from almenara.coding.guard import guarded
from almenara.language import Parsed, Sentence, Token
from almenara.model import Coding, Document, Note, Refused

TEXT = "Good one. Bad one. Last one."


def parsed() -> Parsed:
    """Three sentences of three tokens."""
    tokens, sentences, at = [], [], 0
    for number, words in enumerate((("Good", "one", "."), ("Bad", "one", "."), ("Last", "one", "."))):
        first = len(tokens)
        for word in words:
            start = TEXT.index(word, at)
            at = start + len(word)
            tokens.append(Token(len(tokens), start, at, word, word.lower(), "X", "", "dep", first, number))
        sentences.append(Sentence(number, first, len(tokens), tokens[first].start, at, "body", 0))
    return Parsed(Document(id="0" * 64, text=TEXT, language="en"), "en", tokens, sentences, [])


def coder(parsed: Parsed) -> Coding:
    """Cannot bear the word "Bad"; notes the words it saw."""
    if any(t.text == "Bad" for t in parsed.tokens):
        raise ZeroDivisionError("a fault of ours")
    return Coding(document=parsed.document, notes=(Note(code="words", text=" ".join(t.text for t in parsed.tokens)),))


def test_only_the_bad_sentence_is_lost():
    """The others are coded, and the sentence and its fault are told."""
    coding, lost = guarded(parsed(), coder)
    assert "Good one . Last one ." == coding.notes[0].text
    assert [("sentence_lost", "characters 10 to 18 could not be coded: ZeroDivisionError: a fault of ours")] == [
        (n.code, n.text) for n in lost
    ]


def test_a_fault_of_the_whole_is_raised():
    """What no sentence causes alone is not hidden."""

    def whole(parsed: Parsed) -> Coding:
        if len(parsed.sentences) > 1:
            raise ZeroDivisionError
        return Coding(document=parsed.document)

    with pytest.raises(ZeroDivisionError):
        guarded(parsed(), whole)


def test_a_fault_of_every_sentence_is_raised():
    """A record of which nothing is left would hide the fault."""

    def never(parsed: Parsed) -> Coding:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        guarded(parsed(), never)


def test_a_refusal_is_not_a_fault():
    """A document that is refused stays refused."""

    def refuses(parsed: Parsed) -> Coding:
        raise Refused("no_text", "nothing to code")

    with pytest.raises(Refused):
        guarded(parsed(), refuses)


def test_chosen_sentences_are_numbered_anew():
    """Heads, sentences and offsets of what stays fit together."""
    rest = parsed().only([2])
    assert [(0, 0), (1, 0), (2, 0)] == [(t.index, t.head) for t in rest.tokens]
    assert "Last one." == rest.sentence_span(rest.sentences[0]).quote
