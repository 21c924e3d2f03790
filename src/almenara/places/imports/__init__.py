"""Places that a user downloads himself, into the gazetteer: a GeoNames dump, a table of INEI.

Each import works on a copy of the file that takes its place at the end: one that fails leaves what was there, and one that is
done twice leaves what once leaves.
"""

from almenara.places.imports.geonames import import_geonames
from almenara.places.imports.inei import import_inei
from almenara.places.imports.target import Imported

__all__ = ["Imported", "import_geonames", "import_inei"]
