"""Headings that are shortened, or that are one long word: what they mean."""

import pytest

from parsers.form import abbreviations, meanings


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("P. unitario", "unit_price"),
        ("Vlr. unit.", "unit_price"),
        ("Cód. artíc.", "sku"),
        ("Cant. ped.", "quantity"),
        ("Einkaufsnettopreis", "unit_price"),
        ("Regelnettobedrag", "amount"),
        ("商品单价", "unit_price"),
        ("订购数量", "quantity"),
    ],
)
def test_a_heading_that_no_list_has_is_known_by_its_parts(heading: str, role: str) -> None:
    assert meanings.role_of(heading)[0] == role


def test_a_short_heading_that_may_mean_two_things_means_nothing() -> None:
    assert abbreviations.role_of("P. n.") is None


def test_a_bar_code_is_no_code_of_the_seller() -> None:
    assert meanings.role_of("Código EAN") == ("gtin", True)
