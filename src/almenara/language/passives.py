"""Spanish passives told apart: the parser writes `ser` + participle as a plain auxiliary with a plain subject."""

import re

PARTICIPLE = re.compile(r"(?:ad|id|íd|t|st|ch|ert|ient)[oa]s?$")
SER = frozenset("ser es son fue fueron era eran sido siendo será serán sería serían sea sean fuera fueran fuese fuesen".split())


def mark(forms: list[str], deps: list[str], heads: list[int]) -> list[str]:
    """The relations with `aux:pass`, `nsubj:pass` and `obl:agent` where a participle has a form of `ser`."""
    passive = {
        heads[i]
        for i, (form, dep) in enumerate(zip(forms, deps, strict=True))
        if dep in ("aux", "cop") and form.lower() in SER and PARTICIPLE.search(forms[heads[i]].lower())
    }
    if not passive:
        return deps
    out = list(deps)
    for i, dep in enumerate(deps):
        if heads[i] in passive and i != heads[i]:
            if dep == "nsubj":
                out[i] = "nsubj:pass"
            elif dep in ("aux", "cop") and forms[i].lower() in SER:
                out[i] = "aux:pass"
        elif dep == "case" and forms[i].lower() == "por" and heads[heads[i]] in passive and deps[heads[i]] in ("obj", "obl"):
            out[heads[i]] = "obl:agent"
    return out
