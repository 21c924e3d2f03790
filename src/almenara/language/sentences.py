"""Where sentences end, told by the words around a full stop."""

from almenara.language.words import Words

ENDING = frozenset((".", "!", "?", "…", "...", "?!", "!!", "??"))
CLOSING = frozenset("\"”’»')]")


def ends(text: str, words: Words, language: str) -> list[int]:
    """The number of the word after each sentence's last; `text` is one paragraph."""
    forms, size = words.forms, len(words.forms)
    out = []
    i = 0
    while i < size - 1:
        if forms[i] in ENDING:
            while i + 1 < size and forms[i + 1] in CLOSING:
                i += 1
            if i + 1 < size and not forms[i + 1][:1].islower():
                out.append(i + 1)
        i += 1
    return [*out, size] if size else []
