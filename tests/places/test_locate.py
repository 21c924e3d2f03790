"""Places of whole texts, on the small gazetteer."""

import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almenara.places import Gazetteer, Home, Located, locate


def found(
    text: str, gazetteer: Gazetteer, *names: tuple[str, str], language: str = "es", outlet: str | None = None
) -> list[Located]:
    """What is located where the parser sees `names` (words, label) at each place they stand."""
    spans = [(m.start(), m.end(), label) for words, label in names for m in re.finditer(re.escape(words), text)]
    return locate(text, language, spans, gazetteer, home=Home(country=outlet) if outlet else None)


def words(places: Sequence[Located]) -> list[str]:
    """The words of each."""
    return [place.text for place in places]


def test_a_place_that_the_parser_saw(small: Gazetteer) -> None:
    """Name, chain, identifier, point, precision."""
    (place,) = found("La patrulla llegó a Cúcuta el martes.", small, ("Cúcuta", "LOC"))
    assert ("Cúcuta", "populated", "CO", "Norte de Santander", "geonames:6", 1) == (
        place.name, place.kind, place.country, place.admin1, place.gazetteer_id, place.precision,
    )  # fmt: skip


def test_offsets_are_of_the_words(small: Gazetteer) -> None:
    """The span is the words."""
    text = "Dos muertos en Tumaco, según la alcaldía de Tumaco."
    assert all(text[p.start : p.end] == p.text for p in found(text, small, ("Tumaco", "LOC")))


def test_a_comma_chain_gives_the_smallest_and_marks_the_rest(small: Gazetteer) -> None:
    """Both stand there, the outer as part of the inner."""
    places = found(
        "Un ataque en Tibú, Norte de Santander, dejó un herido.", small, ("Tibú", "LOC"), ("Norte de Santander", "LOC")
    )
    assert [("Tibú", None), ("Norte de Santander", 0)] == [(p.text, p.part_of) for p in places]


def test_a_chain_decides_between_homonyms(small: Gazetteer) -> None:
    """Paris in Texas, not in France."""
    paris, _ = found("A raid in Paris, Texas, ended at noon.", small, ("Paris", "LOC"), ("Texas", "LOC"), language="en")
    assert ("US", True) == (paris.country, "lies in Texas" in paris.basis)


def test_the_larger_homonym_where_nothing_else_is_said(small: Gazetteer) -> None:
    """Paris alone is the capital of France."""
    (paris,) = found("Talks were held in Paris.", small, ("Paris", "LOC"), language="en")
    assert "FR" == paris.country


@pytest.mark.parametrize(("context", "country"), [("peruanos", "PE"), ("colombianos", "CO")])
def test_the_people_in_the_text_decide_the_country(small: Gazetteer, context: str, country: str) -> None:
    """Demonyms are evidence, and no places."""
    text = f"Soldados {context} llegaron a San Antonio. Los {context} hallaron armas en San Antonio."
    places = found(text, small, ("San Antonio", "LOC"), (context, "NORP"))
    assert {(country, "San Antonio")} == {(p.country, p.text) for p in places}


def test_the_outlet_s_country_counts(small: Gazetteer) -> None:
    """Where the text says nothing else."""
    (place,) = found("Ayer hubo un robo en San Antonio.", small, ("San Antonio", "LOC"), outlet="PE")
    assert "PE" == place.country


def test_a_noun_beside_the_name_says_which_kind(small: Gazetteer) -> None:
    """The municipality of Tibú is not its town; the state of Mexico is not the country."""
    (unit,) = found("en el departamento de Lima hubo lluvia", small, ("Lima", "LOC"))
    (state,) = found("en el estado de México hubo lluvia", small, ("México", "LOC"))
    assert [("admin1", 4), ("admin1", 4)] == [(unit.kind, unit.precision), (state.kind, state.precision)]


def test_the_city_stands_before_the_state_of_its_name(small: Gazetteer) -> None:
    """Lima alone is the city: it holds most of the department."""
    (place,) = found("El ministro habló en Lima.", small, ("Lima", "LOC"))
    assert "geonames:26" == place.gazetteer_id


def test_mexico_city_is_no_country(small: Gazetteer) -> None:
    """The words before the name belong to it."""
    (place,) = found("una marcha en la ciudad de México", small, ("México", "LOC"))
    assert ("geonames:38", "ciudad de México") == (place.gazetteer_id, place.text)


def test_a_region_is_a_place_with_its_own_precision(small: Gazetteer) -> None:
    """VRAEM: an area, not a pin."""
    (place,) = found("El Gobierno prorrogó la medida en el VRAEM.", small, ("VRAEM", "ORG"))
    assert ("region:vraem", "region", 5, "PE") == (place.gazetteer_id, place.kind, place.precision, place.country)
    assert place.radius_km is not None
    assert place.radius_km > 20


def test_a_region_s_long_name_is_one_place(small: Gazetteer) -> None:
    """However the parser cuts it."""
    text = "in the Valley of the Apurimac, Ene and Mantaro Rivers, troops"
    places = found(text, small, ("Valley of the Apurimac", "LOC"), ("Ene", "PER"), ("Mantaro Rivers", "LOC"), language="en")
    assert ["Valley of the Apurimac, Ene and Mantaro Rivers"] == words(places)


@pytest.mark.parametrize(
    ("text", "name", "label", "language"),
    [
        ("The Colombian army left.", "Colombian", "NORP", "en"),
        ("soldados colombianos", "colombianos", "LOC", "es"),
        ("fuentes de la capital dijeron", "capital", "LOC", "es"),
        ("In August they left.", "August", "LOC", "en"),
    ],
)
def test_what_is_no_place(small: Gazetteer, text: str, name: str, label: str, language: str) -> None:
    """Demonyms, the capital, months."""
    assert [] == found(text, small, (name, label), language=language)


def test_argentina_is_a_country_though_it_is_a_demonym_too(small: Gazetteer) -> None:
    """The country's own name wins."""
    assert ["AR"] == [p.country for p in found("Viajó a Argentina.", small, ("Argentina", "LOC"))]


def test_a_surname_is_no_town(small: Gazetteer) -> None:
    """Once Juan Santander is named, Santander is he."""
    text = "Juan Santander declaró. Luego Santander calló."
    assert [] == found(text, small, ("Juan Santander", "PER"), ("Luego Santander", "MISC"))


def test_a_body_s_inner_name_is_no_place(small: Gazetteer) -> None:
    """The university is in its name only."""
    assert [] == found("La Universidad de Antioquia respondió.", small, ("Universidad de Antioquia", "ORG"))


def test_a_body_s_name_that_says_where_is_one(small: Gazetteer) -> None:
    """The police are in Tumaco."""
    assert ["Tumaco"] == words(found("La Policía Nacional en Tumaco respondió.", small, ("Policía Nacional en Tumaco", "ORG")))


def test_a_town_that_the_parser_took_for_a_person(small: Gazetteer) -> None:
    """A preposition of place corrects it."""
    assert ["Iguala"] == words(found("The bus stopped in Iguala at night.", small, ("Iguala", "PER"), language="en"))


def test_a_town_that_the_parser_missed(small: Gazetteer) -> None:
    """Capitalised, known, behind a preposition of place."""
    assert ["Caucasia"] == words(found("Hubo un retén cerca de Caucasia.", small))


def test_near_a_town_is_less_precise(small: Gazetteer) -> None:
    """UCDP 2: within 25 kilometres."""
    (place,) = found("Hubo un retén cerca de Caucasia.", small)
    assert (2, 25.0) == (place.precision, place.radius_km)


def test_a_list_makes_places_of_its_members(small: Gazetteer) -> None:
    """What stands between two places is one."""
    text = "robberies in Culiacán, Iguala and Tibú rose"
    names = (("Culiacán", "LOC"), ("Iguala", "PER"), ("Tibú", "PER"))
    assert ["Culiacán", "Iguala", "Tibú"] == words(found(text, small, *names, language="en"))


def test_an_abbreviated_state_behind_a_town(small: Gazetteer) -> None:
    """Gro. is Guerrero there."""
    town, state = found("Iguala, Gro. Hombres armados entraron.", small, ("Iguala", "LOC"), ("Gro", "MISC"))
    assert ("Gro.", "Guerrero", 0) == (state.text, state.name, state.part_of)
    assert "Guerrero" == town.admin1


def test_a_village_that_no_gazetteer_holds(small: Gazetteer) -> None:
    """It lies where its chain says, and says so."""
    text = "en la vereda El Jordán, Tibú, hallaron un cuerpo"
    village, _ = found(text, small, ("Tibú", "LOC"))
    assert ("vereda El Jordán", "feature", None, "CO", 2) == (
        village.text, village.kind, village.gazetteer_id, village.country, village.precision,
    )  # fmt: skip
    assert "not in the gazetteer; placed by Tibú" in village.basis


def test_initials_of_a_body_are_no_village(small: Gazetteer) -> None:
    """PEMEX is a village too."""
    assert [] == found("El director de PEMEX, el mexicano Luis Toro, habló.", small, ("PEMEX", "LOC"))


def test_a_small_country_s_name_is_a_town_where_the_text_says_so(small: Gazetteer) -> None:
    """Guadalupe in Zacatecas, not Guadeloupe."""
    text = "México: policías de Zacatecas entraron en Guadalupe. El gobierno mexicano lo confirmó."
    places = found(text, small, ("México", "LOC"), ("Zacatecas", "LOC"), ("Guadalupe", "LOC"))
    assert "geonames:35" == places[-1].gazetteer_id


def test_georgia_by_its_company(small: Gazetteer) -> None:
    """The state beside Texas, the country beside nobody."""
    text = "He left the United States army in Georgia and Texas. The American had lived in Atlanta."
    names = [(name, "LOC") for name in ("United States", "Georgia", "Texas", "Atlanta")]
    state = found(text, small, *names, language="en")[1]
    (country,) = found("He went to Georgia.", small, ("Georgia", "LOC"), language="en")
    assert [("admin1", "US"), ("country", "GE")] == [(state.kind, state.country), (country.kind, country.country)]


def test_two_words_of_one_name_are_extended(small: Gazetteer) -> None:
    """The parser stopped too early."""
    assert ["Norte de Santander"] == words(found("viajó a Norte de Santander ayer", small, ("Norte", "LOC")))


def test_confidence_falls_with_homonyms(small: Gazetteer) -> None:
    """A name that two villages bear is less sure than one that only one bears."""
    (one,) = found("Llegó a Tumaco.", small, ("Tumaco", "LOC"))
    (two,) = found("Llegó a San Antonio.", small, ("San Antonio", "LOC"), outlet="PE")
    assert 0 < two.confidence < one.confidence <= 1


def test_nothing_gives_nothing(small: Gazetteer) -> None:
    """An empty text."""
    assert [] == locate("", "en", [], small)


PIECES = st.sampled_from(
    [*"en in Tibú, Norte de Santander Lima ( ) - y and México ciudad de VRAEM vereda La . \n 's İ Perú Juan".split(" "), " "]
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("along Peru's border", "Peru"),
        ("in the Apurimac, Ene and Mantaro River Valleys (VRAEM)", "Apurimac, Ene and Mantaro River Valleys"),
        ("the Southern District of Texas charged him", "Texas"),
    ],
)
def test_english_forms(small: Gazetteer, text: str, name: str) -> None:
    """A possessive, a title with commas, a court's district."""
    place = found(text, small, ("Peru", "LOC"), ("Apurimac", "LOC"), ("Texas", "LOC"), language="en")[0]
    expected = {"Peru": "country:PE", "Texas": "geonames:52"}.get(name, "region:vraem")
    assert (name, expected) == (place.text, place.gazetteer_id)


def test_a_river_is_no_town_of_its_name(small: Gazetteer) -> None:
    """The noun beside it makes it a spot of its own."""
    (place,) = found("dragas en el río Lima", small, ("Lima", "LOC"))
    assert ("río Lima", "feature") == (place.text, place.kind)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30), st.data())
def test_any_text_gives_places_in_order_without_overlap(small: Gazetteer, pieces: list[str], data: st.DataObject) -> None:
    """Whatever the parser says, spans are valid, ordered and apart, and chains point to places that are there."""
    text = " ".join(pieces)
    cuts = sorted(set(data.draw(st.lists(st.integers(0, len(text)), max_size=12))))
    names = [
        (a, b, data.draw(st.sampled_from(["LOC", "PER", "ORG", "NORP", "MISC"])))
        for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    places = locate(text, data.draw(st.sampled_from(["en", "es"])), names, small)
    assert all(text[p.start : p.end] == p.text and p.text for p in places)
    assert all(a.end <= b.start for a, b in pairwise(places))
    assert all(p.part_of is None or 0 <= p.part_of < len(places) for p in places)
    assert all(1 <= p.precision <= 7 and 0 <= p.confidence <= 1 and p.basis for p in places)


def test_a_region_needs_no_cue(small: Gazetteer) -> None:
    """The parser may see no name in it, and no preposition stands before it."""
    (place,) = found("The VRAEM region had been quiet.", small, language="en")
    assert "region:vraem" == place.gazetteer_id


@pytest.mark.parametrize("text", ["Dredges burned on the Cali river.", "Dredges burned on the Cali River."])
def test_a_river_is_no_town(small: Gazetteer, text: str) -> None:
    """The noun behind the name says what bears it."""
    (place,) = found(text, small, ("Cali river" if "river" in text else "Cali River", "LOC"), language="en")
    assert ("feature", None) == (place.kind, place.gazetteer_id)


def test_a_river_keeps_its_name(small: Gazetteer) -> None:
    """Named without its noun later on, it is no town of another country."""
    text = "Hubo combates en el río Atlanta, en Tibú, Norte de Santander, Colombia. El paro en el Atlanta sigue."
    places = found(text, small, ("Tibú", "LOC"), ("Norte de Santander", "LOC"), ("Colombia", "LOC"), ("Atlanta", "LOC"))
    assert ["CO"] == [p.country for p in places if p.text.endswith("Atlanta") and not p.text.startswith("río")]


def test_a_mine_is_no_village(small: Gazetteer) -> None:
    """It lies where the village beside it does."""
    places = found("Un ingeniero de la mina San Antonio, en Tibú, fue liberado.", small, ("San Antonio", "LOC"), ("Tibú", "LOC"))
    assert ("mina San Antonio", None) == (places[0].text, places[0].gazetteer_id)


def test_a_local_paper_means_the_town_around_it(small: Gazetteer) -> None:
    """Where the outlet is at home weighs more than people."""
    text, spans = "The council of Paris meets today.", [(15, 20, "LOC")]
    assert ["FR"] == [place.country for place in locate(text, "en", spans, small)]
    local = Home(country="US", lat=33.7, lon=-95.5)
    assert ["US"] == [place.country for place in locate(text, "en", spans, small, home=local)]


def test_a_state_behind_its_town_is_not_the_city_of_its_name(small: Gazetteer) -> None:
    """Read apart from where the name stands alone."""
    places = found("Llegó de Guadalupe, Zacatecas, a Zacatecas.", small, ("Guadalupe", "LOC"), ("Zacatecas", "LOC"))
    assert ["Guadalupe", "Zacatecas", "Zacatecas"] == [place.name for place in places]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Cayeron en territorio colombiano dos hombres.", "es", "territorio colombiano"),
        ("Two men were caught on Colombian soil.", "en", "Colombian soil"),
    ],
)
def test_the_territory_of_a_people_is_its_country(small: Gazetteer, text: str, language: str, words: str) -> None:
    """No name stands there, and yet it says where."""
    assert [(words, "country:CO")] == [(p.text, p.gazetteer_id) for p in locate(text, language, [], small)]


def test_the_open_sea_is_a_place_without_a_country(small: Gazetteer) -> None:
    """Precision 7, and no point that would lie."""
    place = locate("El barco fue abordado en alta mar, frente a Tumaco.", "es", [(44, 50, "LOC")], small)[0]
    assert ("alta mar", "water", 7, None, None) == (place.text, place.kind, place.precision, place.country, place.lat)


def test_an_article_before_a_name_belongs_to_it(small: Gazetteer) -> None:
    """A parser that cuts it off means the country all the same."""
    text = "El Salvador Businessman Freed. Judges of El Salvador's court freed him."
    places = locate(text, "en", [(44, 54, "LOC")], small)
    assert ["country:SV", "country:SV"] == [place.gazetteer_id for place in places]


def test_a_dateline_may_follow_a_picture_or_hold_a_day(small: Gazetteer) -> None:
    """As pages of agencies write it."""
    assert ["Medellín"] == words(locate("![](a.jpg)Medellín. El alcalde habló.", "es", [], small))
    assert ["Cali"] == words(locate("Policía halla droga\nCali, 2 sep (EFE)\nLa policía habló.", "es", [], small))


def test_a_body_of_a_country_tells_of_the_country(small: Gazetteer) -> None:
    """But no armed group does."""
    text = "El Gobierno de Colombia y las Fuerzas Armadas Revolucionarias de Colombia hablan."
    places = locate(text, "es", [(3, 23, "ORG"), (30, 73, "ORG")], small)
    assert [(15, 23)] == [(place.start, place.end) for place in places]


def test_mexico_df_is_the_city(full: Gazetteer) -> None:
    """One name with a comma in it."""
    found = locate("Viven en México, DF. Allí", "es", [(9, 15, "LOC"), (17, 19, "LOC")], full)
    assert [("México, DF", "Mexico City")] == [(place.text, place.name) for place in found]
