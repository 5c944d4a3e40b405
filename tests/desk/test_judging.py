"""An order goes on by itself only where nothing speaks against it; each doubt has exactly its own cause."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import catalogue, judging, policy, reading
from tests import build

PACKS = build.product(minimum=20, multiple=10)
FIVE_PERCENT = catalogue.Tolerance(share=Decimal("0.05"))


def fields(case: judging.Case, rules: policy.Policy | None = None) -> list[str]:
    """What is doubted, by field."""
    return [doubt.field for doubt in judging.doubts(case, rules or build.rules())]


def why(case: judging.Case, rules: policy.Policy | None = None) -> str:
    """The one doubt's sentence."""
    (doubt,) = judging.doubts(case, rules or build.rules())
    return doubt.why


def test_nothing_speaks_against_a_clean_order() -> None:
    assert judging.doubts(build.case(), build.rules()) == ()


def test_a_policy_may_ask_for_a_look_at_every_order() -> None:
    assert fields(build.case(), build.rules(autonomous=False)) == ["order"]
    assert "policy" in why(build.case(), build.rules(autonomous=False))


def test_a_policy_that_asks_for_a_look_adds_nothing_where_there_is_doubt_already() -> None:
    assert fields(build.case(buyer=None), build.rules(autonomous=False)) == ["buyer"]


def test_what_the_reader_doubts_is_doubted_first_and_as_it_said() -> None:
    doubt = reading.Doubt("po_number", "Two numbers might be the order's.", ("4500118", "118"))
    found = judging.doubts(build.case(doubts=[doubt], touchless=False, buyer=None), build.rules())
    assert found[0] == doubt
    assert [one.field for one in found] == ["po_number", "buyer"]


def test_the_same_doubt_is_told_once() -> None:
    doubt = reading.Doubt("buyer", "The sender is no buyer that we know.")
    assert judging.doubts(build.case(doubts=[doubt], buyer=None), build.rules()) == (doubt,)


def test_a_document_that_does_not_prove_itself_is_looked_at() -> None:
    assert fields(build.case(touchless=False)) == ["order"]
    assert "prove" in why(build.case(touchless=False))


def test_an_order_without_items_is_looked_at() -> None:
    assert fields(build.case(stated=build.read_order(lines=[]), products=[])) == ["lines"]


def test_a_stranger_is_looked_at() -> None:
    assert fields(build.case(buyer=None)) == ["buyer"]


def test_a_sender_who_cannot_be_believed_is_looked_at_with_the_reason() -> None:
    assert why(build.case(unbelieved="DMARC failed for fernhill.example.")) == "DMARC failed for fernhill.example."


def test_a_number_that_was_used_before_names_the_order_that_has_it() -> None:
    assert fields(build.case(earlier="SO-10007")) == ["po_number"]
    assert "SO-10007" in why(build.case(earlier="SO-10007"))


def test_another_currency_than_the_agreed_one_is_looked_at() -> None:
    case = build.case(buyer=build.buyer(currency="EUR"))
    assert fields(case) == ["currency"]
    assert judging.doubts(case, build.rules())[0].guesses == ("GBP", "EUR")


@pytest.mark.parametrize(
    ("stated", "doubted"),
    [
        (build.read_order(subtotal="45.00", total="45.00"), []),
        (build.read_order(subtotal="45", tax="9.00", total="54.0"), []),
        (build.read_order(total="45.01"), ["total"]),
        (build.read_order(subtotal="44.99"), ["subtotal"]),
        (build.read_order(subtotal="44.99", total="45.01"), ["subtotal", "total"]),
        (build.read_order(total="54.00"), ["total"]),  # tax in the total alone
    ],
)
def test_a_printed_sum_must_be_what_the_lines_come_to(stated: reading.Order, doubted: list[str]) -> None:
    assert fields(build.case(stated=stated)) == doubted


@pytest.mark.parametrize(
    ("quantity", "doubted"),
    [
        ("20", False),
        ("30", False),
        ("19", True),  # fewer than the least
        ("10", True),
        ("25", True),  # half a pack
        ("0", True),
        ("-20", True),
        ("100000", False),
        ("100010", True),  # more than the policy takes for meant
        ("1e9", True),
    ],
)
def test_a_quantity_must_be_one_that_we_sell(quantity: str, doubted: bool) -> None:  # noqa: FBT001  (a column)
    case = build.case(stated=build.read_order(lines=[build.read_line(quantity=quantity)]), products=[PACKS])
    assert fields(case) == (["lines.0.quantity"] if doubted else [])


def test_a_quantity_between_packs_names_the_next_full_one() -> None:
    case = build.case(stated=build.read_order(lines=[build.read_line(quantity=25)]), products=[PACKS])
    assert judging.doubts(case, build.rules())[0].guesses == ("25", "30")


def test_a_quantity_that_is_not_printed_is_looked_at() -> None:
    assert fields(build.case(stated=build.read_order(lines=[build.read_line(quantity=None)]))) == ["lines.0.quantity"]


def test_a_line_without_a_product_names_its_rivals() -> None:
    case = build.case(products=[None], rivals=[("GH-20", "GH-25")])
    (doubt,) = judging.doubts(case, build.rules())
    assert (doubt.field, doubt.guesses) == ("lines.0.sku", ("GH-20", "GH-25"))
    assert "might be GH-20 or GH-25" in doubt.why


def test_a_line_without_a_product_says_why_none_was_chosen() -> None:
    case = build.case(products=[None], rivals=[("GH-20",)], reasons=["prints GH-20 and the GTIN of another"])
    (doubt,) = judging.doubts(case, build.rules())
    assert doubt.why == "Line 1 prints GH-20 and the GTIN of another."
    assert doubt.guesses == ("GH-20",)


def test_a_line_that_is_nothing_of_ours_says_so() -> None:
    assert "nothing in our catalogue" in why(build.case(products=[None]))


@pytest.mark.parametrize(
    ("price", "tolerance", "doubted"),
    [
        ("4.50", catalogue.Tolerance(), False),
        ("4.49", catalogue.Tolerance(), True),
        ("4.51", catalogue.Tolerance(), True),
        ("4.28", FIVE_PERCENT, False),
        ("4.27", FIVE_PERCENT, True),
        ("4.00", catalogue.Tolerance(sum=Decimal("0.50")), False),
    ],
)
def test_a_price_must_be_the_agreed_one(price: str, tolerance: catalogue.Tolerance, doubted: bool) -> None:  # noqa: FBT001  (a column)
    case = build.case(stated=build.read_order(lines=[build.read_line(unit_price=price)]))
    assert fields(case, build.rules(tolerance=tolerance)) == (["lines.0.unit_price"] if doubted else [])


def test_a_price_is_compared_with_that_of_the_buyers_own_list() -> None:
    offered = build.product(tiers=[build.price_tier(price="4.10", tier="gold")])
    stated = build.read_order(lines=[build.read_line(unit_price="4.10")])
    assert fields(build.case(stated=stated, products=[offered], buyer=build.buyer(tier="gold"))) == []
    assert fields(build.case(stated=stated, products=[offered])) == ["lines.0.unit_price"]


@pytest.mark.parametrize(
    ("price", "per", "doubted"),
    [("1.99", 100, False), ("19.90", 1000, False), ("0.0199", None, False), ("1.99", None, True)],
)
def test_prices_for_so_many_are_compared_each(price: str, per: int | None, doubted: bool) -> None:  # noqa: FBT001  (a column)
    screws = build.product(price="1.99", per=100)
    stated = build.read_order(lines=[build.read_line(quantity=1000, unit_price=price, price_per=per)])
    assert fields(build.case(stated=stated, products=[screws])) == (["lines.0.unit_price"] if doubted else [])


def test_a_price_of_ours_in_another_currency_cannot_be_compared() -> None:
    assert fields(build.case(products=[build.product(currency="EUR")])) == ["lines.0.unit_price"]


def test_an_amount_without_a_price_is_looked_at() -> None:
    stated = build.read_order(lines=[build.read_line(unit_price=None, amount="45.00")])
    assert fields(build.case(stated=stated)) == ["lines.0.unit_price"]


def test_each_line_is_judged_by_itself() -> None:
    stated = build.read_order(
        lines=[build.read_line(), build.read_line(quantity=-3), build.read_line(unit_price="1.00"), build.read_line()]
    )
    case = build.case(stated=stated, products=[build.HOOPS, build.HOOPS, build.HOOPS, None])
    assert fields(case) == ["lines.1.quantity", "lines.2.unit_price", "lines.3.sku"]


CAUSES = {
    "buyer": lambda case: replace(case, buyer=None),
    "po_number": lambda case: replace(case, earlier="SO-10007"),
    "order": lambda case: replace(case, read=replace(case.read, touchless=False)),
    "total": lambda case: replace(case, stated=replace(case.stated, total=Decimal("45.01"))),
    "lines.0.sku": lambda case: replace(case, draft=replace(case.draft, products=(None,))),
}


@given(st.sets(st.sampled_from(sorted(CAUSES))))
def test_doubts_are_those_whose_causes_are_there_and_no_others(causes: set[str]) -> None:
    case = build.case()
    for cause in causes:
        case = CAUSES[cause](case)
    assert set(fields(case)) == causes


def test_every_doubt_is_a_sentence() -> None:
    stated = build.read_order(lines=[build.read_line(quantity="25", unit_price="1"), build.read_line()], total="1")
    case = build.case(
        stated=stated,
        products=[PACKS, None],
        buyer=build.buyer(currency="EUR"),
        touchless=False,
        unbelieved="DMARC failed for fernhill.example.",
        earlier="SO-10007",
    )
    found = judging.doubts(case, build.rules())
    assert len(found) == 8
    assert all(doubt.why[0].isupper() and doubt.why.endswith(".") for doubt in found)
