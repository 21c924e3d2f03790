"""Bytes to characters: which charset, and what of the characters stays.

Kept as they are: every letter and mark, accents composed or not, no-break and other wide spaces, homoglyphs. Dropped,
because no reader sees them and they split words or turn them round: NUL and other controls, lone surrogates, bidi
controls, zero-width characters, soft hyphens, variation selectors, tag characters, noncharacters. Every line end
becomes a line feed; a heap of combining marks keeps its first four. All offsets count in what is left.
"""

import codecs
import re

from almenara.model import Refused

BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
LIKE_WINDOWS = {"ascii", "iso8859-1", "latin-1", "iso-8859-1", "us-ascii", "iso8859_1"}
"""Charsets that browsers read as windows-1252, since pages that name them mean it (WHATWG encoding standard)."""
WESTERN = re.compile("[A-Za-z0-9 áéíóúñüçàèìòùâêîôûäëïöãõÁÉÍÓÚÑÜÇÀÈÃÕ¿¡“”‘’«»–—…ºª°€£·\xa0´]")
SAMPLE = 65_536

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_LEADS = (b"\xcc", b"\xcd", b"\xef\xb8")  # of printable characters that are dropped or counted: marks and selectors
_HEAP = re.compile("([\u0300-\u036f]{4})[\u0300-\u036f]+")


def clean(text: str) -> str:
    """The text without characters that no reader sees, its lines ended by line feeds."""
    if not _is_plain(text):
        text = _DROPPED.sub("", _LINE_ENDS.sub("\n", text))
        text = _HEAP.sub(r"\1", text)
    return text


def _is_plain(text: str) -> bool:
    """Whether there is surely nothing to drop: twenty times faster than the expressions that find it."""
    plain = text.replace("\n", " ").replace("\xa0", " ").replace("\t", " ")
    if not plain.isprintable():
        return False
    data = plain.encode("utf-8")
    return not any(lead in data for lead in _LEADS)


def decode(data: bytes, declared: str | None = None) -> str:
    """The characters of `data`, not yet cleaned; raises Refused (not_text) where it is no text.

    A byte order mark decides; else the NULs of UTF-16; else strict UTF-8, for hardly any other text happens to be valid
    UTF-8; else the charset that is `declared` (HTTP, meta, MIME) where it fits; else windows-1252 or a guess.
    """
    for mark, charset in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(charset, "replace")
    if b"\0" in data[:SAMPLE]:
        return _wide(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data, declared)


def _wide(data: bytes) -> str:
    """UTF-16 without a byte order mark, told by where its NULs stand; a few stray NULs are UTF-8's."""
    sample = data[:SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if max(even, odd) > 0.4 * half and min(even, odd) < 0.05 * half:
        return data.decode("utf-16-be" if even > odd else "utf-16-le", "replace")
    if even + odd > 0.02 * len(sample):
        raise Refused("not_text", f"{even + odd:,} NUL bytes in the first {len(sample):,}: no text")
    return decode(data.replace(b"\0", b""))


def _legacy(data: bytes, declared: str | None) -> str:
    mended = data.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    if broken * 20 < sum(not c.isascii() for c in mended[:SAMPLE]) or broken * 5_000 < len(mended):
        return mended  # UTF-8 with a few bytes cut or foreign
    return _declared(data, declared) or _guessed(data)


def _declared(data: bytes, declared: str | None) -> str | None:
    """By the charset named, where it is known and fits; None otherwise."""
    try:
        charset = codecs.lookup(declared.strip("\"' \t").lower()).name if declared else ""
    except (LookupError, ValueError):
        return None
    if not charset or charset in {"utf-8", "utf_8"}:
        return None
    try:
        return data.decode("cp1252" if charset in LIKE_WINDOWS else charset)
    except (UnicodeDecodeError, LookupError):
        return None


def _guessed(data: bytes) -> str:
    text = data.decode("cp1252", "replace")
    odd = [c for c in text[:SAMPLE] if not c.isascii()]
    controls = sum(b < 9 or 13 < b < 32 for b in data[:4_096])
    if controls * 20 > min(len(data), 4_096):
        raise Refused("not_text", "control bytes all over: no text")
    if sum(bool(WESTERN.match(c)) for c in odd) >= 0.9 * len(odd):
        return text
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    return data.decode(best.encoding, "replace") if best else text
