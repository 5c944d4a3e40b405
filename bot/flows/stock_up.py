"""A catalogue or buyers file goes into the books: whole, in one transaction, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot import office
from bot.importing import buyers as buyers_file
from bot.importing import products, report
from store import unit


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many entries were kept, or what is wrong with which row; `ignored` are headings that mean nothing."""

    kept: int
    complaints: Sequence[report.Complaint]
    ignored: Sequence[str]
    summary: str


def catalogue(desk: office.Office, file: Path, *, progress: report.Progress | None = None) -> Outcome:
    """Products by SKU; those that the file does not name stay as they are."""
    read = products.read(file, currency=desk.rules.seller.currency, progress=progress)
    if read.is_good:
        with desk.store.unit() as books:
            books.catalogue.keep_all(read.entries)
            _note(desk, books, "CatalogueImported", file, len(read.entries))
    return Outcome(len(read.entries), read.complaints, read.ignored, read.summary("products"))


def buyers(desk: office.Office, file: Path, *, progress: report.Progress | None = None) -> Outcome:
    """Buyers by id, their people, and what they call our products."""
    with desk.store.look() as books:
        ours = books.catalogue.every()
    known = buyers_file.Catalogue(
        skus={product.sku for product in ours} or None,
        price_lists={step.tier for product in ours for step in product.tiers if step.tier} or None,
    )
    read = buyers_file.read(file, currency=desk.rules.seller.currency, ours=known, progress=progress)
    if read.is_good:
        with desk.store.unit() as books:
            for one in read.entries:
                books.parties.keep(one.buyer)
                for theirs, sku in one.part_numbers.items():
                    books.catalogue.teach(one.buyer.id, theirs, sku, by=file.name, at=desk.now())
            _note(desk, books, "BuyersImported", file, len(read.entries))
    return Outcome(len(read.entries), read.complaints, read.ignored, read.summary("buyers"))


def _note(desk: office.Office, books: unit.Unit, name: str, file: Path, count: int) -> None:
    books.journal.note(name, subject="books", at=desk.now(), body={"file": file.name, "count": count})
