"""Readings of sample papers, and papers that say what a test wants them to say."""

from collections.abc import Sequence

from desk.reading import Order, Reading
from parsers import document


def read(data: bytes | str, *, ours: tuple[str, ...] = ()) -> Reading:
    """What a document says."""
    return document.read(data.encode() if isinstance(data, str) else data, name="paper", ours=ours)


def only(reading: Reading) -> Order:
    """The one order of a reading."""
    assert len(reading.orders) == 1, reading
    return reading.orders[0]


def fields_in_doubt(reading: Reading) -> set[str]:
    """The fields that a person must settle."""
    return {doubt.field for doubt in reading.doubts}


def paper(
    rows: Sequence[Sequence[str]] = (
        ("RNG-114", "Gold ring", "12", "9.80", "117.60"),
        ("EAR-203", "Gold hoops", "5", "4.00", "20.00"),
    ),
    *,
    title: str = "PURCHASE ORDER",
    facts: Sequence[str] = ("PO number: 4500118", "Order date: 14 March 2026", "Currency: GBP"),
    heads: Sequence[str] = ("Item code", "Description", "Quantity", "Unit price", "Amount"),
    sums: Sequence[tuple[str, str]] = (("Total", "137.60"),),
) -> str:
    """An order as aligned text."""
    grid = [heads, *rows]
    widths = [max(len(row[at]) for row in grid) + 4 for at in range(len(heads))]
    lines = ["".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in grid]
    wide = sum(widths[:-1])
    below = [f"{label:<14}".rjust(wide) + value for label, value in sums]
    return "\n".join([title, "", "The Wicker Basket Ltd", "12 High Street", "", *facts, "", *lines, "", *below, ""])
