"""One bad sentence loses one sentence: what a coder cannot bear is found, left out and told."""

from collections.abc import Callable

from almenara.language import Parsed
from almenara.model import AlmenaraError, Coding, Note


def guarded(parsed: Parsed, coder: Callable[[Parsed], Coding]) -> tuple[Coding, tuple[Note, ...]]:
    """The coding, and a note for each sentence that had to be left out.

    Where no sentence fails by itself, or each does, the fault is the document's or ours, and the error is raised as it came.
    """
    try:
        return coder(parsed), ()
    except AlmenaraError:
        raise
    except Exception:
        causes = {s.index: cause for s in parsed.sentences if (cause := _cause(parsed, s.index, coder))}
        if len(causes) in {0, len(parsed.sentences)}:
            raise
        rest = parsed.only([s.index for s in parsed.sentences if s.index not in causes])
        return coder(rest), tuple(_note(parsed, index, cause) for index, cause in causes.items())


def _cause(parsed: Parsed, sentence: int, coder: Callable[[Parsed], Coding]) -> Exception | None:
    """What a sentence fails with when it is coded alone, if it does."""
    try:
        coder(parsed.only([sentence]))
    except Exception as error:
        return error
    return None


def _note(parsed: Parsed, sentence: int, cause: Exception) -> Note:
    lost = parsed.sentences[sentence]
    return Note(
        code="sentence_lost", text=f"characters {lost.start} to {lost.end} could not be coded: {type(cause).__name__}: {cause}"
    )
