"""The words of an HTML body, line by line, with what its structure marks as quoted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

MOST_LETTERS = 1_000_000
MOST_NODES = 200_000
# The parser's time grows with the square of how deep open elements nest: 2,000 deep takes 5 ms, 40,000 take 2 s.
MOST_DEEP = 2_000

_SILENT = frozenset({
    "head", "script", "style", "title", "template", "noscript", "iframe", "object", "svg", "select", "textarea",
    "-comment", "!doctype",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p",
    "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
# Words struck out are shown, but not said: they keep the signs by which plain text strikes out.
_STRUCK = frozenset({"del", "s", "strike"})
_CELLS = frozenset({"td", "th"})
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
# Containers of the quoted letter, by the names that mail programs give them ("x_" is Outlook's mark on what it wraps).
_QUOTES = re.compile(
    r"(?:^|[\s_-])(?:x_)*(?:gmail_(?:quote\w*|extra|attr)|yahoo_quoted\w*|moz-cite-prefix|protonmail_quote|tutanota_quote"
    r"|zmail_extra\w*|fairemail_quote|front-blockquote|missive_quote|mail-quote-collapse|mail-app-auto-quote"
    r"|olk_src_body_section|ms-outlook-mobile-reference-message|mail-editor-reference-message-container"
    r"|isreplycontent|replybody\d*|reply-intro|messagereplysection|aolmail_\w*quote\w*|quoted[-_]?(?:text|message|reply)"
    r"|original[-_]?message|quote[-_]?(?:container|block|text|header)|k9mail_quote|tutanota_quote|wm_quote|__quoted_text__)",
    re.IGNORECASE,
)
# Marks after which everything is the quoted letter: these programs put it below without a container.
_FROM_HERE = re.compile(
    r"(?:^|[\s_-])(?:x_)*(?:divrplyfwdmsg|appendonsend|stopspelling|zwchr|__headers__)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Gmail and others indent with a blockquote that has no line at its side: that is the writer's own.
_INDENT = re.compile(
    r"margin\s*:\s*0(?:px)?\s+0(?:px)?\s+0(?:px)?\s+40px[^\"]*border\s*:\s*(?:none|medium none)",
    re.IGNORECASE,
)
# Word and Outlook draw a line above the header block of the quoted letter.
_RULE_ABOVE = re.compile(r"border-top\s*:\s*(?:solid|[^;\"]*\bsolid\b)", re.IGNORECASE)

_TAG = re.compile(r"<[^<>]*>")
# Elements that HTML closes by itself, or that hold nothing, do not nest.
_TAG_NAME = re.compile(
    r"<(/?)(?!(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|o:p|option|p|source|td|th|tr|wbr)\b)[a-z]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line as shown: how deep it is quoted (0: not), its words, and whether a rule is drawn above it."""

    depth: int
    text: str
    ruled: bool = False


@dataclass(slots=True)
class _Page:
    """The lines found so far, and the one that is being written."""

    lines: list[Line] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    depth: int = 0
    ruled: bool = False

    def end_line(self, *, keep_empty: bool = False) -> None:
        text = " ".join("".join(self.words).replace("\xa0", " ").replace("\u200b", "").split())
        if text or keep_empty:
            self.lines.append(Line(self.depth, text, self.ruled))
            self.ruled = False
        self.words.clear()


def lines(html: str) -> tuple[Line, ...]:
    """What a reader of this HTML sees, in order; scripts, styles and hidden words left out. Never raises."""
    html = html[:MOST_LETTERS]
    if is_bottomless(html):
        return tuple(Line(0, " ".join(words.split())) for words in _TAG.split(html) if words.strip())
    page = _Page()
    body = LexborHTMLParser(html).body
    if body is None:
        return ()
    _walk(body, page)
    page.end_line()
    return tuple(page.lines)


def text(html: str) -> str:
    """The words of an HTML body as a plain mail would have them, quoted lines behind ">"."""
    return "\n".join(("> " * line.depth + line.text).rstrip() for line in lines(html))


def is_bottomless(html: str) -> bool:
    """Elements are opened and never closed, more than any letter does."""
    depth = 0
    for tag in _TAG_NAME.finditer(html):
        depth += -1 if tag[1] else 1
        if depth > MOST_DEEP:
            return True
    return False


def _walk(root: LexborNode, page: _Page) -> None:
    """Enter and leave each node in order, without recursion: hostile HTML nests without end."""
    node, count = root, 0
    held: list[bool] = []  # for each open element: whether it holds the quoted letter
    while count < MOST_NODES:
        count += 1
        child = _enter(page, node, held)
        if child is not None:
            node = child
            continue
        while node.next is None:
            up = node.parent
            if up is None or not held:
                return
            node = up
            _leave(page, node, holds_quote=held.pop())
            if not held:
                return
        if not held:
            return
        node = node.next


def _enter(page: _Page, node: LexborNode, held: list[bool]) -> LexborNode | None:
    """Take in a node; its first child where there is more inside."""
    tag = node.tag or ""
    if tag == "-text":
        page.words.append(node.text_content or "")
        return None
    if tag in _SILENT:
        return None
    names = node.attributes
    style = names.get("style") or ""
    if style and _HIDDEN.search(style):
        return None
    if tag in _BLOCKS:
        page.end_line()
    quoted = _quoted_by(tag, names, style)
    if quoted is not None:
        page.end_line()
        page.depth += 1
    _mark(page, tag, style)
    child = node.child
    if child is None:
        _leave(page, node, holds_quote=quoted == "here")
    else:
        held.append(quoted == "here")
    return child


def _mark(page: _Page, tag: str, style: str) -> None:
    """The signs that an element itself puts on the page."""
    if tag == "br":
        page.end_line(keep_empty=True)
    elif tag in _STRUCK:
        page.words.append(" ~~")
    elif tag in _CELLS:
        page.words.append("\t")
    elif tag == "li":
        page.words.append("- ")
    elif tag == "hr" or (style and _RULE_ABOVE.search(style)):
        page.ruled = True


def _leave(page: _Page, node: LexborNode, *, holds_quote: bool) -> None:
    tag = node.tag or ""
    if tag in _STRUCK:
        page.words.append("~~ ")
    if tag in _BLOCKS:
        page.end_line()
        if tag == "p":
            _space(page)
    if holds_quote:
        page.end_line()
        page.depth -= 1


def _space(page: _Page) -> None:
    """An empty line after a paragraph, one at most."""
    if page.lines and page.lines[-1].text:
        page.lines.append(Line(page.depth, ""))


def _quoted_by(tag: str, names: Mapping[str, str | None], style: str) -> str | None:
    """Say "here" for an element that holds the quoted letter, "on" for one that begins it, None for any other."""
    told = " ".join(names.get(name) or "" for name in _NAMES if name in names) if names else ""
    if told:
        if _FROM_HERE.search(told):
            return "on"
        if _QUOTES.search(told):
            return "here"
    return "here" if tag == "blockquote" and not _INDENT.search(style) else None


_NAMES = ("id", "class", "name", "data-marker")
