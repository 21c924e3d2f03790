"""Text to sentences, tokens, syntax and names, for English and Spanish; nothing is loaded before it is used."""

from functools import cache
from typing import TYPE_CHECKING

from almenara.language.identify import SUPPORTED, identify
from almenara.language.parsed import Name, Parsed, Sentence, Token

if TYPE_CHECKING:
    from almenara.language.reader import Reader

__all__ = ["SUPPORTED", "Name", "Parsed", "Sentence", "Token", "identify", "load"]


@cache
def load(language: str) -> "Reader":
    """The reader of a language, `en` or `es`; raises Unavailable("no_model") where its pipeline is not installed."""
    from almenara.language.reader import Reader

    return Reader(language)
