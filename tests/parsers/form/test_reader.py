from datetime import date
from decimal import Decimal

import pytest

from desk.reading import Kind
from tests.parsers.form import build


def test_a_paper_that_proves_itself_is_touchless() -> None:
    reading = build.read(build.paper())

    assert reading.doubts == ()
    assert reading.touchless
    assert build.only(reading).proofs == (
        "quantity x price is the amount on 2 of 2 lines",
        "the lines add up to the printed sums",
    )


def test_a_day_that_may_be_a_month_is_a_doubt_with_both_days() -> None:
    facts = ("PO number: 4500118", "Order date: 03/04/2026", "Currency: GBP")

    reading = build.read(build.paper(facts=facts))

    doubt = next(doubt for doubt in reading.doubts if doubt.field == "order_date")
    assert doubt.guesses == ("2026-04-03", "2026-03-04")
    assert not reading.touchless


def test_another_date_settles_which_is_the_day() -> None:
    facts = ("PO number: 4500118", "Order date: 03/04/2026", "Delivery date: 25/04/2026", "Currency: GBP")

    reading = build.read(build.paper(facts=facts))

    assert build.only(reading).order_date == date(2026, 4, 3)
    assert reading.touchless


def test_an_order_wanted_before_it_was_placed_is_doubted() -> None:
    facts = ("PO number: 4500118", "Order date: 14 March 2026", "Delivery date: 2 March 2026", "Currency: GBP")

    reading = build.read(build.paper(facts=facts))

    assert "order_date" in build.fields_in_doubt(reading)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (("Order date: 14 March 2026", "Currency: GBP"), "po_number"),
        (("PO number: 4500118", "Currency: GBP"), "order_date"),
        (("PO number: 4500118", "Order date: 14 March 2026"), "currency"),
        (("PO number: 4500118", "PO number: 4500119", "Order date: 14 March 2026", "Currency: GBP"), "po_number"),
        (("PO number: 2026 - 118", "Order date: 14 March 2026", "Currency: GBP"), "po_number"),
    ],
)
def test_what_is_missing_or_told_twice_is_doubted(facts: tuple[str, ...], field: str) -> None:
    reading = build.read(build.paper(facts=facts))

    assert field in build.fields_in_doubt(reading)
    assert not reading.touchless


def test_a_line_that_does_not_multiply_is_doubted_with_both_amounts() -> None:
    rows = (("RNG-114", "Gold ring", "12", "9.80", "117.60"), ("EAR-203", "Gold hoops", "5", "4.00", "25.00"))

    reading = build.read(build.paper(rows, sums=(("Total", "142.60"),)))

    doubt = next(doubt for doubt in reading.doubts if doubt.field == "lines.1.amount")
    assert doubt.guesses == ("25", "20")
    assert not reading.touchless


def test_figures_that_two_conventions_allow_are_doubted() -> None:
    rows = (("RNG-114", "Gold ring", "10", "1.250", "12.500"),)

    reading = build.read(build.paper(rows, sums=(("Total", "12.500"),)))

    assert not reading.touchless
    assert "lines" in build.fields_in_doubt(reading)


def test_three_places_are_no_doubt_in_a_currency_that_has_them() -> None:
    rows = (("RNG-114", "Gold ring", "10", "1.250", "12.500"),)
    facts = ("PO number: 4500118", "Order date: 14 March 2026", "Currency: KWD")

    order = build.only(build.read(build.paper(rows, facts=facts, sums=(("Total", "12.500"),))))

    assert order.total == Decimal("12.500")


def test_german_figures_are_read_as_german() -> None:
    reading = build.read(
        build.paper(
            (("RNG-114", "Goldring", "1.200", "9,80", "11.760,00"),),
            title="BESTELLUNG",
            facts=("Bestellnummer: 4500118", "Bestelldatum: 14.03.2026", "Währung: EUR"),
            heads=("Artikelnummer", "Bezeichnung", "Menge", "Einzelpreis", "Gesamtpreis"),
            sums=(("Zwischensumme", "11.760,00"), ("MwSt 19%", "2.234,40"), ("Gesamtbetrag", "13.994,40")),
        )
    )

    order = build.only(reading)
    assert order.lines[0].quantity == Decimal(1200)
    assert (order.subtotal, order.tax, order.total) == (Decimal("11760.00"), Decimal("2234.40"), Decimal("13994.40"))
    assert reading.touchless


@pytest.mark.parametrize(
    ("title", "facts", "heads", "total"),
    [
        (
            "BON DE COMMANDE", ("N° de commande : 4500118", "Date de commande : 14/03/2026", "Devise : EUR"),
            ("Référence", "Désignation", "Quantité", "Prix unitaire", "Montant"), "Total",
        ),
        (
            "ORDEN DE COMPRA", ("Número de pedido: 4500118", "Fecha: 14/03/2026", "Moneda: EUR"),
            ("Código", "Descripción", "Cantidad", "Precio unitario", "Importe"), "Importe total",
        ),
        (
            "ORDINE DI ACQUISTO", ("Numero ordine: 4500118", "Data ordine: 14/03/2026", "Valuta: EUR"),
            ("Codice articolo", "Descrizione", "Quantità", "Prezzo unitario", "Importo"), "Totale",
        ),
        (
            "INKOOPORDER", ("Ordernummer: 4500118", "Orderdatum: 14-03-2026", "Valuta: EUR"),
            ("Artikelnummer", "Omschrijving", "Aantal", "Prijs", "Bedrag"), "Totaalbedrag",
        ),
        (
            "NOTA DE ENCOMENDA", ("Número da encomenda: 4500118", "Data: 14/03/2026", "Moeda: EUR"),
            ("Código", "Descrição", "Quantidade", "Preço unitário", "Valor"), "Valor total",
        ),
    ],
    ids=["fr", "es", "it", "nl", "pt"],
)  # fmt: skip
def test_labels_are_known_in_the_languages_of_trade(
    title: str, facts: tuple[str, ...], heads: tuple[str, ...], total: str
) -> None:
    rows = (("RNG-114", "Anello", "12", "9,80", "117,60"),)

    reading = build.read(build.paper(rows, title=title, facts=facts, heads=heads, sums=((total, "117,60"),)))

    order = build.only(reading)
    assert (order.po_number, order.order_date, order.currency) == ("4500118", date(2026, 3, 14), "EUR")
    assert (order.lines[0].sku, order.lines[0].quantity, order.lines[0].unit_price) == (
        "RNG-114", Decimal(12), Decimal("9.80"),
    )  # fmt: skip
    assert reading.touchless


def test_a_price_for_a_hundred_is_divided() -> None:
    heads = ("Item code", "Description", "Quantity", "Unit price", "Per", "Amount")
    rows = (("SCR-4", "Screws", "2,500", "12.40", "100", "310.00"),)

    reading = build.read(build.paper(rows, heads=heads, sums=(("Total", "310.00"),)))

    line = build.only(reading).lines[0]
    assert (line.unit_price, line.price_per, line.amount) == (Decimal("12.40"), Decimal(100), Decimal("310.00"))
    assert reading.touchless


def test_a_discount_and_freight_lead_to_the_total() -> None:
    sums = (
        ("Subtotal", "137.60"),
        ("Discount", "7.60"),
        ("Freight", "12.50"),
        ("VAT 20%", "28.50"),
        ("Grand total", "171.00"),
    )

    order = build.only(build.read(build.paper(sums=sums)))

    assert (order.subtotal, order.discount, order.shipping, order.tax, order.total) == (
        Decimal("137.60"), Decimal("7.60"), Decimal("12.50"), Decimal("28.50"), Decimal("171.00"),
    )  # fmt: skip


def test_a_larger_sum_below_the_total_is_asked_about() -> None:
    sums = (("Total", "137.60"), ("Zorblat", "165.12"))

    reading = build.read(build.paper(sums=sums))

    assert "total" in build.fields_in_doubt(reading)
    assert not reading.touchless


def test_a_row_under_an_item_that_may_be_a_line_is_asked_about() -> None:
    rows = (
        ("RNG-114", "Gold ring", "12", "9.80", "117.60"),
        ("", "free display stand", "1", "", ""),
        ("EAR-203", "Gold hoops", "5", "4.00", "20.00"),
    )

    reading = build.read(build.paper(rows))

    assert not reading.touchless
    assert reading.doubts


def test_an_unpriced_order_is_read_and_shown_to_a_person() -> None:
    reading = build.read(
        build.paper((("RNG-114", "Gold ring", "12"),), heads=("Item code", "Description", "Quantity"), sums=())
    )

    line = build.only(reading).lines[0]
    assert (line.sku, line.quantity, line.unit_price) == ("RNG-114", Decimal(12), None)
    assert not reading.touchless


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("REQUEST FOR QUOTATION", Kind.INQUIRY),
        ("PURCHASE ORDER CHANGE", Kind.ORDER_CHANGE),
        ("ORDER CANCELLATION", Kind.ORDER_CANCELLATION),
        ("INVOICE", Kind.SUPPLIER_INVOICE),
        ("RECHNUNG", Kind.SUPPLIER_INVOICE),
        ("PRO FORMA INVOICE", Kind.SUPPLIER_INVOICE),
        ("DELIVERY NOTE", Kind.SHIP_NOTICE),
        ("REMITTANCE ADVICE", Kind.REMITTANCE),
        ("ORDER CONFIRMATION", Kind.SUPPLIER_ACKNOWLEDGEMENT),
        ("QUOTATION", Kind.OTHER),
        ("STATEMENT OF ACCOUNT", Kind.OTHER),
    ],
)
def test_a_paper_is_what_its_title_says(title: str, kind: Kind) -> None:
    reading = build.read(build.paper(title=title))

    assert reading.kind is kind
    assert not reading.touchless


@pytest.mark.parametrize("number", ["ΠΑ-2231", "ЗП-418/26"])
def test_a_number_may_begin_with_letters_of_other_alphabets(number: str) -> None:
    text = build.paper().replace("4500118", number)

    assert build.only(build.read(text)).po_number == number


def test_a_label_goes_on_to_its_colon() -> None:
    facts = ("PO number: 4500118", "Order date: 14 March 2026", "Delivery date aimed for: 2 May 2026", "Currency: GBP")

    order = build.only(build.read(build.paper(facts=facts)))

    assert str(order.requested_date) == "2026-05-02"


def test_a_day_under_the_number_that_has_a_label_of_its_own_is_not_that_of_the_order() -> None:
    facts = ("PO number          4500118", "Frobnicated by     18 July 2026", "Currency: GBP")

    reading = build.read(build.paper(facts=facts))

    assert "order_date" in build.fields_in_doubt(reading)
