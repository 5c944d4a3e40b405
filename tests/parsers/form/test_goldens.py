import random
from collections.abc import Callable
from decimal import Decimal

import pytest

from desk.reading import Kind, Order
from playground.samples import documents, layouts, papers, pdf, truths, world
from tests.parsers.form import build

Form = Callable[[truths.Truth, layouts.Layout], str]
Draw = Callable[[truths.Truth, layouts.Layout], documents.Document]
LAYOUTS = list(layouts.LAYOUTS.values())
NAMES = [layout.name for layout in LAYOUTS]


def said(order: Order) -> dict[str, object]:
    return {
        "po_number": order.po_number,
        "order_date": order.order_date,
        "currency": order.currency,
        "lines": [(line.sku, line.quantity, line.unit_price, line.amount) for line in order.lines],
        "total": order.total,
        "buyer": order.buyer.name if order.buyer else None,
    }


def meant(truth: truths.Truth) -> dict[str, object]:
    return {
        "po_number": truth.po_number,
        "order_date": truth.order_date,
        "currency": truth.currency,
        "lines": [(line.sku, line.quantity, line.unit_price, line.amount) for line in truth.lines],
        "total": truth.total,
        "buyer": truth.buyer.name,
    }


@pytest.mark.parametrize("layout", LAYOUTS, ids=NAMES)
def test_a_drawn_order_is_read_as_it_was_meant(layout: layouts.Layout) -> None:
    truth = truths.order(29, count=7)

    reading = build.read(papers.draw_pdf(truth, layout))

    assert reading.kind is Kind.PURCHASE_ORDER
    assert said(build.only(reading)) == meant(truth)
    assert reading.touchless or reading.doubts


@pytest.mark.parametrize("form", [papers.as_html, papers.as_text, papers.as_csv], ids=["html", "text", "csv"])
@pytest.mark.parametrize("layout", LAYOUTS, ids=NAMES)
def test_the_same_order_is_read_in_every_form(layout: layouts.Layout, form: Form) -> None:
    truth = truths.order(31, count=4)

    reading = build.read(form(truth, layout))

    assert said(build.only(reading)) == meant(truth)


def test_a_workbook_is_read_like_a_paper() -> None:
    truth = truths.order(37, count=5)

    reading = build.read(papers.as_xlsx(truth))

    assert said(build.only(reading)) == meant(truth)
    assert reading.touchless


@pytest.mark.parametrize("seed", range(6))
def test_a_layout_that_nobody_drew_is_read_or_doubted(seed: int) -> None:
    chance = random.Random(seed)
    layout = layouts.any_layout(chance)
    truth = truths.order(chance, count=12)

    reading = build.read(papers.draw_pdf(truth, layout))

    assert said(build.only(reading)) == meant(truth)


def test_a_long_order_goes_on_over_its_pages() -> None:
    truth = truths.order(41, count=120)

    reading = build.read(papers.draw_pdf(truth))

    assert said(build.only(reading)) == meant(truth)
    assert {shown.page for shown in build.only(reading).evidence.values()} >= {1, 2, 3}
    assert reading.touchless


def test_a_list_in_a_mail_is_an_order_and_never_touchless() -> None:
    truth = truths.order(43, count=3)

    reading = build.read(papers.as_list(truth))

    order = build.only(reading)
    assert order.po_number == truth.po_number
    assert [(line.sku, line.quantity, line.unit_price) for line in order.lines] == [
        (line.sku, line.quantity, line.unit_price) for line in truth.lines
    ]
    assert not reading.touchless


@pytest.mark.parametrize(
    "draw",
    [
        documents.invoice,
        documents.quotation,
        documents.packing_list,
        documents.remittance,
        lambda truth, layout: documents.blank_form(truth.buyer, layout),
        lambda _truth, _layout: documents.newsletter(),
    ],
    ids=["invoice", "quotation", "packing list", "remittance", "blank form", "newsletter"],
)
@pytest.mark.parametrize("layout", LAYOUTS[:6:2], ids=NAMES[:6:2])
def test_what_is_no_order_must_not_become_one(layout: layouts.Layout, draw: Draw) -> None:
    reading = build.read(pdf.draw(draw(truths.order(47), layout), layout))

    assert reading.kind is not Kind.PURCHASE_ORDER
    assert not reading.touchless


@pytest.mark.parametrize("layout", LAYOUTS[:3], ids=NAMES[:3])
def test_sums_that_do_not_add_up_must_not_pass(layout: layouts.Layout) -> None:
    reading = build.read(papers.draw_pdf(truths.misadded(truths.order(53, count=3), Decimal("10.00")), layout))

    assert not reading.touchless
    assert "total" in build.fields_in_doubt(reading)


def test_every_figure_has_its_place_on_the_paper() -> None:
    truth = truths.order(59, count=2)

    order = build.only(build.read(papers.draw_pdf(truth)))

    for path in ("po_number", "order_date", "total", "lines.0.quantity", "lines.1.unit_price", "lines.1.sku"):
        shown = order.evidence[path]
        assert shown.text
        assert shown.box is not None
        assert shown.box[0] < shown.box[2]
        assert shown.box[1] < shown.box[3]


def test_our_own_name_is_not_the_buyers() -> None:
    truth = truths.order(61, count=2)

    order = build.only(build.read(papers.draw_pdf(truth), ours=(world.SELLER.name,)))

    assert order.buyer is not None
    assert order.buyer.name == truth.buyer.name
