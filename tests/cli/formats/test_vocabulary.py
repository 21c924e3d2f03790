"""Names and colours of acts."""

from almenara.cli.formats import vocabulary
from almenara.cli.formats.strings import word


def test_every_act_has_a_category() -> None:
    """Each act named has one of the four colours."""
    found = {words["category"] for key, words in vocabulary.labels().items() if key.startswith("act.")}
    assert set(vocabulary.CATEGORIES) == found


def test_an_unknown_act_reads_as_written() -> None:
    """An analyst's own act has a label and a colour too."""
    assert ("cattle theft", "society") == (word("act.cattle_theft", "es"), vocabulary.category("cattle_theft"))
