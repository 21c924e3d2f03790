"""One key for the many spellings of a name."""

import re
import unicodedata
from functools import lru_cache

_DROPPED = re.compile(r"[.'’‘`´ʼ]")
_GAP = re.compile(r"[\W_]+")


@lru_cache(maxsize=1 << 17)
def fold(text: str) -> str:
    """Lower case, no accents, no punctuation, single spaces: "Tingo  María" -> "tingo maria", "U.S." -> "us"."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", _DROPPED.sub("", text)) if not unicodedata.combining(c))
    return _GAP.sub(" ", _DROPPED.sub("", text.lower())).strip()
