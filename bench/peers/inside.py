"""Read each PDF of a folder with a peer, in the peers' own place; one line of JSON for each document and peer.

python -P inside.py FOLDER
"""

import json
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import camelot
import invoice2data
import pdfplumber
from invoice2data.extract import loader
from invoice2data.input import pdfium
from invoice_agent import extract, ingest, policy, validate

Told = dict[str, Any]

HEADINGS = {
    "quantity": r"qty|quantity|menge|anzahl|order(?:ed)? q|units|qt[eé]|quantit|cantidad|aantal|antal",
    "unit_price": r"price|preis|rate|cost|prix|prezzo|precio|prijs|pris",
    "sku": r"sku|item|article|artikel|part|code|material|product no|r[eé]f|codice|c[oó]digo",
}
NUMBER = re.compile(
    r"(?:purchase order|order|p\.?o\.?|bestell(?:ung)?)\s*-?(?:number|nummer|no\.?|nr\.?|#)"
    r"\s*[:.#]*\s*([\w./-]*\d[\w./-]*)",
    re.IGNORECASE,
)
DATE = re.compile(
    r"(?:order|po|issue|document|bestell)?\s*-?(?:date|datum)\s*:?\s*"
    r"(\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{4}|[A-Za-z]{3,9} \d{1,2}, \d{4})",
    re.IGNORECASE,
)
TOTAL = re.compile(r"^(?:grand |order )?(?:total|gesamt\w*)[^\d\n]*(\d[\d.,' ]*)", re.IGNORECASE | re.MULTILINE)
CURRENCY = re.compile(r"\b(USD|EUR|GBP|CHF|CAD|AUD|INR|SEK|NOK|DKK|PLN|CZK|JPY)\b")
SIGNS = {"€": "EUR", "£": "GBP", "₹": "INR", "$": "USD"}
SHAPES = ("%Y-%m-%d", "%d.%m.%Y", "%m/%d/%Y", "%d/%m/%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y")


def main() -> None:
    warnings.simplefilter("ignore")
    papers = sorted(Path(sys.argv[1]).glob("*.pdf"))
    for name, read in PEERS.items():
        _quietly(read, papers[0])  # warm
        for paper in papers:
            begun = time.perf_counter()
            told = _quietly(read, paper)
            ms = (time.perf_counter() - begun) * 1000
            print(json.dumps({"peer": name, "name": paper.stem, "ms": ms, **told}, default=str))


def _quietly(read: Callable[[Path], Told], paper: Path) -> Told:
    try:
        return read(paper)
    except Exception as refusal:  # noqa: BLE001 - whatever a peer throws, it did not read this document
        return {"orders": [], "touchless": None, "refusal": type(refusal).__name__}


def with_template(paper: Path) -> Told:
    """invoice2data, with a template for purchase orders in general."""
    found = invoice2data.extract_data(str(paper), TEMPLATES, pdfium)
    if not found:
        return {"orders": [], "touchless": None}
    order = {
        "po_number": found.get("invoice_number"), "order_date": _day(found.get("day")),
        "currency": found.get("currency_code"), "total": _figure(found.get("sum")),
        "lines": [_line(one.get("sku"), one.get("quantity"), one.get("price_unit")) for one in found.get("lines", ())],
    }  # fmt: skip
    return {"orders": [order], "touchless": None}


def with_agent(paper: Path) -> Told:
    """invoice-agent without its model: it knows invoices, so the date of an order is called an invoice's."""
    document = ingest.load_pdf(paper)
    document.pages = [
        re.sub(r"(?:purchase )?\border date|\bpo date|\bdate\b(?=:)", "Invoice date", page, flags=re.IGNORECASE)
        for page in document.pages
    ]
    read = extract.LayoutExtractor().extract(document)
    order = {
        "po_number": read.po_number, "order_date": _day(read.invoice_date), "currency": read.currency,
        "total": read.total, "lines": [_line(one.sku, one.quantity, one.unit_price) for one in read.line_items],
    }  # fmt: skip
    is_whole = bool(read.po_number and read.currency and read.total and read.line_items)
    return {"orders": [order], "touchless": is_whole and not validate.validate_arithmetic(read, policy.MatchPolicy())}


def with_plumber(paper: Path) -> Told:
    """Tables of pdfplumber by their headings; ruled, and where there are none by the places of the words."""
    with pdfplumber.open(paper) as opened:
        text = "\n".join(page.extract_text() or "" for page in opened.pages)
        tables = [table for page in opened.pages for table in page.extract_tables()]
        lines = list(_lines(tables))
        if not lines:
            by_words = {"vertical_strategy": "text", "horizontal_strategy": "text"}
            lines = list(_lines([table for page in opened.pages for table in page.extract_tables(by_words)]))
    return {"orders": [{**_header(text), "lines": lines}], "touchless": None}


def with_camelot(paper: Path) -> Told:
    """Tables of camelot by their headings: lattice, else stream; the text for the header is pdfium's."""
    tables = camelot.read_pdf(str(paper), pages="all", flavor="lattice", suppress_stdout=True)
    lines = list(_lines([table.df.values.tolist() for table in tables]))
    if not lines:
        tables = camelot.read_pdf(str(paper), pages="all", flavor="stream", suppress_stdout=True)
        lines = list(_lines([table.df.values.tolist() for table in tables]))
    return {"orders": [{**_header(pdfium.to_text(str(paper))), "lines": lines}], "touchless": None}


def _lines(tables: list[list[list[str | None]]]) -> Iterator[Told]:
    columns: dict[str, int] = {}
    for table in tables:
        for row in table:
            cells = [" ".join((cell or "").split()) for cell in row]
            heads = {role: at for role, shape in HEADINGS.items() for at, cell in reversed([*enumerate(cells)])
                     if re.search(shape, cell, re.IGNORECASE) and not re.search(r"\d", cell)}  # fmt: skip
            if "quantity" in heads and len(heads) > 1:
                columns = heads
            elif columns and max(columns.values()) < len(cells):
                line = _line(
                    *(cells[columns[role]] if role in columns else None for role in ("sku", "quantity", "unit_price"))
                )
                if line["quantity"] is not None and (line["unit_price"] is not None or "unit_price" not in columns):
                    yield line


def _header(text: str) -> Told:
    number, date, code = NUMBER.search(text), DATE.search(text), CURRENCY.search(text)
    totals = TOTAL.findall(text)
    sign = next((name for one, name in SIGNS.items() if one in text), None)
    return {
        "po_number": number[1] if number else None, "order_date": _day(date[1]) if date else None,
        "currency": code[1] if code else sign, "total": _figure(totals[-1]) if totals else None,
    }  # fmt: skip


def _line(sku: Any, quantity: Any, price: Any) -> Told:
    return {"sku": sku, "quantity": _figure(quantity), "unit_price": _figure(price)}


def _figure(said: Any) -> str | None:
    """A number as it is meant: the last point or comma starts the decimals, but for a comma before three digits."""
    found = re.search(r"\d[\d.,' ]*", str(said or ""))
    if not found:
        return None
    plain = re.sub(r"[' ]", "", found.group()).rstrip(".,")
    last = max(plain.rfind("."), plain.rfind(","))
    is_grouped = last >= 0 and plain[last] == "," and len(plain) - last == 4
    if last >= 0 and not is_grouped:
        plain = re.sub(r"[.,]", "", plain[:last]) + "." + plain[last + 1 :]
    try:
        return str(Decimal(plain.replace(",", "")))
    except InvalidOperation:
        return None


def _day(said: Any) -> str | None:
    if said is None or hasattr(said, "isoformat"):
        return said.isoformat()[:10] if said else None
    for shape in SHAPES:
        try:
            return time.strftime("%Y-%m-%d", time.strptime(str(said), shape))
        except ValueError:
            continue
    return None


PEERS: dict[str, Callable[[Path], Told]] = {
    "invoice2data, our template": with_template,
    "invoice-agent": with_agent,
    "pdfplumber tables": with_plumber,
    "camelot tables": with_camelot,
}
TEMPLATES = loader.read_templates(str(Path(__file__).parent))

if __name__ == "__main__":
    main()
