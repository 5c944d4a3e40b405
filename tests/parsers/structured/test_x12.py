import re
from datetime import date
from decimal import Decimal

import pytest

from desk.reading import Kind
from parsers import document
from playground.samples import exact, truths
from tests.parsers.structured import build


def test_each_transaction_set_is_an_order() -> None:
    first, second = truths.order(1), truths.order(2)

    read = document.read(exact.x12_file([exact.x12_set(first), exact.x12_set(second)]), name="orders")

    assert [order.po_number for order in read.orders] == [first.po_number, second.po_number]
    assert read.touchless


def test_product_numbers_go_to_whom_they_belong() -> None:
    read = build.x12("PO1*1*24*EA*9.80*PE*VN*RNG-114*IN*MF-1001*UP*012345678905*BO*GOLD*SZ*M")

    line = build.only(read).lines[0]
    assert (line.sku, line.buyer_sku, line.gtin, line.variant) == ("RNG-114", "MF-1001", "012345678905", "GOLD / M")
    assert read.touchless


def test_a_number_of_the_buyers_is_never_taken_for_ours() -> None:
    line = build.only(build.x12("PO1*1*24*EA*9.80*PE*IN*02006")).lines[0]

    assert (line.sku, line.buyer_sku) == (None, "02006")


def test_a_store_split_is_a_line_for_each_store() -> None:
    read = build.x12("PO1*1*30*EA*2.50*PE*VN*A-1", "SDQ*EA*92*0001*10*0002*15*0007*5")

    lines = build.only(read).lines
    assert [(line.ship_to.id if line.ship_to else None, line.quantity) for line in lines] == [
        ("0001", Decimal(10)), ("0002", Decimal(15)), ("0007", Decimal(5)),
    ]  # fmt: skip
    assert read.touchless


def test_stores_that_do_not_add_up_to_their_line_are_a_doubt() -> None:
    read = build.x12("PO1*1*30*EA*2.50*PE*VN*A-1", "SDQ*EA*92*0001*10*0002*15")

    assert "its shares add up to 25" in build.doubts(read)


def test_a_schedule_is_a_line_for_each_day() -> None:
    read = build.x12("PO1*1*30*EA*2.50*PE*VN*A-1", "SCH*10*EA***002*20261201", "SCH*20*EA***002*20270105")

    lines = build.only(read).lines
    assert [(line.quantity, line.requested_date) for line in lines] == [
        (Decimal(10), date(2026, 12, 1)), (Decimal(20), date(2027, 1, 5)),
    ]  # fmt: skip


def test_components_of_a_line_are_told_with_it_and_order_nothing_more() -> None:
    order = build.only(build.x12("PO1*1*5*EA*40*PE*VN*SET-9", "PID*F****Gift set", "SLN*1.1**I*2*EA****VN*A-1"))

    assert len(order.lines) == 1
    assert order.lines[0].description == "Gift set, with 2 EA A-1"


def test_sub_lines_that_name_what_their_line_does_not_are_the_lines() -> None:
    read = build.x12(
        "PO1*1*12*EA*9.80*PE", "PID*F****Ring", "SLN*1**I*4*EA****VN*RNG-114", "SLN*2**I*8*EA****VN*RNG-115"
    )

    lines = build.only(read).lines
    assert [(line.sku, line.quantity, line.unit_price) for line in lines] == [
        ("RNG-114", Decimal(4), Decimal("9.80")), ("RNG-115", Decimal(8), Decimal("9.80")),
    ]  # fmt: skip
    assert read.touchless


@pytest.mark.parametrize(
    ("basis", "unit", "per"),
    [("HP", "EA", 100), ("TP", "EA", 1000), ("PD", "EA", 12), ("PD", "DZ", None), ("PE", "EA", None)],
)
def test_a_price_may_be_for_more_than_one(basis: str, unit: str, per: int | None) -> None:
    line = build.only(build.x12(f"PO1*1*600*{unit}*9.80*{basis}*VN*A-1")).lines[0]

    assert line.price_per == per


def test_a_retail_price_is_not_what_the_buyer_pays() -> None:
    read = build.x12("PO1*1*6*EA*9.80*RE*VN*A-1", "PO1*2*6*EA*9.80*PE*VN*A-2")

    assert build.only(read).lines[0].unit_price is None
    assert "retail or resale price" in build.doubts(read)


def test_a_price_may_stand_in_ctp() -> None:
    line = build.only(build.x12("PO1*1*6*EA***VN*A-1", "CTP*WH*RES*19.95", "CTP*WH*WHL*9.80")).lines[0]

    assert line.unit_price == Decimal("9.80")


def test_allowances_freight_and_tax_lead_to_the_total() -> None:
    head = [*build.HEAD, "SAC*A*C310***1000", "SAC*C*D240***550", "TXI*VA*20.00"]

    read = build.x12("PO1*1*10*EA*10*PE*VN*A-1", head=head, end=["AMT*TT*115.50"])

    order = build.only(read)
    assert (order.discount, order.shipping, order.tax) == (Decimal("10.00"), Decimal("5.50"), Decimal("20.00"))
    assert order.total == Decimal("115.50")
    assert read.touchless


def test_a_charge_without_a_field_of_its_own_is_shown_to_a_person() -> None:
    read = build.x12("PO1*1*10*EA*10*PE*VN*A-1", head=[*build.HEAD, "SAC*C*F050***400**********Pallet fee"])

    assert "a charge of 4 (Pallet fee)" in build.doubts(read)
    assert not read.touchless


def test_terms_dates_parties_and_messages_are_read() -> None:
    head = [
        *build.HEAD, "FOB*PP***01*DAP**Brinmouth", "ITD*05*3*2**10**30", "DTM*010*20261120", "DTM*001*20261215",
        "N9*L1*x", "MSG*Pack in plain boxes", "N1*BY*Fernhill Gifts*92*77", "PER*OC*Ana*EM*ana@fernhill.example",
        "N1*ST*Fernhill DC*92*0012", "N2*Dock 4", "N3*1 Mill Lane", "N4*Wexcombe**WX1 2HT*GB",
        "N1*BT*Fernhill Accounts", "N1*SU*Harbour and Pine",
    ]  # fmt: skip
    order = build.only(build.x12("PO1*1*10*EA*10*PE*VN*A-1", head=head))

    assert (order.requested_date, order.cancel_date) == (date(2026, 11, 20), date(2026, 12, 15))
    assert (order.payment_terms, order.shipping_terms) == ("2 % 10, net 30", "PP DAP Brinmouth")
    assert order.instructions == "Pack in plain boxes"
    assert order.buyer
    assert (order.buyer.name, order.buyer.id, order.buyer.email) == (
        "Fernhill Gifts",
        "77",
        "ana@fernhill.example",
    )
    assert order.ship_to
    assert (order.ship_to.name, order.ship_to.address, order.ship_to.id) == (
        "Fernhill DC Dock 4",
        "1 Mill Lane, Wexcombe, WX1 2HT, GB",
        "0012",
    )
    assert order.bill_to
    assert order.bill_to.name == "Fernhill Accounts"
    assert order.vendor
    assert order.vendor.name == "Harbour and Pine"


def test_an_order_without_prices_is_unpriced_and_not_in_doubt() -> None:
    read = build.x12("PO1*1*150*EA***IN*02006", "PO1*2*50*EA***IN*02008", head=build.HEAD[:1])

    assert read.doubts == ()
    assert [line.unit_price for line in build.only(read).lines] == [None, None]
    assert not read.touchless


def test_one_line_without_a_price_among_priced_ones_is_a_doubt() -> None:
    read = build.x12("PO1*1*150*EA*1.10*PE*VN*A-1", "PO1*2*50*EA***VN*A-2")

    assert [doubt.field for doubt in read.doubts] == ["lines.1.unit_price"]


def test_a_wrong_check_digit_is_a_doubt() -> None:
    read = build.x12("PO1*1*150*EA*1.10*PE*VN*A-1*UP*012345678906")

    assert [doubt.field for doubt in read.doubts] == ["lines.0.gtin"]


def test_a_line_count_that_does_not_hold_is_a_doubt() -> None:
    read = build.x12("PO1*1*150*EA*1.10*PE*VN*A-1", count=2)

    assert "counts 2 lines, 1 arrived" in build.doubts(read)


def test_a_hash_total_that_does_not_hold_is_a_doubt() -> None:
    data = re.sub(rb"CTT\*(\d+)\*", rb"CTT*\1*9", exact.as_x12(truths.order(4)))

    read = document.read(data, name="order")

    assert "The quantities add up to" in build.doubts(read)


def test_a_change_says_what_it_does_to_each_line() -> None:
    head = ["BCH*04*SA*4711**2*20261102", "CUR*BY*GBP"]

    read = build.x12("POC*1*DI*4*0*EA*2.50*PE*VN*A-1", "POC*2*QI*9*9*EA*2.50*PE*VN*A-2", head=head, group="PC")

    assert read.kind is Kind.ORDER_CHANGE
    assert "Line 1: the change deletes the line" in build.doubts(read)
    assert build.only(read).lines[1].quantity == Decimal(9)


def test_a_test_interchange_is_never_taken_for_a_real_order() -> None:
    read = document.read(exact.as_x12(truths.order(4)).replace(b"*0*P*>", b"*0*T*>"), name="order")

    assert "marked as a test" in build.doubts(read)
    assert not read.touchless


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("810", Kind.SUPPLIER_INVOICE),
        ("856", Kind.SHIP_NOTICE),
        ("820", Kind.REMITTANCE),
        ("855", Kind.SUPPLIER_ACKNOWLEDGEMENT),
        ("997", Kind.OTHER),
    ],
)
def test_other_transaction_sets_are_no_orders(code: str, kind: Kind) -> None:
    read = document.read(exact.x12_file([[["BIG", "20261102", "1"]]], group=code), name="file")

    assert (read.kind, read.orders, read.error) == (kind, (), None)


GOOD = exact.as_x12(truths.order(12, count=4)).decode()


@pytest.mark.parametrize(
    ("damaged", "named"),
    [
        (GOOD.replace("*EA*", "*EA*x", 1), "(PO1)"),
        (GOOD.replace("DTM*002*20", "DTM*002*99999", 1), "(DTM)"),
        (GOOD.replace("BEG*00*SA*", "BEX*00*SA*"), "(BEX)"),
        (GOOD.split("SE*")[0], "without SE"),
        (GOOD[: GOOD.index("PO1*3")], "without SE"),
        (GOOD.replace("*VN*", "**", 1), "(PO1)"),
        (GOOD.replace("~\nPID", "\nPID", 1), "(PO1)"),
        (GOOD[GOOD.index("GS*") :], "(GS)"),
        (GOOD[GOOD.index("ST*") :], "(ST)"),
        (GOOD[:60], "(ISA)"),
    ],
)
def test_a_damaged_message_is_refused_with_its_segment_named(damaged: str, named: str) -> None:
    read = document.read(damaged.encode(), name="order")

    assert read.kind is Kind.OTHER
    assert read.orders == ()
    assert read.error is not None
    assert read.error.startswith("Segment ")
    assert named in read.error


def test_a_damaged_order_beside_a_good_one_is_refused_alone() -> None:
    bad = exact.x12_set(truths.order(1))
    bad[0][5] = "20261302"

    read = document.read(exact.x12_file([bad, exact.x12_set(truths.order(2))]), name="orders")

    assert build.only(read).po_number == truths.order(2).po_number
    assert "Segment 4 (BEG)" in build.doubts(read)
    assert not read.touchless


def test_a_wrong_segment_count_is_refused_unless_the_line_count_proves_the_lines() -> None:
    counted = GOOD.replace("SE*", "SE*9")
    uncounted = counted.replace("CTT*4*", "REF*X*")

    assert "Is anything missing?" in build.doubts(document.read(counted.encode(), name="order"))
    refused = document.read(uncounted.encode(), name="order")
    assert refused.error is not None
    assert "(SE)" in refused.error


@pytest.mark.parametrize("width", [60, 80])
def test_a_file_wrapped_at_a_width_is_read(width: int) -> None:
    flat = GOOD.replace("\n", "")
    wrapped = "\r\n".join(flat[at : at + width] for at in range(0, len(flat), width))

    assert build.says(build.only(document.read(wrapped.encode(), name="order")), truths.order(12, count=4))


def test_a_grocery_order_is_not_passed_over_in_silence() -> None:
    read = document.read(exact.x12_file([[["G50", "N", "20261102", "4711"]]], group="875"), name="file")

    assert read.error == "The file holds a grocery order (X12 875). A person must look."


def test_two_orders_under_one_number_are_a_doubt() -> None:
    read = document.read(exact.x12_file([exact.x12_set(truths.order(1))] * 2), name="orders")

    assert "2 orders in the file bear the number" in build.doubts(read)
    assert not read.touchless


def test_a_trailer_that_counts_another_set_is_a_doubt() -> None:
    data = exact.as_x12(truths.order(1)).replace(b"GE*1*", b"GE*2*")

    read = document.read(data, name="orders")

    assert "(GE) counts 2 transaction sets, 1 arrived" in build.doubts(read)
    assert not read.touchless


def test_the_day_of_the_first_goods_is_the_day_wanted_where_only_lines_state_one() -> None:
    read = build.x12("PO1*1*2*EA*1*PE*VN*A", "DTM*002*20261210", "PO1*2*2*EA*1*PE*VN*B", "DTM*002*20261203")

    assert build.only(read).requested_date == date(2026, 12, 3)


def test_an_order_of_two_interchanges_with_other_delimiters_is_two_orders() -> None:
    second = exact.as_x12(truths.order(2), signs=exact.Signs("|", ":", "!"))

    read = document.read(exact.as_x12(truths.order(1)) + second, name="orders")

    assert [order.po_number for order in read.orders] == [truths.order(1).po_number, truths.order(2).po_number]
    assert read.touchless


@pytest.mark.parametrize("text", ["ISA, please send 12 x RNG-114.", "ST*LL", "GSM phones: 12"])
def test_words_that_begin_like_a_header_are_words(text: str) -> None:
    read = document.read(text.encode(), name="letter")

    assert read.error is None


def test_a_segment_that_no_order_has_is_told_and_not_passed_over() -> None:
    read = build.x12("PO1*1*2*EA*1*PE*VN*A", end=["AMX*TT*2"])

    assert "What does segment 8 (AMX) say?" in build.doubts(read)
    assert not read.touchless


@pytest.mark.parametrize("segment", ["AMT*TT", "PO1*2*2*EA*1*PE*VN", "A.T*TT*2"])
def test_a_segment_without_what_the_standard_demands_is_refused(segment: str) -> None:
    read = build.x12("PO1*1*2*EA*1*PE*VN*A", segment)

    assert read.error is not None
    assert read.error.startswith("Segment ")
