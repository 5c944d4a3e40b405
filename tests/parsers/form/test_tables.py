"""Where a table of lines goes on, and where it ends."""

from decimal import Decimal

from tests.parsers.form import build

PARTS = (
    ("KITCHEN", "", "", "", ""),
    ("RNG-114", "Gold ring", "12", "9.80", "117.60"),
    ("", "", "", "Subtotal", "117.60"),
    ("BATH", "", "", "", ""),
    ("EAR-203", "Gold hoops", "5", "4.00", "20.00"),
    ("", "", "", "Subtotal", "20.00"),
)


def test_the_sum_of_a_part_does_not_end_the_table() -> None:
    reading = build.read(build.paper(PARTS))

    assert [(line.sku, line.quantity) for line in build.only(reading).lines] == [
        ("RNG-114", Decimal(12)), ("EAR-203", Decimal(5)),
    ]  # fmt: skip


def test_a_tax_below_the_subtotal_is_no_part_of_the_order() -> None:
    sums = (("Subtotal", "137.60"), ("Tax 8.25%", "11.35"), ("Total", "148.95"))

    reading = build.read(build.paper(sums=sums))

    assert len(build.only(reading).lines) == 2
    assert reading.touchless


def test_a_code_written_in_groups_is_one_code() -> None:
    heads = ("Article", "Description", "Qty", "Price", "Amount")
    rows = (("558 668 473", "Hex bolt", "12", "9.80", "117.60"), ("558 668 501", "Hex nut", "5", "4.00", "20.00"))

    lines = build.only(build.read(build.paper(rows, heads=heads))).lines

    assert [line.sku for line in lines] == ["558 668 473", "558 668 501"]


def test_sizes_stand_apart_however_close() -> None:
    heads = ("Style", "Name", "Colour", "S", "M", "L", "Total qty", "Price", "Amount")
    text = build.paper((("FW-210", "Cardigan", "Oat", "12", "24", "24", "60", "2.00", "120.00"),), heads=heads,
                       sums=(("Total", "120.00"),))  # fmt: skip

    assert [line.variant for line in build.only(build.read(text)).lines] == ["Oat S", "Oat M", "Oat L"]
