"""A file of any kind -> what it says: told by its first bytes, not by its name."""

import re
from collections.abc import Sequence
from dataclasses import replace

from desk.lessons import Lesson
from desk.reading import Doubt, Kind, Reading
from parsers import charset, errors, magic, taught
from parsers.form import papers, sight
from parsers.page import Page
from parsers.pages import docx, html, odt, pdf, rtf, sheet, text
from parsers.structured import exact, orderx

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # MS-OFFCRYPTO, 2.3.4.4
_UNREAD = {
    "application/msword": "an old Word file (.doc)",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "a presentation",
    "application/vnd.oasis.opendocument.presentation": "a presentation",
    "application/vnd.oasis.opendocument.graphics": "a drawing",
}
_MARKUP = re.compile(
    rb"^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|table|div|meta|p|style)\b", re.IGNORECASE
)
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/tiff", "image/bmp", "image/webp")


def read(
    data: bytes, *, name: str, part: str = "file", ours: tuple[str, ...] = (), lessons: Sequence[Lesson] = ()
) -> Reading:
    """What a document says. What cannot be read at all is a Reading of kind other with `error`, one sentence.

    `ours` are the names of the seller: whoever bears one of them is not the buyer. `lessons` are what was taught about
    this buyer's layouts; an exact format needs none.
    """
    held = orderx.attached(data) if b"%PDF-" in data[:1024] else None
    if held is not None:
        return _both(data, held, name=name, part=part, ours=ours)
    said = exact.read(data, part=part, ours=ours)
    return said if said is not None else _shown(data, name=name, part=part, ours=ours, lessons=lessons)


def pages(data: bytes, *, name: str) -> tuple[Page, ...]:
    """The pages of a document that is laid out for people; none for an exact format, or what cannot be read."""
    if (b"%PDF-" in data[:1024] and orderx.attached(data)) or exact.read(data, part="file", ours=()) is not None:
        return ()
    try:
        return _pages(data, name)
    except errors.UnreadableError:
        return ()


def _shown(data: bytes, *, name: str, part: str, ours: tuple[str, ...], lessons: Sequence[Lesson] = ()) -> Reading:
    """What the pages say."""
    try:
        pages = _pages(data, name)
        read = papers.read(
            pages, part=part, read_one=lambda paper: taught.read(paper, part=part, ours=ours, lessons=lessons)
        )
        said = sight.weighed(read, pages)
        why = sheet.withheld(data) if said.orders and data.startswith(_ZIP) else None
        return said if why is None else replace(said, doubts=(*said.doubts, Doubt("lines", why)), touchless=False)
    except errors.UnreadableError as unreadable:
        return Reading(Kind.OTHER, error=str(unreadable))


def _both(data: bytes, held: bytes, *, name: str, part: str, ours: tuple[str, ...]) -> Reading:
    """A PDF that holds its order as data: that data, compared with the pages; the pages where it is damaged."""
    try:
        pages = _pages(data, name)
    except errors.UnreadableError:
        pages = ()
    said = exact.in_pdf(held, pages, part=part, ours=ours)
    if said.error is None or not pages:
        return said
    shown = _shown(data, name=name, part=part, ours=ours)
    return replace(shown, doubts=(*shown.doubts, Doubt("file", said.error)), touchless=False)


def _pages(data: bytes, name: str) -> tuple[Page, ...]:
    start = data[:1024]
    if not data.strip():
        raise errors.UnreadableError(f"The file {name} is empty. Ask the sender for it again.")
    if start.startswith((_ZIP, _OLE)):
        return _office(data, name)
    if b"%PDF-" in start:
        return pdf.pages(data)
    if start.startswith(b"{\\rtf"):
        return rtf.pages(data)
    if magic.media_type(data) in _PICTURES:
        from parsers.pages import scan  # noqa: PLC0415 - a document of text must not pay for loading it

        return scan.pages(data, name)
    if _MARKUP.match(start) or b"<html" in start.lower():
        return html.pages(data)
    if _is_binary(data):
        raise errors.UnreadableError(f"The file {name} is of a kind that is not read. A person must look.")
    return sheet.csv_pages(data) if sheet.is_csv(data) else text.pages(data)


def _office(data: bytes, name: str) -> tuple[Page, ...]:
    """A file of an office program, by what is packed in it."""
    if data.startswith(_OLE) and _LOCKED in data:
        raise errors.UnreadableError(f"The file {name} is protected by a password. Ask the sender for one without.")
    kind = magic.media_type(data)
    if kind.endswith(("wordprocessingml.document", "opendocument.text")):
        return odt.pages(data) if kind.endswith("opendocument.text") else docx.pages(data)
    if kind in _UNREAD:
        raise errors.UnreadableError(f"The file {name} is {_UNREAD[kind]}, which is not read. Ask for a PDF.")
    return sheet.pages(data)


def _is_binary(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or charset.is_wide(data[:4096]):
        return False
    odd = sum(1 for byte in data[:4096] if byte < 32 and byte not in b"\t\n\r\f\x1b")  # noqa: PLR2004 - control characters
    return odd * 50 > len(data[:4096])
