"""The faces that papers are written in: the PDF's own, and some that are embedded."""

from functools import cache
from importlib import resources
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont

# The fourteen fonts that every reader of PDFs has write Western Europe's letters only (ISO 32000-1, 9.6.2.2).
_OWN: Final = {
    "Helvetica": ("Helvetica", "Helvetica-Bold"),
    "Times": ("Times-Roman", "Times-Bold"),
    "Courier": ("Courier", "Courier-Bold"),
}
_EMBEDDED: Final = {
    "Vera": ("reportlab", "fonts", "Vera.ttf", "VeraBd.ttf"),
    "Source": ("font_source_sans_pro", "files", "SourceSansPro-Regular.ttf", "SourceSansPro-Bold.ttf"),
    "Caladea": ("font_caladea", "files", "Caladea-Regular.ttf", "Caladea-Bold.ttf"),
}
# These have no bold face.
_EAST: Final = {"ja": "HeiseiKakuGo-W5", "zh": "STSong-Light"}
# Languages with letters outside the western set, and fonts that have them.
_WIDE: Final = frozenset({"pl", "cs", "tr"})
_WIDE_FACES: Final = ("Source", "Caladea")


def face(wanted: str, language: str) -> tuple[str, str]:
    """The plain and the bold face, as the canvas knows them, for words of this language."""
    if language in _EAST:
        return _eastern(_EAST[language])
    if language in _WIDE and wanted not in _WIDE_FACES:
        wanted = _WIDE_FACES[wanted == "Times"]
    return _OWN.get(wanted) or _embedded(wanted)


@cache
def _embedded(name: str) -> tuple[str, str]:
    package, folder, plain, bold = _EMBEDDED[name]
    for suffix, file in (("", plain), ("-Bold", bold)):
        path = resources.files(package) / folder / file
        pdfmetrics.registerFont(TTFont(name + suffix, str(path)))
    return name, f"{name}-Bold"


@cache
def _eastern(name: str) -> tuple[str, str]:
    pdfmetrics.registerFont(UnicodeCIDFont(name))
    return name, name
