"""What labels of sums mean, and the sums that a paper proves."""

from decimal import Decimal

import pytest

from parsers.form import lexicon, sumnames
from tests.parsers.form import build


@pytest.mark.parametrize(
    ("label", "meaning"),
    [
        ("Total net value excl. tax USD", "subtotal"),
        ("Gesamtnettowert ohne MwSt EUR", "subtotal"),
        ("Sous-total / Subtotal", "subtotal"),
        ("Ara Toplam", "subtotal"),
        ("合计（人民币）", "total"),
        ("KDV %10", "tax"),
        ("消費税(10%)", "tax"),
        ("Total Tax Amount", "tax"),
        ("State tax 6.25 %", "tax"),
        ("Total shipping", "shipping"),
        ("Total discount", "discount"),
        ("Grand Total (Incl. VAT)", "total"),
        ("I alt DKK", "total"),
        ("Do zapłaty", "total"),
        ("Net", "subtotal"),
        ("Brutto", "total"),
        ("Yhteensä (alv 0 %) EUR", "total"),
        ("Goederenbedrag", "subtotal"),
        ("Warennettowert", "subtotal"),
        ("Auftragssumme", "total"),
        ("Ordertotaal", "total"),
        ("合計金額(税込)", "total"),
        ("小計(税抜)", "subtotal"),
        ("Frais de transport", "shipping"),
        ("Subtotal Freight", "shipping"),
        ("Subtotal Tax", "tax"),
        ("Subtotal excl. tax", "subtotal"),
        ("Tax ID", None),
        ("Tax rate", None),
        ("Item total", None),
        ("Delivery date", None),
        ("Total amount in words", None),
        ("Payment terms", None),
        ("Order no", None),
        ("Waren", None),
        ("総数量", None),
    ],
)
def test_a_label_of_a_sum_is_known_by_its_words(label: str, meaning: str | None) -> None:
    assert sumnames.of([key for word in label.split() if (key := lexicon.key(word))]) == meaning


def test_a_net_sum_to_which_nothing_is_added_is_the_total() -> None:
    order = build.only(build.read(build.paper(sums=(("Total excl. VAT", "137.60"),))))

    assert (order.subtotal, order.total) == (Decimal("137.60"), Decimal("137.60"))


def test_what_is_net_by_name_but_holds_the_tax_is_the_total() -> None:
    sums = (("Total", "137.60"), ("VAT 5%", "6.88"), ("Net Amount", "144.48"))

    order = build.only(build.read(build.paper(sums=sums)))

    assert (order.tax, order.total) == (Decimal("6.88"), Decimal("144.48"))


@pytest.mark.parametrize("words", ["Delivery: 2 weeks", "Delivery: 08 Dec 2026"])
def test_a_time_of_delivery_is_no_charge(words: str) -> None:
    reading = build.read(build.paper(facts=("PO number: 4500118", "Order date: 14 March 2026", "Currency: GBP", words)))

    assert "shipping" not in build.fields_in_doubt(reading)


def test_a_charge_that_the_total_leaves_out_is_doubted() -> None:
    reading = build.read(build.paper(sums=(("Freight", "12.00"), ("Total", "137.60"))))

    assert not reading.touchless


def test_net_tax_and_gross_name_the_sums_by_themselves() -> None:
    order = build.only(build.read(build.paper(sums=(("Net", "137.60"), ("VAT", "27.52"), ("Gross", "165.12")))))

    assert (order.subtotal, order.tax, order.total) == (Decimal("137.60"), Decimal("27.52"), Decimal("165.12"))


@pytest.mark.parametrize("words", ["Net 45", "Gross 12.50 kg"])
def test_a_term_and_a_weight_are_no_sums(words: str) -> None:
    label, figure = words.split(" ", 1)

    order = build.only(build.read(build.paper(sums=((label, figure), ("Total", "137.60")))))

    assert (order.subtotal, order.total) == (None, Decimal("137.60"))


def test_a_printed_tax_is_kept_where_no_total_is_printed() -> None:
    order = build.only(build.read(build.paper(sums=(("Subtotal", "137.60"), ("VAT", "27.52")))))

    assert (order.subtotal, order.tax, order.total) == (Decimal("137.60"), Decimal("27.52"), None)


@pytest.mark.parametrize(
    "written", ["RMB 137.60", "137.60 TL", "137.60TL", "元137.60", "137.60 円", "Rp. 137.60", "S$137.60"]
)
def test_a_total_is_read_beside_any_sign_of_money(written: str) -> None:
    order = build.only(build.read(build.paper(sums=(("Total", written),))))

    assert order.total == Decimal("137.60")


def test_a_total_under_a_label_nobody_knows_is_the_figure_that_subtotal_and_tax_lead_to() -> None:
    sums = (("Subtotal", "137.60"), ("VAT 20%", "27.52"), ("Kokonaishinta", "165.12"))

    order = build.only(build.read(build.paper(sums=sums)))

    assert (order.subtotal, order.tax, order.total) == (Decimal("137.60"), Decimal("27.52"), Decimal("165.12"))


def test_goods_under_a_label_nobody_knows_are_what_the_lines_come_to() -> None:
    order = build.only(build.read(build.paper(sums=(("Tavarat", "137.60"), ("VAT", "27.52"), ("Total", "165.12")))))

    assert order.subtotal == Decimal("137.60")


def test_a_charge_under_a_label_nobody_knows_is_asked_for() -> None:
    reading = build.read(build.paper(sums=(("Subtotal", "137.60"), ("Surchoix", "5.00"), ("Total", "142.60"))))

    assert build.only(reading).total == Decimal("142.60")
    assert "shipping" in build.fields_in_doubt(reading)
    assert not reading.touchless


def test_a_figure_that_nothing_leads_to_is_no_total() -> None:
    order = build.only(build.read(build.paper(sums=(("Subtotal", "137.60"), ("VAT", "27.52"), ("Surchoix", "999.00")))))

    assert order.total is None


def test_amounts_that_are_not_printed_are_rounded_line_by_line() -> None:
    rows = tuple((f"RNG-{at}", "Gold ring", "3", "1.1250") for at in range(4))
    heads = ("Item code", "Description", "Quantity", "Unit price")

    reading = build.read(build.paper(rows, heads=heads, sums=(("Total", "13.52"),)))

    assert "total" not in build.fields_in_doubt(reading)


def test_sums_that_prove_each_other_are_kept_where_a_line_is_missing() -> None:
    sums = (("Subtotal", "150.00"), ("VAT", "30.00"), ("Total", "180.00"), ("Balance due", "40.00"))

    reading = build.read(build.paper(sums=sums))

    order = build.only(reading)
    assert (order.subtotal, order.tax, order.total) == (Decimal("150.00"), Decimal("30.00"), Decimal("180.00"))
    assert "total" in build.fields_in_doubt(reading)


ONE = ("1", "RNG-114", "Gold ring", "12", "9.80", "117.60")
NUMBERED = ("No", "Item code", "Description", "Quantity", "Unit price", "Amount")


def alone(*more: tuple[str, ...], row: tuple[str, ...] = ONE, below: str = "") -> bool:
    """Whether an order without a total is touchless."""
    return build.read(build.paper((row, *more), heads=NUMBERED, sums=()) + f"\n\n{below}\n").touchless


@pytest.mark.parametrize(
    "below",
    ["", "Payment within 30 days", "Delivery : 3-4 weeks from the order\nGST : 18% extra\nFreight : your scope"],
)
def test_one_line_that_proves_itself_is_the_whole_order_where_nothing_else_is_printed(below: str) -> None:
    assert alone(below=below)


@pytest.mark.parametrize(
    "below", ["You pay 141.12", "Delivery 15.00", "2  RNG-115  Gold band  10.00", "Total 117.50", "Rounded 118.00"]
)
def test_any_other_sum_below_one_line_is_asked_about(below: str) -> None:
    assert not alone(below=below)


def test_one_line_that_is_not_proven_or_not_the_first_is_asked_about() -> None:
    assert not alone(row=("1", "RNG-114", "Gold ring", "12", "9.80", "117.70"))
    assert not alone(row=("2", "RNG-114", "Gold ring", "12", "9.80", "117.60"))
    assert not alone(("2", "RNG-115", "Gold band", "", "", ""))
    assert not alone(("2", "RNG-115", "Gold band", "6", "", ""))


def test_a_figure_below_a_label_that_has_its_value_beside_it_is_no_sum() -> None:
    paper = build.paper() + "\n\nFreight: extra at actual\n3.00\n"

    assert build.only(build.read(paper)).shipping is None


def test_a_row_of_sums_whose_lines_hold_the_tax_says_what_they_come_to_without_it() -> None:
    sums = (("Total=", "125.10 GBP    12.50 GBP    137.60 GBP"),)

    order = build.only(build.read(build.paper(sums=sums)))

    assert (order.subtotal, order.tax, order.total) == (Decimal("125.10"), Decimal("12.50"), Decimal("137.60"))


def test_a_figure_without_a_label_above_the_tax_is_the_subtotal_where_the_lines_come_to_it() -> None:
    sums = (("", "137.60"), ("VAT", "27.52"), ("Total", "165.12"))

    order = build.only(build.read(build.paper(sums=sums)))

    assert (order.subtotal, order.tax, order.total) == (Decimal("137.60"), Decimal("27.52"), Decimal("165.12"))


@pytest.mark.parametrize("written", ["137.60    17", "137.60    17.0 kg"])
def test_a_count_behind_a_subtotal_is_not_its_figure(written: str) -> None:
    order = build.only(build.read(build.paper(sums=(("Subtotal", written), ("VAT", "27.52"), ("Total", "165.12")))))

    assert (order.subtotal, order.total) == (Decimal("137.60"), Decimal("165.12"))


def test_a_sum_by_a_name_for_subtotals_is_the_total_that_the_discount_leads_to() -> None:
    order = build.only(build.read(build.paper(sums=(("Suma netto", "137.60"), ("Rabat", "-7.60"), ("Suma", "130.00")))))

    assert (order.subtotal, order.discount, order.total) == (Decimal("137.60"), Decimal("7.60"), Decimal("130.00"))


TAXED = ("Item code", "Description", "Tax", "Quantity", "Unit price", "Amount")


def test_a_line_with_its_rate_of_tax_is_read_whatever_it_is_measured_in() -> None:
    rows = (
        ("AZ-3030", "White tile", "VAT 20%", "240.00 m²", "8.90", "2136.00"),
        ("CN-10", "Blue border", "VAT 20%", "60.00 m", "3.45", "207.00"),
    )

    reading = build.read(build.paper(rows, heads=TAXED, sums=(("VAT", "468.60"), ("Total", "2811.60"))))

    assert [line.quantity for line in build.only(reading).lines] == [Decimal(240), Decimal(60)]
    assert reading.touchless


def test_a_line_that_was_not_read_is_no_tax() -> None:
    rows = (
        ("AZ-3030", "White tile", "VAT 20%", "many m", "8.90", "2136.00"),
        ("CN-10", "Blue border", "VAT 20%", "60.00 m", "3.45", "207.00"),
    )

    reading = build.read(build.paper(rows, heads=TAXED, sums=(("VAT", "468.60"), ("Total", "2811.60"))))

    assert not reading.touchless


def test_a_tax_that_is_more_than_the_goods_is_asked_about() -> None:
    reading = build.read(build.paper(sums=(("Subtotal", "137.60"), ("VAT", "2136.00"), ("Total", "2273.60"))))

    assert "tax" in build.fields_in_doubt(reading)


def test_sums_that_follow_one_another_in_a_row_are_told_apart() -> None:
    order = build.only(build.read(build.paper(sums=(("Total bundles", "17 Total units 34 Total cost 137.60"),))))

    assert order.total == Decimal("137.60")
