"""Who took part in an event, in which role (CODEBOOK, section 2.5)."""

from almenara.coding.roles.issuer import in_charge, issuer
from almenara.coding.roles.participants import cast, participants

__all__ = ["cast", "in_charge", "issuer", "participants"]
