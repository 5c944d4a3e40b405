"""A catalogue file as products with their price lists and quantity steps."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from bot.importing import cells, columns, entry, report, tables
from desk import catalogue
from parsers import numbers

COLUMNS: tuple[columns.Column, ...] = (
    columns.Column(
        "sku",
        (
            "item", "item no", "item number", "item code", "code", "product code", "product no", "product id",
            "article", "article no", "article number", "part no", "part number", "stock code", "style",
            "artikel", "artikelnummer", "artikel nr", "artikelnr", "référence", "réf", "codice", "código",
        ),
        needed=True,
    ),
    columns.Column(
        "description",
        (
            "name", "title", "product", "product name", "item name", "item description", "product description",
            "bezeichnung", "beschreibung", "artikelbezeichnung", "désignation", "descrizione", "descripción",
        ),
        needed=True,
    ),
    columns.Column(
        "price",
        (
            "list price", "unit price", "price each", "price list", "wholesale price", "trade price", "net price",
            "preis", "einzelpreis", "listenpreis", "prix", "prix unitaire", "prezzo", "precio",
        ),
        needed=True,
    ),
    columns.Column("currency", ("curr", "währung", "devise", "valuta", "moneda")),
    columns.Column("gtin", ("ean", "ean13", "ean 13", "upc", "barcode", "bar code", "ean code", "gtin 13", "isbn")),
    columns.Column("unit", ("uom", "unit of measure", "sold by", "einheit", "me", "unité", "unidad", "unità")),
    columns.Column("per", ("price per", "price unit", "preiseinheit", "pe")),
    columns.Column("minimum", ("min", "moq", "min qty", "minimum order", "minimum quantity", "mindestmenge")),
    columns.Column(
        "pack", ("pack size", "multiple", "case", "case size", "case pack", "order multiple", "inner", "ve", "colis")
    ),
)  # fmt: skip
# "price wholesale", "Price: trade from 100", "price from 50".
_STEP = re.compile(
    r"(?:price|preis|prix)(?: (?P<tier>(?!from |ab |min |dès ).+?))?(?: (?:from|ab|min|dès) (?P<start>\d+))?"
)
_ONE = Decimal(1)


class Step(NamedTuple):
    """A column that holds one price list's price from a quantity up."""

    place: int
    heading: str
    tier: str
    start: Decimal


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Where everything stands, and what holds for the whole file."""

    placed: columns.Placed
    steps: tuple[Step, ...]
    mark: numbers.Mark | None
    currency: str

    def number(self, cell: tables.Cell) -> Decimal:
        """A figure in the file's convention."""
        return cells.number(cell, self.mark)

    def positive(self, cell: tables.Cell) -> Decimal:
        """A figure above nothing in the file's convention."""
        return cells.positive(cell, self.mark)


def read(path: Path, *, currency: str, progress: report.Progress | None = None) -> report.Report[catalogue.Product]:
    """The products of a CSV or XLSX file; `currency` is meant where the file names none.

    TableError where the file is no table or lacks a column; anything less is a complaint in the report.
    """
    rows = tables.rows(path)
    placed = columns.place(rows, COLUMNS, file=path.name)
    steps = tuple(_steps(placed.unknown))
    below = [row for row in rows if row.number > placed.row]
    sheet = _Sheet(placed, steps, _mark(below, placed, steps), currency)
    found: list[catalogue.Product] = []
    complaints: list[report.Complaint] = []
    for done, row in enumerate(below, start=1):
        product, wrong = _product(row, sheet)
        complaints += wrong
        found += [product] if product else []
        report.told(progress, done, len(below))
    complaints += _twice(below, placed)
    taken = {step.place for step in steps}
    ignored = [heading for place, heading in placed.unknown.items() if place not in taken]
    complaints.sort(key=lambda complaint: complaint.row)
    return report.made(found, complaints, ignored=ignored, rows=len(below))


def _steps(unknown: Mapping[int, str]) -> Iterator[Step]:
    for place, heading in unknown.items():
        named = _STEP.fullmatch(columns.plain(heading))
        if named:
            yield Step(place, heading, named["tier"] or "", Decimal(named["start"] or 1))


def _mark(rows: Sequence[tables.Row], placed: columns.Placed, steps: Sequence[Step]) -> numbers.Mark | None:
    """The decimal sign of the file, where its figures tell one and do not contradict each other."""
    places = [placed.at[name] for name in ("price", "per", "minimum", "pack") if name in placed.at]
    places += [step.place for step in steps]
    texts = (row.cells[place] for row in rows for place in places if place < len(row.cells))
    counted = numbers.votes(text for text in texts if isinstance(text, str))
    told = [mark for mark, votes in counted.items() if votes]
    return told[0] if len(told) == 1 else None


def _product(row: tables.Row, sheet: _Sheet) -> tuple[catalogue.Product | None, list[report.Complaint]]:
    """The row's product, or every complaint about its cells."""
    told = entry.Entry(row, sheet.placed)
    if told.cell("price") == "":
        told.complain("price", "is empty, and every row needs one")
    product = catalogue.Product(
        sku=told.needed("sku"),
        description=told.needed("description"),
        price=told.take("price", sheet.number, Decimal(0)),
        currency=told.take_text("currency", cells.currency, sheet.currency),
        gtin=told.take("gtin", cells.gtin, ""),
        unit=told.text("unit", "EA").upper(),
        per=told.take("per", sheet.positive, _ONE),
        minimum=told.take("minimum", sheet.positive, _ONE),
        multiple=told.take("pack", sheet.positive, _ONE),
        tiers=tuple(_tiers(told, sheet)),
    )
    return (None if told.complaints else product), told.complaints


def _tiers(told: entry.Entry, sheet: _Sheet) -> Iterator[catalogue.PriceTier]:
    for step in sheet.steps:
        price = told.take_at(step.place, step.heading, sheet.number, None)
        if price is not None:
            yield catalogue.PriceTier(price, step.tier, step.start)


def _twice(rows: Sequence[tables.Row], placed: columns.Placed) -> Iterator[report.Complaint]:
    """An SKU or a GTIN that stands in two rows; which of them is right, only the seller knows."""
    for name in ("sku", "gtin"):
        first: dict[str, int] = {}
        for row in rows:
            said = entry.Entry(row, placed).text(name)
            key = said.casefold() if name == "sku" else said.lstrip("0")
            if key and first.setdefault(key, row.number) != row.number:
                wrong = f"stands in row {first[key]} already"
                yield report.Complaint(row.number, placed.heading(name), said, wrong)
