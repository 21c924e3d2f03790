"""The kind of each paragraph of a page, from its place, its words and trafilatura's judgement."""

from collections.abc import Sequence

from almenara.model import SectionKind
from almenara.text import cues
from almenara.text.page.blocks import Block, key

LINKS = 0.6  # above this share of linked characters a paragraph only points elsewhere
LONG = 60
FURNITURE = frozenset({"furniture", "comments"})


def kinds_of(found: Sequence[Block], story: frozenset[str], title: str | None) -> list[SectionKind]:
    """One kind a block. Without a story from trafilatura, long paragraphs outside the furniture are it."""
    is_story = [_in_story(block, story) for block in found]
    if not any(is_story):
        is_story = [_looks_like_story(block) for block in found]
    head = _headline(found, title)
    first, last = _extent(found, is_story, head)
    kinds: list[SectionKind] = []
    for i, block in enumerate(found):
        if i == head:
            kinds.append("headline")
        else:
            kinds.append(_kind(block, is_story[i], within=first <= i <= last))
    _drop_lists(found, kinds)
    _mark_analysis(found, kinds)
    return kinds


def _in_story(block: Block, story: frozenset[str]) -> bool:
    return block.key in story


def _looks_like_story(block: Block) -> bool:
    return (
        len(block.text) >= LONG
        and block.linked < LINKS
        and not block.inside & {"furniture", "comments", "related", "aside", "caption"}
    )


def _headline(found: Sequence[Block], title: str | None) -> int:
    """The block that prints the title: an h1 before any other block, else one with the title's very words; -1 where none does."""
    wanted = key(title or "").lower()
    same = [i for i, b in enumerate(found) if wanted and b.key.lower() == wanted and not b.inside & {"related", "furniture"}]
    tops = [i for i, b in enumerate(found) if "headline" in b.inside and len(b.text) > 15 and not b.inside & {"related"}]
    return next((i for i in same if i in tops), (same or (tops if len(tops) == 1 else []) or [-1])[0])


def _extent(found: Sequence[Block], is_story: Sequence[bool], head: int) -> tuple[int, int]:
    """From the headline (or the story's first paragraph) to the story's last."""
    at = [i for i, story in enumerate(is_story) if story and len(found[i].text) >= LONG] or [
        i for i, s in enumerate(is_story) if s
    ]
    if not at:
        return 0, -1
    return (min(head, at[0]) if head >= 0 else at[0]), at[-1]


def _kind(block: Block, is_story: bool, *, within: bool) -> SectionKind:
    text, inside = block.text, block.inside
    if "caption" in inside:
        return "caption" if within else "boilerplate"
    if inside & FURNITURE and not (is_story and "articleBody" in inside and len(text) > cues.SHORT):
        return _elsewhere(block)
    if cues.is_("see_also", text):
        return "see_also" if within else _elsewhere(block)
    if "related" in inside:
        return "see_also" if within and is_story else _elsewhere(block)
    if cues.is_("boilerplate", text) or cues.is_("byline", text):
        return "boilerplate"
    if not is_story:
        return "caption" if within and "figure" in inside and cues.is_sentence(text) else _elsewhere(block)
    if block.linked > LINKS and cues.is_title(text):
        return "see_also"
    return "body"


def _elsewhere(block: Block) -> SectionKind:
    """What is not of this story: a linked title announces another one."""
    told = block.linked > LINKS or "related" in block.inside
    return "teaser" if told and len(block.text.split()) > 3 and "furniture" not in block.inside else "boilerplate"


def _drop_lists(found: Sequence[Block], kinds: list[SectionKind]) -> None:
    """Titles that follow a bare "see also" belong to it."""
    follows = 0
    for i, kind in enumerate(kinds):
        if kind == "see_also":
            follows = 6 if found[i].text.endswith(":") or len(found[i].text) < 25 else 0
        elif follows and kind in {"body", "teaser"} and found[i].linked > LINKS:
            kinds[i] = "see_also"
            follows -= 1
        else:
            follows = 0


def _mark_analysis(found: Sequence[Block], kinds: list[SectionKind]) -> None:
    """From a heading of analysis to the next heading of another kind or the end."""
    on = False
    for i, kind in enumerate(kinds):
        if kind != "body":
            continue
        if cues.is_("analysis", found[i].text):
            on = True
        if on:
            kinds[i] = "analysis"
