"""An order in each form in which a buyer sends it: PDF, HTML, an aligned text, a list, prose, CSV, XLSX."""

import csv
import html
import io
import random
from collections.abc import Sequence
from decimal import Decimal

from playground.samples import documents, pdf, truths, workbook
from playground.samples.documents import NUMERIC
from playground.samples.layouts import LAYOUTS, Layout

USUAL = LAYOUTS["grid"]
GAP = "  "


def draw_pdf(truth: truths.Truth, layout: Layout = USUAL) -> bytes:
    """The order as a PDF in this layout."""
    return pdf.draw(documents.order(truth, layout), layout)


def as_html(truth: truths.Truth, layout: Layout = USUAL) -> str:
    """The order as the HTML body of a mail: facts in one table, items in another."""
    document = documents.order(truth, layout)
    table = _items(document)
    head = "".join(f'<th style="text-align:left;padding:4px">{_e(word)}</th>' for word in table.headings)
    rows = "".join(_html_row(table.columns, row) for row in table.rows)
    facts = "".join(f"<tr><td><b>{_e(label)}</b></td><td>{_e(value)}</td></tr>" for label, value in document.facts)
    parties = "".join(
        f"<p><b>{_e(label)}</b><br>{'<br>'.join(map(_e, lines))}</p>" for label, lines in document.parties
    )
    before = f' colspan="{len(table.columns) - 1}" style="text-align:right;padding:4px"'
    sums = "".join(
        f'<tr><td{before}>{_e(label)}</td><td style="text-align:right;padding:4px">{_e(value)}</td></tr>'
        for label, value in document.sums
    )
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body style="font-family:Arial,sans-serif">'
        f"<h2>{_e(document.title)}</h2><p>{'<br>'.join(map(_e, document.letterhead))}</p>"
        f"<table>{facts}</table>{parties}"
        f'<table border="1" style="border-collapse:collapse"><tr>{head}</tr>{rows}{sums}</table>'
        f"<p>{_e(' '.join(document.notes))}</p></body></html>"
    )


def as_text(truth: truths.Truth, layout: Layout = USUAL) -> str:
    """The order as plain text, its columns lined up with spaces."""
    document = documents.order(truth, layout)
    table = _items(document)
    grid = [table.headings, *table.rows]
    widths = [max(len(row[place]) for row in grid) for place in range(len(table.columns))]
    lines = [GAP.join(_pad(*cell) for cell in zip(table.columns, row, widths, strict=True)).rstrip() for row in grid]
    wide = max(map(len, lines))
    lines.insert(1, "-" * wide)
    longest = max(len(label) for label, _ in document.facts) + 1
    facts = [f"{label + ':':<{longest}} {value}" for label, value in document.facts]
    parties = [text for label, party in document.parties for text in ("", f"{label}:", *party)]
    sums = [f"{label:>{wide - 14}} {value:>13}" for label, value in document.sums]
    whole = [document.title, "", *document.letterhead, "", *facts, *parties, "", *lines, "", *sums, "", *document.notes]
    return "\n".join(whole) + "\n"


def as_list(truth: truths.Truth) -> str:
    """The order as somebody types it: "12 x RNG-114 @ 9.80", one item a line."""
    items = [f"{line.quantity} x {line.sku} @ {line.unit_price}" for line in truth.lines]
    when = [f"Needed by {truth.requested_date:%d %B %Y}."] if truth.requested_date else []
    return "\n".join(["Hi,", "", f"please send us on PO {truth.po_number}:", "", *items, "", *when, *_signed(truth)])


def as_prose(wanted: Sequence[tuple[int, str]], truth: truths.Truth) -> str:
    """A vague mail: "we will take 300 of the gold hoops", signed by the buyer of `truth`; no number, no price."""
    asked = " and ".join(f"{quantity} of the {words}" for quantity, words in wanted)
    return "\n".join(["Hello,", "", f"we will take {asked}. The usual address please.", "", *_signed(truth)])


def as_csv(truth: truths.Truth, layout: Layout = USUAL, *, delimiter: str = ",") -> str:
    """The order as a spreadsheet's CSV: facts, an empty row, then the items under their headings."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerows(_grid(truth, layout, plain=True))
    return out.getvalue()


def as_xlsx(truth: truths.Truth, layout: Layout = USUAL) -> bytes:
    """The order as a workbook of one sheet, its figures kept as numbers."""
    return workbook.xlsx(_grid(truth, layout, plain=False))


def misspelt(words: str, chance: random.Random) -> str:
    """The same words with one slip of the fingers: two letters swapped, one doubled, or one lost."""
    inside = [place for place in range(1, len(words) - 1) if words[place].isalpha() and words[place + 1].isalpha()]
    if not inside:
        return words
    at = chance.choice(inside)
    swapped = words[:at] + words[at + 1] + words[at] + words[at + 2 :]
    return chance.choice((swapped, words[:at] + words[at : at + 1] + words[at:], words[:at] + words[at + 1 :]))


def _grid(truth: truths.Truth, layout: Layout, *, plain: bool) -> list[list[str | Decimal]]:
    document = documents.order(truth, layout)
    table = _items(document)
    rows: list[list[str | Decimal]] = [[document.title], [document.letterhead[0]]]
    rows.extend([*fact] for fact in document.facts)
    rows.extend([[], [*table.headings]])
    for line, row in zip(truth.lines, table.rows, strict=True):
        rows.append(
            [word if plain else _raw(line, column, word) for column, word in zip(table.columns, row, strict=True)]
        )
    blank: list[str | Decimal] = [""] * (len(table.columns) - 2)
    figures = [figure for _, figure in truth.sums]
    for (label, value), figure in zip(document.sums, figures, strict=True):
        rows.append([*blank, label, value if plain else figure])
    # A spreadsheet saves every row as wide as its widest.
    return [[*row, *[""] * (len(table.columns) - len(row))] for row in rows]


def _raw(line: truths.TruthLine, column: str, word: str) -> str | Decimal:
    figure = {"quantity": line.quantity, "unit_price": line.unit_price, "amount": line.amount}
    return figure.get(column, word)


def _items(document: documents.Document) -> documents.Table:
    assert document.table is not None, "an order has items"
    return document.table


def _html_row(columns: Sequence[str], row: Sequence[str]) -> str:
    cells = (
        f'<td style="text-align:{"right" if column in NUMERIC else "left"};padding:4px">{_e(word)}</td>'
        for column, word in zip(columns, row, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _pad(column: str, word: str, width: int) -> str:
    return word.rjust(width) if column in NUMERIC else word.ljust(width)


def _signed(truth: truths.Truth) -> list[str]:
    return ["Kind regards", truth.contact.name, truth.buyer.name]


def _e(words: str) -> str:
    return html.escape(words, quote=False)
