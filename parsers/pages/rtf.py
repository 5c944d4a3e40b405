"""Rich text (RTF) as pages: its words by striprtf, the cells of its tables parted by bars."""

import re

from striprtf import striprtf

from parsers import errors
from parsers.page import Page
from parsers.pages import text

_MOST_BYTES = 8_000_000
_PICTURE = re.compile(rb"\{\\(?:\*\\shppict|pict|nonshppict|object)\b[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
_UNSEEN = re.compile(rb"\\(?:v1?|deleted1?)(?![a-z0-9])")


def pages(data: bytes) -> tuple[Page, ...]:
    """The pages of an RTF file. Raises UnreadableError where it is broken, too large, or shows no text."""
    bare = _PICTURE.sub(b"", data)
    if len(bare) > _MOST_BYTES:
        raise errors.UnreadableError("The RTF file holds more text than any order. A person must look.")
    if _UNSEEN.search(bare):
        raise errors.UnreadableError("The RTF file has hidden or deleted text in it. A person must look.")
    try:
        words = striprtf.rtf_to_text(bare.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]  # bare
    except (ValueError, LookupError, IndexError, TypeError, RecursionError) as broken:
        raise errors.UnreadableError("The RTF file is damaged. Ask the sender for it again.") from broken
    return text.of_text(words)
