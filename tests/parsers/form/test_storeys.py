"""Heads of two storeys, whose items stand in two rows, and heads that only look like it."""

from decimal import Decimal

from tests.parsers.form import build

TOP = """BESTELLUNG
Bestellnummer: 4500118
Bestelldatum: 14.03.2026
Währung: EUR

"""
GERMAN = (
    TOP
    + """Pos.     Material      Bezeichnung                     Preis pro Einheit     Nettowert
                       Bestellmenge Einheit
00010    4711-220      Faltschachtel Kraft
                       1.500 Stück                     0,385 / 1 ST          577,50
                       Liefertermin: Tag 12.01.2027
00020    4711-300      Faltschachtel weiss
                       800 Stück                       0,612 / 1 ST          489,60
                       Liefertermin: Tag 12.01.2027
                                                       Gesamtbetrag          1.067,10
"""
)
BLOCKS = """PURCHASE ORDER
PO number: 4500118
Order date: 14 March 2026
Currency: USD

ARTICLE                                      QUANTITY         UNIT      PRICE/UNIT
ART.NO.              EAN-CODE                SUPP.ART.NO                GROSS
1) Padlock garlic                            4002             PC        1.76
17795223             4006381333931           KT-SL-007U
COLOUR: BLACK
2) Padlock wool                              3000             PC        2.48
17106456             4006381333948           KT-SL-005
COLOUR: RED
                                             Total                      14483.52
"""


def test_the_second_row_of_headings_names_the_second_row_of_items() -> None:
    reading = build.read(GERMAN)

    lines = build.only(reading).lines
    assert [(line.sku, line.description, line.quantity, line.unit_price, line.amount) for line in lines] == [
        ("4711-220", "Faltschachtel Kraft", Decimal(1500), Decimal("0.385"), Decimal("577.50")),
        ("4711-300", "Faltschachtel weiss", Decimal(800), Decimal("0.612"), Decimal("489.60")),
    ]


def test_codes_in_the_second_row_are_told_apart_by_their_headings() -> None:
    lines = build.only(build.read(BLOCKS)).lines

    assert [(line.sku, line.buyer_sku, line.gtin, line.quantity) for line in lines] == [
        ("KT-SL-007U", "17795223", "4006381333931", Decimal(4002)),
        ("KT-SL-005", "17106456", "4006381333948", Decimal(3000)),
    ]


def test_a_broken_figure_in_a_second_row_must_not_pass() -> None:
    assert not build.read(GERMAN.replace("800 Stück", "900 Stück")).touchless


def test_a_heading_of_two_rows_is_no_second_storey() -> None:
    text = build.paper(heads=("Item", "Description", "Order", "Unit", "Line"), sums=(("Total", "137.60"),))
    wrapped = text.replace("\nRNG-114", "\ncode                     qty     price   total\nRNG-114")

    lines = build.only(build.read(wrapped)).lines

    assert [(line.sku, line.quantity, line.unit_price) for line in lines] == [
        ("RNG-114", Decimal(12), Decimal("9.80")), ("EAR-203", Decimal(5), Decimal("4.00")),
    ]  # fmt: skip


def test_a_table_of_sums_below_the_lines_is_no_line() -> None:
    text = build.paper(
        (("CAJ-33", "Caja", "500", "0,84", "420,00"),),
        title="PEDIDO DE COMPRA",
        facts=("Nº Pedido: 26/1893", "Fecha: 13/11/2026", "Moneda: EUR"),
        heads=("CÓDIGO", "DESCRIPCIÓN", "CANTIDAD", "PRECIO", "IMPORTE"),
        sums=(),
    )
    below = (
        "BASE IMPONIBLE     % IVA     CUOTA IVA     TOTAL PEDIDO\n420,00             21,00     88,20         508,20\n"
    )

    assert [line.sku for line in build.only(build.read(text + below)).lines] == ["CAJ-33"]


def test_facts_just_above_a_head_are_no_part_of_it() -> None:
    text = build.paper(facts=("PO number: 4500118", "Order date: 14 March 2026", "Currency: GBP"))
    lines = text.split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith("Item code"))
    crowded = "\n".join([*lines[: at - 1], "Terms        Pro-forma", *lines[at:]])

    assert [line.description for line in build.only(build.read(crowded)).lines] == ["Gold ring", "Gold hoops"]


def test_words_below_a_numbered_item_are_its_own() -> None:
    heads = ("Line", "Part number", "Qty", "Price", "Amount")
    rows = (
        ("1", "88-4410-02", "2", "40.00", "80.00"), ("", "HOUSING, MACHINED", "", "", ""),
        ("2", "88-4412-00", "1", "57.60", "57.60"), ("", "COVER, ANODIZED", "", "", ""),
    )  # fmt: skip

    lines = build.only(build.read(build.paper(rows, heads=heads))).lines

    assert [line.sku for line in lines] == ["88-4410-02", "88-4412-00"]


def test_a_total_of_pieces_over_two_rows_is_no_second_storey() -> None:
    rows = "".join(
        f"{code}   Soap     {colour}   6    12    {6 + 12} Pack    2,50    45,00\n"
        for code, colour in (("33339-820", "Natur "), ("33339-821", "Marine"), ("33339-822", "Rost  "))
    )
    head = "Modell      Name     Farbe    S    M     Summe      Preis   Nettobetrag\n" + " " * 40 + " Stk\n"

    reading = build.read(f"{TOP}{head}{rows}\n" + " " * 50 + "Gesamtbetrag  135,00\n")

    assert [line.quantity for line in build.only(reading).lines] == [Decimal(6), Decimal(12)] * 3


def test_short_headings_beside_one_another_go_on_each_in_the_row_below() -> None:
    paper = f"""{TOP.replace("BESTELLUNG", "PURCHASE ORDER")}
Our    Item      Item description     Price   Pcs   Amount
code   code
41-42  TFB-6854  Gasket set type B     9.43    19   179.17
74-44  GGR-8253  Hand soap 300 ml      2.10    50   105.00
                                      Total         284.17
"""

    lines = build.only(build.read(paper)).lines

    assert [(line.sku, line.buyer_sku) for line in lines] == [("TFB-6854", "41-42"), ("GGR-8253", "74-44")]
