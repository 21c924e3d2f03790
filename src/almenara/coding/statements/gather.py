"""All frames of saying of a document, each with a speaker where one can be found."""

from collections.abc import Iterator

from msgspec.structs import replace

from almenara.coding.entities import Entities
from almenara.coding.statements import phrases, quotes, verbs
from almenara.coding.statements.frames import Frame
from almenara.coding.statements.lexicon import Saying, saying
from almenara.coding.statements.memory import Memory
from almenara.coding.statements.scene import Scene, cues_of
from almenara.language import Parsed, Sentence

QUOTE_BEFORE = 3  # tokens before a sentence in which a quote may end that its verb closes


def gather(parsed: Parsed, entities: Entities) -> tuple[list[Frame], list[quotes.Quote]]:
    """Frames in order of the text, speakers carried on, and the quotes of the document."""
    words, quoted = saying(parsed.language), quotes.find(parsed)
    found: list[Frame] = []
    for sentence in parsed.sentences:
        found += _of_sentence(parsed, entities, words, sentence, quoted)
    found += phrases.orphans(quoted, found)
    found.sort(key=lambda f: (f.cue, f.first))
    return carry(parsed, entities, found), quoted


def _of_sentence(
    parsed: Parsed, entities: Entities, words: Saying, sentence: Sentence, quoted: list[quotes.Quote]
) -> Iterator[Frame]:
    cues = cues_of(parsed, sentence, words)
    marked = phrases.cue_phrases(parsed, sentence, words.phrases) + phrases.as_phrases(parsed, sentence, cues)
    near = quotes.between(quoted, sentence.first - QUOTE_BEFORE, sentence.last)
    scene = Scene(parsed, entities, words, sentence, near, cues, [first for first, _ in marked])
    taken = {last + k for _, last in marked for k in (0, 1, 2)}
    yield from phrases.frames(scene, marked)
    yield from (f for f in verbs.frames(scene) if f.cue not in taken)
    yield from phrases.nouns(scene)


def carry(parsed: Parsed, entities: Entities, frames: list[Frame]) -> list[Frame]:
    """Give frames whose speaker is a pronoun or unsaid the one who spoke, or acted as a subject, last."""
    out: list[Frame] = []
    memory = Memory(parsed, entities)
    for found in frames:
        head = found.voice.head
        voice = memory.recall(found) if head is None else replace(found.voice, stands=memory.meant(found, head))
        frame = replace(found, voice=voice)
        if frame.voice.head is not None:
            memory.keep(frame)
            out.append(frame)
    return out
