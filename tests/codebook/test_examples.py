"""Every entry fires on the sentence that shows it."""

from bisect import bisect_right

import pytest

from almenara import language as languages
from almenara.codebook import Entry, lexicon
from almenara.model import Document, Language, Unavailable


def acts_by_example(language: Language, entries: list[Entry]) -> list[set[str]]:
    """For each entry the ids that fire on its example, all parsed at once."""
    starts, at = [], 0
    for entry in entries:
        starts.append(at)
        at += len(entry.row.example) + 1
    text = "\n".join(entry.row.example for entry in entries)
    parsed = languages.load(language).parse(Document(id="0" * 64, text=text, language=language))
    fired: list[set[str]] = [set() for _ in entries]
    for hit in lexicon(language).all(parsed.tokens, parsed.children):
        fired[bisect_right(starts, parsed.tokens[hit.first].start) - 1].add(hit.entry.id)
    return fired


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_entry_fires_on_its_example(language: Language) -> None:
    """The sentence beside an entry is a test of it."""
    entries = list(lexicon(language).entries.values())
    try:
        fired = acts_by_example(language, entries)
    except Unavailable as error:
        pytest.skip(f"the pipeline is not installed: {error}")
    assert [] == [entry.id for entry, ids in zip(entries, fired, strict=True) if entry.id not in ids]
