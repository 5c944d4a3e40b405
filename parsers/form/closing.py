"""Who signs a letter: the company under its closing words."""

import re
from collections.abc import Sequence

from parsers.form import blocks, companies, lexicon
from parsers.form.blocks import Block
from parsers.page import Page, Word

_CLOSINGS = frozenset(
    lexicon.key(words)
    for words in (
        "thanks|many thanks|thank you|thanks and regards|regards|best regards|kind regards|warm regards|best"
        "|best wishes|cheers|sincerely|yours sincerely|yours faithfully|yours truly|mit freundlichen grüßen"
        "|freundliche grüße|mfg|mit freundlichem gruß|viele grüße|beste grüße|cordialement|bien cordialement"
        "|salutations distinguées|saludos|un saludo|atentamente|saludos cordiales|cordiali saluti|distinti saluti"
        "|saluti|met vriendelijke groet|groeten|atenciosamente|cumprimentos|com os melhores cumprimentos"
        "|med vänlig hälsning|vänliga hälsningar|med venlig hilsen|med vennlig hilsen|hilsen|terveisin"
        "|ystävällisin terveisin|z poważaniem|pozdrawiam|s pozdravem|üdvözlettel|saygılarımla|с уважением"
    ).split("|")
)
_LONG = tuple(one for one in _CLOSINGS if len(one) > 6)  # noqa: PLR2004 - a shorter word ends many a sentence
_JOB = re.compile(
    r"manager|director|purchas|buyer|procure|assistant|officer|owner|founder|sales|einkauf|leit|achat|compras|acquist|inkoop|inköp"
    r"|zakup|dept|department|^(?:mr|mrs|ms|dr)\b",
    re.IGNORECASE,
)
_ROWS_BELOW = 7
_MOST_NAME = 70


def company(pages: Sequence[Page]) -> Block | None:
    """The name of a company that stands under the closing words of the last letter on these pages."""
    for sheet in reversed(pages[:6]):
        for at in range(len(sheet.rows) - 1, -1, -1):
            if _closes(sheet.rows[at].text):
                return _under(sheet, at)
    return None


def _closes(text: str) -> bool:
    key = lexicon.key(text)
    return key in _CLOSINGS or (len(text) < _MOST_NAME and key.endswith(_LONG))


def _under(sheet: Page, at: int) -> Block | None:
    """A company's line first; else the second name, which follows the person's."""
    names = [words for row in sheet.rows[at + 1 : at + 1 + _ROWS_BELOW] if (words := _name(row.words))]
    known = next((words for words in names if companies.is_company(_said(words))), None)
    chosen = known or next((words for words in names[1:] if not _JOB.search(_said(words))), None)
    return Block(None, [chosen], sheet) if chosen else None


def _name(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words up to the first comma, where they can be a name; those behind it, where a job stands before it."""
    end = next((nth + 1 for nth, word in enumerate(words) if word.text.endswith(",")), len(words))
    if end < len(words) and _JOB.search(_said(words[:end])):
        return _name(words[end:])
    text = _said(words[:end])
    return words[:end] if blocks.may_name(text) and not any(c.isdigit() for c in text) else ()


def _said(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
