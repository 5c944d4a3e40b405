"""The number of a page, printed at its head or foot: "Page 2 of 5", "Seite 1", "2/5", "- 3 -"."""

import re

from parsers.form import lexicon
from parsers.page import Page, Row

_EDGE = 3  # rows from the top or the foot of a page
_LONGEST = 7  # words
_WORDS = frozenset(
    lexicon.key(word)
    for word in (
        "page pg pages seite blatt pagina pág página pag pagina blad sida side sidan strona str stránka strana oldal"
        " sivu sayfa σελίδα σελ страница стр лист עמוד דף صفحة ページ 頁 页 페이지 sheet hoja foglio folha"
    ).split()
)
_COUNT = re.compile(r"^(?:[-–—]\s*)?\d{1,4}(?:\s*(?:/|of|von|de|di|van|av|af|z|ze|sur)\s*\d{1,4})?(?:\s*[-–—])?$")
_EASTERN = re.compile(r"^第?\s*\d{1,4}\s*[页頁](?:[\s,/]*共?\s*\d{1,4}\s*[页頁])?$")


def states(sheet: Page, row: Row) -> bool:
    """The row says which page this is, and nothing else."""
    rows = sheet.rows
    if len(row.words) > _LONGEST or (rows[_EDGE:-_EDGE] and rows[_EDGE].top <= row.top <= rows[-_EDGE - 1].top):
        return False
    text = row.text
    first = lexicon.key(row.words[0].text.rstrip(".:0123456789"))
    rest = text.split(maxsplit=1)[1].strip(" :") if len(row.words) > 1 else ""
    if first in _WORDS and (_COUNT.match(rest) or (not rest and text[-1:].isdigit())):
        return True
    return bool("/" in text and _COUNT.match(text)) or bool(_EASTERN.match(text))
