"""The kind of each paragraph of a page, from its place, its words and trafilatura's judgement."""

from collections.abc import Sequence

from almenara.model import SectionKind
from almenara.text import cues
from almenara.text.page.blocks import Block, key

LINKS = 0.6  # above this share of linked characters a paragraph only points elsewhere
SOME = 0.3
LONG = 60
DECK = 500  # characters of the longest summary under a headline
NEAR = 6  # blocks between a headline and its summary
APART = frozenset({"comments", "related", "furniture"})
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def kinds_of(found: Sequence[Block], story: frozenset[str], title: str | None) -> list[SectionKind]:
    """One kind a block. Without a story from trafilatura, long paragraphs outside the furniture are it."""
    is_story = [block.key in story for block in found]
    if not any(is_story):
        is_story = [_looks_like_story(block) for block in found]
    head = _headline(found, title)
    first, last = _extent(found, is_story, head)
    kinds = [_kind(block, is_story=is_story[i], within=first <= i <= last) for i, block in enumerate(found)]
    if head >= 0:
        kinds[head] = "headline"
        _keep_deck(found, kinds, head)
    _follow_see_also(found, kinds)
    _keep_headings(found, kinds)
    _end_at_comments(found, kinds)
    _mark_analysis(found, kinds)
    return kinds


def _looks_like_story(block: Block) -> bool:
    return len(block.text) >= LONG and block.linked < LINKS and not block.inside & (APART | {"aside", "caption"})


def _headline(found: Sequence[Block], title: str | None) -> int:
    """The block that prints the title: an h1 before any other block, else one with the title's very words; -1 where none does."""
    wanted = key(title or "").lower()
    same = [i for i, b in enumerate(found) if wanted and b.key.lower() == wanted and not b.inside & {"related"}]
    tops = [i for i, b in enumerate(found) if "headline" in b.inside and len(b.text) > 15 and not b.inside & {"related"}]
    return next((i for i in same if i in tops), (same or (tops if len(tops) == 1 else []) or [-1])[0])


def _extent(found: Sequence[Block], is_story: Sequence[bool], head: int) -> tuple[int, int]:
    """From the headline (or the story's first paragraph) to the story's last."""
    at = [i for i, story in enumerate(is_story) if story and len(found[i].text) >= LONG] or [
        i for i, s in enumerate(is_story) if s
    ]
    if not at:
        return 0, -1
    return (head if 0 <= head < at[len(at) // 2] else at[0]), at[-1]


def _kind(block: Block, *, is_story: bool, within: bool) -> SectionKind:
    if "caption" in block.inside:
        return "caption" if within else "boilerplate"
    points = is_story and block.linked > LINKS and cues.is_title(block.text) and not block.inside & APART
    if points or cues.is_("see_also", block.text):
        return "see_also" if within else _elsewhere(block)
    if block.inside & APART:
        return _elsewhere(block)
    if _is_furniture(block):
        return "boilerplate"
    if is_story:
        return "body"
    is_told = within and "figure" in block.inside and cues.is_sentence(block.text)
    return "caption" if is_told else _elsewhere(block)


def _is_furniture(block: Block) -> bool:
    """Words of the page rather than the story; a byline's only where they stand alone or the page calls them so."""
    text = block.text
    return cues.is_("boilerplate", text) or cues.is_("byline", text) or ("byline" in block.inside and len(text) < cues.SHORT)


def _elsewhere(block: Block) -> SectionKind:
    """What is not of this story: what stands among related stories, or one linked title, announces another one."""
    if "furniture" in block.inside or len(block.text.split()) <= 3 or cues.is_pager(block.text):
        return "boilerplate"
    if "related" in block.inside and not cues.is_("see_also", block.text):
        return "teaser"
    return "teaser" if block.linked > LINKS and block.links == 1 else "boilerplate"


def _keep_deck(found: Sequence[Block], kinds: list[SectionKind], head: int) -> None:
    """The lines under a headline that sum the story up, which trafilatura mostly leaves out."""
    for i in range(head + 1, min(head + NEAR, len(kinds))):
        block = found[i]
        if kinds[i] == "body":
            return
        plain = kinds[i] == "boilerplate" and block.linked < SOME and not block.inside & (APART | {"byline"})
        if plain and LONG <= len(block.text) <= DECK and not _is_furniture(block):
            kinds[i] = "caption" if cues.is_caption(block.text) else "body"
            return


def _follow_see_also(found: Sequence[Block], kinds: list[SectionKind]) -> None:
    """Linked titles that follow a bare "see also" belong to it."""
    follows = 0
    for i, kind in enumerate(kinds):
        if kind == "see_also":
            follows = 6 if found[i].text.endswith(":") or len(found[i].text) < 25 else follows
        elif follows and kind in {"body", "teaser"} and found[i].linked > LINKS:
            kinds[i] = "see_also"
            follows -= 1
        else:
            follows = 0


def _keep_headings(found: Sequence[Block], kinds: list[SectionKind]) -> None:
    """A heading before a paragraph of the story is the story's, though trafilatura lost it."""
    for i in range(1, len(kinds) - 1):
        is_lost = (
            kinds[i] == "boilerplate" and found[i].tag in HEADINGS and not found[i].inside & APART and not _is_furniture(found[i])
        )
        if is_lost and kinds[i + 1] == "body" and "body" in kinds[max(0, i - 3) : i]:
            kinds[i] = "body"


def _end_at_comments(found: Sequence[Block], kinds: list[SectionKind]) -> None:
    """What comes after the readers' comments is no story, where most of it stands before them."""
    at = next((i for i in range(len(found) - 1, 0, -1) if "comments" in found[i].inside), len(found))
    told = [len(block.text) if kind == "body" else 0 for block, kind in zip(found, kinds, strict=True)]
    if sum(told[at:]) < sum(told[:at]):
        kinds[at:] = ["boilerplate" if kind in {"body", "caption"} else kind for kind in kinds[at:]]


def _mark_analysis(found: Sequence[Block], kinds: list[SectionKind]) -> None:
    """From a heading of analysis to the end."""
    on = False
    for i, kind in enumerate(kinds):
        on = on or (kind == "body" and cues.is_("analysis", found[i].text))
        if on and kind == "body":
            kinds[i] = "analysis"
