import pytest

from almenara.coding.quantities import figures
from almenara.model import Change
from tests.coding.quantities.factory import figured, read


def test_a_stock_is_a_figure() -> None:
    """What somebody has is a state of the world."""
    (found,) = figured("The navy currently has 38 military bases in the Putumayo region.", "en")
    assert ("military_bases", 38.0, "item") == (found.indicator, found.value, found.unit)


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        (
            "According to the report, coca cultivation in Ucayali fell by nearly 40 percent in a year.",
            "en",
            Change(direction="decrease", percent=40, approx="nearly"),
        ),
        (
            "Según el informe, los homicidios aumentaron casi 17 por ciento en 2019 en Ucayali.",
            "es",
            Change(direction="increase", percent=17, approx="casi"),
        ),
    ],
)
def test_a_percentage_of_change(text: str, code: str, expected: Change) -> None:
    """It is no value: direction, percent and hedge."""
    (found,) = figured(text, code)
    assert (None, expected) == (found.value, found.change)


def test_a_change_belongs_to_the_value_that_it_led_to() -> None:
    """The percentage is told with the new value, not as a figure of its own."""
    text = (
        "Según cifras oficiales, en 2019 se contaron 540 secuestros, contra 720 casos en 2018, una disminución de 25 por ciento."
    )
    found = figured(text, "es")
    assert [(540.0, 25.0), (720.0, None)] == [(f.value, f.change.percent if f.change else None) for f in found]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("According to official statistics, there were 340 homicides in Callao in 2019.", "en", ("homicides", "2019", "case")),
        ("Según el informe, en 2019 se registraron mil 340 homicidios en el Callao.", "es", ("homicides", "2019", "case")),
        (
            "According to a study, the murder rate in 2019 was 25 homicides per 100,000 residents.",
            "en",
            ("homicide_rate", "2019", "case per 100,000 persons"),
        ),
        (
            "Según la encuesta, desde 2015 la población penal suma 90 mil internos.",
            "es",
            ("prison_population", "2015/..", "person"),
        ),
    ],
)
def test_indicator_period_and_unit(text: str, code: str, expected: tuple[str, str, str]) -> None:
    """What is measured, for which time, in what."""
    (found,) = figured(text, code)
    assert expected == (found.indicator, found.period, found.unit)


def test_a_range_has_no_value() -> None:
    """Only its ends are known."""
    (found,) = figured("According to estimates, the group has between 200 and 300 members in the region.", "en")
    assert (200.0, None, 300.0) == (found.low, found.value, found.high)


def test_the_victims_of_one_attack_are_no_figure() -> None:
    """They are counts of the event."""
    assert [] == figured("Gunmen killed three farmers near Tibú on Tuesday, police said.", "en")


def test_figures_are_numbered_in_order() -> None:
    """Ids f1, f2 follow the text, and evidence is the sentence."""
    text = "Official statistics counted 340 homicides in 2018, compared to 410 homicides in 2019. That is 20 homicides per month."
    found = figured(text, "en")
    assert [("f1", 340.0), ("f2", 410.0), ("f3", 20.0)] == [(f.id, f.value) for f in found]
    assert all(text[s.start : s.end] == s.quote for f in found for s in f.evidence)


def test_a_high_threshold_silences_the_model() -> None:
    """Nothing has probability over one; only the rule for stocks is left."""
    found = read("In 2018 there were 340 homicides, official data show.", "en")
    assert [] == figures(found, threshold=1.1)


def test_a_share_told_again_is_one_figure() -> None:
    """Headline and body repeat it."""
    text = "80% of murders are unsolved, a report says. According to the report, 80 percent of the murders remain unsolved."
    assert [80.0] == [f.value for f in figured(text, "en")]
