"""Which exact format a file is in, told by its bytes, and its reading; None where it is in none of them."""

import re
from collections.abc import Sequence
from typing import Protocol

from desk.reading import Kind, Reading
from parsers import errors
from parsers.page import Page
from parsers.structured import cxml, edifact, orderx, ubl, x12, xmlsafe
from parsers.structured.xmlsafe import Node


class Segmented(Protocol):
    """A format of segments: its first bytes tell it."""

    def is_mine(self, data: bytes) -> bool:
        """Whether these bytes begin like one."""
        ...

    def read(self, data: bytes, *, part: str = ..., ours: tuple[str, ...] = ...) -> Reading:
        """What they say."""
        ...


class MarkedUp(Protocol):
    """A vocabulary of XML: its root tells it."""

    def is_mine(self, root: Node) -> bool:
        """Whether a document with this root is one."""
        ...

    def read(self, root: Node, *, part: str = ..., ours: tuple[str, ...] = ...) -> Reading:
        """What it says."""
        ...


SEGMENTED: tuple[Segmented, ...] = (x12, edifact)
MARKED_UP: tuple[MarkedUp, ...] = (ubl, orderx, cxml)

# Roots of these vocabularies, with any prefix, near the start: anything else in XML is a document like others.
_ROOT = re.compile(
    rb"<(?:[\w.-]+:)?(?:cXML|SCRDMCCBDACIOMessageStructure|CrossIndustry\w+|StandardBusinessDocument)[\s>/]"
    rb"|urn:oasis:names:specification:ubl:schema:xsd:"
)
_START = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<")
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def read(data: bytes, *, part: str = "file", ours: tuple[str, ...] = ()) -> Reading | None:
    """The reading of a file in one of these formats, damaged or not; None for any other file. Never raises."""
    try:
        for segmented in SEGMENTED:
            if segmented.is_mine(data):
                return segmented.read(data, part=part, ours=ours)
        if not _is_ours(data):
            return None
        root = _unwrapped(xmlsafe.parse(data))
        for marked_up in MARKED_UP:
            if marked_up.is_mine(root):
                return marked_up.read(root, part=part, ours=ours)
    except errors.UnreadableError as broken:
        return Reading(Kind.OTHER, error=str(broken))
    return None


def in_pdf(held: bytes, pages: Sequence[Page], *, part: str = "file", ours: tuple[str, ...] = ()) -> Reading:
    """The reading of an order inside a PDF, compared with its pages. Never raises."""
    try:
        return orderx.in_pdf(held, pages, part=part, ours=ours)
    except errors.UnreadableError as broken:
        return Reading(Kind.OTHER, error=f"The order inside the PDF cannot be read. {broken}")


def _is_ours(data: bytes) -> bool:
    head = data[:8192]
    if head.startswith(_WIDE):
        head = head.decode("utf-16", "replace").encode()
    return bool(_START.match(head) and _ROOT.search(head))


def _unwrapped(root: Node) -> Node:
    """The document inside a Standard Business Document (the envelope of Peppol)."""
    if root.name != "StandardBusinessDocument":
        return root
    inside = [node for node in root.inside if node.name != "StandardBusinessDocumentHeader"]
    return inside[0] if inside else root
