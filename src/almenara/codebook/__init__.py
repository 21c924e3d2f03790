"""Acts, vocabularies, crosswalks and lexicons, as data that an analyst can read and edit."""

from almenara.codebook.acts import CATEGORIES, SCHEMES, Act, Category, Codes, Scheme, act, acts, crosswalk
from almenara.codebook.entries import Entry
from almenara.codebook.lexicon import Hit, Lexicon
from almenara.codebook.load import lexicon
from almenara.codebook.terms import TABLES, Term, table
from almenara.codebook.ucdp import UcdpType, ucdp_type
from almenara.codebook.words import Bilingual, Examples

__all__ = [
    "CATEGORIES", "SCHEMES", "TABLES", "Act", "Bilingual", "Category", "Codes", "Entry", "Examples", "Hit", "Lexicon", "Scheme",
    "Term", "UcdpType", "act", "acts", "crosswalk", "lexicon", "table", "ucdp_type",
]  # fmt: skip
