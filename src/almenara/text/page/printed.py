"""The day that a page prints beside its headline, for pages that state it nowhere else."""

from collections.abc import Sequence

from almenara.text.days import day_in
from almenara.text.page.blocks import Block

LONGEST = 120  # a line of dates and names, not a sentence that tells one


def day_beside(found: Sequence[Block], head: int) -> str | None:
    """The first full date in the short lines around the headline; figures alone (03/04/2022) say too little."""
    if head < 0:
        return None
    for block in (*found[head + 1 : head + 9], *reversed(found[max(0, head - 3) : head])):
        if len(block.text) <= LONGEST and not block.inside & {"related", "comments"} and (day := day_in(block.text)):
            return day
    return None
