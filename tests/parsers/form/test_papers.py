from collections.abc import Sequence
from decimal import Decimal

import pytest

from desk.reading import Kind, Reading
from parsers import document
from playground.samples import layouts, papers, strays, truths, workbook
from tests.parsers.form import build, paper
from tests.parsers.form.paper import BUYER, SELLER, Paper

THREE = [truths.order(seed, count=count) for seed, count in ((3, 2), (5, 40), (8, 6))]
LAYOUTS = pytest.mark.parametrize("layout", list(layouts.LAYOUTS.values()), ids=list(layouts.LAYOUTS))
GOODS = (("RNG-114", "Gold ring", "12", "9.80", "117.60"),)
OTHER_GOODS = (("EAR-203", "Gold hoops", "5", "4.00", "20.00"),)


def order(number: str, rows: Sequence[Sequence[str]] = GOODS, *, title: str = "PURCHASE ORDER", total: str = "") -> str:
    facts = (f"PO number: {number}", "Order date: 14 March 2026", "Currency: GBP")
    return build.paper(rows, title=title, facts=facts, sums=(("Total", total or rows[0][4]),))


def numbers(reading: Reading) -> list[str | None]:
    return [one.po_number for one in reading.orders]


def read(data: bytes | str) -> Reading:
    return document.read(data.encode() if isinstance(data, str) else data, name="file")


@LAYOUTS
def test_three_orders_in_one_pdf_are_three_with_their_pages(layout: layouts.Layout) -> None:
    reading = read(paper.bound(*(papers.draw_pdf(truth, layout) for truth in THREE)))

    assert numbers(reading) == [truth.po_number for truth in THREE]
    assert [len(one.lines) for one in reading.orders] == [2, 40, 6]
    assert [one.total for one in reading.orders] == [truth.total for truth in THREE]
    first = reading.orders[2].evidence["pages"]
    assert first.text == f"page {first.page}"
    assert reading.orders[2].evidence["lines.0.quantity"].page == first.page


@LAYOUTS
def test_orders_that_prove_themselves_go_on_together_only_if_each_does(layout: layouts.Layout) -> None:
    alone = [read(papers.draw_pdf(truth, layout)).touchless for truth in THREE]

    assert read(paper.bound(*(papers.draw_pdf(truth, layout) for truth in THREE))).touchless is all(alone)


def test_one_order_among_three_that_does_not_add_up_stops_all_and_is_named() -> None:
    wrong = truths.misadded(THREE[0])

    reading = read(paper.bound(papers.draw_pdf(THREE[1]), papers.draw_pdf(wrong)))

    assert not reading.touchless
    assert all(f"Order {wrong.po_number} (page" in doubt.why for doubt in reading.doubts)


@LAYOUTS
def test_a_long_order_is_not_parted_at_its_pages(layout: layouts.Layout) -> None:
    truth = truths.order(21, count=90)

    reading = read(papers.draw_pdf(truth, layout))

    assert numbers(reading) == [truth.po_number]
    assert len(reading.orders[0].lines) == 90
    assert "pages" not in reading.orders[0].evidence


def test_an_original_and_its_copy_are_one_order() -> None:
    once = papers.draw_pdf(THREE[0])

    reading = read(paper.bound(once, once))

    assert numbers(reading) == [THREE[0].po_number]
    assert len(reading.orders[0].lines) == 2


def test_a_packing_list_behind_an_order_is_left_out_and_told() -> None:
    reading = read(paper.bound(papers.draw_pdf(THREE[0]), strays.packing_list(THREE[0])))

    assert numbers(reading) == [THREE[0].po_number]
    assert len(reading.orders[0].lines) == 2
    assert [doubt.why for doubt in reading.doubts] == [
        "Page 2 is a ship notice and was left out; does it matter for the order?"
    ]


def test_an_invoice_before_an_order_does_not_hide_it() -> None:
    reading = read(paper.bound(strays.invoice(THREE[0]), papers.draw_pdf(THREE[2])))

    assert reading.kind is Kind.PURCHASE_ORDER
    assert numbers(reading) == [THREE[2].po_number]
    assert not reading.touchless


def test_terms_behind_an_order_belong_to_it() -> None:
    terms = Paper("TERMS AND CONDITIONS OF PURCHASE", heads=(), rows=(), total="", head=BUYER, party=(), notes=(
        "1.1 Purchase order means the order placed by the buyer.",
        "1.3 Purchase order number: each invoice shall state it.",
        "2.1 The supplier shall not be paid without it.",
    ))  # fmt: skip

    reading = read(paper.bound(papers.draw_pdf(THREE[0]), paper.as_pdf(terms)))

    assert numbers(reading) == [THREE[0].po_number]
    assert reading.touchless is read(papers.draw_pdf(THREE[0])).touchless


@pytest.mark.parametrize("between", ["\n\n", "\f"], ids=["one under another", "pages"])
def test_two_orders_in_one_text_are_two(between: str) -> None:
    reading = read(order("4500118") + between + order("4500119", OTHER_GOODS))

    assert numbers(reading) == ["4500118", "4500119"]
    assert [one.total for one in reading.orders] == [Decimal("117.60"), Decimal("20.00")]
    assert reading.touchless


def test_without_titles_the_parting_itself_is_asked_about() -> None:
    reading = read(order("4500118", title="") + "\n\n" + order("4500119", OTHER_GOODS, title=""))

    assert numbers(reading) == ["4500118", "4500119"]
    asked = next(doubt for doubt in reading.doubts if doubt.field == "orders")
    assert asked.guesses == ("4500118 (page 1)", "4500119 (page 1)")


def test_two_orders_in_one_html_letter_are_two() -> None:
    one, other = (
        paper.as_html(Paper("Purchase order", (f"PO number: {number}", "Order date: 14 March 2026", "Currency: GBP"),
                            rows=rows, total=f"Total: {rows[0][4]}", head=BUYER, party=("Supplier", *SELLER)))
        for number, rows in (("4500118", GOODS), ("4500119", OTHER_GOODS))
    )  # fmt: skip

    reading = read(one.replace(b"</body></html>", b"") + other.partition(b"<body>")[2])

    assert numbers(reading) == ["4500118", "4500119"]
    assert [one.lines[0].sku for one in reading.orders] == ["RNG-114", "EAR-203"]


def test_a_letter_that_orders_on_two_numbers_is_two_orders_and_a_question() -> None:
    reading = read(
        "Hello Ben,\n\nplease supply against PO 4500118:\n12 x RNG-114 @ 9.80\n5 x EAR-203 @ 4.00\n\n"
        "and on PO 4500119:\n2 x RNG-114 @ 9.80\n\nThanks, Ana\n"
    )

    assert [(one.po_number, len(one.lines)) for one in reading.orders] == [("4500118", 2), ("4500119", 1)]
    assert "orders" in build.fields_in_doubt(reading)
    assert not reading.touchless


def test_an_order_on_each_sheet_of_a_workbook_is_an_order_each() -> None:
    def rows(number: str, goods: Sequence[Sequence[str]]) -> list[list[str]]:
        facts = [["PURCHASE ORDER"], ["PO number", number], ["Order date", "14 March 2026"], ["Currency", "GBP"], []]
        return [*facts, ["Item code", "Description", "Quantity", "Unit price", "Amount"], *map(list, goods),
                ["", "", "", "Total", goods[0][4]]]  # fmt: skip

    reading = read(workbook.book({"Leeds": rows("4500118", GOODS), "York": rows("4500119", OTHER_GOODS)}))

    assert numbers(reading) == ["4500118", "4500119"]
    assert reading.orders[1].evidence["pages"].page == 2
    assert reading.touchless


def test_a_table_with_the_number_in_each_row_holds_an_order_for_each_number_and_a_question() -> None:
    reading = read(
        "PO Number,Order Date,SKU,Description,Quantity,Unit Price,Amount,Currency\n"
        "4500118,2026-03-14,RNG-114,Gold ring,12,9.80,117.60,GBP\n"
        "4500118,2026-03-14,EAR-203,Gold hoops,5,4.00,20.00,GBP\n"
        "4500119,2026-03-15,RNG-114,Gold ring,2,9.80,19.60,GBP\n"
    )

    said = [(one.po_number, f"{one.order_date}", one.currency, len(one.lines)) for one in reading.orders]
    assert said == [("4500118", "2026-03-14", "GBP", 2), ("4500119", "2026-03-15", "GBP", 1)]
    assert reading.orders[1].evidence["po_number"].text == "4500119"
    assert "orders" in build.fields_in_doubt(reading)
    assert not reading.touchless


def test_a_column_of_item_codes_called_like_order_numbers_parts_nothing() -> None:
    reading = read(
        build.paper(
            (("RNG-114", "Goldring", "12", "9,80", "117,60"), ("EAR-203", "Creolen", "5", "4,00", "20,00")),
            title="BESTELLUNG",
            facts=("Bestellnummer: 4500118", "Bestelldatum: 14.03.2026", "Währung: EUR"),
            heads=("Bestell-Nr.", "Bezeichnung", "Menge", "Einzelpreis", "Gesamtpreis"),
            sums=(("Gesamtbetrag", "137,60"),),
        )
    )

    assert numbers(reading) == ["4500118"]
    assert len(reading.orders[0].lines) == 2


def test_a_column_of_ordered_quantities_on_each_page_parts_nothing() -> None:
    heads = ("Item code", "Description", "Order qty", "Unit price", "Amount")
    pages = [build.paper(rows, title=title, heads=heads, facts=facts, sums=sums) for rows, title, facts, sums in (
        (GOODS, "PURCHASE ORDER", ("PO number: 4500118", "Order date: 14 March 2026", "Currency: GBP"), ()),
        (OTHER_GOODS, "", (), (("Total", "137.60"),)),
    )]  # fmt: skip

    reading = read("\f".join(pages))

    assert numbers(reading) == ["4500118"]
    assert len(reading.orders[0].lines) == 2


def test_another_order_that_an_order_mentions_parts_nothing() -> None:
    text = order("4500118") + "\nThis order replaces nothing; PO 4500091 stays as it is.\nSee PO 4500092 as well.\n"

    reading = read(text)

    assert numbers(reading) == ["4500118"]
    assert reading.touchless


def test_an_invoice_over_two_orders_holds_none() -> None:
    bill = order("4500118", title="INVOICE") + "\n\n" + order("4500119", OTHER_GOODS, title="")

    reading = read(bill)

    assert reading.kind is Kind.SUPPLIER_INVOICE
    assert reading.orders == ()


FRONT = """PURCHASE ORDER

The Wicker Basket Ltd

PO number: {number}
Order date: 14 March 2026
Page 1 of 1

Total: {total}
"""


@pytest.mark.parametrize(
    ("number", "total", "is_sure"),
    [("4500118", "117.60", True), ("4500119", "117.60", False), ("4500118", "137.60", False)],
)
def test_a_front_page_and_the_lines_behind_it_are_one_order_that_adds_up(
    number: str, total: str, *, is_sure: bool
) -> None:
    front = FRONT.format(number=number, total=total)

    reading = read(f"{front}\f{order('4500118')}\nPage 1 of 1\n")

    assert reading.touchless is is_sure
    assert [len(one.lines) for one in reading.orders if one.po_number == "4500118"][:1] == [1]
