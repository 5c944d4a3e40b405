"""Rows that add up the rows above them, and numbers of pages: neither is an item."""

from decimal import Decimal

from parsers import page
from parsers.form import folio, reader
from parsers.pages import layout
from tests.parsers.form import build

TOP = ("PURCHASE ORDER", "PO number: 4500118", "Order date: 14 March 2026", "Currency: GBP")
HEADS = ("Item code", "Quantity", "Description", "Unit price", "Amount")
GOODS = (("RNG-114", "12", "Gold ring", "9.80", "117.60"), ("EAR-203", "5", "Gold hoops", "4.00", "20.00"))


def test_a_row_that_adds_up_the_others_is_no_item_whatever_it_is_called() -> None:
    rows = (*GOODS, ("", "17", "Waarde samen", "", "137.60"))

    order = build.only(build.read(build.paper(rows, heads=HEADS)))

    assert [line.quantity for line in order.lines] == [Decimal(12), Decimal(5)]


def test_an_item_that_costs_what_the_others_cost_together_is_one() -> None:
    rows = (*GOODS, ("BRC-010", "1", "Bracelet", "137.60", "137.60"))

    order = build.only(build.read(build.paper(rows, heads=HEADS, sums=(("Total", "275.20"),))))

    assert [line.sku for line in order.lines] == ["RNG-114", "EAR-203", "BRC-010"]


def test_an_item_without_a_price_is_no_sum_of_another_quantity() -> None:
    rows = (*GOODS, ("BRC-010", "3", "Bracelet", "", "137.60"))

    order = build.only(build.read(build.paper(rows, heads=HEADS, sums=(("Total", "275.20"),))))

    assert [line.sku for line in order.lines] == ["RNG-114", "EAR-203", "BRC-010"]


def test_the_number_of_a_page_is_known_in_many_languages() -> None:
    for text in ("Page 2 of 5", "Seite 1", "Blad 2", "Str. 1 z 3", "2/5", "第1页 共2页"):
        assert folio.states(_sheet(text), _sheet(text).rows[-1]), text


def test_what_names_goods_is_no_number_of_a_page() -> None:
    for text in ("12 Gold ring", "1/2 in valve", "Page dividers 5", "4711"):
        assert not folio.states(_sheet(text), _sheet(text).rows[-1]), text


def _sheet(text: str) -> page.Page:
    return page.Page(1, 595, 842, tuple(layout.text(text)))


def test_a_condition_that_names_figures_is_no_item() -> None:
    text = (
        "PURCHASE ORDER\nPO number: 4500118\nOrder date: 14 March 2026\n\n"
        "Item code   Description   Quantity   Unit\n"
        "RNG-114     Gold ring     12         pc\n"
        "4. Invoices are paid 45 days after receipt, without prejudice to claims of 5 % of the value.\n"
    )

    assert [line.sku for line in build.only(build.read(text)).lines] == ["RNG-114"]


def test_a_sum_at_the_left_below_the_table_is_no_part_of_the_last_item() -> None:
    for rows in (GOODS, GOODS[:1]):
        total = "137.60" if rows is GOODS else "117.60"
        lines = ["   ".join(cell.ljust(12) for cell in row) for row in (HEADS, *rows)]
        words = [word for at, line in enumerate(lines) for word in layout.text(line, 40, 200 + 13 * at)]
        foot = layout.text(f"Tranche  int....: {total}", 40, 200 + 13 * len(lines) + 6)
        head = [word for at, line in enumerate(TOP) for word in layout.text(line, 40, 40 + 13 * at)]
        sheet = page.Page(1, 595, 842, (*head, *words, *foot))

        assert [line.sku for line in reader.read([sheet]).orders[0].lines] == [row[0] for row in rows]
