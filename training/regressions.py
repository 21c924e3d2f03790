"""Regressions that the models of acts are made of: over named features, over a few numbers, over vectors."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.linear_model import LogisticRegression

from almenara.coding.acts.dense import Dense
from almenara.coding.acts.table import Judge, Table

SEED, MIN_COUNT = 7, 2
Rows = list[list[str]]


def index_of(rows: Rows, loudness: dict[str, float]) -> tuple[dict[str, int], NDArray[Any]]:
    """Features seen often enough, with their values."""
    counts = Counter(f for row in rows for f in row)
    names = sorted(f for f, n in counts.items() if n >= MIN_COUNT)
    return {f: k for k, f in enumerate(names)}, np.array([loudness.get(f.partition(":")[0], 1.0) for f in names], np.float32)


def matrix_of(rows: Rows, index: dict[str, int], values: NDArray[Any]) -> csr_matrix:
    """Rows of features as a sparse matrix, each brought to length 1."""
    pointers, columns = [0], []
    for row in rows:
        columns += [index[f] for f in row if f in index]
        pointers.append(len(columns))
    matrix = csr_matrix((values[columns], columns, pointers), (len(rows), len(index)))
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel()) + 1e-9
    return csr_matrix(diags(1 / norms) @ matrix)


def fit_table(rows: Rows, targets: NDArray[Any], strengths: Sequence[float], loudness: dict[str, float]) -> Table:
    """One logistic regression a column of `targets`."""
    index, values = index_of(rows, loudness)
    matrix = matrix_of(rows, index, values)
    weights = np.zeros((len(index), targets.shape[1]), np.float32)
    bias = np.full(targets.shape[1], -8.0, np.float32)
    for k in range(targets.shape[1]):
        if targets[:, k].sum() > 1:
            model = LogisticRegression(C=strengths[k], solver="liblinear", intercept_scaling=3, random_state=SEED)
            model.fit(matrix, targets[:, k])
            weights[:, k], bias[k] = model.coef_[0], model.intercept_[0]
    return Table(index, values, weights, bias)


def fit_judge(rows: NDArray[Any], acts: NDArray[Any], truth: NDArray[Any], strength: float, size: int) -> Judge:
    """A logistic regression over numbers, standardised while it is fitted, and a weaker bias an act."""
    mean, deviation = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    ones = csr_matrix((np.full(len(acts), 0.5), (np.arange(len(acts)), acts)), (len(acts), size))
    fitted = LogisticRegression(C=strength, max_iter=500, random_state=SEED)
    fitted.fit(hstack([csr_matrix((rows - mean) / deviation), ones]).tocsr(), truth)
    coefficients = fitted.coef_[0]
    weights = coefficients[: rows.shape[1]] / deviation
    return Judge(weights, float(fitted.intercept_[0] - weights @ mean), 0.5 * coefficients[rows.shape[1] :])


def fit_dense(vectors: NDArray[Any], targets: NDArray[Any], strength: float) -> Dense:
    """One logistic regression a column of `targets` over vectors, all at once."""
    raw, truth = vectors.astype(np.float32), targets.astype(np.float32)
    mean, spread = raw.mean(axis=0), raw.std(axis=0) + 1e-6
    rows = (raw - mean) / spread
    shape = (rows.shape[1], truth.shape[1])

    def loss(flat: NDArray[Any]) -> tuple[float, NDArray[Any]]:
        weights, bias = flat[: -shape[1]].reshape(shape).astype(np.float32), flat[-shape[1] :].astype(np.float32)
        z = rows @ weights + bias
        value = np.logaddexp(0, z).sum(dtype=np.float64) - (truth * z).sum(dtype=np.float64)
        missed = 1 / (1 + np.exp(-z)) - truth
        slope = np.concatenate(((rows.T @ missed + weights / strength).ravel(), missed.sum(axis=0)))
        return float(value + 0.5 / strength * (weights.astype(np.float64) ** 2).sum()), slope.astype(np.float64)

    share = np.clip(truth.mean(axis=0), 1e-4, 1)
    start = np.concatenate((np.zeros(shape[0] * shape[1]), np.log(share / (1 - share))))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 120}).x.astype(np.float32)
    return Dense(mean, spread, found[: -shape[1]].reshape(shape), found[-shape[1] :])
