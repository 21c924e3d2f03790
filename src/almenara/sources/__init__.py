"""Where bytes come from: files, folders and standard input."""

from almenara.sources.paths import Item, Walk, walk

__all__ = ["Item", "Walk", "walk"]
