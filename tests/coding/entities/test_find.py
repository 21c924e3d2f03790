"""Kinds and boundaries of entities in both languages."""

import pytest

from tests.coding.entities.factory import cast, named

NAMED = [
    ("en", "Governor Luis Paredes visited the port on Monday.", "Luis Paredes", "person"),
    ("en", "The Sinaloa Cartel moved north last year.", "Sinaloa Cartel", "armed_group"),
    ("en", "Los Halcones del Sur, a gang from the port, burned two boats.", "Los Halcones del Sur", "armed_group"),
    ("en", "The National Police arrested two men in the port.", "National Police", "state_force"),
    ("en", "The Ministry of Defense sent troops to the border.", "Ministry of Defense", "government"),
    ("en", "The company Pesquera Azul condemned the attack.", "Pesquera Azul", "organisation"),
    ("en", "Two men were shot near the market, reported El Tiempo.", "El Tiempo", "outlet"),
    ("es", "El gobernador Luis Paredes visitó el puerto el lunes.", "Luis Paredes", "person"),
    ("es", "El Cártel de Sinaloa creció en la costa el año pasado.", "Cártel de Sinaloa", "armed_group"),
    ("es", "El jefe de Los Halcones del Sur huyó por el río.", "Los Halcones del Sur", "armed_group"),
    ("es", "La Policía Nacional detuvo a dos hombres en el puerto.", "Policía Nacional", "state_force"),
    ("es", "El Ministerio de Defensa envió tropas a la frontera.", "Ministerio de Defensa", "government"),
    ("es", "La empresa Pesquera Azul rechazó el ataque.", "Pesquera Azul", "organisation"),
    ("es", "Dos hombres fueron baleados cerca del mercado, informó El Tiempo.", "El Tiempo", "outlet"),
]
DESCRIBED = [
    ("en", "Unidentified gunmen killed two police officers on the road.", "Unidentified gunmen", "armed_group"),
    ("en", "Unidentified gunmen killed two police officers on the road.", "police officers", "state_force"),
    ("en", "The attack drove hundreds of farmers from their homes.", "farmers", "population"),
    ("es", "Hombres armados mataron a dos policías en la carretera.", "Hombres armados", "population"),
    ("es", "Hombres armados mataron a dos policías en la carretera.", "policías", "state_force"),
    ("es", "El ataque expulsó a los campesinos de la vereda.", "campesinos", "population"),
]


@pytest.mark.parametrize(("code", "text", "name", "kind"), NAMED)
def test_a_name_has_its_kind(code: str, text: str, name: str, kind: str) -> None:
    """The kind comes from a known name, a head noun, a title or what stands beside it."""
    assert kind == named(text, code, name).kind


@pytest.mark.parametrize(("code", "text", "name", "kind"), DESCRIBED)
def test_who_has_no_name_is_an_entity_too(code: str, text: str, name: str, kind: str) -> None:
    """Descriptions of actors are kept as written, without article or number."""
    assert kind == named(text, code, name).kind


def test_a_place_that_the_gazetteer_knows_is_a_place() -> None:
    """What the recogniser thinks of a resolved name does not count."""
    found = cast("A farmer was found dead in Caldono on Friday.", "en", "Caldono").all
    assert ["place"] == [e.kind for e in found if e.name == "Caldono"]


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", "The president declared a state of emergency."), ("es", "El presidente declaró el estado de emergencia.")],
)
def test_a_state_of_emergency_is_no_government(code: str, text: str) -> None:
    """A state of something is not the state."""
    assert "government" not in {e.kind for e in cast(text, code).all}


def test_a_sentence_without_final_verb_in_lower_case_is_no_headline() -> None:
    """A short sentence full of names still yields its names."""
    assert "Fernando Salas" in {e.name for e in cast("Prime Minister Fernando Salas resigned. He left.", "en").all}


def test_only_names_and_used_descriptions_are_listed() -> None:
    """A description that no event points to is left out of the coding."""
    found = cast("Gunmen attacked the National Police near the bridge.", "en")
    gunmen = next(e for e in found.all if e.name == "Gunmen")
    assert gunmen not in found.listed()
    assert gunmen in found.listed([gunmen.id])
    assert "National Police" in {e.name for e in found.listed()}


@pytest.mark.parametrize(
    ("code", "text", "name", "kind"),
    [
        ("en", "The rights group Campo Justo said that it had documented 18 cases.", "Campo Justo", "organisation"),
        ("en", "The trafficking group Los Nidos controls the port.", "Los Nidos", "armed_group"),
        ("es", "La organización Campo Justo saludó el fin de la medida.", "Campo Justo", "organisation"),
    ],
)
def test_a_civil_group_is_no_armed_one(code: str, text: str, name: str, kind: str) -> None:
    """The words around "group" say of what sort it is."""
    assert kind == named(text, code, name).kind


def test_a_decree_is_nobody() -> None:
    """A law issues nothing and says nothing."""
    found = cast("La medida, aprobada mediante el Decreto Supremo 77-2024, regirá desde el jueves.", "es").all
    assert [] == [e.name for e in found if "Decreto" in e.name]


def test_a_description_is_called_without_its_number() -> None:
    """How many belongs to counts."""
    assert ["miners"] == [e.name for e in cast("At least 15 miners were killed in Tibú.", "en").all if "miners" in e.name]
