"""What a paragraph gives away by its first words, its length and its end."""

import re
from functools import cache

SHORT = 200  # a cue in a longer paragraph is part of a sentence
TITLE = 150
ENDS = (".", "!", "?", "…", '."', ".”", ".»", ".'", ".’", '"', "”", "»", ":", ";", ",", "…”")
_PAGER_PARTS = re.compile(r"[\s•·*|«»‹›<>…-]+")
_ARROWS = frozenset("prev previous next anterior siguiente última ultima last first primera".split())
_ING = re.compile(r"\b[a-z]{3,}ing\b|\b[a-záéíóú]{2,}(ando|iendo|yendo)\b")
_FINITE = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|said|says|told|did|does|do|went|came|took|shot|held|left|[a-z]{2,}ed"
    r"|es|son|fue|fueron|era|eran|ha|han|había|habían|está|están|hay|dice|tiene|[a-záéíóúñ]{2,}(ó|aron|ieron|eron|aba|aban|ía|ían|ará|arán|erá|irá))\b"
)
_CAPTION_OPENS = re.compile(r"(?i)(archive|file) (photo|image)|(foto|imagen|vista) de archivo")


@cache
def cue(kind: str) -> re.Pattern[str]:
    """The cues of one kind in `data/cues.toml` as one expression, to be matched from a paragraph's start."""
    import tomllib
    from importlib.resources import files

    table = tomllib.loads(files("almenara.text").joinpath("data", "cues.toml").read_text("utf-8"))
    return re.compile("|".join(f"(?:{c})" for c in table[kind]), re.IGNORECASE)


def is_(kind: str, text: str) -> bool:
    """Whether a paragraph shows itself to be of a kind by its words."""
    return len(text) <= SHORT and cue(kind).match(text) is not None


def is_sentence(text: str) -> bool:
    """Whether it ends as sentences end."""
    return text.endswith(ENDS)


def is_title(text: str) -> bool:
    """Whether it may be a title: short, and it does not end as sentences do."""
    return len(text) <= TITLE and not text.endswith(ENDS)


def is_pager(text: str) -> bool:
    """Numbers of pages, or the arrows between them."""
    if len(text) > SHORT:
        return False
    parts = [part for part in _PAGER_PARTS.split(text.lower()) if part]
    numbers = sum(part.isdecimal() and len(part) <= 3 for part in parts)
    arrows = sum(part in _ARROWS for part in parts)
    return numbers + arrows == len(parts) and (numbers + arrows >= 3 or arrows >= 2)


def is_caption(text: str) -> bool:
    """A credit, or one short sentence that shows something being done and has no verb of its own."""
    if len(text) > SHORT:
        return False
    if cue("credit").match(text) or _CAPTION_OPENS.search(text):
        return True
    lower = text.lower()
    return text.endswith(".") and ". " not in text and _ING.search(lower) is not None and not _FINITE.search(lower)
