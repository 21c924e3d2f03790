"""Spanish objects with the personal "a": the treebanks that the reader learned from write many as obliques.

"Capturaron a tres hombres" has an object as English "captured three men" has one; coders ask for `obj` in both languages.
"""

import re
from collections.abc import Sequence

PERSONAL = frozenset(("a", "al"))
NOUNS = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
OBLIQUE = frozenset(("obl", "obl:arg"))
OBJECTS = frozenset(("obj", "iobj", "ccomp", "csubj"))
GOING = tuple(
    "ir iba fue fueron va van vino vinieron lleg viaj volv volvi regres ingres entr sal huy huí acud asist pertenec refir refer "
    "correspond acced dirig equival ascend ascie sum enfrent contribu opus opon renunc dedic sobreviv sub baj arrib cruz aterriz "
    "escap obedec respond apel recurr dar dio suced ocurr compar postul aspir unió unieron alzó alzaron tendr tien estar está "
    "pas pus pon vincul deb adscrib destin lig mur mor acerc aun marc".split()
)
"""Beginnings of verbs whose "a" leads to a place, a sum or an aim rather than to whom it happens."""
PARTICIPLE = re.compile(r"(?:[aií]d|puest|muert|dich|hech|escrit)[oa]s?$")
HAVING = ("ha", "hab", "hub")
NO_PERSON = frozenset(
    "través cabo partir pesar manos mano bordo causa raíz favor cargo hora horas noche mañana tarde día días mes año vez veces "
    "años año dólares pesos kilómetros metros prisión cárcel disposición punto "
    "lugar lado fin final finales principios comienzos mediados menos excepción diferencia base nivel tiempo fondo largo".split()
)


def mark(forms: Sequence[str], pos: Sequence[str], deps: list[str], heads: Sequence[int]) -> list[str]:
    """The relations with `obj` where a verb without an object has one under "a"; `heads` count from 0, a root is its own head."""
    out = list(deps)
    taken = {heads[i] for i, dep in enumerate(deps) if dep in OBJECTS}
    having = {heads[i] for i, dep in enumerate(deps) if dep == "aux" and forms[i].lower().startswith(HAVING)}
    for i, form in enumerate(forms):
        if deps[i] != "case" or form.lower() not in PERSONAL:
            continue
        noun = heads[i]
        verb = heads[noun]
        if deps[noun] not in OBLIQUE or verb == noun or verb in taken or noun < verb or pos[verb] != "VERB":
            continue
        if verb not in having and PARTICIPLE.search(forms[verb].lower()):
            continue
        if pos[noun] in NOUNS and forms[noun].lower() not in NO_PERSON and not forms[verb].lower().startswith(GOING):
            out[noun] = "obj"
            taken.add(verb)
    return out
