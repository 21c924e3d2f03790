from importlib.resources import files

import pytest

from almenara.coding.quantities import context, features, model


@pytest.mark.parametrize("name", ["figures", "counts"])
def test_shipped_weights_are_small_and_whole(name: str) -> None:
    """Under 3 MB, a row a bucket, a column a class, a threshold a language."""
    trained = model.shipped(name)
    assert files("almenara.coding.quantities").joinpath(f"data/{name}.npz").read_bytes().__sizeof__() < 3_000_000
    assert (features.BUCKETS, len(trained.classes)) == trained.weights.shape
    assert {"en", "es"} == set(trained.thresholds)


def test_figures_have_a_second_look() -> None:
    """One weight for each feature of the context."""
    assert (len(context.FEATURES),) == model.shipped("figures").context.shape


def test_buckets_are_distinct_and_stable() -> None:
    """The same words fall into the same buckets in every run, each once."""
    assert [features.hashed(["noun=arma"])[0]] == features.hashed(["noun=arma", "noun=arma"])
    assert [27227] == features.hashed(["bias"])
