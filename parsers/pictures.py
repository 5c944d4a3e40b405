"""Pages with a box around every piece of evidence, coloured by certainty: what a person checks against."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from PIL import Image, ImageDraw

from desk import reading
from parsers import errors, magic
from parsers.pages import pdf

DOTS_PER_INCH = 110
MOST_PAGES = 20

_SURE, _SURE_FILL = (15, 118, 84, 255), (15, 118, 84, 32)
_OPEN, _OPEN_FILL = (194, 98, 0, 255), (255, 170, 0, 56)
_LABEL = 7.0  # points that a name takes above a box
_GAP = 3.0

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as PNG; `page` counts from 1."""

    page: int
    png: bytes


class _Mark(NamedTuple):
    page: int
    box: Box
    name: str
    is_open: bool


class _Sheet(NamedTuple):
    """A page as its evidence was found on it, and how many of its dots make a point."""

    number: int
    image: Image.Image
    scale: float


def draw(data: bytes, read: reading.Reading) -> tuple[Picture, ...]:
    """Each page on which something was found, at most twenty, of a PDF or a picture; none for anything else.

    Boxes are in points. A page that was recognised is drawn flat and upright, as it was read.
    """
    marks = list(_marks(read))
    wanted = sorted({mark.page for mark in marks})[:MOST_PAGES]
    try:
        sheets = _sheets(data, wanted) if wanted else iter(())
        return tuple(Picture(one.number, _png(one, [m for m in marks if m.page == one.number])) for one in sheets)
    except errors.UnreadableError:
        return ()


def _sheets(data: bytes, wanted: list[int]) -> Iterator[_Sheet]:
    if b"%PDF-" in data[:1024]:
        yield from _of_pdf(data, wanted)
    elif magic.media_type(data).startswith("image/"):
        from parsers.pages import picture  # noqa: PLC0415 - loaded only where a picture was sent

        for number, shown in enumerate(picture.frames(data, "file"), 1):
            if number in wanted:
                yield _recognised(number, shown)


def _of_pdf(data: bytes, wanted: list[int]) -> Iterator[_Sheet]:
    import pdfplumber  # noqa: PLC0415 - loaded only where pages are drawn

    document = pdf.opened(data)
    try:
        with pdfplumber.open(io.BytesIO(data)) as drawn:
            for number in wanted:
                if number <= len(document):
                    yield _of_page(document[number - 1], drawn.pages[number - 1], number)
    finally:
        document.close()


def _of_page(sheet: Any, drawn: Any, number: int) -> _Sheet:
    """A page as pdfplumber draws it; one that is a picture as it was recognised."""
    look = pdf.look(sheet)
    if look.is_picture:
        from parsers.pages import picture  # noqa: PLC0415 - see above

        return _recognised(number, picture.drawn(sheet, look.turns))
    image = drawn.to_image(resolution=DOTS_PER_INCH).original.convert("RGB")
    return _Sheet(number, image.rotate(-90 * (look.turns % 4), expand=True), DOTS_PER_INCH / 72)


def _recognised(number: int, shown: Any) -> _Sheet:
    from parsers.pages import scan  # noqa: PLC0415 - see above

    flat = scan.upright(shown).flat
    image = Image.fromarray(flat.dots).convert("RGB")
    shrunk = min(1.0, DOTS_PER_INCH / flat.fineness)
    image = image.resize((max(1, round(image.width * shrunk)), max(1, round(image.height * shrunk))))
    return _Sheet(number, image, flat.fineness * shrunk / 72)


def _marks(read: reading.Reading) -> Iterator[_Mark]:
    doubted = tuple(doubt.field for doubt in read.doubts)
    for order in read.orders:
        for path, shown in order.evidence.items():
            if shown.box is not None:
                yield _Mark(shown.page, shown.box, path, is_open=_is_doubted(path, doubted))


def _is_doubted(path: str, doubted: Iterable[str]) -> bool:
    return any(path == field or path.startswith(f"{field}.") for field in doubted)


def _png(sheet: _Sheet, marks: Iterable[_Mark]) -> bytes:
    pen = ImageDraw.Draw(sheet.image, "RGBA")
    for mark in marks:
        ink, fill = (_OPEN, _OPEN_FILL) if mark.is_open else (_SURE, _SURE_FILL)
        box = tuple(edge * sheet.scale for edge in mark.box)
        pen.rectangle(box, fill=fill, outline=ink, width=1)
        # Names of header fields are written; a table's columns speak for themselves.
        if not mark.name.startswith("lines."):
            _write(pen, sheet, mark, ink)
    out = io.BytesIO()
    sheet.image.save(out, format="PNG", optimize=True)
    return out.getvalue()


def _write(pen: ImageDraw.ImageDraw, sheet: _Sheet, mark: _Mark, ink: tuple[int, int, int, int]) -> None:
    """The field's name beside its box, where the page has room there, else above it."""
    name = mark.name.replace("_", " ").replace(".", " ")
    x0, top, x1, _ = mark.box
    place = ((x1 + _GAP) * sheet.scale, top * sheet.scale)
    if place[0] + pen.textlength(name) > sheet.image.width:
        place = (x0 * sheet.scale, max(top - _LABEL, 0) * sheet.scale)
    pen.text(place, name, fill=ink)
