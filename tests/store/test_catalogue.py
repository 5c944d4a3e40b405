"""Products come back exact, and are found by the codes that people write."""

from decimal import Decimal

import pytest

from desk import catalogue
from store import unit
from tests import build


def keep(store: unit.Store, *many: catalogue.Product) -> None:
    with store.unit() as books:
        books.catalogue.keep_all(many)


def test_a_product_comes_back_equal(store: unit.Store) -> None:
    steps = (
        build.price_tier(price="0.075", tier="gold", from_quantity="100"),
        build.price_tier(price="4.00", from_quantity="2.5"),
    )
    product = build.product(price="4.500", gtin="4012345678901", per=100, minimum=12, multiple=6, tiers=steps)
    keep(store, product)

    with store.look() as books:
        kept = books.catalogue.get("GH-20")
        assert books.catalogue.every() == (product,)
    assert kept == product
    assert kept is not None
    assert str(kept.price) == "4.500"


def test_keeping_a_product_again_replaces_its_prices_and_leaves_others_alone(store: unit.Store) -> None:
    keep(store, build.product(tiers=(build.price_tier(),)), build.product(sku="SB-1"))
    keep(store, build.product(price="5"))

    with store.look() as books:
        product = books.catalogue.get("GH-20")
        assert books.catalogue.count() == 2
    assert product is not None
    assert (product.price, product.tiers) == (Decimal(5), ())


def test_thousands_of_products_are_kept_at_once(store: unit.Store) -> None:
    keep(store, *(build.product(sku=f"P-{n}", tiers=(build.price_tier(),)) for n in range(1200)))

    with store.look() as books:
        assert books.catalogue.count() == 1200
        assert len(books.catalogue.some(f"P-{n}" for n in range(0, 2400, 2))) == 600


@pytest.mark.parametrize("code", ["GH-20", "gh20", "GH 20", "G.H.20"])
def test_a_code_is_known_however_it_is_spaced(store: unit.Store, code: str) -> None:
    keep(store, build.product(), build.product(sku="GH-21"))

    with store.look() as books:
        assert [product.sku for product in books.catalogue.coded(code)] == ["GH-20"]


def test_a_code_that_may_be_two_products_names_both_unless_it_is_exact(store: unit.Store) -> None:
    keep(store, build.product(sku="AB-1"), build.product(sku="A-B1"))

    with store.look() as books:
        assert [product.sku for product in books.catalogue.coded("ab1")] == ["A-B1", "AB-1"]
        assert [product.sku for product in books.catalogue.coded("AB-1")] == ["AB-1"]
        assert books.catalogue.coded("--") == ()


@pytest.mark.parametrize("gtin", ["4012345678901", "04012345678901", "401 2345 678901"])
def test_a_gtin_is_known_in_each_of_its_lengths(store: unit.Store, gtin: str) -> None:
    keep(store, build.product(gtin="4012345678901"), build.product(sku="SB-1"))

    with store.look() as books:
        assert [product.sku for product in books.catalogue.of_gtin(gtin)] == ["GH-20"]
        assert books.catalogue.of_gtin("") == ()


def test_a_buyers_part_number_is_taught_corrected_and_forgotten(store: unit.Store) -> None:
    keep(store, build.product(), build.product(sku="SB-1"))
    with store.unit() as books:
        books.parties.keep(build.buyer())
        books.parties.keep(build.buyer(id="tide"))
        books.catalogue.teach("fernhill", "0012/a", "GH-20", by=build.CLERK, at=build.NOW)
        books.catalogue.teach("fernhill", "0012 A", "SB-1", by=build.MANAGER, at=build.NOW)

        assert books.catalogue.meant("fernhill", "0012A") == "SB-1"
        assert books.catalogue.meant("tide", "0012A") is None
        (known,) = books.catalogue.part_numbers("fernhill")
        assert (known.theirs, known.taught_by, known.taught_at) == ("0012 A", build.MANAGER, build.NOW)
        assert books.catalogue.forget("fernhill", "0012a") is True
        assert books.catalogue.forget("fernhill", "0012a") is False
        assert books.catalogue.meant("fernhill", "0012A") is None


def test_the_edition_changes_with_every_change(store: unit.Store) -> None:
    editions = []
    with store.unit() as books:
        editions.append(books.catalogue.edition())
        books.catalogue.keep(build.product())
        editions.append(books.catalogue.edition())
        books.parties.keep(build.buyer())
        books.catalogue.teach("fernhill", "12", "GH-20", by=build.CLERK, at=build.NOW)
        editions.append(books.catalogue.edition())
        books.catalogue.forget("fernhill", "12")
        editions.append(books.catalogue.edition())
        books.catalogue.get("GH-20")
        assert books.catalogue.edition() == editions[-1]

    assert len(set(editions)) == 4
