"""Whether the clause around an expression looks ahead: "will meet on Friday", "se reunirán el martes".

Read off the words alone, so that a date can be told without a parse; a coder that knows that its act is planned says so
itself. Accents carry the Spanish future: a text without them is read as past.
"""

import re

BOUND = {
    "en": re.compile(r"[.;:!?,\n\"“”()]|\b(?:that|who|which|whose|after|when|before|because|but|while|where)\b", re.I),
    "es": re.compile(r"[.;:!?,\n\"“”«»()]|\b(?:que|quien|quienes|tras|cuando|donde|porque|pero|mientras|luego)\b", re.I),
}
AHEAD = {
    "en": re.compile(
        r"\b(?:will|won't|shall|must)\b|\b(?:is|are) (?:scheduled|due|set|expected|slated|planned|likely)\b|\btakes? effect\b",
        re.I,
    ),
    "es": re.compile(r"\b\w{2,}(?:rá|rán|remos)\b|\b(?:va|van|vamos) a \w+r(?:se)?\b|\b(?:está|están) previst[oa]s?\b", re.I),
}
SAID = re.compile(
    r"\b(?:said|says|told|announced|reported|warned|added|declared|dijo|dijeron|anunci[óo]|informó|señaló|indicó|afirmó|aseguró"
    r"|advirtió|declaró|confirmó|reveló)\b",
    re.I,
)
REACH, BESIDE = 110, 18  # characters of a clause to look at, and within which a verb of saying takes the date for itself


def looks_ahead(text: str, start: int, end: int, language: str) -> bool:
    """Whether the clause around [start, end) is in the future, and no verb of saying stands beside it."""
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    bound = BOUND[language]
    opening = max((m.end() for m in bound.finditer(before)), default=0)
    closing = next((m.start() for m in bound.finditer(after)), len(after))
    before, after = before[opening:], after[:closing]
    if SAID.search(before[-BESIDE:]) or SAID.match(after.lstrip()):
        return False
    return bool(AHEAD[language].search(before) or AHEAD[language].search(after))
