"""The pages of a PDF with a box around every piece of evidence, coloured by certainty: what a person checks against."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pdfplumber
from pdfplumber.display import PageImage

from desk import reading

DOTS_PER_INCH = 110
MOST_PAGES = 20

_SURE, _SURE_FILL = (15, 118, 84, 255), (15, 118, 84, 32)
_OPEN, _OPEN_FILL = (194, 98, 0, 255), (255, 170, 0, 56)
_LABEL = 7.0  # points that a name takes above a box
_GAP = 3.0


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as PNG; `page` counts from 1."""

    page: int
    png: bytes


@dataclass(frozen=True, slots=True)
class _Mark:
    page: int
    box: tuple[float, float, float, float]
    name: str
    is_open: bool


def draw(data: bytes, read: reading.Reading) -> tuple[Picture, ...]:
    """Each page on which something was found, at most twenty; none for what is no PDF. Boxes are in points."""
    marks = list(_marks(read))
    if b"%PDF-" not in data[:1024] or not marks:
        return ()
    with pdfplumber.open(io.BytesIO(data)) as document:
        wanted = sorted({mark.page for mark in marks})[:MOST_PAGES]
        pages = ((number, document.pages[number - 1]) for number in wanted if number <= len(document.pages))
        return tuple(
            Picture(number, _png(page.to_image(resolution=DOTS_PER_INCH), [m for m in marks if m.page == number]))
            for number, page in pages
        )


def _marks(read: reading.Reading) -> Iterator[_Mark]:
    doubted = tuple(doubt.field for doubt in read.doubts)
    for order in read.orders:
        for path, shown in order.evidence.items():
            if shown.box is not None:
                yield _Mark(shown.page, shown.box, path, is_open=_is_doubted(path, doubted))


def _is_doubted(path: str, doubted: Iterable[str]) -> bool:
    return any(path == field or path.startswith(f"{field}.") for field in doubted)


def _png(image: PageImage, marks: Iterable[_Mark]) -> bytes:
    for mark in marks:
        stroke, fill = (_OPEN, _OPEN_FILL) if mark.is_open else (_SURE, _SURE_FILL)
        image.draw_rect(mark.box, stroke=stroke, fill=fill, stroke_width=1)
        # Names of header fields are written; a table's columns speak for themselves.
        if not mark.name.startswith("lines."):
            _write(image, mark.box, mark.name.replace("_", " ").replace(".", " "), stroke)
    out = io.BytesIO()
    image.annotated.save(out, format="PNG", optimize=True)
    return out.getvalue()


def _write(image: PageImage, box: tuple[float, float, float, float], name: str, ink: tuple[int, int, int, int]) -> None:
    """The field's name beside its box, where the page has room there, else above it."""
    x0, top, x1, _ = box
    place = image._reproject((x1 + _GAP, top))  # noqa: SLF001 - pdfplumber draws shapes, and writes no text itself
    if place[0] + image.draw.textlength(name) > image.annotated.width:
        place = image._reproject((x0, max(top - _LABEL, 0)))  # noqa: SLF001
    image.draw.text(place, name, fill=ink)
