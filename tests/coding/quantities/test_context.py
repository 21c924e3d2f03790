import numpy as np

from almenara.coding.quantities.context import FEATURES, features


def test_a_number_alone_knows_only_itself() -> None:
    """No company, no other sentences."""
    assert [[1, 2, 0, 0, 0, 0, 0]] == features([2.0], [0]).tolist()


def test_company_is_the_mean_of_the_others() -> None:
    """Those of the same sentence and those of other sentences are kept apart, and never include the number itself."""
    made = features([1.0, 3.0, -1.0], [0, 0, 5])
    assert [3.0, 1.0, -1.0, 1.0] == made[0, 2:6].tolist()
    assert [0.0, 0.0, 2.0, 1.0] == made[2, 2:6].tolist()


def test_a_sure_number_does_not_speak_for_all() -> None:
    """Logits are cut."""
    made = features([50.0, 0.0], [0, 0])
    assert 4.0 == made[1, FEATURES.index("sentence mean")]
    assert np.isfinite(made).all()
