"""A file of products or buyers goes in whole, or not at all."""

from pathlib import Path

import pytest

from bot import office
from bot.flows import stock_up
from bot.importing import report
from playground.samples import world
from tests.bot import build


def counts(desk: office.Office) -> tuple[int, int]:
    with desk.store.look() as books:
        return books.catalogue.count(), books.parties.count()


def test_the_samples_went_in_whole_and_the_journal_says_so(desk: office.Office) -> None:
    assert counts(desk) == (len(world.PRODUCTS), len(world.BUYERS))
    assert build.facts(desk, "books") == ["CatalogueImported", "BuyersImported"]


def test_a_catalogue_without_prices_changes_nothing_and_says_which_column_is_missing(
    desk: office.Office, tmp_path: Path
) -> None:
    file = tmp_path / "catalogue.csv"
    file.write_text("sku,description\nNEW-1,A new thing\n")

    with pytest.raises(report.TableError, match='has no column "price"'):
        stock_up.catalogue(desk, file)

    assert counts(desk) == (len(world.PRODUCTS), len(world.BUYERS))
    assert build.facts(desk, "books") == ["CatalogueImported", "BuyersImported"]


def test_one_bad_row_keeps_the_whole_file_out(desk: office.Office, tmp_path: Path) -> None:
    file = tmp_path / "catalogue.csv"
    file.write_text("sku,description,price\nNEW-1,A new thing,9.80\nNEW-2,Another,nine\n")

    outcome = stock_up.catalogue(desk, file)

    assert [complaint for complaint in map(str, outcome.complaints) if "3" in complaint and "nine" in complaint]
    with desk.store.look() as books:
        assert books.catalogue.get("NEW-1") is None
