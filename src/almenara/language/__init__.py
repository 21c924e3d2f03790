"""Text to sentences, tokens, syntax and names, for English and Spanish; nothing is loaded before it is used."""

from functools import cache
from pathlib import Path
from typing import Protocol

from almenara.language.choice import chosen, model_folder
from almenara.language.identify import SUPPORTED, identify
from almenara.language.parsed import Name, Parsed, Sentence, Token
from almenara.model import Document

__all__ = ["SUPPORTED", "Name", "Parsed", "Parser", "Sentence", "Token", "identify", "load"]


class Parser(Protocol):
    """What parses documents of one language."""

    def parse(self, document: Document) -> Parsed:
        """The parse of the coded sections of a document."""
        ...


def load(language: str) -> Parser:
    """The parser of a language, `en` or `es`: ours, or spaCy's where ALMENARA_READER says so.

    Raises Unavailable("no_model") naming what is not installed, Refused("unknown_reader").
    """
    return _load(language, chosen(), model_folder())


@cache
def _load(language: str, named: str, folder: Path) -> Parser:
    if named == "spacy":
        from almenara.language.piped import Piped

        return Piped(language)
    from almenara.language.reader import Reader

    return Reader(language, folder)
