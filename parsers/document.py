"""A file of any kind -> what it says: told by its first bytes, not by its name."""

import re

from desk.reading import Kind, Reading
from parsers import errors
from parsers.form import reader
from parsers.page import Page
from parsers.pages import html, pdf, sheet, text

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = re.compile(
    rb"^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|table|div|meta|p|style)\b", re.IGNORECASE
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")


def read(data: bytes, *, name: str, part: str = "file", ours: tuple[str, ...] = ()) -> Reading:
    """What a document says. What cannot be read at all is a Reading of kind other with `error`, one sentence.

    `ours` are the names of the seller: whoever bears one of them is not the buyer.
    """
    try:
        return reader.read(_pages(data, name), part=part, ours=ours)
    except errors.UnreadableError as unreadable:
        return Reading(Kind.OTHER, error=str(unreadable))


def _pages(data: bytes, name: str) -> tuple[Page, ...]:
    start = data[:1024]
    if not data.strip():
        raise errors.UnreadableError(f"The file {name} is empty. Ask the sender for it again.")
    if b"%PDF-" in start:
        return pdf.pages(data)
    if start.startswith((_ZIP, _OLE)):
        return sheet.pages(data)
    if start.startswith(_PICTURES):
        raise errors.UnreadableError(f"The file {name} is a picture. A person must look.")
    if _MARKUP.match(start) or b"<html" in start.lower():
        return html.pages(data)
    if _is_binary(data):
        raise errors.UnreadableError(f"The file {name} is of a kind that is not read. A person must look.")
    return sheet.csv_pages(data) if sheet.is_csv(data) else text.pages(data)


def _is_binary(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    odd = sum(1 for byte in data[:4096] if byte < 32 and byte not in b"\t\n\r\f\x1b")  # noqa: PLR2004 - control characters
    return odd * 50 > len(data[:4096])
