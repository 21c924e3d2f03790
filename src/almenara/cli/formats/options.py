"""What a user may say about how output looks."""

from typing import Literal

from msgspec import Struct

Interface = Literal["en", "es"]


class FormatOptions(Struct, frozen=True, kw_only=True):
    """`interface` is the language of labels; `width` the columns of the terminal; `bom` leads CSV for old spreadsheets."""

    interface: Interface = "en"
    color: bool = False
    width: int = 120
    title: str | None = None
    bom: bool = False
