"""Which word of a line is the code of its product, and when that is sure."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desk.reading import Line
from playground.samples import papers, pdf
from tests.parsers.form import build, paper

FIGURES = ("12", "9.80", "117.60")
TOTAL = (("Total", "117.60"),)


def line(row: tuple[str, ...], *more: tuple[str, ...], heads: tuple[str, ...]) -> tuple[Line, bool]:
    """The first line of a paper with this row, and whether it is touchless."""
    reading = build.read(build.paper((row, *more), heads=heads, sums=TOTAL))
    return build.only(reading).lines[0], reading.touchless


def test_a_heading_with_the_buyers_name_before_it_still_names_a_code() -> None:
    found, is_sure = line(
        ("X114", "Gold ring", *FIGURES), heads=("ACME Item #", "Description", "Qty", "Price", "Amount")
    )

    assert (found.sku, is_sure) == ("X114", True)


def test_of_two_codes_the_sellers_is_the_sku() -> None:
    heads = ("Item no", "Vendor item no", "Description", "Qty", "Price", "Amount")

    found, is_sure = line(("900-1", "RNG-114", "Gold ring", *FIGURES), heads=heads)

    assert (found.sku, found.buyer_sku, is_sure) == ("RNG-114", "900-1", True)


def test_of_two_codes_that_are_alike_in_rank_both_are_kept() -> None:
    heads = ("Item code", "Product code", "Description", "Qty", "Price", "Amount")

    found, is_sure = line(("900-1", "RNG-114", "Gold ring", *FIGURES), heads=heads)

    assert (found.sku, found.buyer_sku, is_sure) == ("900-1", "RNG-114", True)


def test_of_three_codes_that_are_alike_in_rank_one_is_a_guess() -> None:
    heads = ("Item code", "Product code", "SKU", "Description", "Qty", "Price", "Amount")

    _, is_sure = line(("900-1", "RNG-114", "B0042", "Gold ring", *FIGURES), heads=heads)

    assert not is_sure


def test_words_under_a_code_may_bear_a_figure_behind_the_first() -> None:
    heads = ("Part number", "Qty", "Price", "Amount")

    _, is_sure = line(("88-4410-02", *FIGURES), ("HOUSING, MACHINED 6061-T6", "", "", ""), heads=heads)

    assert is_sure


@pytest.mark.parametrize("below", ["02 RED 9mm", "B7 housing", "XL-22"])
def test_what_stands_under_a_code_and_may_be_a_piece_of_it_is_asked_about(below: str) -> None:
    heads = ("Part number", "Qty", "Price", "Amount")

    found, is_sure = line(("88-4410", *FIGURES), (below, "", "", ""), heads=heads)

    assert not is_sure or found.sku == f"88-4410{below}"


@pytest.mark.parametrize(
    ("words", "is_sure"),
    [
        (("BRD-220 Oak board", "BRD-140 Small oak board", "Beeswax polish 150 ml"), True),
        (("BRD-220 Oak board", "BRD-140 Small oak board", "Beeswax polish BW-150"), False),
        (("BRD-220 Oak board", "BRD-140 Small oak board", "BEESWAX polish"), False),
        (("BRD-220 Oak board", "BRD-220 Small oak board", "Beeswax polish 150 ml"), False),
        (("BRD-220 Oak board", "Small oak board", "Beeswax polish 150 ml"), False),
        (("39X30 4WAY SPINACH", "RICE DISHCLOTH", "CARPET DISHCLOTH"), True),
        (("CEF 2076 SPINACH", "RICE DISHCLOTH", "CARPET DISHCLOTH"), False),
    ],
)
def test_codes_before_words_are_known_by_their_pattern(words: tuple[str, ...], *, is_sure: bool) -> None:
    rows = tuple((said, *FIGURES) for said in words)
    total = f"{Decimal(FIGURES[-1]) * len(rows)}"

    reading = build.read(build.paper(rows, heads=("Description", "Qty", "Price", "Amount"), sums=(("Total", total),)))

    assert reading.touchless is is_sure


def test_a_row_under_an_item_names_its_code() -> None:
    heads = ("Description", "Qty", "Price", "Amount")

    found, is_sure = line(("Gold ring", *FIGURES), ("Item Code: RNG-114", "", "", ""), heads=heads)

    assert (found.sku, found.description, is_sure) == ("RNG-114", "Gold ring", True)


def test_a_code_whose_other_half_stands_in_the_next_row_is_a_question() -> None:
    heads = ("Description", "Qty", "Price", "Amount")

    found, is_sure = line(("Gold ring", *FIGURES), ("Item Code: RNG", "", "", ""), ("2560", "", "", ""), heads=heads)

    assert (found.sku, found.description, is_sure) == ("RNG 2560", "Gold ring", False)


def test_behind_a_label_with_a_colon_a_code_needs_no_figure() -> None:
    heads = ("Description", "Qty", "Price", "Amount")

    found, is_sure = line(("Gold ring", *FIGURES), ("SKU: RNG-G", "", "", ""), heads=heads)

    assert (found.sku, is_sure) == ("RNG-G", True)


def test_a_line_without_a_code_among_lines_that_bear_one_is_a_doubt() -> None:
    heads = ("Item code", "Description", "Qty", "Price", "Amount")
    rows = (("RNG-114", "Gold ring", "4", "5.00", "20.00"), ("RNG-115", "Ring", "4", "5.00", "20.00"))

    _, all_coded = line(*rows, ("RNG-116", "Silver ring", "8", "9.70", "77.60"), heads=heads)
    _, one_without = line(*rows, ("", "Silver ring", "8", "9.70", "77.60"), heads=heads)

    assert (all_coded, one_without) == (True, False)


def test_a_code_in_brackets_leads_its_words() -> None:
    found, is_sure = line(("[RNG_A] Gold ring", *FIGURES), heads=("Description", "Qty", "Price", "Amount"))

    assert (found.sku, found.description, is_sure) == ("RNG_A", "Gold ring", True)


@pytest.mark.parametrize(
    "words", ["Gold ring as per quotation # 110915-07", "Pump 0.75KW-1440RPM", "Pump IM-0.75 KW", "Ring dated 2/7-2022"]
)
def test_a_number_with_a_name_of_its_own_is_no_code(words: str) -> None:
    found, is_sure = line((words, *FIGURES), heads=("Description", "Qty", "Price", "Amount"))

    assert (found.sku, is_sure) == (None, True)


@pytest.mark.parametrize("words", ["RNG-10114 Gold ring", "Gold ring RNG-10114", "Gold ring type 114-2007-B"])
def test_what_may_be_a_code_in_words_must_not_pass(words: str) -> None:
    _, is_sure = line((words, *FIGURES), heads=("Description", "Qty", "Price", "Amount"))

    assert not is_sure


def test_lines_that_all_begin_with_codes_of_one_pattern_have_those_codes() -> None:
    rows = [(f"RNG-1011{at} Gold ring", "12", "9.80", "117.60") for at in range(3)]

    reading = build.read(
        build.paper(rows, heads=("Description", "Qty", "Price", "Amount"), sums=(("Total", "352.80"),))
    )

    assert [one.sku for one in build.only(reading).lines] == ["RNG-10110", "RNG-10111", "RNG-10112"]
    assert reading.touchless


def test_a_customs_code_is_not_the_products() -> None:
    heads = ("HSN code", "EAN", "Description", "Qty", "Price", "Amount")

    found, is_sure = line(("71131910", "4006381333931", "Gold ring", *FIGURES), heads=heads)

    assert (found.sku, found.gtin, is_sure) == ("4006381333931", "4006381333931", True)


def test_a_code_before_a_dash_leads_its_words() -> None:
    rows = [("846 958 248 - Tea towel", *FIGURES), ("383 647 749 - Hand soap", *FIGURES)]

    reading = build.read(
        build.paper(rows, heads=("Description", "Qty", "Price", "Amount"), sums=(("Total", "235.20"),))
    )

    assert [one.sku for one in build.only(reading).lines] == ["846 958 248", "383 647 749"]
    assert reading.touchless


def test_a_column_and_a_label_that_name_two_codes_are_asked_about() -> None:
    heads = ("Code", "Description", "Qty", "Price", "Amount")

    _, is_sure = line(("96749514", "Wall clock", *FIGURES), ("", "Votre référence: FH6909", "", "", ""), heads=heads)

    assert not is_sure


def test_a_code_named_behind_the_words_is_found() -> None:
    heads = ("Description", "Qty", "Price", "Amount")

    found, is_sure = line(("Wall clock, blue. Item code: KK-798/0", *FIGURES), heads=heads)

    assert (found.sku, is_sure) == ("KK-798/0", True)


@pytest.mark.parametrize("words", ["Wall clock. Vendor item: DDW 1470", "Reloj de pared. Artículo: DDW1470"])
def test_a_code_in_two_words_or_under_a_plain_label_is_found(words: str) -> None:
    found, is_sure = line((words, *FIGURES), heads=("Description", "Qty", "Price", "Amount"))

    assert ((found.sku or "").replace(" ", ""), is_sure) == ("DDW1470", True)


@pytest.mark.parametrize(
    "words",
    ["Wall clock. Bezug: FEMSS", "Wall clock. Index A: 8553S", "CEF 2076 Cushion cover", "932 577 985 Tea towel"],
)
def test_a_word_in_capitals_or_a_number_in_groups_may_be_a_code(words: str) -> None:
    _, is_sure = line((words, *FIGURES), heads=("Description", "Qty", "Price", "Amount"))

    assert not is_sure


def test_a_class_of_customs_under_a_code_is_not_known_to_be_its_end() -> None:
    """In a ruled cell "5100-0021" over "68042290" may be one code that was broken, or a code and its HSN."""

    def ruled(*below: str) -> tuple[str | None, bool]:
        rows = tuple((f"5100-002{at}\n{under}".strip(), "Gold ring", *FIGURES) for at, under in enumerate(below))
        sheet = replace(
            paper.Paper("Purchase order", ("PO number: 4500118", f"Order date: {paper.DAY}", "Currency: GBP")),
            rows=rows,
            total="Total: 235.20",
        )
        reading = build.read(pdf.draw(sheet.document, papers.USUAL))
        return build.only(reading).lines[0].sku, reading.touchless

    assert ruled("", "") == ("5100-0020", True)
    assert not ruled("68042290", "82090090")[1]


def test_capitals_before_the_words_of_every_item_may_be_its_code() -> None:
    heads = ("Description", "Qty", "Price", "Amount")
    rows = (("GLMRD Gold ring", "12", "9.80", "117.60"), ("SEGVM Gold hoops", "5", "4.00", "20.00"))

    reading = build.read(build.paper(rows, heads=heads))

    assert [one.sku for one in build.only(reading).lines] == ["GLMRD", "SEGVM"]
    assert build.fields_in_doubt(reading) == {"lines.0.sku"}


def test_one_item_that_begins_in_capitals_is_a_question() -> None:
    found, is_sure = line(("GLMRD Gold ring", *FIGURES), heads=("Description", "Qty", "Price", "Amount"))

    assert (found.description, is_sure) == ("GLMRD Gold ring", False)


def test_a_code_that_ends_in_a_unit_before_its_dash_is_no_rating() -> None:
    found, _ = line(("KWX-605: Wall clock", *FIGURES), heads=("Description", "Qty", "Price", "Amount"))

    assert found.sku == "KWX-605"


def test_a_column_of_codes_under_a_heading_of_which_half_is_known_is_asked_about() -> None:
    _, is_sure = line(("88671265", "Wall clock", *FIGURES), heads=("Brand XR", "Description", "Qty", "Price", "Amount"))

    assert not is_sure


def test_a_word_that_may_be_a_code_is_a_guess_before_the_bar_code() -> None:
    heads = ("EAN", "Description", "Qty", "Price", "Amount")

    found, is_sure = line(("4006381333931", "2750A Gold ring", *FIGURES), heads=heads)

    assert (found.sku, found.gtin, is_sure) == ("2750A", "4006381333931", False)


def test_the_number_of_a_line_is_no_part_of_the_code_behind_it() -> None:
    heads = ("Our item no", "Description", "Qty", "Price", "Amount")
    rows = (("1 NM.352", "Gold ring", "12", "9.80", "117.60"), ("2 RH.331", "Gold hoops", "5", "4.00", "20.00"))

    order = build.only(build.read(build.paper(rows, heads=heads)))

    assert [one.sku for one in order.lines] == ["NM.352", "RH.331"]


def test_a_short_number_before_the_only_code_of_an_order_is_asked_about() -> None:
    _, is_sure = line(
        ("2 NM.352", "Gold ring", *FIGURES), heads=("Our item no", "Description", "Qty", "Price", "Amount")
    )

    assert not is_sure


def test_a_code_stands_before_an_acronym_too() -> None:
    heads = ("Description", "Qty", "Price", "Amount")

    found, is_sure = line(("9112K LED lamp 9 W", *FIGURES), heads=heads)

    assert (found.sku, found.description, is_sure) == ("9112K", "LED lamp 9 W", False)


def test_a_code_that_words_name_is_asked_about_beside_another_in_a_column_that_nobody_knows() -> None:
    reading = build.read(
        build.paper(
            (
                ("KX-88120", "Gold ring, code: RNG-1145", "12", "9.80", "117.60"),
                ("KX-88121", "Gold hoops, code: EAR-2031", "5", "4.00", "20.00"),
            ),
            heads=("Wrupf", "Description", "Quantity", "Unit price", "Amount"),
        )
    )

    assert not reading.touchless


def test_groups_of_figures_before_the_words_of_every_item_may_be_its_code() -> None:
    heads = ("Description", "Qty", "Price", "Amount")
    rows = (("134 200 284 Gold ring", "12", "9.80", "117.60"), ("925 513 351 Gold hoops", "5", "4.00", "20.00"))

    reading = build.read(build.paper(rows, heads=heads))

    assert [one.sku for one in build.only(reading).lines] == ["134 200 284", "925 513 351"]
    assert build.fields_in_doubt(reading) == {"lines.0.sku"}


def test_two_codes_under_a_heading_of_the_buyer_are_asked_about() -> None:
    reading = build.read(
        build.paper(
            (
                ("MF-7639 93-2767", "Cushion", "12", "9.80", "117.60"),
                ("MF-8082 64-8471", "Valve", "5", "4.00", "20.00"),
            ),
            heads=("Our item", "Description", "Quantity", "Unit price", "Amount"),
        )
    )

    assert not reading.touchless


def test_letters_before_the_digits_of_a_code_are_no_money() -> None:
    rows = [("SEK 6837", "Candle", "12", "9,80", "117,60"), ("GDL 4505", "Screw", "5", "4,00", "20,00")]
    facts = ("PO number: 4500118", "Order date: 14 March 2026", "Buyer: Falkenried GmbH, 44792 Oberwalde, Deutschland")

    reading = build.read(build.paper(rows, facts=facts, sums=(("Total", "137,60"),)))

    assert build.only(reading).currency == "EUR" or "currency" in build.fields_in_doubt(reading)


def test_a_code_is_told_from_what_its_cell_swallowed_and_asked_about() -> None:
    rows = [("KD1396 Serving bowl", "blue", "12", "9.80", "117.60"), ("KD1400 Tray", "red", "5", "4.00", "20.00")]

    reading = build.read(build.paper(rows))

    assert [line.sku for line in build.only(reading).lines] == ["KD1396", "KD1400"]
    assert not reading.touchless


def test_the_number_of_a_line_is_not_how_many_are_wanted() -> None:
    rows = [("1", "RNG-114", "Gold ring", "144", "10.00", "40%", "6.00")]
    heads = ("Line", "Item code", "Description", "Quantity", "List price", "Disc.", "Net price")

    order = build.only(build.read(build.paper(rows, heads=heads, sums=(("Total", "864.00"),))))

    assert order.lines[0].quantity == 144
