"""A drawn order as a scanner, a fax or a telephone takes it: turned a little, blurred, speckled, grey, pressed."""

import io
import random
from collections.abc import Callable
from typing import Final

import numpy as np
import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

POINTS = 72
PAPER_WHITE = 255
Damage = Callable[[Image.Image, random.Random], Image.Image]


def take(data: bytes, chance: random.Random, *, fine: bool) -> tuple[bytes, str]:
    """The pages of a PDF as pictures, and the suffix of the file: PDF, TIFF, JPEG or PNG.

    `fine` print needs more dots.
    """
    how = chance.choice([*_WAYS])
    dpi = chance.choice((200, 300) if fine else (150, 200, 300))
    pages = [_WAYS[how](page, chance) for page in _rendered(data, dpi)]
    suffix = "pdf" if len(pages) > 1 or chance.random() < 0.6 else chance.choice(("jpg", "png", "tif"))  # noqa: PLR2004
    return _saved(pages, suffix, dpi, quality=chance.choice((35, 55, 75, 90))), suffix


def _rendered(data: bytes, dpi: int) -> list[Image.Image]:
    with pypdfium2.PdfDocument(data) as opened:
        return [page.render(scale=dpi / POINTS).to_pil().convert("L") for page in opened]


def _clean(page: Image.Image, chance: random.Random) -> Image.Image:
    """A flatbed scanner, the sheet a little askew."""
    return _speckled(_turned(page, chance, most=0.6), chance, strength=4)


def _grey(page: Image.Image, chance: random.Random) -> Image.Image:
    """A tired copier: askew, soft, pale on grey."""
    soft = _turned(page, chance, most=2.0).filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 0.8)))
    pale = soft.point([int(60 + level * (235 - 60) / 255) for level in range(256)])
    return _speckled(pale, chance, strength=10)


def _fax(page: Image.Image, chance: random.Random) -> Image.Image:
    """Black or white, with dots."""
    grey = _speckled(_turned(page, chance, most=1.0), chance, strength=26)
    return grey.point([PAPER_WHITE if level > 150 else 0 for level in range(256)]).convert("1")  # noqa: PLR2004


def _photo(page: Image.Image, chance: random.Random) -> Image.Image:
    """A telephone held over the sheet: out of square, a shadow across it."""
    wide, high = page.size
    slip = [chance.uniform(-0.012, 0.012) for _ in range(8)]
    corners = ((0, 0), (wide, 0), (wide, high), (0, high))
    moved = [(x + slip[2 * at] * wide, y + slip[2 * at + 1] * high) for at, (x, y) in enumerate(corners)]
    square = page.transform(
        page.size, Image.Transform.PERSPECTIVE, _perspective(moved, corners), Image.Resampling.BICUBIC, fillcolor=200
    )
    return _speckled(_shaded(square, chance), chance, strength=6)


def _stamped(page: Image.Image, chance: random.Random) -> Image.Image:
    """A scan of a sheet that somebody has stamped, somewhere over its words."""
    drawn = page.copy()
    wide, high = drawn.size
    x, y, reach = chance.uniform(0.3, 0.8) * wide, chance.uniform(0.15, 0.8) * high, wide * 0.08
    pen = ImageDraw.Draw(drawn)
    for shrink in (1.0, 0.82):
        box = (x - reach * shrink, y - reach * shrink, x + reach * shrink, y + reach * shrink)
        pen.ellipse(box, outline=150, width=max(2, wide // 500))
    return _clean(drawn, chance)


_WAYS: Final[dict[str, Damage]] = {"clean": _clean, "grey": _grey, "fax": _fax, "photo": _photo, "stamped": _stamped}


def _turned(page: Image.Image, chance: random.Random, *, most: float) -> Image.Image:
    return page.rotate(chance.uniform(-most, most), Image.Resampling.BICUBIC, fillcolor=PAPER_WHITE)


def _speckled(page: Image.Image, chance: random.Random, *, strength: float) -> Image.Image:
    """Noise on every point, `strength` levels of 255."""
    dots = np.random.default_rng(chance.getrandbits(32)).normal(0, strength, (page.height, page.width))
    return Image.fromarray(np.clip(np.asarray(page, dtype=float) + dots, 0, PAPER_WHITE).astype(np.uint8))


def _shaded(page: Image.Image, chance: random.Random) -> Image.Image:
    """Darker towards one side."""
    dark, turn = chance.uniform(0.55, 0.85), chance.random() < 0.5  # noqa: PLR2004 - either side
    ramp = np.linspace(dark, 1.0, page.width)
    shade = np.tile(ramp[::-1] if turn else ramp, (page.height, 1)) * PAPER_WHITE
    return ImageChops.multiply(page, Image.fromarray(shade.astype(np.uint8)))


def _perspective(seen: list[tuple[float, float]], real: tuple[tuple[int, int], ...]) -> list[float]:
    """The eight numbers that carry a point of the picture to one of the sheet (Pillow's PERSPECTIVE)."""
    rows, values = [], []
    for (x, y), (u, v) in zip(seen, real, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return [float(one) for one in np.linalg.solve(np.array(rows, dtype=float), np.array(values, dtype=float))]


def _saved(pages: list[Image.Image], suffix: str, dpi: int, *, quality: int) -> bytes:
    out = io.BytesIO()
    match suffix:
        case "pdf":
            _as_pdf(pages, out, dpi, quality)
        case "jpg":
            pages[0].convert("L").save(out, "JPEG", quality=quality, dpi=(dpi, dpi))
        case "png":
            pages[0].save(out, "PNG", dpi=(dpi, dpi))
        case _:
            pages[0].save(out, "TIFF", dpi=(dpi, dpi), compression="tiff_deflate" if pages[0].mode == "L" else "group4")
    return out.getvalue()


def _as_pdf(pages: list[Image.Image], out: io.BytesIO, dpi: int, quality: int) -> None:
    canvas = Canvas(out, invariant=True)
    for page in pages:
        wide, high = page.width * POINTS / dpi, page.height * POINTS / dpi
        canvas.setPageSize((wide, high))
        canvas.drawImage(_pressed(page, quality), 0, 0, wide, high)
        canvas.showPage()
    canvas.save()


def _pressed(page: Image.Image, quality: int) -> ImageReader:
    """With what JPEG loses, and as JPEG in the PDF; black and white loses nothing."""
    if page.mode == "1":
        return ImageReader(page.convert("L"))
    held = io.BytesIO()
    page.save(held, "JPEG", quality=quality)
    return ImageReader(held)
