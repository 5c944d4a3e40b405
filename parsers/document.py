"""A file of any kind -> what it says: told by its first bytes, not by its name."""

from collections.abc import Callable

from desk.reading import Kind, Reading
from parsers import errors
from parsers.form import reader
from parsers.page import Page
from parsers.pages import pdf

_PAGES: tuple[tuple[bytes, Callable[[bytes], tuple[Page, ...]]], ...] = ((b"%PDF-", pdf.pages),)


def read(data: bytes, *, name: str, part: str = "file", ours: tuple[str, ...] = ()) -> Reading:
    """What a document says. What cannot be read at all is a Reading of kind other with `error`, one sentence."""
    try:
        return reader.read(_pages(data, name), part=part, ours=ours)
    except errors.UnreadableError as unreadable:
        return Reading(Kind.OTHER, error=str(unreadable))


def _pages(data: bytes, name: str) -> tuple[Page, ...]:
    if not data.strip():
        raise errors.UnreadableError(f"The file {name} is empty. Ask the sender for it again.")
    for magic, pages in _PAGES:
        if magic in data[:1024]:
            return pages(data)
    raise errors.UnreadableError(f"The file {name} is of a kind that is not read. A person must look.")
