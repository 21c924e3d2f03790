"""Frames of verbs of saying: "X said that ...", "..., dijo X", "“...”, X told Y", "X blamed Y for ..."."""

from collections.abc import Iterator

from almenara.coding.statements.contents import content_of
from almenara.coding.statements.frames import Frame
from almenara.coding.statements.scene import Scene
from almenara.coding.statements.speakers import SUBJECTS, Voice, closing, inverted, of_verb
from almenara.language import Parsed
from almenara.language.syntax import agents, dependents, is_passive


def frames(scene: Scene) -> Iterator[Frame]:
    """At most one frame a verb."""
    for i in scene.cues:
        found = content_of(scene, i)
        if found is None:
            continue
        kind, first, last = found
        cue = scene.cues[i]
        for voice in _voices(scene, i, kind):
            yield Frame(kind, i, cue.last, cue.lemma, cue.stance, voice, first, last)


def _voices(scene: Scene, i: int, kind: str) -> Iterator[Voice]:
    """The speakers of a verb: of a passive its agent; a subject inside a quote speaks there and not here."""
    parsed = scene.parsed
    if kind == "object" and _is_passive(parsed, i):
        yield from (Voice(a, "agent") for a in agents(parsed, i)[:1])
        return
    voice = of_verb(parsed, scene.entities, i)
    borrowed = (kind == "object" and voice.how == "inverted") or (kind in ("before", "around") and voice.how == "governor")
    if borrowed and not dependents(parsed, i, *SUBJECTS):
        voice = Voice(None, "dropped")
    if voice.head is not None and any(q.first <= voice.head < q.last and not q.first <= i < q.last for q in scene.quotes):
        behind = inverted(parsed, scene.entities, i)
        voice = Voice(behind, "inverted" if behind is not None else "dropped")
    if voice.head is None and voice.how == "dropped" and kind == "before":
        behind = closing(parsed, i)
        voice = Voice(behind, "dropped" if behind is None else "closing")
    yield voice
    if voice.head is not None:
        yield from (
            Voice(c, "beside") for c in dependents(parsed, voice.head, "conj") if scene.entities.at(c) and _is_person(scene, c)
        )


def _is_passive(parsed: Parsed, i: int) -> bool:
    """Whether a verb is passive: with its auxiliary, or an English participle without "have" and without subject and object."""
    active = dependents(parsed, i, "nsubj") and dependents(parsed, i, "obj")
    has = any(parsed.tokens[c].lemma == "have" for c in dependents(parsed, i, "aux"))
    bare = parsed.tokens[i].tag == "VBN" and not has and not active
    return is_passive(parsed, i) or bare


def _is_person(scene: Scene, i: int) -> bool:
    mention = scene.entities.mention_at(i)
    return mention is not None and mention.kind == "person" and not mention.generic
