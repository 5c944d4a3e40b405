"""What a document is, by what it calls itself."""

import statistics
from collections.abc import Sequence

from desk.reading import Kind
from parsers import page
from parsers.form import lexicon
from parsers.page import Page, Phrase

_ORDERS = {Kind.PURCHASE_ORDER, Kind.ORDER_CHANGE, Kind.ORDER_CANCELLATION}
# Labels that only an invoice, a quotation or a delivery note carries about itself.
_OWN_NUMBERS: dict[str, Kind] = {
    **dict.fromkeys(
        (
            "invoiceno",
            "invoicenumber",
            "invoice#",
            "rechnungsnummer",
            "rechnungsnr",
            "numerodefacture",
            "facturenumero",
            "factuurnummer",
            "numerodefactura",
            "numerofattura",
        ),
        Kind.SUPPLIER_INVOICE,
    ),
    **dict.fromkeys(
        (
            "quotationno",
            "quotationnumber",
            "quoteno",
            "quotenumber",
            "angebotsnummer",
            "quote#",
        ),
        Kind.OTHER,
    ),
    **dict.fromkeys(
        (
            "deliverynoteno",
            "lieferscheinnummer",
            "lieferscheinnr",
            "packingslipno",
            "deliverynotenumber",
        ),
        Kind.SHIP_NOTICE,
    ),
}
_HEAD = 18  # rows of the first page in which a title stands


def of(pages: Sequence[Page], skip: set[tuple[int, float]]) -> tuple[Kind | None, bool]:
    """What the document calls itself (None: it does not say), and whether it says one thing only."""
    best: dict[Kind, float] = {}
    for sheet in pages[:2]:
        heights = [word.height for word in sheet.words]
        usual = statistics.median(heights) if heights else 1.0
        for at, row in enumerate(sheet.rows):
            if (row.page, row.top) in skip:
                continue
            phrases = sheet.phrases(row)
            for nth, phrase in enumerate(phrases):
                named = _named(phrase)
                if named is None:
                    continue
                kind, is_whole = named
                after = phrases[nth + 1].text if nth + 1 < len(phrases) else ""
                if kind not in _ORDERS and any(c.isdigit() for c in after):
                    continue  # "Contract  C4711", "Quote no  118": a label and its value
                weight = phrase.words[0].height / usual + (1.0 if at < _HEAD else 0.0) + (0.5 if is_whole else 0.0)
                weight -= 1.5 if phrase.words[-1].text.endswith(":") else 0.0
                weight -= 1.0 * (sheet.number - pages[0].number)
                weight += 0.02 * len(lexicon.key(phrase.text))
                best[kind] = max(best.get(kind, 0.0), weight)
    if not best:
        return _by_labels(pages), False
    ordered = sorted(best, key=lambda kind: -best[kind])
    first = ordered[0]
    rivals = [kind for kind in ordered[1:] if best[kind] > best[first] - 0.6]
    if first is Kind.PURCHASE_ORDER and rivals and rivals[0] in _ORDERS:
        return rivals[0], True  # a "purchase order" that also says "change order" is one
    return first, not rivals


def _named(phrase: Phrase) -> tuple[Kind, bool] | None:
    words = phrase.words
    if len(words) > 9:  # noqa: PLR2004 - a sentence
        return None
    keys = [lexicon.key(word.text) for word in (words[::-1] if page.is_right_to_left(words) else words)]
    for end in range(min(len(keys), lexicon.LONGEST), 0, -1):
        kind = lexicon.TITLES.get("".join(keys[:end]))
        if kind is None:
            continue
        rest = [key for key in keys[end:] if key]
        if not rest:
            return kind, True
        if all(any(c.isdigit() for c in key) or key in _NUMBERING for key in rest):
            return kind, False
        if end >= 2:  # noqa: PLR2004 - "Purchase order for spare parts"
            continue
    return None


_NUMBERING = frozenset(
    {"no", "nr", "n", "#", "number", "num", "numero", "nummer", "page", "original", "copy", "rev", "store"}
)


def _by_labels(pages: Sequence[Page]) -> Kind | None:
    for sheet in pages[:1]:
        for row in sheet.rows:
            for phrase in sheet.phrases(row):
                keys = [lexicon.key(word.text) for word in phrase.words[:4]]
                for end in range(len(keys), 0, -1):
                    if "".join(keys[:end]) in _OWN_NUMBERS:
                        return _OWN_NUMBERS["".join(keys[:end])]
    return None
