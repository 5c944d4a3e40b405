"""Sheets as a scanner or a telephone takes them, for tests: always the same noise."""

import io

import numpy as np
import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

POINTS = 72


def sheet(data: bytes, *, dpi: int = 170) -> Image.Image:
    """The first page of a PDF as it looks."""
    document = pypdfium2.PdfDocument(data)
    try:
        drawn: Image.Image = document[0].render(scale=dpi / POINTS).to_pil()
        return drawn.convert("L")
    finally:
        document.close()


def askew(page: Image.Image, degrees: float = 1.2) -> Image.Image:
    """Turned a little, grey and speckled."""
    turned = page.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
    noise = np.random.default_rng(7).normal(0, 9, (page.height, page.width))
    return Image.fromarray(np.clip(np.asarray(turned, dtype=float) * 0.85 + 20 + noise, 0, 255).astype(np.uint8))


def on_a_table(page: Image.Image) -> Image.Image:
    """A photograph from somewhat aside, a dark table around the sheet, darker towards the right."""
    wide, high = page.size
    table = Image.new("L", (wide + 160, high + 160), 60)
    table.paste(page, (80, 80))
    # Pillow asks for the eight numbers that carry a point of the photograph back to the sheet.
    back = (1.03, 0.02, -20, -0.015, 1.02, 10, 1.5e-5, 1e-5)
    aside = table.transform(table.size, Image.Transform.PERSPECTIVE, back, Image.Resampling.BICUBIC, fillcolor=60)
    shade = np.linspace(1.0, 0.7, table.width)
    return Image.fromarray((np.asarray(aside, dtype=float) * shade).astype(np.uint8))


def file(page: Image.Image, kind: str, *, dpi: int = 170, orientation: int = 1) -> bytes:
    """A picture file; `orientation` is how the camera says it was held (EXIF)."""
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = orientation
    page.save(out, kind, dpi=(dpi, dpi), exif=exif)
    return out.getvalue()


def pdf(page: Image.Image, *, dpi: int = 170, layer: str | None = None, over: str | None = None) -> bytes:
    """A PDF of one picture; `layer` is text that nobody sees, `over` is text printed on it."""
    out = io.BytesIO()
    wide, high = page.width * POINTS / dpi, page.height * POINTS / dpi
    canvas = Canvas(out, pagesize=(wide, high), invariant=True)
    canvas.drawImage(ImageReader(page), 0, 0, wide, high)
    if layer:
        text = canvas.beginText(72, high - 72)
        text.setTextRenderMode(3)
        text.textLine(layer)
        canvas.drawText(text)
    if over:
        canvas.drawString(72, 20, over)
    canvas.save()
    return out.getvalue()
