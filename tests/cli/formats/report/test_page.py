"""The page: whole by itself, safe against what it shows, usable in both languages."""

import io
import itertools
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html
from msgspec import structs

from almenara.cli.formats import WRITERS, FormatOptions
from almenara.cli.formats.report.page import asset
from almenara.cli.formats.strings import catalogue
from almenara.model import Coding, Document, Event, EventDate, Note, Refusal
from almenara.text import codes
from tests.cli.formats import factory

ITEMS: list[Coding | Refusal] = [factory.english(), factory.spanish(), factory.bare(), factory.hostile(), factory.refusal()]
CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
READABLE = 4.5  # WCAG 2.2, success criterion 1.4.3


def page(items: list[Coding | Refusal] | None = None, **options: object) -> str:
    """The source of the report."""
    out = io.BytesIO()
    WRITERS["html"](ITEMS if items is None else items, out, FormatOptions(**options))  # type: ignore[arg-type]
    return out.getvalue().decode()


def tree(items: list[Coding | Refusal] | None = None, **options: object) -> html.HtmlElement:
    """The parsed report."""
    return html.document_fromstring(page(items, **options))


def test_it_loads_nothing() -> None:
    """No element names a resource, and the policy would allow none."""
    found = tree()
    assert [] == found.xpath("//@src|//link|//iframe|//object|//img|//@srcset|//base")
    assert [] == re.findall(r"url\(|@import", asset("report.css"))
    assert found.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0].startswith("default-src 'none'; ")


def test_it_has_no_script_but_its_own() -> None:
    """What documents say in angle brackets is words; no handler and no inline style stands anywhere."""
    found = tree(title="<script>alert(3)</script>")
    assert ["application/json", None] == [script.get("type") for script in found.xpath("//script")]
    assert [] == found.xpath("//@*[starts-with(name(), 'on')]|//@style")
    assert [] == [href for href in found.xpath("//a/@href") if not href.startswith(("#", "https://", "http://"))]


def test_hostile_words_are_shown() -> None:
    """They are escaped, not dropped."""
    assert factory.EVIL in tree().xpath("//details[@id='d4']")[0].text_content()


def test_every_link_has_its_end() -> None:
    """Each fragment names an element, and no id stands twice."""
    found = tree()
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set() == {href[1:] for href in found.xpath("//a/@href") if href.startswith("#")} - set(ids)


def test_value_and_words_point_at_each_other() -> None:
    """The place in the card leads to its words; the words lead to the card."""
    found = tree([factory.english()])
    value = next(a for a in found.xpath("//article//a") if a.text_content() == "Tocache")
    words = found.xpath(f"//i[@id='{value.get('href')[1:]}']/..")[0]
    assert "Tocache" == words.text_content()
    assert found.xpath(f"//article[@id='{words.get('href')[1:]}']")


@pytest.mark.parametrize(("language", "said"), [("en", "occurred"), ("es", "ocurrido")])
def test_it_speaks_both_languages(language: str, said: str) -> None:
    """Labels follow the option; the page says so to readers of the screen."""
    found = tree(interface=language)
    assert language == found.get("lang")
    assert said in found.xpath("//span[contains(@class,'r-occurred')]")[0].text_content()


def test_documents_keep_their_language() -> None:
    """The words of a document are marked with its own language."""
    assert ["en", "es", "", ""] == tree().xpath("//div[@class='words']/@lang")


def test_every_string_has_both_languages() -> None:
    """No label is missing or empty in either."""
    assert [] == [key for key, both in catalogue().items() if not (both["en"] and both["es"])]


def test_every_label_is_in_the_catalogue() -> None:
    """The templates ask for no interface word that is not there."""
    source = "".join(
        path.read_text("utf-8") for path in Path(__file__).parents[4].glob("src/almenara/cli/formats/templates/*.html")
    )
    asked = set(re.findall(r"\"(ui\.\w+)\"", source))
    assert set() == asked - set(catalogue())


def test_refusals_are_listed() -> None:
    """With source, code and reason."""
    cells = tree().xpath("//section[@id='refused']//td")
    assert ["=cmd.html", "too_large"] == [cells[0].text_content(), cells[1].xpath("code")[0].text_content()]


def test_figures_are_listed() -> None:
    """With value, unit and change."""
    row = tree().xpath("//section[@id='figures']//tbody/tr")[0].text_content()
    assert ("1,200 ha" in row, "40 %" in row) == (True, True)


def test_measures_are_listed() -> None:
    """With state, territory, term and issuer."""
    cells = [cell.text_content().strip() for cell in tree().xpath("//section[@id='measures']//td")]
    assert ["announced", "San Martín", "2031-05-04", "2031-07-02", "60", "government of Peru"] == cells[1:7]


def test_map_and_timeline_have_tables() -> None:
    """What is drawn is also written."""
    found = tree()
    assert [4, 5] == [len(found.xpath(f"//section[contains(@class,'{name}')]//tbody/tr")) for name in ("map", "time")]


def test_an_empty_run_is_a_page() -> None:
    """Nothing read gives a page that says so."""
    assert "No event has coordinates." in tree([]).text_content()


def test_many_documents_stand_closed() -> None:
    """Only a short run is open from the start."""
    assert (2, 0) == tuple(len(tree([factory.english()] * n).xpath("//details[@class='document'][@open]")) for n in (2, 9))


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_can_be_read(scheme: int) -> None:
    """Every colour of words has the contrast of WCAG AA on every ground it stands on."""
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", asset("report.css").split(":root {")[scheme + 1].split("}")[0]))
    words = {
        "ink": ("paper", "panel", "event", "trigger", "lit", "sea", "land"),
        "muted": ("paper", "panel", "sea", "land"),
        "link": ("paper", "panel"),
    }
    words |= dict.fromkeys(("violence", "market", "state", "society", "accent"), ("panel",))
    for name, ground in itertools.chain.from_iterable(itertools.product([one], grounds) for one, grounds in words.items()):
        light, dark = sorted((luminance(colours[name]), luminance(colours[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= READABLE, (name, ground)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium")
def test_its_script_runs_under_its_policy(tmp_path: Path) -> None:
    """A browser takes the page's own script by its hash: what only a script can show is shown."""
    path = tmp_path / "report.html"
    path.write_text(page(), "utf-8")
    command = [
        str(CHROMIUM),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={tmp_path}",
        "--dump-dom",
        path.as_uri(),
    ]
    dom = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()  # noqa: S603 - our own page
    assert [] == html.document_fromstring(dom).xpath("//*[contains(@class,'js')][@hidden]")


def test_modes_and_bases_change_language() -> None:
    """Fixed phrases of the record are shown in the language of the page; what is quoted stays."""
    text = "Un carro bomba explotó el lunes."
    span = factory.at(text, "el lunes")
    basis = 'weekday before the publication date; end from the start and the term "el lunes"'
    when = EventDate(start="2031-05-03", end=None, precision="day", basis=basis, text="el lunes", evidence=span, by="t")
    event = Event(
        id="v1",
        act="bombing",
        mode="car bomb",
        reality="occurred",
        background=False,
        date=when,
        evidence=span,
        confidence=1,
        by="t",
    )
    coding = Coding(document=Document(id="0" * 64, text=text, language="es"), events=(event,))
    said = tree([coding], interface="es").xpath("//article")[0].text_content()
    wanted = ["carro bomba", "día de la semana anterior a la publicación; ", 'fin según el inicio y el plazo "el lunes"']
    assert [] == [words for words in wanted if words not in said]


def test_notes_change_language() -> None:
    """A known note is told in words, with the events it names."""
    coding = Coding(document=Document(id="0" * 64, text="x"), notes=(Note(code="no_event_date", text="no date for v2, v11"),))
    assert "el texto no da fecha para v2, v11" in " ".join(
        tree([coding], interface="es").xpath("//li")[-1].text_content().split()
    )


def test_datelines_are_shown_in_normal_case() -> None:
    """On the card, in the tables and on the map."""
    text = "TOCACHE, Peru — Gunmen attacked."
    place = factory.place(text, "TOCACHE", country="PE", lat=-8.2, lon=-76.5, precision=1, radius_km=5.0)
    event = Event(
        id="v1",
        act="attack",
        reality="occurred",
        background=False,
        places=(place,),
        evidence=factory.at(text, "attacked"),
        confidence=1,
        by="t",
    )
    found = tree([Coding(document=Document(id="0" * 64, text=text), events=(event,))])
    shown = " ".join(part.text_content() for part in found.xpath("//article | //table | //svg"))
    assert (True, False) == ("Tocache" in shown, "TOCACHE" in shown.replace(text, ""))


def test_refusals_are_explained_in_the_language_of_the_page() -> None:
    """The meaning of the code, as the docs have it."""
    cell = tree(interface="es").xpath("//section[@id='refused']//td")[1].text_content()
    assert f"too_large {codes()['too_large'].meaning['es']}" == cell


def test_a_forecast_about_an_indicator_is_named() -> None:
    """Acts and indicators have words of their own."""
    coding = factory.english()
    forecast = structs.replace(coding.forecasts[0], about="homicides")
    card = tree([structs.replace(coding, forecasts=(forecast,))], interface="es").xpath("//article[contains(@class,'forecast')]")[
        0
    ]
    assert ["Homicidios"] == card.xpath(".//*[@data-t='indicator.homicides']/text()")
