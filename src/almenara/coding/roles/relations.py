"""How the words around a trigger stand to it: one short label per argument, the same in both languages."""

from almenara.coding.roles.wordlists import words
from almenara.language import Parsed
from almenara.language.syntax import case_of, dependents, is_passive, with_conjuncts

MAX_PATH = 5


def path(parsed: Parsed, trigger: int, i: int) -> str:
    """The way through the tree from a trigger to a word ("^conj obj"), or "far" beyond five steps; UD subtypes are cut."""
    tokens = parsed.tokens
    above = {trigger: 0}
    ups = [trigger]
    while len(ups) <= MAX_PATH and tokens[ups[-1]].head != ups[-1]:
        above[tokens[ups[-1]].head] = len(ups)
        ups.append(tokens[ups[-1]].head)
    down: list[str] = []
    while i not in above:
        if tokens[i].head == i or len(down) == MAX_PATH:
            return "far"
        down.append(tokens[i].dep)
        i = tokens[i].head
    steps = ["^" + tokens[k].dep for k in ups[: above[i]]] + down[::-1]
    return " ".join(steps) if len(steps) <= MAX_PATH else "far"


def relations(parsed: Parsed, trigger: int) -> dict[int, str]:
    """Labels of the tokens that are arguments of the word `trigger`, nearest reading first; one label a token."""
    out: dict[int, str] = {}
    token = parsed.tokens[trigger]
    if token.pos in ("NOUN", "PROPN"):
        _nominal(parsed, trigger, out)
    else:
        _verbal(parsed, trigger, out, "")
    return out


def _put(parsed: Parsed, out: dict[int, str], i: int, label: str) -> None:
    """Label `i` and what is coordinated with it; behind a measure ("40 kilos of cocaine") also the thing measured."""
    todo = [i]
    for at in todo:
        for k in with_conjuncts(parsed, at):
            out.setdefault(k, label)
            if parsed.tokens[k].lower in words("measures"):
                todo += dependents(parsed, k, "nmod")


def _verbal(parsed: Parsed, verb: int, out: dict[int, str], prefix: str) -> None:
    passive = is_passive(parsed, verb)
    own_subject = False
    for c in parsed.children[verb]:
        dep = parsed.tokens[c].dep
        if dep in ("nsubj", "csubj", "nsubj:pass", "csubj:pass"):
            own_subject = parsed.tokens[c].lower not in words("relative_pronouns")
            _put(parsed, out, c, prefix + ("psubj" if passive or dep.endswith("pass") else "subj"))
        elif dep in ("obj", "iobj"):
            _put(parsed, out, c, prefix + _object_label(parsed, c, dep))
        elif dep.startswith("obl") or dep == "nmod":
            case = case_of(parsed, c)
            agent = dep == "obl:agent" or (case in words("agent_cases") and passive)
            _put(parsed, out, c, prefix + ("agent" if agent else f"obl:{case}"))
    if not prefix:
        _borrowed(parsed, verb, out, own_subject=own_subject)


def _object_label(parsed: Parsed, i: int, dep: str) -> str:
    case = case_of(parsed, i)
    return dep if case in ("", "a", "al") else f"obl:{case}"


def _borrowed(parsed: Parsed, verb: int, out: dict[int, str], *, own_subject: bool) -> None:
    """Arguments that the verb takes from its governor: a relative clause's head, a shared or controlling subject."""
    token = parsed.tokens[verb]
    dep, head = token.dep, token.head
    if head == verb:
        return
    if dep == "acl:relcl" or (dep == "acl" and _relative(parsed, verb)):
        _put(parsed, out, head, _relative_label(parsed, verb))
    elif dep in ("acl", "amod"):
        past = token.tag == "VBN" or token.lower.endswith(tuple(words("participle_ends")))
        _put(parsed, out, head, "psubj" if past else "subj")
    elif dep in ("conj", "xcomp", "ccomp", "advcl", "parataxis") and not own_subject:
        passive = is_passive(parsed, verb)
        for c in dependents(parsed, head, "nsubj", "nsubj:pass"):
            base = "psubj" if passive else "subj"
            _put(parsed, out, c, base if dep == "conj" else f"{dep}_{base}")
        if dep != "conj":
            for c in dependents(parsed, head, "obj", "iobj"):
                _put(parsed, out, c, f"{dep}_obj")


def _relative(parsed: Parsed, verb: int) -> bool:
    return any(parsed.tokens[c].lower in words("relative_pronouns") for c in parsed.children[verb])


def _relative_label(parsed: Parsed, verb: int) -> str:
    """What the head noun is to the verb of its relative clause."""
    passive = is_passive(parsed, verb)
    other_subject = False
    for c in parsed.children[verb]:
        token = parsed.tokens[c]
        if token.dep in ("nsubj", "nsubj:pass"):
            if token.lower in words("relative_pronouns"):
                return "psubj" if passive or token.dep == "nsubj:pass" else "subj"
            other_subject = True
    return "obj" if other_subject else "psubj" if passive else "subj"


def _nominal(parsed: Parsed, noun: int, out: dict[int, str]) -> None:
    for c in parsed.children[noun]:
        dep = parsed.tokens[c].dep
        if dep == "nmod":
            case = case_of(parsed, c)
            _put(parsed, out, c, "nagent" if case in words("agent_cases") else f"nmod:{case}")
            for by in dependents(parsed, c, "nmod"):  # "the arrest of X by Y", where the parser hangs Y on X
                if case_of(parsed, by) in words("agent_cases"):
                    _put(parsed, out, by, "nagent")
        elif dep in ("nmod:poss", "compound", "flat", "amod", "appos"):
            _put(parsed, out, c, f"n{dep}")
        elif dep in ("acl", "acl:relcl"):
            _verbal(parsed, c, out, "nacl_")
    _support(parsed, noun, out)


def _support(parsed: Parsed, noun: int, out: dict[int, str]) -> None:
    """Arguments of the verb that carries a noun of action ("launched an attack", "the attack left three dead")."""
    token = parsed.tokens[noun]
    at, dep = token.head, token.dep
    if at != noun and dep == "conj":
        dep, at = parsed.tokens[at].dep, parsed.tokens[at].head
    if at == noun or parsed.tokens[at].pos not in ("VERB", "AUX"):
        if dep == "nmod" and at != noun:
            _put(parsed, out, at, "nhead")
        return
    place = dep.split(":")[0] if dep != "nsubj:pass" else "psubj"
    case = case_of(parsed, noun)
    _verbal(parsed, at, out, f"v[{place}{' ' + case if case else ''}]_")
