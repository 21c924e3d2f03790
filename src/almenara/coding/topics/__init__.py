"""Subjects of a whole document: the seven labels of CODEBOOK 6, in English and Spanish."""

from almenara.coding.topics.find import topics

__all__ = ["topics"]
