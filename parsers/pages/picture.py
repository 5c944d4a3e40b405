"""Pictures of pages as they were sent: a file, or a page of a PDF, as grey dots with their fineness."""

import io
import warnings
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from parsers import errors

Grey = NDArray[np.uint8]  # rows of dots, 0 black to 255 white

MOST_DOTS = 60_000_000  # of one picture: a sheet of A4 at 600 dots an inch has 35 million
MOST_FRAMES = 100
FINE = 200.0  # dots an inch that a page of a PDF is drawn with
LONGEST = 3400  # dots: a picture with longer sides is made smaller
SHORTEST = 60  # dots: anything smaller shows no page
_SHEET = 11.7  # inches: the length of a sheet of paper, for pictures that do not say how fine they are
_FINENESS = (50, 1300)  # dots an inch that can be believed


class Picture(NamedTuple):
    """One page as it was sent, and how many of its dots make an inch."""

    dots: Grey
    fineness: float


def frames(data: bytes, name: str) -> Iterator[Picture]:
    """The pages of a picture file; raises UnreadableError where it is broken, or too large to be opened safely."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # damage that can be got over, and our own limit stands below Pillow's
            with Image.open(io.BytesIO(data)) as image:
                for at, frame in enumerate(ImageSequence.Iterator(image)):
                    if at >= (1 if getattr(image, "format", "") in _ANIMATED else MOST_FRAMES):
                        return
                    yield _frame(frame, name)
    except Image.DecompressionBombError as bomb:
        raise errors.UnreadableError(f"The picture {name} is too large to read. A person must look.") from bomb
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as broken:
        raise errors.UnreadableError(
            f"The picture {name} is broken and cannot be opened. Ask the sender for it again."
        ) from broken


_ANIMATED = frozenset({"GIF", "PNG", "WEBP"})  # further frames are no further pages


def _frame(frame: Image.Image, name: str) -> Picture:
    wide, high = frame.size
    if wide * high > MOST_DOTS:
        raise errors.UnreadableError(
            f"The picture {name} is {wide} x {high} dots, too large to read. A person must look."
        )
    across, down = _fineness(frame)
    frame.draft("L", (LONGEST, LONGEST))  # JPEG: decoded at a smaller size where that is fine enough
    upright = ImageOps.exif_transpose(_on_white(frame)).convert("L")
    is_level = (wide > high) == (upright.width > upright.height)
    # Faxes have rows that are two or four times as far apart as their dots (ITU-T T.4).
    tall = upright.height * (across / down if across and down else 1.0)
    scale = min(1.0, LONGEST / max(upright.width, tall))
    size = (max(1, round(upright.width * scale)), max(1, round(tall * scale)))
    square = upright if size == upright.size else upright.resize(size, Image.Resampling.BICUBIC)
    told = across * square.width / (wide if is_level else high) if across else 0.0
    return Picture(np.asarray(square, dtype=np.uint8), told or max(square.size) / _SHEET)


def _on_white(frame: Image.Image) -> Image.Image:
    """What is transparent is paper."""
    if frame.mode not in {"RGBA", "LA", "PA"} and "transparency" not in frame.info:
        return frame
    clear = frame.convert("RGBA")
    sheet = Image.new("RGBA", clear.size, "white")
    sheet.alpha_composite(clear)
    sheet.info["exif"] = frame.info.get("exif", b"")
    return sheet.convert("RGB")


def _fineness(frame: Image.Image) -> tuple[float, float]:
    """Dots an inch, across and down, as the picture says; noughts where it would be no sheet of a size that exists."""
    said = frame.info.get("dpi")
    if not said or not all(_FINENESS[0] <= float(one) <= _FINENESS[1] for one in said):
        return 0.0, 0.0
    across, down = float(said[0]), float(said[1])
    length = max(frame.size[0] / across, frame.size[1] / down)
    return (across, down) if 5 <= length <= 24 else (0.0, 0.0)  # noqa: PLR2004 - inches: a notepad to a large plan


def drawn(page: Any, turns: int = 0) -> Picture:
    """A page of a PDF as it looks, every drawn line and picture in it, turned by quarters clockwise."""
    wide, high = page.get_size()
    scale = min(FINE / 72, LONGEST / max(wide, high, 1.0))
    bitmap = page.render(scale=scale, rotation=90 * (turns % 4), grayscale=True)
    dots = np.array(bitmap.to_numpy(), dtype=np.uint8)
    bitmap.close()
    return Picture(dots.reshape(dots.shape[0], dots.shape[1], -1)[:, :, 0], scale * 72)
