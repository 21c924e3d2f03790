"""What the grammar around a trigger says of reality beyond doubt: negation, denial, the future, the conditional, modals."""

from itertools import islice
from typing import Literal

from almenara.coding.acts.reading import cues, fold
from almenara.coding.acts.triggers import Trigger
from almenara.language import Parsed, Token
from almenara.model import Reality

Said = Reality | Literal["hypothetical"] | None
NEGATIONS = frozenset(("not", "n't", "never", "no", "nunca", "jamas"))
ADVERBIAL = frozenset(("advmod", "neg", "det", "aux"))
FUTURE = ("rá", "rán", "remos", "ré")
REACH = 2
NEAR = 5
PERFECT = frozenset(("have", "haber"))


def said(parsed: Parsed, trigger: Trigger, act: str, *, sure: bool) -> Said:
    """The reality that grammar gives the act at a trigger, "hypothetical", or None where it does not say.

    Only a `sure` trigger, one of the lexicon's, can be denied: of another we do not know that the act is what is negated.
    """
    token = parsed.tokens[trigger.head]
    found = _of_verb(parsed, token, sure=sure) if token.pos == "VERB" else _of_noun(parsed, token)
    if not found and sure and _above(parsed, token, "denying"):
        found = "denied"
    if not found and token.head != token.index and fold(parsed.tokens[token.head].lemma) in cues("trying"):
        found = "attempted"
    if not found and act in cues("crimes") and (_above(parsed, token, "accusing") or _before(parsed, trigger, "doubted")):
        found = "alleged"
    return found


def _above(parsed: Parsed, token: Token, name: str) -> bool:
    """Whether one of a list of words governs the token, nearly."""
    above = islice(parsed.ancestors(token.index), REACH)
    return any(fold(parsed.tokens[i].lemma) in cues(name) for i in above)


def _before(parsed: Parsed, trigger: Trigger, name: str) -> bool:
    """Whether one of a list of words stands in the sentence shortly before a trigger."""
    first = max(parsed.sentence_of(trigger.first).first, trigger.first - NEAR)
    return any(fold(t.text) in cues(name) for t in parsed.tokens[first : trigger.first])


def _of_noun(parsed: Parsed, token: Token) -> Said:
    if _possible(parsed, token):
        return "hypothetical"
    verb = parsed.tokens[token.head]
    done = token.dep in ("obj", "nsubj:pass") and fold(verb.lemma) in cues("doing")
    return "planned" if done and _is_to_come(parsed, verb, {fold(t.text) for t in _helpers(parsed, verb)}) else None


def _is_to_come(parsed: Parsed, verb: Token, helpers: set[str]) -> bool:
    """Whether a verb stands in the future, or in what was announced: "will declare", "said it would declare", "declarará"."""
    announced = "would" in helpers and _above(parsed, verb, "announcing")
    return "will" in helpers or announced or (parsed.language == "es" and verb.text.lower().endswith(FUTURE))


def _of_verb(parsed: Parsed, token: Token, *, sure: bool) -> Said:
    helpers = _helpers(parsed, token)
    words = {fold(t.text) for t in helpers}
    said: Said = None
    possible = not words.isdisjoint(cues("modals")) and words.isdisjoint(PERFECT)
    if possible or _conditional(parsed, token):
        said = "hypothetical"
    elif not words.isdisjoint(cues("conditionals")):
        said = "alleged"
    elif sure and _negated(helpers):
        said = "denied"
    elif _is_to_come(parsed, token, words):
        said = "planned"
    return said


def _conditional(parsed: Parsed, token: Token) -> bool:
    """Whether a verb heads an if-clause: "if he does not resign", "si no renuncia"."""
    return any(
        fold(parsed.tokens[c].text) in ("if", "si", "unless") and parsed.tokens[c].dep == "mark"
        for c in parsed.children[token.index]
    )


def _possible(parsed: Parsed, token: Token) -> bool:
    """Whether a noun hangs on a verb of what could be: "could lead to clashes", "podría provocar enfrentamientos"."""
    for step, above in enumerate(parsed.ancestors(token.index)):
        if step == REACH:
            return False
        if parsed.tokens[above].pos == "VERB":
            words = {fold(t.text) for t in _helpers(parsed, parsed.tokens[above])}
            return not words.isdisjoint(cues("remote")) and words.isdisjoint(PERFECT | NEGATIONS)
    return False


def _helpers(parsed: Parsed, token: Token) -> list[Token]:
    """Auxiliaries and adverbs of a verb, those of the verb it is coordinated with where it has none."""
    own = [parsed.tokens[c] for c in parsed.children[token.index]]
    found = [t for t in own if t.dep.split(":")[0] in ("aux", "cop", "advmod", "neg")]
    has_aux = any(t.dep.startswith(("aux", "nsubj")) for t in own)
    if token.dep == "conj" and token.head != token.index and not has_aux:
        found += [t for c in parsed.children[token.head] if (t := parsed.tokens[c]).dep == "aux"]
    return found


def _negated(helpers: list[Token]) -> bool:
    return any(fold(t.text) in NEGATIONS and t.dep in ADVERBIAL for t in helpers) and not any(
        fold(t.text) in ("only", "just", "solo", "solamente") for t in helpers
    )
