"""What the styles of an HTML document let be seen: style sheets in it, style attributes, old attributes of colour."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

Ink = tuple[int, int, int]
Styles = Mapping[str, str]

WHITE: Ink = (255, 255, 255)
BLACK: Ink = (0, 0, 0)
_MOST_RULES = 20_000
_MOST_SEARCHED = 200  # selectors that need a search through the document
_SAME = 24  # of 255: nearer to each other than this in every colour, letters do not show on their ground
_SMALL = 2.0  # pixels
_USUAL = 16.0

_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_AT = re.compile(r"@[^{};]{0,2000}(?:;|\{(?:[^{}]|\{[^{}]*\})*\})")
_SAID = re.compile(r"([a-z-]{3,30})\s*:\s*([^;]{1,300})", re.IGNORECASE)
_SIMPLE = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?P<marks>(?:[.#][\w-]+)*)\Z", re.IGNORECASE)
_NUMBER = re.compile(r"(-?\d*\.?\d+)\s*(px|pt|em|rem|ex|ch|%|in|cm|mm|vw|vh)?\Z")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+%?))?\s*\)")
_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})\b")
_NAMED: Mapping[str, Ink] = {
    "white": WHITE, "snow": (255, 250, 250), "ivory": (255, 255, 240), "whitesmoke": (245, 245, 245),
    "ghostwhite": (248, 248, 255), "floralwhite": (255, 250, 240), "black": BLACK, "windowtext": BLACK,
}  # fmt: skip
_TELLING = frozenset({
    "display", "visibility", "mso-hide", "opacity", "font-size", "font", "color", "background", "background-color",
    "text-indent", "height", "max-height", "overflow", "position", "left", "top", "clip",
})  # fmt: skip
_UNITS = {"px": 1.0, "pt": 4 / 3, "in": 96.0, "cm": 37.8, "mm": 3.78, "rem": _USUAL}
_AWAY = 500.0  # pixels to the left of or above everything


class Look(NamedTuple):
    """How the letters of an element look; `ground` is None where it is not known, `is_shown` False where hidden."""

    ink: Ink | None = BLACK
    ground: Ink | None = WHITE
    size: float = _USUAL
    is_shown: bool = True

    @property
    def is_seen(self) -> bool:
        """A person would read them."""
        if not self.is_shown or self.size < _SMALL:
            return False
        if self.ink is None or self.ground is None:
            return True
        return any(abs(one - other) >= _SAME for one, other in zip(self.ink, self.ground, strict=True))


class Sheets:
    """The rules of a document's own style sheets that can hide anything, without those for some media only."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._by_mark: dict[str, list[tuple[frozenset[str], Styles]]] = {}
        self._by_node: dict[int, list[Styles]] = {}
        # A sheet that lies elsewhere may darken any ground: then white letters are not taken for hidden.
        self._ground = None if tree.css_first("link[rel=stylesheet]") is not None else WHITE
        searched = 0
        for selector, styles in _rules(tree):
            simple = _SIMPLE.match(selector)
            if simple:
                self._keep(simple, styles)
            elif ":" not in selector and searched < _MOST_SEARCHED:
                searched += 1
                self._search(tree, selector, styles)

    def _keep(self, simple: re.Match[str], styles: Styles) -> None:
        marks = re.findall(r"[.#][\w-]+", simple["marks"])
        needed = [*([simple["tag"].lower()] if simple["tag"] else []), *marks]
        if needed:
            self._by_mark.setdefault(needed[-1], []).append((frozenset(needed), styles))

    def _search(self, tree: LexborHTMLParser, selector: str, styles: Styles) -> None:
        try:
            for node in tree.css(selector):
                self._by_node.setdefault(node.mem_id, []).append(styles)
        except SelectolaxError:
            return

    def look(self, node: LexborNode, around: Look) -> Look | None:
        """How an element looks inside what is around it; None where nothing in it can be seen."""
        attributes = node.attributes
        if node.tag == "body":
            around = around._replace(ground=self._ground)
        styles = self._of(node, attributes)
        if "hidden" in attributes or attributes.get("type") == "hidden" or _hides(styles):
            return None
        if not styles and not ("bgcolor" in attributes or "color" in attributes or "background" in attributes):
            return around
        return _inherit(styles, attributes, around)

    def _of(self, node: LexborNode, attributes: Mapping[str, str | None]) -> Styles:
        own = parsed(attributes.get("style") or "")
        if not self._by_mark and not self._by_node:
            return own
        marks = {str(node.tag), *(f".{name}" for name in (attributes.get("class") or "").split())}
        if attributes.get("id"):
            marks.add(f"#{attributes['id']}")
        found: dict[str, str] = {}
        for mark in marks & self._by_mark.keys():
            for needed, styles in self._by_mark[mark]:
                if needed <= marks:
                    found.update(styles)
        for styles in self._by_node.get(node.mem_id, ()):
            found.update(styles)
        pressing = {name: value for name, value in found.items() if "!important" in value}
        return {**found, **own, **pressing} if found else own


def _rules(tree: LexborHTMLParser) -> Iterator[tuple[str, Styles]]:
    count = 0
    for sheet in tree.css("style"):
        text = _AT.sub("", _COMMENT.sub("", sheet.text(deep=True)))
        for rule in _RULE.finditer(text):
            styles = parsed(rule[2])
            for selector in rule[1].split(",") if styles else ():
                count += 1
                if count > _MOST_RULES:
                    return
                yield selector.strip(), styles


@lru_cache(maxsize=4096)
def parsed(style: str) -> Styles:
    """The declarations that can hide something, names and values in lower case."""
    found = {name.lower(): value.strip().lower() for name, value in _SAID.findall(style[:20_000])}
    return {name: value for name, value in found.items() if name in _TELLING}


def _hides(styles: Styles) -> bool:
    """The element and all in it: what stands inside cannot show itself again."""
    if styles.get("display", "").startswith("none") or styles.get("mso-hide", "").startswith("all"):
        return True
    if _length(styles.get("opacity", "1"), 1.0) < 0.05:  # noqa: PLR2004 - a twentieth of black is not read
        return True
    is_flat = any(_length(styles.get(name, "1px"), _USUAL) <= 0 for name in ("max-height", "height"))
    if is_flat and ("max-height" in styles or styles.get("overflow", "").startswith("hidden")):
        return True
    is_placed = styles.get("position", "").startswith(("absolute", "fixed"))
    places = ["text-indent", *(("left", "top") if is_placed else ())]
    return any(_length(styles.get(name, "0"), _USUAL) <= -_AWAY for name in places)


def _inherit(styles: Styles, attributes: Mapping[str, str | None], around: Look) -> Look:
    ink, ground, size, is_shown = around
    told = styles.get("color") or attributes.get("color") or ""
    if told and "inherit" not in told:
        ink = colour(told)
    grounds = (styles.get("background"), styles.get("background-color"), attributes.get("bgcolor"))
    for told in (name for name in grounds if name):
        if not told.startswith(("none", "transparent", "inherit", "initial")):
            ground = colour(told)
    if attributes.get("background"):
        ground = None
    if "font-size" in styles:
        size = _length(styles["font-size"], size)
    visibility = styles.get("visibility", "")
    if visibility:
        is_shown = not visibility.startswith(("hidden", "collapse"))
    return Look(ink, ground, size, is_shown)


def _length(text: str, whole: float) -> float:
    """Pixels, where they can be told; else `whole`, so that what is not understood hides nothing."""
    match = _NUMBER.match(text.replace("!important", "").strip())
    if match is None:
        return whole
    unit = match[2] or "px"
    times = {"em": whole, "%": whole / 100, "ex": whole / 2, "ch": whole / 2}
    return float(match[1]) * (times[unit] if unit in times else _UNITS.get(unit, _USUAL))


def colour(text: str) -> Ink | None:
    """Red, green and blue of a colour as CSS and HTML write it; None for any that is not told plainly."""
    said = text.lower().replace("!important", "").strip()
    if "url(" in said or "gradient" in said:
        return None
    code = _HEX.search(said) or _HEX.match(f"#{said}")
    if code:
        digits = code[1] if len(code[1]) == 6 else "".join(one * 2 for one in code[1])  # noqa: PLR2004 - two a colour
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    parts = _RGB.search(said)
    if parts:
        return int(parts[1]), int(parts[2]), int(parts[3])
    return _NAMED.get(said.split(" ")[0])
