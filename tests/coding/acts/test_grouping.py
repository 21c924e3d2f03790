from almenara.coding.acts.grouping import group
from almenara.coding.acts.model import Limits

LIMITS = Limits(event=0.3, telling=0.1, join=0.5)


def test_like_tellings_are_joined() -> None:
    """The surest telling leads, the other is its second mention."""
    assert [[4, 1]] == [g.sentences for g in group([(1, 0.5), (4, 0.9)], lambda i, j: 0.8, LIMITS)]


def test_unlike_tellings_are_two_events() -> None:
    """Two sure tellings that have nothing in common."""
    assert [[4], [1]] == [g.sentences for g in group([(1, 0.5), (4, 0.9)], lambda i, j: 0.1, LIMITS)]


def test_an_unsure_telling_founds_nothing() -> None:
    """Neither likely new nor likely the same: left out."""
    assert [[4]] == [g.sentences for g in group([(1, 0.2), (4, 0.9)], lambda i, j: 0.2, LIMITS)]


def test_the_score_is_the_chance_to_be_told_and_new() -> None:
    """A second event's score shrinks by the chance that it is the first."""
    assert [0.9, 0.5 * 0.75] == [g.score for g in group([(1, 0.5), (4, 0.9)], lambda i, j: 0.25, LIMITS)]


def test_the_earlier_sentence_comes_first() -> None:
    """Pairs are asked for in order of the text."""
    asked: list[tuple[int, int]] = []

    def alike(i: int, j: int) -> float:
        asked.append((i, j))
        return 0.9

    group([(1, 0.5), (4, 0.9)], alike, LIMITS)
    assert [(1, 4)] == asked
