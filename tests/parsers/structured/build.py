"""Messages made by hand around the segments that a test is about, and what a truth looks like in a Reading."""

from collections.abc import Sequence
from dataclasses import fields

from desk.reading import Line, Order, Reading
from parsers import document
from playground.samples import exact, truths

HEAD = ["BEG*00*SA*4711**20261102", "CUR*BY*GBP"]
EDIFACT_HEAD = ["BGM+220+4711+9", "DTM+137:20261102:102", "NAD+BY+2970000000028::9", "CUX+2:GBP:9"]


def x12(
    *segments: str, head: Sequence[str] = HEAD, count: int | None = None, group: str = "PO", end: Sequence[str] = ()
) -> Reading:
    """An 850 with these segments after its head, closed with CTT and what follows it."""
    lines = sum(1 for segment in segments if segment.startswith(("PO1", "POC")))
    body = [*head, *segments, f"CTT*{lines if count is None else count}", *end]
    return document.read(exact.x12_file([[segment.split("*") for segment in body]], group=group), name="order")


def edifact(*segments: str, head: Sequence[str] = EDIFACT_HEAD, end: Sequence[str] = ()) -> Reading:
    """An ORDERS with these segments between its head and UNS."""
    body = [*head, *segments, "UNS+S", *end]
    message = ["UNH+1+ORDERS:D:96A:UN", *body, f"UNT+{len(body) + 2}+1"]
    data = "'".join(["UNB+UNOC:3+2970000000028:14+2970000000011:14+261102:0900+31", *message, "UNZ+1+31"]) + "'"
    return document.read(data.encode("latin-1"), name="order")


def only(read: Reading) -> Order:
    """The one order of a reading."""
    assert read.error is None
    (order,) = read.orders
    return order


def says(order: Order, truth: truths.Truth) -> bool:
    """The order states what the truth does, in every field that all formats have."""
    header = (order.po_number, order.order_date, order.requested_date, order.currency, order.tax, order.shipping)
    wanted = (truth.po_number, truth.order_date, truth.requested_date, truth.currency, truth.tax, truth.shipping)
    lines = [(line.sku, line.buyer_sku, line.gtin, line.description, line.unit) for line in order.lines]
    figures = [(line.quantity, line.unit_price) for line in order.lines]
    return (
        header == wanted
        and lines == [(line.sku, line.buyer_sku, line.gtin, line.description, line.unit) for line in truth.lines]
        and figures == [(line.quantity, line.unit_price) for line in truth.lines]
        and (order.buyer.name if order.buyer else None) == truth.buyer.name
    )


def unproven(order: Order) -> list[str]:
    """Paths of fields that say something and have no evidence."""
    plain = {"lines", "evidence", "proofs"}
    said = [one.name for one in fields(Order) if one.name not in plain and getattr(order, one.name) is not None]
    said += [
        f"lines.{at}.{one.name}"
        for at, line in enumerate(order.lines)
        for one in fields(Line)
        if getattr(line, one.name) is not None
    ]
    return [path for path in said if not order.evidence[path].text] if order.evidence else said


def doubts(read: Reading) -> str:
    """Every doubt in one text."""
    return " | ".join(f"{doubt.field}: {doubt.why}" for doubt in read.doubts)
