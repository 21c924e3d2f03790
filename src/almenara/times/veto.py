"""Words that look like dates and are not: names of streets and people, modal verbs, quantities."""

import re

NAMED_AFTER_DATES = (
    "avenida|av\\.?|avda\\.?|calle|plaza|barrio|colonia|autopista|puente|escuela|hospital|estadio|parque|urbanizacion|sector|ejido"
    "|frente|movimiento|brigada|estacion|batallon|comuna|vereda|bulevar|boulevard|villa|ciudad|instituto|colegio|jiron|comando"
    "|bloque|columna|corporacion|poblacion|aeropuerto|cartel|grupo|operacion|operativo|fundacion|comite|municipio|mercado"
)
COUNTED = (
    "people|persons|kilo|kg|ton|mile|hectare|acre|dollar|peso|euro|soldier|troop|police|member|men\\b|women|victims|homicide"
    "|murder|personas|kilos|kilogramos|toneladas|hectareas|dolares|pesos|soles|euros|soldados|policias|efectivos|miembros|hombres"
    "|mujeres|victimas|homicidios|asesinatos|elementos|metros|meters|feet|litros|cases|casos|million|mil\\b|millones"
)
STREET = re.compile(rf"(?<![a-z])(?:{NAMED_AFTER_DATES})(?: de| del| la| el)* $")
BEFORE_YEAR = re.compile(r"[a-z]\.?,? $|[(,;-] ?$|^$")
QUANTITY = re.compile(rf" (?:{COUNTED})")
PREPOSITION = re.compile(
    r"(?:in|of|since|until|by|last|this|next|early|late|mid|en|de|desde|hasta|mes|del|from|between|to|and|y|during) ?-?$"
)
FIRST_IN_SENTENCE = re.compile(r"(?:^|[.!?:;\n\"“”«»>]) *$")
WINDOW = 24


def street(text: str, folded: str, start: int, end: int) -> bool:
    """Avenida 9 de Julio."""
    return STREET.search(folded[max(0, start - WINDOW) : start]) is not None


def _capital(text: str, at: int) -> bool:
    return text[at].isupper()


def _first(text: str, start: int) -> bool:
    return FIRST_IN_SENTENCE.search(text[max(0, start - 4) : start]) is not None


def _before_name(text: str, end: int) -> bool:
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def month(text: str, folded: str, start: int, end: int) -> bool:
    """A month alone that may be a verb (may, march) or a name (Julio, Abril, August)."""
    word = re.split("[ -]", folded[start:end])[-1]
    at = end - len(word)
    shouting = text[at:end].isupper()
    before = folded[max(0, start - WINDOW) : start]
    led = start < at or PREPOSITION.search(before) is not None
    if word in SPANISH:
        return _capital(text, at) and not led and (not _first(text, start) or (_before_name(text, end) and not shouting))
    if word.rstrip(".") in SHORT and (not word.endswith(".") or not text[end:].strip()):
        return True  # a text that ends in "Nov." has been cut off from the day
    if not _capital(text, at):
        return True
    return word in {"may", "march", "august", "april", "june"} and not led and (shouting or _first(text, start))


SHORT = set("jan feb apr jun jul aug sept sep oct nov dec".split())
SPANISH = set("enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre".split())


def year(text: str, folded: str, start: int, end: int) -> bool:
    """Four figures that count something."""
    before = folded[max(0, start - WINDOW) : start]
    if before.endswith(
        ("$", "no. ", "num. ", "us$ ", "# ", "mas de ", "more than ", "over ", "nearly ", "about ", "unos ", "unas ", "casi ")
    ):
        return end - start == 4
    return QUANTITY.match(folded, end) is not None or (end - start == 4 and BEFORE_YEAR.search(before) is None)


def name(text: str, folded: str, start: int, end: int) -> bool:
    """Domingo as a name: a capital where none is due, alone."""
    word = folded[start:end]
    if word != "domingo" or not _capital(text, start) or text[start:end].isupper():
        return False
    return not _first(text, start) or _before_name(text, end)


def manana(text: str, folded: str, start: int, end: int) -> bool:
    """Morning rather than tomorrow."""
    return folded[max(0, start - 12) : start].endswith(("la ", "esta ", "cada ", "una ", "media ", "de "))


VETOES = {f.__name__: f for f in (street, month, year, name, manana)}
