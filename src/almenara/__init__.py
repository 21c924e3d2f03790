"""Almenara: a page in, a record that can be checked out.

>>> import almenara
>>> coding = almenara.code("Three people were killed in Tibú on 3 May.", published="2026-05-04")  # doctest: +SKIP
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from almenara.model import Coding, Document, Language

__all__ = ["code", "read"]


def read(data: "str | bytes", *, name: str = "", published: str | None = None, language: "Language | None" = None) -> "Document":
    """The clean document of a text or of the bytes of one file (HTML, text, Markdown, JSON article, EML, PDF).

    `name` hints at the kind; `published` (YYYY-MM-DD) fills in where the page gives none. Raises Refused.
    """
    from almenara import text

    return text.read_one(data, name, options=text.Options(published=published, language=language))


def code(data: "str | bytes", *, name: str = "", published: str | None = None, language: "Language | None" = None) -> "Coding":
    """The coding of a text or of the bytes of one file; arguments and errors as `read`.

    Looks places up in the gazetteer where one is built. Raises Refused, and Unavailable where a model is missing.
    """
    from almenara.coding import code as coded
    from almenara.places import installed

    return coded(read(data, name=name, published=published, language=language), gazetteer=installed())
