"""What a heading means."""

import pytest

from parsers.form import meanings


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Buyer's part no.", "buyer_sku"), ("Ons artikelnr.", "buyer_sku"), ("Código cliente", "buyer_sku"),
        ("Your item no.", "sku"), ("Qté totale", "quantity"), ("Total pieces", "quantity"),
        ("Importe IVA", "tax"), ("VAT amount", "tax"), ("Total price", "amount"), ("Unit price", "unit_price"),
    ],
)  # fmt: skip
def test_a_word_beside_a_heading_changes_what_it_means(heading: str, role: str) -> None:
    assert meanings.role_of(heading) == (role, True)


def test_a_heading_that_nobody_knows_means_nothing() -> None:
    assert meanings.role_of("Frobnication") == (None, False)
