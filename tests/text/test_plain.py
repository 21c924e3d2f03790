"""Sections of plain text. The sentences are invented."""

from pathlib import Path

import pytest

from almenara.text import read_one
from almenara.text.plain import sections
from tests.corpora import corpus

BODY = (
    "The mayor of Aguaytía, Elmer Rivas, said on Tuesday that four traders had been robbed on the road to Pucallpa by men who "
    "carried rifles, and that two of them were in hospital with wounds to the legs."
)


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """Kind and words of each section."""
    return [(s.kind, text[s.start : s.end]) for s in sections(text, title)]


def test_text_without_furniture_is_body() -> None:
    """One section from the first word to the last."""
    assert [("body", f"{BODY}\n\n{BODY}")] == kinds(f"\n {BODY}\n\n{BODY}\n")


@pytest.mark.parametrize("mark", ["\n\n", ". ", "\n"])
def test_title_at_the_top_is_the_headline(mark: str) -> None:
    """Also where the body follows on the same line; its full stop belongs to it."""
    head = "Four robbed on the road to Pucallpa"
    found = kinds(f"{head}{mark}{BODY}", head)
    assert [("headline", head + mark.strip()), ("body", BODY)] == found


def test_title_that_the_text_lacks_stays_outside() -> None:
    """Offsets are in the text, or nowhere."""
    assert ["body"] == [kind for kind, _ in kinds(BODY, "Something else entirely")]


def test_a_title_that_a_longer_word_continues_is_none() -> None:
    """`Lima` does not head a text that begins `Limatambo`."""
    assert ["body"] == [kind for kind, _ in kinds("Limatambo was quiet. " + BODY, "Lima")]


def test_short_line_before_the_story_is_the_headline() -> None:
    """Where no title is given."""
    assert ("headline", "Four robbed on the road to Pucallpa") == kinds(f"Four robbed on the road to Pucallpa\n\n{BODY}")[0]


@pytest.mark.parametrize(
    "line",
    [
        "Police officers guarding the bridge over the river.",
        "El puente de Aguaytía. (Foto: Ana Ruiz)",
        "Vecinos bloqueando la vía a Pucallpa.",
    ],
)
def test_caption_before_the_story(line: str) -> None:
    """A credit, or something being done without a verb of its own."""
    assert ("caption", line) == kinds(f"{line}\n\n{BODY}")[0]


def test_a_short_lede_is_no_caption() -> None:
    """It has a verb."""
    assert ["body"] == [kind for kind, _ in kinds(f"Four traders were robbed on Tuesday.\n\n{BODY}")]


@pytest.mark.parametrize(
    "line",
    [
        "SEE ALSO: Roads of the Ucayali",
        "Lea también: Los caminos del Ucayali",
        "VEA TAMBIÉN: Los caminos",
        "Read more: Roads",
        "Te puede interesar: caminos",
    ],
)
def test_see_also_within_the_story(line: str) -> None:
    """The story goes on after it."""
    assert ["body", "see_also", "body"] == [kind for kind, _ in kinds(f"{BODY}\n\n{line}\n\n{BODY}")]


def test_titles_after_a_bare_see_also_belong_to_it() -> None:
    """Up to the next sentence."""
    text = f"{BODY}\n\nTe puede interesar:\n\nLos caminos del Ucayali\n\nEl puente nuevo\n\n{BODY}"
    assert ["body", "see_also", "body"] == [kind for kind, _ in kinds(text)]


@pytest.mark.parametrize("heading", ["Farol Watch Analysis", "Analysis", "Análisis", "Análisis de El Farol"])
def test_analysis_from_its_heading_on(heading: str) -> None:
    """See-also lines in it aside."""
    text = f"{BODY}\n\n{heading}\n\n{BODY}\n\nSEE ALSO: Roads\n\n{BODY}"
    assert ["body", "analysis", "see_also", "analysis"] == [kind for kind, _ in kinds(text)]


@pytest.mark.parametrize(
    "pager", ["  • 1\n  • 2\n  • 3\nPrev Next", "1 2 3 4 Siguiente", "Anterior Siguiente", "« Previous 1 2 3 … Next »"]
)
def test_what_follows_a_pager_is_teasers(pager: str) -> None:
    """Each with its repeated title by itself; the heading over the pager is furniture."""
    teasers = "\n\n".join(f"Story number {n}\n\nStory number {n}\n\n{BODY}" for n in "ab")
    found = kinds(f"{BODY}\n\nMore stories here\n\n{pager}\n\n{teasers}")
    assert ["body", "boilerplate", "teaser", "teaser"] == [kind for kind, _ in found]
    assert found[1][1].startswith("More stories here")
    assert found[3][1].startswith("Story number b")


def test_a_repeated_title_begins_the_teasers() -> None:
    """Carousels print a title under its picture and again above its words."""
    assert ["body", "teaser"] == [kind for kind, _ in kinds(f"{BODY}\n\nRoads and rivers\n\nRoads and rivers\n\n{BODY}")]


def test_a_row_of_titles_is_a_menu() -> None:
    """In a page pasted whole, one block a line."""
    menu = "\n".join(["Home", "Politics", "Sports", "Weather", "The roads of the Ucayali", "Contact"])
    assert ["boilerplate", "body", "boilerplate"] == [kind for kind, _ in kinds(f"{menu}\n{BODY}\n{BODY}\n{menu}")]


def test_a_list_in_a_story_is_no_menu() -> None:
    """Its items are marked."""
    items = "\n".join(f"- {name} Ruiz Tello" for name in "Ana Eva Iris Olga Rosa Sara".split())
    assert ["body"] == [kind for kind, _ in kinds(f"{BODY}\n{items}\n{BODY}")]


def test_a_told_picture_has_a_caption() -> None:
    """What stands under a picture tells, where it is more than a name."""
    told = "Soldiers guard the bridge at Puente Viejo where two men were found on Monday"
    assert ["boilerplate", "caption", "boilerplate", "body"] == [kind for kind, _ in kinds(f"![{told}](bridge.jpg){BODY}")]


def test_pictures_left_by_markdown() -> None:
    """The words beside them are the story's."""
    assert ["boilerplate", "body"] == [kind for kind, _ in kinds(f"![A bridge](bridge.jpg){BODY}")]


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Ruiz Tello",
        "Por Ana Ruiz Tello",
        "Share",
        "Publicidad",
        "Tags: roads, robbery",
        "5 de marzo de 2025",
        "Ana Ruiz | 05/03/2025 | 12:00",
    ],
)
def test_furniture_around_the_story(line: str) -> None:
    """Bylines, days, buttons."""
    assert ("boilerplate", line) in kinds(f"{BODY}\n\n{line}\n\n{BODY}")


@pytest.mark.corpus
def test_the_first_article() -> None:
    """The one that started the project: caption, story, analysis around a see-also, a pager and nine teasers."""
    (file,) = Path(corpus("seed")).glob("*.txt")
    document = read_one(file.read_bytes(), file.name)
    expected = ["caption", "body", "analysis", "see_also", "analysis", "boilerplate", *["teaser"] * 9]
    assert expected == [s.kind for s in document.sections]
    assert document.text[document.sections[2].start :].startswith("InSight Crime Analysis")


def test_a_dated_line_at_the_head_names_the_day() -> None:
    """In words, standing by itself; a day within a sentence is the story's own."""
    assert "2019-01-07" == read_one(f"Monday, January 7, 2019\n\n{BODY}").published
    assert read_one(f"The road was closed on January 7, 2019.\n\n{BODY}").published is None


def test_a_menu_before_the_story_opens_nothing() -> None:
    """Neither a pager nor a heading called analysis."""
    text = f"1 2 3 4 Next\n\nAnalysis\n\n{BODY}\n\n{BODY}"
    assert ("body", f"Analysis\n\n{BODY}\n\n{BODY}") == kinds(text)[-1]
