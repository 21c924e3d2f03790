"""What every value of the model shares."""

from typing import Annotated

from msgspec import Meta, Struct


class Value(Struct, frozen=True, forbid_unknown_fields=True):
    """A frozen value that refuses fields it does not know. Subclasses say `kw_only=True`: msgspec does not inherit it."""


Confidence = Annotated[float, Meta(ge=0, le=1)]
"""Probability that a reviewer would accept the value, in [0, 1]."""

Edtf = Annotated[str, Meta(pattern=r"^[0-9X]{3,4}(-[0-9X]{2}){0,2}[?~%]?$")]
"""EDTF level 1 as far as news needs it: 2016-10-11, 2016-10, 2016, 201X (a decade), XXXX-10-11; months 21 to 24 are seasons."""

Country = Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2."""
