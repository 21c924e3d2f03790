"""Word lists that constraints name with an @: drugs, arms, money, authorities and so on."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from almenara.codebook import files
from almenara.model import Language

Lists = Mapping[str, frozenset[str]]
BUILT_IN = frozenset({"@name", "@many"})  # matched by what a token is, besides any words of a list of the name


def load(folders: Sequence[Path], language: Language) -> Lists:
    """The lists of a language from each folder's `lists/en.toml` or `lists/es.toml`; a later folder adds its words."""
    found: dict[str, frozenset[str]] = {}
    for folder in folders:
        path = folder / "lists" / f"{language}.toml"
        if not path.is_file():
            continue
        for name, words in files.read(path).items():
            if not isinstance(words, str):
                files.refuse(path, name, "a list is one string of words with spaces between")
            found[name] = found.get(name, frozenset()) | frozenset(words.lower().split())
    return found


def expand(words: Sequence[str], lists: Lists) -> frozenset[str]:
    """Words with each "@list" replaced by its members, "@name" and "@many" kept; raises KeyError with an unknown name."""
    out: set[str] = set()
    for word in words:
        out |= lists.get(word[1:], frozenset()) if word in BUILT_IN else lists[word[1:]] if word.startswith("@") else frozenset()
        if word in BUILT_IN or not word.startswith("@"):
            out.add(word.lower())
    return frozenset(out)
