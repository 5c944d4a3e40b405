"""Who orders, and from whom, on papers that say it in different ways."""

from collections.abc import Sequence

import pytest

from desk.reading import Reading
from parsers.form import companies
from tests.parsers.form import build


def read(*above: str, below: Sequence[str] = (), ours: tuple[str, ...] = ()) -> Reading:
    """A paper with these lines above its table and below its sums."""
    title, rest = build.paper().split("\n\nThe Wicker Basket Ltd\n12 High Street\n", 1)
    return build.read("\n".join([title, "", *above, "", rest, "", *below]), ours=ours)


def buyer(reading: Reading) -> str | None:
    """The name of whoever orders."""
    who = build.only(reading).buyer
    return who.name if who else None


def test_the_opening_sentence_names_the_buyer() -> None:
    reading = read(
        "HOLLOW OAK INVENTORY", 'Hollow Oak Trading LLC ("Buyer") hereby agrees to purchase from the supplier below:'
    )

    assert buyer(reading) == "Hollow Oak Trading LLC"


@pytest.mark.parametrize("signature", [("For Tamarind Stores",), ("For,", "Tamarind Stores")])
def test_the_signature_names_the_buyer_of_a_letter(signature: tuple[str, ...]) -> None:
    reading = read(
        "To,", "    Brightwell Rings Limited", "    14 Lower Lane", below=(*signature, "Authorised Signatory")
    )

    assert buyer(reading) == "Tamarind Stores"


def test_the_vendor_who_signs_that_it_accepts_is_not_the_buyer() -> None:
    reading = read(
        "Supplier: Brightwell Rings Ltd", "Bill to: Tamarind Stores",
        below=("For Brightwell Rings Ltd", "Authorised Signatory"),
    )  # fmt: skip

    assert buyer(reading) == "Tamarind Stores"


def test_a_name_under_company_belongs_to_the_party_above_it() -> None:
    reading = read("From", "Company: Tamarind Stores", "private limited", "", "To", "Company: Brightwell Rings Ltd")

    order = build.only(reading)
    assert order.buyer
    assert order.buyer.name == "Tamarind Stores private limited"
    assert order.vendor
    assert order.vendor.name == "Brightwell Rings Ltd"


def test_a_customer_under_the_letterhead_of_another_company_is_doubted() -> None:
    head = ("Cedar Hollow Inc", "12 Cedar Street", "", "Customer: Sage Vale Inc")

    assert "buyer.name" in build.fields_in_doubt(read(*head))
    assert "buyer.name" not in build.fields_in_doubt(read(*head, ours=("Cedar Hollow Inc",)))


def test_a_paper_that_names_two_companies_is_headed_by_the_one_that_the_goods_go_to() -> None:
    reading = read(
        "Brightwell Rings Ltd", "14 Lower Lane", "", "Tamarind Stores", "7 Market Row", "",
        "Ship to: Tamarind Stores - Warehouse",
    )  # fmt: skip

    assert buyer(reading) == "Tamarind Stores"


def test_the_line_over_the_address_in_a_window_names_the_sender() -> None:
    reading = read("Tamarind Handels GmbH · Am Alten Hafen 4 · 20457 Hamburg", "", "Brightwell Rings KG", "Weg 3")

    assert buyer(reading) == "Tamarind Handels GmbH"


@pytest.mark.parametrize(
    "closing",
    [
        ("Many thanks", "Ruth Castle", "Tamarind & Pike"),
        ("Mit freundlichen Grüßen", "Ruth Kastell", "Einkauf", "Tamarind & Pike"),
        ("Best regards,", "Ruth", "Tamarind & Pike, 3 Market Square, Hexham"),
    ],
)
def test_the_name_under_the_closing_words_writes_a_letter(closing: tuple[str, ...]) -> None:
    assert buyer(read("Hello Ben,", "we need these:", below=("", *closing))) == "Tamarind & Pike"


def test_a_person_alone_under_the_closing_words_is_no_buyer() -> None:
    assert buyer(read("Hello Ben,", "we need these:", below=("", "Thanks", "Ruth Castle", "Buyer"))) is None


def test_whoever_a_letter_is_addressed_to_is_not_its_writer() -> None:
    assert buyer(read("Hello Brightwell,", "", "Bill to: Tamarind Stores Ltd")) == "Tamarind Stores Ltd"


@pytest.mark.parametrize(
    "text", ["Almgrens Väveri AB", "Knot sp. z o.o.", "株式会社青海商店", "Denizli Ltd. Şti.", "Koti Oy"]
)
def test_companies_of_many_countries_are_known(text: str) -> None:
    assert companies.is_company(text)


@pytest.mark.parametrize("text", ["U.S.A", "for supply as below", "Ruth Castle", "co-operate with us", "Lines"])
def test_what_is_no_company_is_not_taken_for_one(text: str) -> None:
    assert not companies.is_company(text)


def test_a_name_and_its_address_in_one_long_line_are_parted() -> None:
    order = build.only(read("Billed to: Tamarind Stores Pvt Ltd, Ground Floor, Garnet House, 7th Main, Block 3"))

    assert order.bill_to
    assert (order.bill_to.name, order.bill_to.address) == (
        "Tamarind Stores Pvt Ltd", "Ground Floor, Garnet House, 7th Main, Block 3",
    )  # fmt: skip


def test_a_street_that_the_goods_go_to_is_nobodys_name() -> None:
    assert buyer(read("Tamarind", "", "No. 61, Market Row", "", "Ship to: No. 61, Market Row")) == "Tamarind"


def test_the_foot_of_a_paper_says_whose_it_is() -> None:
    reading = read(
        "Brightwell Rings Ltd", "14 Lower Lane",
        below=("Tamarind Stores Ltd · 12 High Street · VAT 12 34 56 78",),
    )  # fmt: skip

    assert buyer(reading) == "Tamarind Stores Ltd"


def test_a_vendor_at_the_foot_of_a_paper_is_not_the_buyer() -> None:
    reading = read(
        "Supplier: Brightwell Rings Ltd", "Bill to: Tamarind Stores",
        below=("Brightwell Rings Ltd · 14 Lower Lane · VAT 12 34 56 78",),
    )  # fmt: skip

    assert buyer(reading) == "Tamarind Stores"


def test_a_company_below_a_supplier_who_is_named_beside_the_label_orders() -> None:
    assert buyer(read("Supplier name: Brightwell Rings Ltd", "Company: Tamarind Stores")) == "Tamarind Stores"


def test_of_two_companies_side_by_side_the_right_one_writes_and_a_person_is_asked() -> None:
    gap = " " * 30
    reading = read(
        f"Brightwell Rings Ltd{gap}Tamarind Stores Ltd", f"14 Lower Lane       {gap}12 High Street"
    )  # fmt: skip

    assert buyer(reading) == "Tamarind Stores Ltd"
    assert "buyer.name" in build.fields_in_doubt(reading)


def test_a_company_beside_a_date_is_not_the_value_of_its_label() -> None:
    reading = read("Order date   Tamarind Stores Ltd", "14 March 2026   12 High Street", "York YO1 7HH")

    assert buyer(reading) == "Tamarind Stores Ltd"
