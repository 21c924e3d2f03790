"""Who and what a document names: people, groups, forces, bodies, populations and places, with all their mentions."""

from almenara.coding.entities.find import find, office_of
from almenara.coding.entities.index import Entities, without_article

__all__ = ["Entities", "find", "office_of", "without_article"]
