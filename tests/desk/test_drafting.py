"""A draft says what the document says; our own figures stand in only where it prints none."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import catalogue, drafting, money, parties, reading, versions
from tests import build

OFFERED = build.product(price="4.50", tiers=[build.price_tier(price="4.10", tier="gold", from_quantity=50)])


def drafted(
    *lines: reading.Line,
    product: catalogue.Product | None = OFFERED,
    buyer: parties.Buyer | None = build.FERNHILL,
    stated: reading.Order = build.ORDER_FOR_HOOPS,
) -> versions.Version:
    """Version 1 of an order for these lines, every one matched to the same product."""
    stated = replace(stated, lines=lines or stated.lines)
    return drafting.draft(stated, [product] * len(stated.lines), buyer=buyer, currency="GBP").version


def test_a_printed_price_wins_over_ours() -> None:
    (line,) = drafted(build.read_line(quantity=10, unit_price="4.00")).lines
    assert (line.price, line.amount) == (Decimal("4.00"), build.gbp("40.00"))


def test_a_printed_amount_wins_over_quantity_times_price() -> None:
    (line,) = drafted(build.read_line(quantity=10, unit_price="4.00", amount="38.00")).lines
    assert (line.price, line.amount) == (Decimal("4.00"), build.gbp("38.00"))


def test_a_price_for_a_hundred_is_kept_as_one() -> None:
    (line,) = drafted(build.read_line(quantity=250, unit_price="1.99", price_per=100)).lines
    assert (line.price, line.per, line.amount) == (Decimal("1.99"), Decimal(100), build.gbp("4.98"))


@pytest.mark.parametrize(("tier", "quantity", "price"), [("", 50, "4.50"), ("gold", 49, "4.50"), ("gold", 50, "4.10")])
def test_where_no_price_is_printed_the_buyers_own_list_holds(tier: str, quantity: int, price: str) -> None:
    line = drafted(build.read_line(quantity=quantity, unit_price=None), buyer=build.buyer(tier=tier)).lines[0]
    assert line.price == Decimal(price)
    assert line.amount == build.gbp(quantity * Decimal(price))


def test_our_price_for_a_hundred_is_offered_for_a_hundred() -> None:
    screws = build.product(price="1.99", per=100)
    (line,) = drafted(build.read_line(quantity=250, unit_price=None), product=screws).lines
    assert (line.price, line.per, line.amount) == (Decimal("1.99"), Decimal(100), build.gbp("4.98"))


def test_an_amount_without_a_price_is_not_explained_by_ours() -> None:
    (line,) = drafted(build.read_line(unit_price=None, amount="40.00")).lines
    assert (line.price, line.amount) == (None, build.gbp("40.00"))


def test_our_price_in_another_currency_stands_in_for_nothing() -> None:
    euros = replace(build.ORDER_FOR_HOOPS, currency="EUR")
    (line,) = drafted(build.read_line(unit_price=None), stated=euros).lines
    assert (line.price, line.amount) == (None, None)


def test_a_line_without_a_product_has_no_sku_of_ours_and_no_price() -> None:
    version = drafted(build.read_line(sku="F-77", unit_price=None), product=None)
    (line,) = version.lines
    assert (line.sku, line.buyer_sku, line.price) == ("", "F-77", None)
    assert not version.is_complete


@pytest.mark.parametrize(
    ("sku", "buyer_sku", "kept"),
    [("GH-20", None, ""), ("F-77", None, "F-77"), ("GH-20", "F-77", "F-77"), (None, None, "")],
)
def test_the_buyers_own_part_number_is_kept(sku: str | None, buyer_sku: str | None, kept: str) -> None:
    (line,) = drafted(build.read_line(sku=sku, buyer_sku=buyer_sku)).lines
    assert (line.sku, line.buyer_sku) == ("GH-20", kept)


def test_the_buyers_wording_stays_and_ours_stands_in_where_there_is_none() -> None:
    theirs, ours = drafted(build.read_line(description="hoops, gold"), build.read_line(description=None)).lines
    assert (theirs.description, ours.description) == ("hoops, gold", OFFERED.description)


def test_a_quantity_that_is_not_printed_is_none_at_all() -> None:
    version = drafted(build.read_line(quantity=None))
    assert version.lines[0].quantity == 0
    assert not version.is_complete


@pytest.mark.parametrize(
    ("printed", "agreed", "currency"),
    [("EUR", "USD", "EUR"), (None, "USD", "USD"), (None, "", "GBP"), (None, None, "GBP")],
)
def test_the_documents_currency_comes_before_the_buyers_and_ours(
    printed: str | None, agreed: str | None, currency: str
) -> None:
    buyer = None if agreed is None else build.buyer(currency=agreed)
    version = drafted(stated=replace(build.ORDER_FOR_HOOPS, currency=printed), buyer=buyer)
    assert version.currency == currency


def test_the_total_follows_the_lines_and_the_printed_charges() -> None:
    stated = build.read_order(
        lines=[build.read_line(quantity=10), build.read_line(quantity=2, unit_price="1.25")],
        discount="5.00",
        tax="8.50",
        shipping="3.95",
    )
    version = drafted(stated=stated)
    assert version.subtotal == build.gbp("47.50")
    assert (version.discount, version.tax, version.shipping) == tuple(map(build.gbp, ("5.00", "8.50", "3.95")))
    assert version.total == build.gbp("54.95")


def test_terms_days_and_places_are_as_printed() -> None:
    day = date(2026, 3, 9)
    stated = replace(
        build.read_order(payment_terms="14 days", ship_to=reading.Party(name="Fernhill Gifts", address="3 Mill Lane")),
        order_date=day,
        requested_date=day,
        cancel_date=day,
        shipping_terms="DAP",
        instructions="No plastic.",
    )
    version = drafted(stated=stated)
    assert (version.order_date, version.requested_date, version.cancel_date) == (day, day, day)
    assert (version.payment_terms, version.shipping_terms) == ("14 days", "DAP")
    assert (version.ship_to, version.bill_to) == ("Fernhill Gifts, 3 Mill Lane", "")
    assert version.instructions == "No plastic."


def test_the_agreed_terms_stand_where_none_are_printed() -> None:
    assert drafted(buyer=build.buyer(payment_terms="30 days net")).payment_terms == "30 days net"
    assert drafted(buyer=None).payment_terms == ""


def test_lines_are_counted_from_one_and_each_needs_its_product_or_none() -> None:
    version = drafted(*[build.read_line()] * 3)
    assert [line.position for line in version.lines] == [1, 2, 3]
    with pytest.raises(ValueError, match="zip"):
        drafting.draft(build.ORDER_FOR_HOOPS, [], buyer=None, currency="GBP")


printed = st.none() | st.decimals(0, 1000, places=2)


@given(
    st.lists(st.builds(build.read_line, quantity=st.integers(0, 999), unit_price=printed, amount=printed), max_size=6),
    printed,
    printed,
    printed,
)
def test_sums_always_follow_the_lines(
    lines: list[reading.Line], discount: Decimal | None, tax: Decimal | None, shipping: Decimal | None
) -> None:
    stated = build.read_order(lines=lines, discount=discount, tax=tax, shipping=shipping)
    version = drafting.draft(stated, [OFFERED] * len(lines), buyer=None, currency="GBP").version
    assert version.subtotal == money.total([line.amount for line in version.lines if line.amount is not None], "GBP")
    assert version.total.amount == version.subtotal.amount - (discount or 0) + (tax or 0) + (shipping or 0)
    for line, read in zip(version.lines, lines, strict=True):
        assert read.unit_price is None or line.price == read.unit_price
        assert read.amount is None or line.amount == money.rounded(read.amount, "GBP")


def test_new_lines_move_the_total_and_leave_the_charges() -> None:
    before = build.version(tax="9.00", discount="1.00", shipping="2.00")
    after = drafting.retotalled(before, (build.line(quantity=20),))
    assert (after.subtotal, after.total) == (build.gbp("90.00"), build.gbp("100.00"))
    assert (after.tax, after.discount, after.shipping) == (before.tax, before.discount, before.shipping)


def test_a_settled_line_takes_our_product_and_keeps_its_printed_price() -> None:
    before = build.version(lines=[build.line(), build.line(position=2, sku="", price="4.00")])
    after = drafting.settled(before, 2, OFFERED, tier="")
    assert after.lines == (before.lines[0], replace(before.lines[1], sku="GH-20"))
    assert after.number == 2
    assert after.total == before.total


@pytest.mark.parametrize(("price", "amount"), [(None, "41.00"), ("3.00", "30.00")])
def test_a_settled_line_without_a_price_takes_the_one_given_or_ours(price: str | None, amount: str) -> None:
    offered = build.product(tiers=[build.price_tier(price="4.10", tier="gold")])
    before = build.version(lines=[build.line(sku="", price=None)], tax="1.00")
    after = drafting.settled(before, 1, offered, tier="gold", price=Decimal(price) if price else None)
    assert after.is_complete
    assert after.lines[0].amount == build.gbp(amount)
    assert after.total == build.gbp(amount) + build.gbp("1.00")


def test_our_price_in_another_currency_settles_no_line() -> None:
    before = build.version(lines=[build.line(sku="", price=None)])
    after = drafting.settled(before, 1, build.product(currency="EUR"), tier="")
    assert (after.lines[0].sku, after.lines[0].price) == ("GH-20", None)
    assert not after.is_complete


def test_a_printed_amount_waits_for_a_person_to_name_its_price() -> None:
    before = build.version(lines=[build.line(sku="", price=None, amount=build.gbp("40.00"))])
    matched = drafting.settled(before, 1, OFFERED, tier="")
    assert (matched.lines[0].price, matched.lines[0].amount) == (None, build.gbp("40.00"))
    assert not matched.is_complete
    named = drafting.settled(matched, 1, OFFERED, tier="", price=Decimal("4.00"))
    assert named.is_complete
    assert named.total == before.total
