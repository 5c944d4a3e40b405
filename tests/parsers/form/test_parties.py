"""Who orders, and from whom, on papers that say it in different ways."""

from collections.abc import Sequence

import pytest

from desk.reading import Reading
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
