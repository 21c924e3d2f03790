"""The two ways in which Almenara says no.

AlmenaraError
├── Refused       terminal: the same input will be refused again
└── Unavailable   transient: something outside failed; retry later
"""


class AlmenaraError(Exception):
    """Anything Almenara raises on purpose: a code that the docs explain, and a reason in words."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(f"{code}: {reason}")
        self.code = code
        self.reason = reason

    def __reduce__(self) -> tuple[type["AlmenaraError"], tuple[str, str]]:
        """Pickle by code and reason, so that an error crosses from a worker process whole."""
        return type(self), (self.code, self.reason)


class Refused(AlmenaraError):
    """Terminal: the same input will be refused again. Do not retry."""


class Unavailable(AlmenaraError):
    """Transient: something outside failed (a model or gazetteer not installed). Retry once it is there."""
