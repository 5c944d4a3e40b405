"""Doubts that a paper settles by itself, and those that it leaves."""

import pytest

from tests.parsers.form import build

ROWS = (("RNG-114", "Gold ring", "12", "$9.80", "$117.60"), ("EAR-203", "Gold hoops", "5", "$4.00", "$20.00"))
FACTS = ("PO number: 4500118", "Order date: 14 March 2026")


@pytest.mark.parametrize(
    ("address", "likeliest", "is_sure"),
    [
        (("Bill to: Sage Vale Inc", "         Portland, OR 97201"), "USD", True),
        (("Bill to: Sage Vale Inc", "         Halifax, NS B3H 4R2"), "CAD", False),
        (("Bill to: Sage Vale Inc", "         Portland, OR 97201", "Ship to: Sage Vale Canada"), "USD", False),
        (("Supplier: Brightwell Rings", "          Portland, OR 97201"), "USD", False),
        ((), "USD", False),
    ],
)
def test_a_dollar_is_americas_where_the_buyer_is_and_no_other_dollar_is_near(
    address: tuple[str, ...], likeliest: str, *, is_sure: bool
) -> None:
    reading = build.read(build.paper(ROWS, facts=(*FACTS, *address), sums=(("Total", "$137.60"),)))

    assert build.only(reading).currency == likeliest
    assert ("currency" not in build.fields_in_doubt(reading)) is is_sure


@pytest.mark.parametrize(("number", "is_sure"), [("PO617624", True), ("617624", False)])
def test_a_bare_number_that_calls_itself_a_po_is_the_orders(number: str, *, is_sure: bool) -> None:
    facts = (f"Number: {number}", "Order date: 14 March 2026", "Currency: GBP")

    reading = build.read(build.paper(facts=facts))

    assert build.only(reading).po_number == number
    assert ("po_number" not in build.fields_in_doubt(reading)) is is_sure


def test_words_under_a_code_are_no_piece_of_it() -> None:
    rows = (("RNG-114", "Gold ring", "12", "9.80", "117.60"), ("plain gold band", "", "", "", ""))

    reading = build.read(build.paper(rows, sums=(("Total", "117.60"),)))

    assert build.only(reading).lines[0].sku == "RNG-114"
    assert reading.touchless


def test_a_piece_under_a_code_is_doubted_or_joined() -> None:
    rows = (("RNG-114", "Gold ring", "12", "9.80", "117.60"), ("B7", "", "", "", ""))

    reading = build.read(build.paper(rows, sums=(("Total", "117.60"),)))

    assert not reading.touchless or build.only(reading).lines[0].sku == "RNG-114B7"


def test_a_nought_below_figures_that_agree_is_no_line() -> None:
    rows = (("RNG-114", "Gold ring", "12", "9.80", "117.60"), ("", "", "", "", "0"))

    assert build.read(build.paper(rows, sums=(("Total", "117.60"),))).touchless


def test_noughts_below_two_figures_may_be_their_last_digits() -> None:
    rows = (("RNG-114", "Gold ring", "12", "9.00", "108"), ("", "", "0", "", "0"))

    assert not build.read(build.paper(rows, sums=(("Total", "108.00"),))).touchless


def test_a_nought_behind_decimals_changes_nothing() -> None:
    rows = (("RNG-114", "Gold ring", "12", "9.80", "117.6"), ("", "", "", "0", "0"))

    assert build.read(build.paper(rows, sums=(("Total", "117.60"),))).touchless


@pytest.mark.parametrize(
    ("address", "sign", "currency", "is_sure"),
    [
        (("Bill to: Sage Vale AB", "         SE-113 45 Stockholm, Sweden"), "kr", "SEK", True),
        (("Bill to: Sage Vale ApS", "         DK-2100 Copenhagen"), "kr", "DKK", True),
        (("Bill to: Sage Vale AB", "         Stockholm, Sweden", "Supplier: Vik AS, Norway"), "kr", "SEK", False),
        (("Bill to: Sage Vale", "         Mumbai"), "Rs.", "INR", True),
        (("Bill to: Sage Vale", "         Lahore, Pakistan"), "Rs.", "PKR", True),
    ],
)
def test_a_sign_of_several_countries_is_the_buyers(
    address: tuple[str, ...], sign: str, currency: str, *, is_sure: bool
) -> None:
    rows = (("RNG-114", "Gold ring", "12", "9.80", "117.60"),)

    reading = build.read(build.paper(rows, facts=(*FACTS, *address), sums=(("Total", f"{sign} 117.60"),)))

    assert build.only(reading).currency == currency
    assert ("currency" not in build.fields_in_doubt(reading)) is is_sure


@pytest.mark.parametrize(
    ("addresses", "currency", "is_sure"),
    [
        (("Bill to: Sage Vale", "         London SW1A 2AA"), "GBP", True),
        (("Bill to: Sage Vale", "         Pune, India", "Supplier: Rings, Portland, OR 97201"), "INR", False),
        ((), None, False),
    ],
)
def test_without_any_sign_two_parties_of_one_currency_pay_in_it(
    addresses: tuple[str, ...], currency: str | None, *, is_sure: bool
) -> None:
    reading = build.read(build.paper(facts=(*FACTS, *addresses)))

    assert build.only(reading).currency == currency
    assert ("currency" not in build.fields_in_doubt(reading)) is is_sure


def test_money_said_in_words_counts_and_a_pallet_does_not() -> None:
    said = build.read(build.paper(facts=FACTS, sums=(("Total", "137.60"), ("In words: one hundred rupees only", ""))))
    pallet = build.read(build.paper(facts=(*FACTS, "Notes: pack on one euro pallet, please")))

    assert build.only(said).currency == "INR"
    assert build.only(pallet).currency is None


def test_another_sign_than_the_currency_beside_the_figures_is_asked_about() -> None:
    facts = (*FACTS, "Bill to: Sage Vale Inc", "         Portland, OR 97201", "Notes: insured up to GBP 5000.00")

    reading = build.read(build.paper(ROWS, facts=facts, sums=(("Total", "$137.60"),)))

    assert "currency" in build.fields_in_doubt(reading)


@pytest.mark.parametrize(
    ("address", "day"),
    [
        (("Bill to: Sage Vale Inc", "         Portland, OR 97201"), "2026-03-04"),
        (("Bill to: Sage Vale", "         20095 Hamburg, Germany"), "2026-04-03"),
        (("Bill to: Sage Vale", "         Hamburg, Germany", "Supplier: Rings, Portland, OR 97201"), "2026-04-03"),
        (("Bill to: Sage Vale", "         Toronto, Canada"), None),
        (("Bill to: Sage Vale, Oslo, Norway", "Ship to: Sage Vale Inc, Portland, OR 97201"), None),
    ],
)
def test_the_buyers_country_says_which_figure_is_the_day(address: tuple[str, ...], day: str | None) -> None:
    facts = ("PO number: 4500118", "Order date: 03/04/2026", "Currency: EUR", *address)

    reading = build.read(build.paper(facts=facts))

    assert ("order_date" in build.fields_in_doubt(reading)) is (day is None)
    if day:
        assert f"{build.only(reading).order_date}" == day


def test_a_label_in_a_language_that_writes_the_day_first_settles_it() -> None:
    facts = ("Numero ordine: 4500118", "Data ordine: 03/04/2026", "Valuta: EUR")

    reading = build.read(build.paper(facts=facts, title="ORDINE DI ACQUISTO"))

    assert f"{build.only(reading).order_date}" == "2026-04-03"
    assert "order_date" not in build.fields_in_doubt(reading)


def test_a_word_in_capitals_under_a_heading_that_nobody_knows_may_be_the_code() -> None:
    rows = (("HGAAS", "Gold ring", "12", "9.80", "117.60"), ("XGMHF", "Gold hoops", "5", "4.00", "20.00"))
    read = build.read(build.paper(rows, heads=("Merkzettel", "Description", "Quantity", "Unit price", "Amount")))

    assert "lines.0.sku" in build.fields_in_doubt(read)
    assert not read.touchless


@pytest.mark.parametrize(
    ("fact", "day"),
    [
        ("15. DELIVERY DATE: 20 March 2026", "2026-03-20"),
        ("Date requise / Required by: 20 March 2026", "2026-03-20"),
        ("Termin realizacji: 20.03.2026", "2026-03-20"),
        ("納期: 2026年3月20日", "2026-03-20"),
        ("Teslim Tarihi : 20.03.2026", "2026-03-20"),
        ("Reference: 20 March 2026", "None"),
    ],
)
def test_a_wanted_day_is_known_in_many_wordings(fact: str, day: str) -> None:
    facts = ("PO number: 4500118", "Order date: 14 March 2026", "Currency: GBP", fact)

    assert f"{build.only(build.read(build.paper(facts=facts))).requested_date}" == day


@pytest.mark.parametrize("number", ["PHP004471", "EUR104471"])
def test_a_number_that_begins_like_a_currency_is_no_money(number: str) -> None:
    facts = (f"PO number: {number}", "Order date: 14 March 2026")

    assert build.only(build.read(build.paper(facts=facts))).currency is None


def test_the_type_of_an_order_is_no_part_of_its_number() -> None:
    facts = ("PO number: 00048812 OP", "Order date: 14 March 2026", "Currency: GBP")

    assert build.only(build.read(build.paper(facts=facts))).po_number == "00048812"


def test_where_no_heading_tells_quantity_from_price_it_is_asked() -> None:
    paper = (
        "PURCHASE ORDER\n\nPO Number: 4500118\nOrder Date: 3 November 2026\nCurrency: GBP\n\n"
        "Ln   Product description   Part No.    Quint    Bordero   List price   Less %   Line total   VAT %\n"
        "1    Photo frame           XL_1271       480       1.31         1.45       10       628.80      20\n"
        "2    Stacking ring         BE_2310         4       1.79         2.03       12         7.16      20\n\n"
        "Total                                                                               635.96\n"
    )
    read = build.read(paper)

    assert any("the other way round" in doubt.why for doubt in read.doubts)
    assert not read.touchless


TAXED = (("Subtotal", "$137.60"), ("GST 10%", "$13.76"), ("Total", "$151.36"))
AUSTRALIAN = ("Bill to: Sage Vale Pty Ltd", "         Collingwood VIC 3066")


@pytest.mark.parametrize(
    ("facts", "sums", "is_sure"),
    [
        (AUSTRALIAN, TAXED, True),
        (AUSTRALIAN, (("Total", "$137.60"),), False),
        (AUSTRALIAN, (("Subtotal", "$137.60"), ("GST 10%", "$13.76"), ("Total", "$155.00")), False),
        ((*AUSTRALIAN, "Ship to: Portland, OR 97201"), TAXED, False),
    ],
)
def test_goods_with_the_tax_of_a_country_are_paid_in_its_own_dollars(
    facts: tuple[str, ...], sums: tuple[tuple[str, str], ...], *, is_sure: bool
) -> None:
    reading = build.read(build.paper(ROWS, facts=(*FACTS, *facts), sums=sums))

    assert ("currency" not in build.fields_in_doubt(reading)) is is_sure


@pytest.mark.parametrize(
    ("sums", "is_sure"),
    [
        ((("Total USD", "137.60"),), True),
        ((("Total", "137.60"),), False),
        ((("Total USD", "137.60"), ("Total EUR", "126.00")), False),
        ((("Total USD", "140.00"),), False),
    ],
)
def test_the_money_of_a_proven_total_is_that_of_the_order(sums: tuple[tuple[str, str], ...], *, is_sure: bool) -> None:
    rows = (("RNG-114", "Gold ring", "12", "9.80", "117.60"), ("EAR-203", "Gold hoops", "5", "4.00", "20.00"))
    facts = (*FACTS, "Retail price in the UK GBP 25.00 and EUR 28.00, in the USA USD 30.00")

    reading = build.read(build.paper(rows, facts=facts, sums=sums))

    assert ("currency" not in build.fields_in_doubt(reading)) is is_sure


@pytest.mark.parametrize(
    ("money", "price", "amount", "is_sure"),
    [
        ("JPY", "4,800", "57,600", True),
        ("EUR", "4,800", "57,600", False),
        ("KWD", "4.800", "57.600", True),
        ("KWD", "4,800", "57,600", False),
        ("JPY", "4.800", "57,600", False),
    ],
)
def test_the_places_of_a_currency_tell_what_a_mark_before_three_digits_is(
    money: str, price: str, amount: str, *, is_sure: bool
) -> None:
    facts = (*FACTS, f"Currency: {money}")

    reading = build.read(
        build.paper((("RNG-114", "Gold ring", "12", price, amount),), facts=facts, sums=(("Total", amount),))
    )

    assert reading.touchless is is_sure


@pytest.mark.parametrize(
    "said",
    [
        "Goods to be delivered by 24 March 2026.",
        "Please supply to our store by Friday 24 March 2026",
        "Lieferung bitte bis 24.03.2026 an unser Lager",
    ],
)
def test_a_sentence_may_name_the_day_on_which_goods_are_wanted(said: str) -> None:
    reading = build.read(build.paper(facts=(*FACTS, "Currency: GBP", said)))

    assert f"{build.only(reading).requested_date}" == "2026-03-24"


@pytest.mark.parametrize(
    "said",
    [
        "If we do not receive delivery by 24 March 2026 we may cancel.",
        "Invoices for delivery are paid. Valid until 24 March 2026.",
        "We ask for delivery by 24 March 2026, or for delivery by 31 March 2026.",
        "We ask for delivery by 24 March 2025.",
    ],
)
def test_other_days_in_a_sentence_are_not_wanted(said: str) -> None:
    reading = build.read(build.paper(facts=(*FACTS, "Currency: GBP", said)))

    assert build.only(reading).requested_date is None


@pytest.mark.parametrize(
    ("second", "is_sure"), [("N. 200 000 819", True), ("N. 200 000 820", False), ("Page 2", False)]
)
def test_a_bare_number_in_the_head_of_every_page_is_the_orders(second: str, *, is_sure: bool) -> None:
    facts = ("Order date: 14 March 2026", "Currency: GBP", "Attention Ben", "N. 200 000 819")
    rows = (("RNG-114", "Gold ring", "12", "9.80", "117.60"), ("EAR-203", "Gold hoops", "5", "4.00", "20.00"))
    front = build.paper(rows[:1], facts=facts, sums=())
    back = build.paper(rows[1:], title=f"{second:30}PURCHASE ORDER", facts=(), sums=(("Total", "137.60"),))

    reading = build.read(f"{front}\f{back}")

    assert ("po_number" not in build.fields_in_doubt(reading)) is is_sure
