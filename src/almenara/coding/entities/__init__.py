"""Who and what a document names: people, groups, forces, bodies, populations and places, with all their mentions."""

from almenara.coding.entities.find import find
from almenara.coding.entities.index import Entities, without_article
from almenara.coding.entities.offices import office_of

__all__ = ["Entities", "find", "office_of", "without_article"]
