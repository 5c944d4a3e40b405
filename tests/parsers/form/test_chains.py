"""Amounts whose printed price was rounded, and the longer sums that prove them."""

from tests.parsers.form import build


def test_a_list_price_and_its_discount_prove_a_rounded_net_price() -> None:
    heads = ("Item code", "Description", "Qty", "List price", "Discount", "Net price", "Amount")
    row = ("PMP-114", "Pump", "5", "41035.20", "79.5%", "8412.22", "42061.08")

    reading = build.read(build.paper((row,), heads=heads, sums=(("Total", "42061.08"),)))

    assert reading.touchless


def test_taxes_in_two_halves_prove_a_landed_price() -> None:
    heads = ("EAN", "Description", "Qty", "B.Price", "Disc", "CGST", "SGST", "L.Price", "T.Value")
    row = ("4006381333931", "Planter", "120", "89.70", "8.78", "2.50", "2.50", "84.97", "10,195.92")

    reading = build.read(build.paper((row,), heads=heads, sums=(("Total", "10,195.92"),)))

    assert not any(field.startswith("lines") for field in build.fields_in_doubt(reading))


def test_a_rounded_price_without_proof_is_asked_about() -> None:
    heads = ("Item code", "Description", "Qty", "List price", "Discount", "Net price", "Amount")
    row = ("PMP-114", "Pump", "5", "41035.20", "79.0%", "8412.22", "42061.08")

    reading = build.read(build.paper((row,), heads=heads, sums=(("Total", "42061.08"),)))

    assert "lines.0.amount" in build.fields_in_doubt(reading)
