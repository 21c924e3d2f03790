"""Words in the report: shown in one language, exchanged for the other by the page's own script."""

from markupsafe import Markup

from almenara.cli.formats.options import Interface
from almenara.cli.formats.strings import both


class Labels:
    """Remembers which words a page used, so that only those travel with it."""

    def __init__(self, interface: Interface) -> None:
        self.interface = interface
        self.used: dict[str, list[str]] = {}

    def text(self, key: str) -> str:
        """The bare words, for a title or an option."""
        words = both(key)
        self.used[key] = [words["en"], words["es"]]
        return words[self.interface]

    def span(self, key: str) -> Markup:
        """The words in an element that can change its language."""
        return Markup('<span data-t="{}">{}</span>').format(key, self.text(key))

    def attribute(self, key: str, name: str = "aria-label") -> Markup:
        """The words as an attribute that can change its language."""
        return Markup('{}="{}" data-t-{}="{}"').format(name, self.text(key), name, key)
