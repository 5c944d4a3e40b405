"""Rows below the items that state sums, or name them: they end a table."""

from collections.abc import Sequence
from itertools import zip_longest

from parsers import numbers
from parsers.form import lexicon, sumnames
from parsers.page import Page, Row, Word

_MOST_LABELS, _MOST_WORDS = 16, 24
_PAIR = 2  # a row and the one below it


def is_sum(sheet: Page, row: Row) -> bool:
    """A row that states a subtotal, a total or a count over the whole table."""
    figures = sum(1 for word in row.words if numbers.has_digit(word.text))
    if not figures or len(row.words) > _MOST_WORDS:  # prose that mentions a total
        return False
    return (
        sumnames.is_bare(row.words) or _names_sums(row) or any(_names_sum(phrase.text) for phrase in sheet.phrases(row))
    )


def _names_sums(row: Row) -> bool:
    """A row that begins with a total and names another one: "Total prepacks 35 Total units 210"."""
    return _is_total(row.words[0]) and any(_is_total(word) for word in row.words[1:])


def _is_total(word: Word) -> bool:
    return lexicon.SUMS.get(lexicon.key(word.text)) == "total"


def _names_sum(text: str) -> bool:
    said = text.split()[: sumnames.LONGEST]
    if not any(sumnames.may_start(lexicon.key(word)) for word in said[:2]):
        return False
    words = [key for key in map(lexicon.key, said) if key]
    ends = range(len(words), 0, -1)
    end, best = next(((end, best) for end in ends if (best := sumnames.of(words[:end]))), (0, None))
    if best not in {"subtotal", "total", "not_money"} or (words[:end] == words[:1] and _is_bare(words[0])):
        return False
    # "Total gym, black" is goods; "Total Qty & Value 59" and "Total EUR 12.00" are sums.
    return all(word in _BESIDE_SUM or not word.isalpha() for word in words[end:])


def _is_bare(key: str) -> bool:
    return key in sumnames.BARE and key not in lexicon.SUMS


_BESIDE_SUM = frozenset(
    "usd eur gbp inr chf cad aud kwd qty quantity value order amount excl incl tax vat and rs in ohne mit inkl exkl"
    " do da de du des of for per group gruppe grupo groupe gruppo grupy section abschnitt seccion sezione part page"
    " articles article items pieces pcs units lines positionen positions artikel pairs cartons boxes goods"
    " zzgl netto brutto mwst mw st ust ht ttc iva btw sin con sem com hors taxes aed sek nok dkk pln czk jpy".split()
)


def is_tax_above_total(sheet: Page, rows: Sequence[Row]) -> bool:
    """A tax and its one figure, just above a total."""
    if len(rows) < _PAIR or not is_sum(sheet, rows[1]):
        return False
    *label, last = sheet.phrases(rows[0])
    words = [word for phrase in label for word in phrase.words]
    is_one = numbers.has_digit(last.text) and not any(map(numbers.has_digit, _without_rates(words)))
    return is_one and bool(words) and meaning(" ".join(phrase.text for phrase in label)) == "tax"


def _without_rates(words: Sequence[Word]) -> list[str]:
    after = [word.text for word in words[1:]]
    pairs = zip_longest((word.text for word in words), after, fillvalue="")
    return [text for text, follows in pairs if "%" not in text + follows[:2]]


def are_heads(sheet: Page, row: Row) -> bool:
    """A row of labels of sums without figures: their table stands below the lines."""
    if len(row.words) > _MOST_LABELS or _has_figure(row):
        return False
    named = [meaning(phrase.text) for phrase in sheet.phrases(row)]
    said = {name for name in named if name}
    return len(said) > 1 and bool(said & {"total", "subtotal"}) and sum(1 for name in named if name) * 2 >= len(named)


def _has_figure(row: Row) -> bool:
    """A figure that is no rate."""
    return any(map(numbers.has_digit, _without_rates(row.words)))


def meaning(text: str) -> str | None:
    """The sum that a phrase names and nothing else."""
    return sumnames.of([key for word in text.strip("%: ").split() if (key := lexicon.key(word))])
