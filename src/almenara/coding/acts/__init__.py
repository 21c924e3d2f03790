"""Which acts a document tells, in which reality, and which tellings are one event (CODEBOOK, section 2)."""

from almenara.coding.acts.detect import events

__all__ = ["events"]
