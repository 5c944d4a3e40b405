"""What stands in a file of an exact format, counted by plain splitting and searching, with none of our parsers."""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

import pypdfium2


class Count(NamedTuple):
    """The orders of a file: how many, their items, the sum of the quantities, and of quantity x price.

    `goods` is None where no price is stated. `others` are messages that are no orders, by the names of their formats.
    """

    format: str
    orders: int
    items: int
    quantity: Decimal
    goods: Decimal | None
    others: tuple[str, ...] = ()


def count(data: bytes) -> Count | None:
    """The count of a file; None where it is in none of the formats."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if b"%PDF-" in data[:1024]:
        held = _attached(data)
        return None if held is None else _xml(held.decode("utf-8", "replace"))
    text = data.decode("latin-1" if b"UNB" in data[:40] or b"ISA" in data[:8] else "utf-8", "replace").lstrip(
        "\ufeff \r\n"
    )
    if text.startswith("ISA"):
        return _x12(text)
    if text.startswith(("UNA", "UNB")):
        return _edifact(text)
    return _xml(text)


def _x12(text: str) -> Count:
    """Element separator in column 4, terminator behind ISA16, as the standard places them."""
    apart = text[3]
    end = re.split(re.escape(apart), text, maxsplit=16)[16][1:2].replace("\r", "\n") or "~"
    segments = [one.strip().split(apart) for one in text.split(end) if one.strip()]
    sets, others, kind = 0, [], ""
    priced: list[tuple[Decimal, Decimal | None]] = []
    for segment in segments:
        if segment[0] == "ST":
            kind = segment[1]
            sets += kind in {"850", "860"}
            others += [] if kind in {"850", "860"} else [f"X12 {kind}"]
        elif segment[0] in {"PO1", "POC"} and kind in {"850", "860"}:
            shift = 0 if segment[0] == "PO1" else 1
            priced.append((_number(segment, 2 + shift) or Decimal(0), _number(segment, 4 + 2 * shift)))
    return _counted("X12", sets, priced, others)


def _edifact(text: str) -> Count:
    """Service characters from UNA, else the usual; a released sign is put out of the way before the splitting."""
    joint, apart, mark, release, end = ":", "+", ".", "?", "'"
    if text.startswith("UNA"):
        joint, apart, mark, release, end = text[3], text[4], text[5], text[6].strip(), text[8]
        text = text[9:]
    if release:
        text = re.sub(
            re.escape(release) + r"(.)", lambda hit: chr(0xE000 + ord(hit[1]) % 0x1000), text, flags=re.DOTALL
        )
    segments = [[part.split(joint) for part in one.strip().split(apart)] for one in text.split(end) if one.strip()]
    orders, others, kind = 0, [], ""
    priced: list[list[Decimal | None]] = []
    for segment in segments:
        tag, first = segment[0][0], segment[1] if len(segment) > 1 else [""]
        if tag == "UNH":
            kind = segment[2][0] if len(segment) > 2 else ""
            orders += kind in {"ORDERS", "ORDCHG"}
            others += [] if kind in {"ORDERS", "ORDCHG"} else [kind]
        elif kind not in {"ORDERS", "ORDCHG"}:
            continue
        elif tag == "LIN":
            priced.append([None, None])
        elif tag == "QTY" and priced and first[0] in {"21", "1"} and priced[-1][0] is None:
            priced[-1][0] = _number(first, 1, mark)
        elif tag == "PRI" and priced and priced[-1][1] is None:
            priced[-1][1] = _number(first, 1, mark)
    return _counted("EDIFACT", orders, [(many or Decimal(0), price) for many, price in priced], others)


_ROOT = re.compile(r"<(?:\w+:)?(Order|OrderChange|OrderCancellation|SCRDMCCBDACIOMessageStructure|cXML)[\s>]")
# An item whole, its quantity, its price.
_ITEM = {
    "cXML": (
        r"<ItemOut\b.*?</ItemOut>",
        r"<ItemOut\b[^>]*?\bquantity\s*=\s*[\"']([^\"']+)",
        r"<UnitPrice>\s*<Money[^>]*>([^<]+)",
    ),
    "SCRDMCCBDACIOMessageStructure": (
        r"<(?:\w+:)?IncludedSupplyChainTradeLineItem>.*?</(?:\w+:)?IncludedSupplyChainTradeLineItem>",
        r"<(?:\w+:)?RequestedQuantity[^>]*>([^<]+)",
        r"<(?:\w+:)?NetPriceProductTradePrice>\s*<(?:\w+:)?ChargeAmount[^>]*>([^<]+)",
    ),
    "UBL": (
        r"<(?:\w+:)?OrderLine>.*?</(?:\w+:)?OrderLine>",
        r"<(?:\w+:)?Quantity[^>]*>([^<]+)",
        r"<(?:\w+:)?PriceAmount[^>]*>([^<]+)",
    ),
}


def _xml(text: str) -> Count | None:
    root = _ROOT.search(re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL))
    if root is None:
        return None
    item, many, price = _ITEM.get(root[1], _ITEM["UBL"])
    priced = [
        (_number(re.findall(many, one), 0) or Decimal(0), _number(re.findall(price, one), 0))
        for one in re.findall(item, text, flags=re.DOTALL)
    ]
    return _counted({"cXML": "cXML", "SCRDMCCBDACIOMessageStructure": "Order-X"}.get(root[1], "UBL"), 1, priced, ())


def _attached(data: bytes) -> bytes | None:
    document = pypdfium2.PdfDocument(data)
    held = [bytes(document.get_attachment(at).get_data()) for at in range(document.count_attachments())]
    return next((one for one in held if b"SCRDMCCBDACIOMessageStructure" in one), None)


def _number(cells: Sequence[str], at: int, mark: str = ".") -> Decimal | None:
    try:
        return Decimal(cells[at].strip().replace(mark, ".")) if at < len(cells) and cells[at].strip() else None
    except InvalidOperation:
        return None


def _counted(
    format_: str, orders: int, priced: Sequence[tuple[Decimal, Decimal | None]], others: Sequence[str]
) -> Count:
    goods = [many * price for many, price in priced if price is not None]
    quantity = sum((many for many, _ in priced), Decimal(0))
    return Count(format_, orders, len(priced), quantity, sum(goods, Decimal(0)) if goods else None, tuple(others))
