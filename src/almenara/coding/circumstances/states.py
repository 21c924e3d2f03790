"""In which state a measure is: proposed, announced, in force, extended, lifted or lapsed; cues in measures.toml."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import get_args

from almenara.coding.circumstances.tellings import Tellings, steps
from almenara.coding.circumstances.terms import EXCEPTIONAL, LEGAL
from almenara.language import Parsed
from almenara.language.syntax import dependents
from almenara.model import MeasureState
from almenara.times.fold import fold

REACH = 3  # steps in the tree from the measure's word within which a cue speaks of it
CONTENT = frozenset(("VERB", "NOUN", "ADJ", "AUX", "ADP"))
SURE: tuple[MeasureState, ...] = ("lifted", "lapsed", "extended", "proposed", "announced", "in_force")

ENDING: tuple[MeasureState, ...] = ("lifted", "lapsed")
NOT = ("not", "n't", "never", "no", "nunca")
DECLARED = ("state_of_emergency", "curfew")
TRUCE = "ceasefire"
STATED = EXCEPTIONAL | LEGAL | {TRUCE}


@cache
def cues(table: str) -> dict[str, tuple[str, ...]]:
    """Beginnings of folded words by what they say, from one table of measures.toml."""
    raw = tomllib.loads(files("almenara.coding.circumstances").joinpath("data/measures.toml").read_text("utf-8"))
    return {name: tuple(words.split()) for name, words in raw[table].items()}


def state_of(tellings: Tellings, number: int) -> tuple[MeasureState, int | None]:
    """The state of the measure of a draft, with the token that says so where one does."""
    draft = tellings.drafts[number]
    implied = next((m.measure_state for m in draft.mentions if m.measure_state), None)
    ended = _ended(tellings, number) if implied in (None, "in_force") else None
    if ended is not None:
        return ended
    if implied is not None:
        return implied, None
    found = min(_said(tellings, number), default=None)
    if found is not None:
        state = SURE[found[1]]
        return ("announced" if state == "in_force" and draft.reality == "planned" else state), found[2]
    if draft.reality == "planned":
        return ("proposed" if draft.act == "law" else "announced"), None
    settled = draft.reality == "ongoing" or draft.act not in DECLARED
    return ("in_force" if settled else "announced"), None


def _ended(tellings: Tellings, number: int) -> tuple[MeasureState, int] | None:
    """What a sentence says at its end of the measure it speaks of: "..., when it was lifted"."""
    parsed = tellings.parsed
    table = cues(parsed.language)
    for index in tellings.of[number]:
        for token in parsed.tokens_of(parsed.sentences[index]):
            if token.pos != "VERB":
                continue
            word = fold(token.text)
            state = next((s for s in ENDING if word.startswith(table[s])), None)
            if state and _is_of_measure(parsed, token.index, table["measure"]):
                return state, token.index
    return None


def _is_of_measure(parsed: Parsed, verb: int, nouns: tuple[str, ...]) -> bool:
    """Whether the subject of a verb that denies nothing is a measure."""
    words = [fold(parsed.tokens[c].text) for c in dependents(parsed, verb, "nsubj", "nsubj:pass")]
    denied = any(fold(parsed.tokens[c].text) in NOT for c in parsed.children[verb])
    return not denied and any(word in nouns for word in words)


def ends(tellings: Tellings, number: int) -> bool:
    """Whether a draft tells the end of a measure or truce."""
    return tellings.drafts[number].act in STATED and state_of(tellings, number)[0] in ENDING


def _said(tellings: Tellings, number: int) -> Iterator[tuple[int, int, int]]:
    """(steps, number of the state, token) of each cue near the words that tell a draft."""
    parsed = tellings.parsed
    states = [(SURE.index(s), stems) for s in get_args(MeasureState) if (stems := cues(parsed.language).get(s))]
    for index, trigger in tellings.of[number].items():
        sentence = parsed.sentences[index]
        for i in range(sentence.first, sentence.last):
            if parsed.tokens[i].pos not in CONTENT or trigger is None:
                continue
            word = fold(parsed.tokens[i].text)
            state = min((n for n, stems in states if word.startswith(stems)), default=None)
            if state is None or (away := steps(parsed, trigger, i)) > REACH:
                continue
            named = i == trigger and parsed.tokens[i].pos != "VERB"  # "the proposal was approved": the verb knows better
            yield REACH if named else away, state, i
