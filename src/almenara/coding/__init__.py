"""A document to its coding: acts, participants, circumstances, counts, claims, forecasts, figures and topics."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from almenara.coding.steps import code

__all__ = ["code"]


def __getattr__(name: str) -> object:
    """Import the coders on first use: their libraries are heavy."""
    if name == "code":
        from almenara.coding.steps import code

        return code
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
