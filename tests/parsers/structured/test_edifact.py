from datetime import date
from decimal import Decimal

import pytest

from desk.reading import Kind
from parsers import document
from playground.samples import exact, truths
from tests.parsers.structured import build

LINE = ["LIN+1++2970000000011:EN", "QTY+21:30:PCE", "PRI+AAA:2.50"]


def test_each_message_is_an_order() -> None:
    first, second = truths.order(1), truths.order(2)
    messages = [exact.edifact_message(first), exact.edifact_message(second)]

    read = document.read(exact.edifact_file(messages), name="orders")

    assert [order.po_number for order in read.orders] == [first.po_number, second.po_number]
    assert read.touchless


def test_released_characters_are_text() -> None:
    order = build.only(build.edifact(*LINE, "IMD+F++:::Rings ?+ things?: 50 ?'loose?'??"))

    assert order.lines[0].description == "Rings + things: 50 'loose'?"


def test_product_numbers_go_to_whom_they_belong() -> None:
    lines = ["LIN+1++2970000000011:SRV", "PIA+5+RNG-114:SA+MF-1001:IN", "QTY+21:3", "IMD+F+35+:::Gold"]

    line = build.only(build.edifact(*lines)).lines[0]

    assert (line.sku, line.buyer_sku, line.gtin, line.variant) == ("RNG-114", "MF-1001", "2970000000011", "Gold")


def test_a_split_over_places_is_a_line_for_each() -> None:
    places = ["LOC+7+2970000000035::9", "QTY+11:10", "LOC+7+2970000000042::9", "QTY+11:20", "DTM+2:20261201:102"]

    lines = build.only(build.edifact(*LINE, *places)).lines

    assert [(line.ship_to.id if line.ship_to else None, line.quantity, line.requested_date) for line in lines] == [
        ("2970000000035", Decimal(10), None), ("2970000000042", Decimal(20), date(2026, 12, 1)),
    ]  # fmt: skip


def test_a_price_may_be_for_a_hundred() -> None:
    line = build.only(build.edifact("LIN+1++A:SA", "QTY+21:300", "PRI+AAA:12.80:::100:PCE", "MOA+203:38.40")).lines[0]

    assert (line.unit_price, line.price_per, line.amount) == (Decimal("12.80"), Decimal(100), Decimal("38.40"))


def test_a_gross_price_is_less_the_allowance_of_its_line() -> None:
    lines = ["LIN+1++A:SA", "QTY+21:10", "MOA+203:90", "PRI+AAB:10", "ALC+A", "MOA+204:10"]

    read = build.edifact(*lines, end=["CNT+2:1"])

    assert build.only(read).lines[0].discount == Decimal(10)
    assert read.touchless


def test_allowances_freight_and_tax_lead_to_the_total() -> None:
    head = [*build.EDIFACT_HEAD, "ALC+C++++FC", "MOA+8:5.50", "ALC+A++++DI", "MOA+8:7.50"]

    read = build.edifact(*LINE, head=head, end=["MOA+79:75", "MOA+176:15", "MOA+86:88", "CNT+2:1"])

    order = build.only(read)
    assert (order.shipping, order.discount, order.tax, order.total) == (
        Decimal("5.50"), Decimal("7.50"), Decimal(15), Decimal(88),
    )  # fmt: skip
    assert read.touchless


def test_an_unpriced_order_is_a_fact() -> None:
    read = build.edifact("LIN+1++2970000000011:EN", "QTY+21:8", "LIN+2++2970000000028:EN", "QTY+21:8")

    assert read.doubts == ()
    assert not read.touchless


@pytest.mark.parametrize(("text", "form"), [("202611200930", "203"), ("261120", "101"), ("20112026", "4")])
def test_dates_are_read_by_their_format(text: str, form: str) -> None:
    read = build.edifact(*LINE, head=[*build.EDIFACT_HEAD[:2], f"DTM+2:{text}:{form}", *build.EDIFACT_HEAD[2:]])

    assert build.only(read).requested_date == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("syntax", "codec", "name"),
    [
        ("UNOC", "latin-1", "Björk"),
        ("UNOD", "iso8859-2", "Łódź"),
        ("UNOF", "iso8859-7", "Αθήνα"),
        ("UNOY", "utf-8", "東京"),
    ],
)
def test_names_are_read_in_the_character_set_of_the_message(syntax: str, codec: str, name: str) -> None:
    body = ["BGM+220+4711+9", "DTM+137:20261102:102", f"NAD+BY+++{name}", *LINE, "UNS+S", "CNT+2:1"]
    parts = [f"UNB+{syntax}:3+A+B+261102:0900+31", "UNH+1+ORDERS:D:96A:UN", *body, f"UNT+{len(body) + 2}+1", "UNZ+1+31"]

    order = build.only(document.read(("'".join(parts) + "'").encode(codec), name="order"))

    assert order.buyer
    assert order.buyer.name == name


def test_a_change_names_the_order_it_changes_and_asks_about_each_line() -> None:
    read = document.read(exact.as_edifact(truths.order(5, count=2), kind="ORDCHG"), name="change")

    assert read.kind is Kind.ORDER_CHANGE
    assert "Line 2: the change changes the line" in build.doubts(read)


@pytest.mark.parametrize(
    ("kind", "read_as"),
    [("INVOIC", Kind.SUPPLIER_INVOICE), ("DESADV", Kind.SHIP_NOTICE), ("ORDRSP", Kind.SUPPLIER_ACKNOWLEDGEMENT)],
)
def test_other_messages_are_no_orders(kind: str, read_as: Kind) -> None:
    read = document.read(exact.edifact_file([[["BGM", "380", "1"]]], kind=kind), name="file")

    assert (read.kind, read.orders, read.error) == (read_as, (), None)


GOOD = exact.as_edifact(truths.order(12, count=4)).decode("latin-1")


@pytest.mark.parametrize(
    ("damaged", "named"),
    [
        (GOOD.replace("QTY+21:", "QTY+21:x", 1), "(QTY)"),
        (GOOD.replace("DTM+137:2026", "DTM+137:20x6", 1), "(DTM)"),
        (GOOD.replace("DTM+137:2026", "DTM+137:9999", 1).replace("9999", "99991399", 1), "(DTM)"),
        (GOOD.replace("BGM+220", "BGX+220"), "(BGX)"),
        (GOOD.replace("UNS+S'", ""), "(UNT)"),
        (GOOD.replace("UNT+", "UNT+9").replace("CNT+2", "CNT+8").replace("CNT+1", "CNT+9"), "(UNT)"),
        (GOOD[: GOOD.index("LIN+3")], "without UNT"),
        (GOOD[GOOD.index("UNH") :], "(UNH)"),
        ("UNA++++++" + GOOD, "(UNA)"),
    ],
)
def test_a_damaged_message_is_refused_with_its_segment_named(damaged: str, named: str) -> None:
    read = document.read(damaged.encode("latin-1"), name="order")

    assert read.kind is Kind.OTHER
    assert read.orders == ()
    assert read.error is not None
    assert read.error.startswith("Segment ")
    assert named in read.error


@pytest.mark.parametrize("count", ["CNT+2:9", "CNT+1:9"])
def test_a_count_that_does_not_hold_is_a_doubt(count: str) -> None:
    read = build.edifact(*LINE, end=[count])

    assert "9 " in build.doubts(read)
    assert not read.touchless


def test_an_interchange_that_ends_early_is_a_doubt() -> None:
    read = document.read(GOOD[: GOOD.index("UNZ")].encode("latin-1"), name="order")

    assert "without UNZ" in build.doubts(read)
    assert build.says(build.only(read), truths.order(12, count=4))


def test_a_price_for_another_unit_than_the_quantity_is_a_doubt() -> None:
    read = build.edifact("LIN+1++A:SA", "QTY+21:300:PCE", "PRI+AAA:12.80:::1:KGM", end=["CNT+2:1"])

    assert "stated for another unit" in build.doubts(read)
    assert not read.touchless


def test_an_allowance_that_states_only_a_rate_is_a_doubt() -> None:
    read = build.edifact(*LINE, head=[*build.EDIFACT_HEAD, "ALC+A++++DI", "PCD+3:5"], end=["CNT+2:1"])

    assert "What does the allowance or charge of 5 % come to?" in build.doubts(read)


def test_a_part_of_another_line_is_a_doubt() -> None:
    read = build.edifact(*LINE, "LIN+2++B:SA+1:1", "QTY+21:3", "PRI+AAA:1", end=["CNT+2:2"])

    assert "Line 2 is a part of line 1" in build.doubts(read)


def test_a_delivery_schedule_is_not_passed_over_in_silence() -> None:
    read = document.read(exact.edifact_file([[["BGM", "241", "1"]]], kind="DELFOR"), name="file")

    assert read.error == "The file holds a delivery schedule (EDIFACT DELFOR). A person must look."


@pytest.mark.parametrize("text", ["UNA ORDINE: 12 x RNG-114", "UNHAPPY with 12 rings"])
def test_words_that_begin_like_a_header_are_words(text: str) -> None:
    read = document.read(text.encode(), name="letter")

    assert read.error is None


def test_a_segment_that_no_order_has_is_told_and_not_passed_over() -> None:
    read = build.edifact(*LINE, end=["MXA+86:75", "CNT+2:1"])

    assert "(MXA) say?" in build.doubts(read)
    assert not read.touchless


def test_each_interchange_of_a_file_names_its_own_sender() -> None:
    body = [
        *build.EDIFACT_HEAD[:2],
        "CUX+2:GBP:9",
        "LIN+1++4012345678901:EN",
        "QTY+21:1",
        "PRI+AAA:2",
        "UNS+S",
        "CNT+2:1",
    ]
    file = ""
    for sender in ("2970000000028", "2970000000035"):
        message = ["UNH+1+ORDERS:D:96A:UN", *body, f"UNT+{len(body) + 2}+1"]
        file += "'".join([f"UNB+UNOC:3+{sender}:14+2970000000011:14+261102:0900+31", *message, "UNZ+1+31"]) + "'"

    read = document.read(file.encode(), name="orders")

    assert [order.buyer.id if order.buyer else None for order in read.orders] == ["2970000000028", "2970000000035"]
