"""Words with digits: which of them may be the code of a product, and which are a rating, a size or a reference."""

import re
from collections.abc import Sequence
from functools import lru_cache

from parsers import dates, numbers
from parsers.form import lexicon
from parsers.form.currency import CODES
from parsers.numbers import Mark
from parsers.page import Word

_CODE = re.compile(r"^(?=.*\d)[A-Za-z0-9][\w./\-+#*]{3,}$")
_PREFIXED = re.compile(r"[A-Za-z]{2,}-\d")  # "RNG-114" is no sum of money below nought
_CAPITALS = re.compile(r"^[A-Z0-9][A-Z0-9./_-]{2,}$")
_MIXED = re.compile(r"^(?=.*\d)(?=.*[A-Z])[A-Z0-9./-]{6,}$")
_MARKED_CODE = re.compile(r"^(?=.*\d)(?=.*[A-Z])[A-Z0-9]{2,}(?:[-_/][A-Z0-9]+)+$")
_TARIFF = frozenset({4, 6, 8})  # digits of chapter headings, subheadings and national classes (HS, HSN)
_MARKED = re.compile(r"\d|[-_/].")
_ACRONYM = 4  # letters, as in "LED"
_EDGES = ".,;:()[]{}\"'*|–-"
_MEASURES = (
    "kw hp kva kv vac vdc volt volts amp amps mah rpm hz khz mm cm mtr mtrs inch inches gsm gms gm kg kgs mg ml ltr"
    " ltrs lbs oz pcs nos bar psi deg dpi gb tb poles ips"
)
_MEASURE = frozenset(_MEASURES.split())
_RATED = re.compile(rf"^\d+(?:[.,]\d+)?(?:{'|'.join(_MEASURES.split())})$", re.IGNORECASE)
_BETWEEN_RATINGS = re.compile(r"[-/,;:*]|(?<=\d)x(?=\d)")
_SIZED = re.compile(r"^\d{1,4}(?:[.,]\d+)?(?:[xX×*]\d{1,4}(?:[.,]\d+)?){1,3}$")
# What stands behind one of these is the number of another paper, a class of customs, a date: no product's code.
_REFERENCES = frozenset(
    "quotation quote quot offer dated date dt drg drawing dwg rev hsn hsncode sac tariff account acct po contract"
    " agreement requisition pr enquiry rfq batch lot serial angebot vom zeichnung zolltarif devis offre preventivo"
    " offerta cotizacion oferta offerte".split()
)
_BETWEEN = frozenset({"#", "no", "number", "nr", "code", "num", "n", ""})


@lru_cache(maxsize=16_384)
def is_code(text: str) -> bool:
    """Letters and digits without a space, and no sum of money, date or short count."""
    if text.isdigit():
        return len(text) > 3  # noqa: PLR2004 - a count is shorter
    return bool(_CODE.match(text)) and not _is_number(text) and not dates.find(text)


def is_capital_code(text: str) -> bool:
    """Capitals, figures, dashes and dots alone, three at least: what may be a code where a label says so."""
    return bool(_CAPITALS.match(text))


def may_be_tariff(text: str) -> bool:
    """Four, six or eight figures: so long are the classes of customs and tax that stand under many a code."""
    return text.isdigit() and len(text) in _TARIFF


def _is_number(text: str) -> bool:
    letters = "".join(c for c in text if c.isalpha()).upper()
    if _PREFIXED.match(text) or (letters and letters not in CODES):
        return False  # "1000-BLK" is no sum of money
    return any(numbers.value(text, mark) is not None for mark in Mark)


def stands_out(words: Sequence[Word]) -> bool:
    """The first of some words is in capitals, with a dash or a figure, and the next is not: "NY-M8 Nyloc nut"."""
    text = words[0].text.strip(_EDGES)
    is_marked = text == text.upper() and len(text) >= 4 and bool(_MARKED.search(text))  # noqa: PLR2004 - "A4"
    spoken = (word.text for word in words[1:] if any(c.isalpha() for c in word.text))
    after = next((said for said in spoken if not (said.isupper() and said.isalpha() and len(said) <= _ACRONYM)), "")
    return is_marked and any(c.isalpha() for c in text) and any(c.islower() for c in after)


def is_lettered(words: Sequence[Word]) -> bool:
    """Five capitals or more, and then a word that is not in capitals: "GLMRD Cushion", or a brand."""
    text = words[0].text.strip(_EDGES) if words else ""
    after = next((word.text for word in words[1:] if any(c.isalpha() for c in word.text)), "")
    is_capital = len(text) >= 5 and text.isalpha() and text.isupper()  # noqa: PLR2004 - "LED lamp", "HDMI cable"
    return is_capital and any(c.islower() for c in after)


@lru_cache(maxsize=16_384)
def looks_coded(text: str) -> bool:
    """Long enough, and with digits enough, that it may well be a code wherever it stands."""
    bare = text.strip(_EDGES)
    return len(bare) >= 6 and sum(c.isdigit() for c in bare) >= 3 and is_code(bare)  # noqa: PLR2004


def is_mixed(text: str) -> bool:
    """Capitals and digits in one word of six signs and more: "PFBM73G"."""
    return bool(_MIXED.match(text))


def looks_marked(text: str) -> bool:
    """Capitals and figures with a dash between: "BRD-220", "WB-750-GRN"."""
    return bool(_MARKED_CODE.match(text))


def is_grouped(texts: Sequence[str]) -> bool:
    """A code in groups: "558 668 473", "LMK 9836"."""
    is_marked = all(text == text.upper() and text.isalnum() for text in texts)
    return 1 < len(texts) <= 4 and is_marked and sum(c.isdigit() for text in texts for c in text) >= 3  # noqa: PLR2004


def open_codes(words: Sequence[Word]) -> list[Word]:
    """Words of a cell that may be a code and that nothing beside them explains as something else."""
    return [
        word
        for at, word in enumerate(words)
        if (looks_coded(word.text) or _in_groups(words, at)) and not is_explained(words, at)
    ]


def _in_groups(words: Sequence[Word], at: int) -> bool:
    """A word of three digits or more beside another such word: a number written in groups."""
    texts = [word.text for word in words[at : at + 2]]
    return len(texts) > 1 and all(text.isdigit() and len(text) > 2 for text in texts)  # noqa: PLR2004


def is_explained(words: Sequence[Word], at: int) -> bool:
    """A rating ("415VAC", "RPM-1000", "0.75 KW"), or a number that a word before it says is another paper's."""
    after = words[at + 1].text if at + 1 < len(words) else ""
    return _is_rated(words[at].text, after) or _is_referred(words, at)


def _is_rated(text: str, after: str) -> bool:
    if _SIZED.match(text.strip(_EDGES)):
        return True  # "39X30" is a size
    parts = [part for part in _BETWEEN_RATINGS.split(text.strip(_EDGES).casefold()) if part]
    if parts and parts[-1][:1].isdigit() and after.strip(_EDGES).casefold() in _MEASURE:
        return True
    beside = [at for at, part in enumerate(parts) if part in _MEASURE]
    if any(parts[at - 1][:1].isdigit() for at in beside if at):
        return True
    # ("GM-748" is a code, "RPM-1000" a rating.)
    if any(near[:1].isdigit() for at in beside for near in parts[at + 1 : at + 2] if len(parts[at]) > 2):  # noqa: PLR2004
        return True
    return any(_RATED.match(part) for part in parts)


def _is_referred(words: Sequence[Word], at: int) -> bool:
    for before in range(at - 1, max(-1, at - 4), -1):
        text = lexicon.key(words[before].text).rstrip("#")
        if text in _REFERENCES:
            return True
        if text not in _BETWEEN:
            return False
    return False


def shape(text: str) -> str:
    """The pattern of letters and digits: two codes of one catalogue are alike."""
    return re.sub(r"A+", "A", re.sub(r"\d+", "9", re.sub(r"[^\W\d_]", "A", text)))
