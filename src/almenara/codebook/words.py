"""A text in both languages of the product."""

from typing import Annotated, Any

from msgspec import Meta

from almenara.model import Language, Value

Words = Annotated[str, Meta(min_length=1)]


class Bilingual(Value, frozen=True, kw_only=True):
    """The same words in English and Spanish."""

    en: Words
    es: Words

    def of(self, language: Language) -> str:
        """The words in one language."""
        return self.es if language == "es" else self.en


class Examples(Value, frozen=True, kw_only=True):
    """Sentences in English and Spanish, at least one each."""

    en: Annotated[tuple[Words, ...], Meta(min_length=1)]
    es: Annotated[tuple[Words, ...], Meta(min_length=1)]

    def of(self, language: Language) -> tuple[str, ...]:
        """The sentences in one language."""
        return self.es if language == "es" else self.en


Table = dict[str, Any]
