"""Rows that say once more what a line says, and rows that only look like it."""

from decimal import Decimal

from tests.parsers.form import build

APPENDIX = """
PREHANDLING
Article no     Colour     Quantity
{code}        Black      {quantity}
"""


def test_an_appendix_without_prices_adds_no_line() -> None:
    reading = build.read(build.paper() + APPENDIX.format(code="RNG-114", quantity="12"))

    assert [line.quantity for line in build.only(reading).lines] == [Decimal(12), Decimal(5)]
    assert reading.touchless


def test_an_appendix_with_another_quantity_is_asked_about() -> None:
    reading = build.read(build.paper() + APPENDIX.format(code="RNG-114", quantity="15"))

    assert [line.quantity for line in build.only(reading).lines] == [Decimal(12), Decimal(5)]
    assert not reading.touchless


def test_an_article_of_its_own_in_a_second_table_must_not_be_lost() -> None:
    reading = build.read(build.paper() + APPENDIX.format(code="BRC-900", quantity="15"))

    assert not reading.touchless
