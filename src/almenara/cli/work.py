"""What a worker does with one task; the boundary where any error of one document becomes its refusal."""

import traceback
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePath

from msgspec import Struct

from almenara.model import Coding, Document, Language, Refusal, Refused, Unavailable
from almenara.places import Gazetteer
from almenara.sources import Item
from almenara.text import Limits, Options


class Settings(Struct, frozen=True, kw_only=True):
    """What the user says of every input: `published` and `outlet` where a file names none, `language` instead of looking."""

    published: str | None = None
    outlet: str | None = None
    language: Language | None = None
    max_bytes: int = Limits().max_bytes

    @property
    def limits(self) -> Limits:
        """The limits of the door for bytes."""
        return Limits(max_bytes=self.max_bytes)

    @property
    def options(self) -> Options:
        """What the door for bytes fills in."""
        return Options(published=self.published, outlet=self.outlet, language=self.language)


Task = Item | Document


def run(task: Task, settings: Settings) -> list[Coding | Refusal]:
    """The codings and refusals of one file, or of one document of a container."""
    if isinstance(task, Document):
        return [coded(task, name_of(task))]
    return [d if isinstance(d, Refusal) else coded(d, _called(d, task)) for d in opened(task, settings)]


def name_of(task: Task) -> str:
    """What the user calls a task: the file as named, or the id that a container gives its document."""
    return (task.source_id or task.id) if isinstance(task, Document) else task.name


def _called(document: Document, item: Item) -> str:
    """The file as the user named it, unless the document has an id of its own."""
    return item.name if document.source_id in {None, PurePath(item.name).name} else name_of(document)


def opened(item: Item, settings: Settings) -> Iterator[Document | Refusal]:
    """The documents of a file; what cannot be read is one refusal."""
    from almenara import text

    try:
        with item.open() as stream:
            yield from text.open_stream(stream, item.name, settings.limits, settings.options)
    except Refused as error:
        yield Refusal(source=item.name, code=error.code, reason=error.reason)
    except OSError as error:
        yield Refusal(source=item.name, code="unreadable", reason=error.strerror or str(error))
    except Exception as error:
        yield _fault(item.name, error)


def coded(document: Document, source: str) -> Coding | Refusal:
    """The coding of a document, or why there is none, told by the name `source`."""
    from almenara.coding import code

    try:
        return code(document, gazetteer=_gazetteer())
    except Refused as error:
        return Refusal(source=source, code=error.code, reason=error.reason)
    except Unavailable as error:
        if error.code != "no_model":
            raise
        return Refusal(source=source, code=error.code, reason=error.reason)  # the other language may be there
    except Exception as error:
        return _fault(source, error)


def _fault(source: str, error: Exception) -> Refusal:
    """A fault of ours: told by name, so that it can be reported, and never a reason to stop the others."""
    at = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(at.filename).name}, line {at.lineno}"
    return Refusal(source=source, code="internal_error", reason=f"{type(error).__name__}: {error} ({where})")


@cache
def _gazetteer() -> Gazetteer | None:
    from almenara.places import installed

    return installed()
