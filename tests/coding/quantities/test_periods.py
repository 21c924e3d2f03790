import pytest

from almenara.coding.quantities.periods import period
from tests.coding.quantities.factory import read


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("There were 340 homicides in 2019.", "en", "2019"),
        ("There have been 340 homicides since 2019.", "en", "2019/.."),
        ("There were 340 homicides between 2015 and October 2019.", "en", "2015/2019-10"),
        ("Homicides fell by 40 percent in a year.", "en", "P1Y"),
        ("There were 340 homicides in 2018, and last week the count ended.", "en", "2018"),
        ("Hubo 340 homicidios de enero a noviembre de 2019.", "es", "2019-01/2019-11"),
        ("Hubo 340 homicidios hasta 2019.", "es", "../2019"),
        ("Los homicidios bajaron 40 por ciento en dos décadas.", "es", "P20Y"),
    ],
)
def test_the_time_a_number_holds_for(text: str, code: str, expected: str) -> None:
    """EDTF date or interval, open where an end is not told, else an ISO 8601 duration; the nearest one."""
    found = read(text, code)
    assert expected == period(found, found.all[0])


@pytest.mark.parametrize(
    ("text", "code"),
    [("There are 340 prisons, police said on Tuesday.", "en"), ("Hay actualmente 340 cárceles.", "es")],
)
def test_the_day_of_a_statement_is_no_period(text: str, code: str) -> None:
    """When somebody said so is not when it holds, and "currently" is no date."""
    found = read(text, code)
    assert period(found, found.all[0]) is None
