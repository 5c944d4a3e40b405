"""Where a table of lines goes on, and where it ends."""

from decimal import Decimal

from parsers import document, page
from parsers.form import sumrows, tables
from parsers.pages import layout
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


def test_a_row_of_several_totals_is_one_of_sums() -> None:
    sheet = page.Page(1, 595, 842, tuple(layout.text("Total bundles 3 Total sheets 17 Total cost 137.60")))

    assert sumrows.is_sum(sheet, sheet.rows[0])


def test_a_heading_in_two_languages_is_one_heading() -> None:
    heads = ("No d'article / Item no.", "Description", "Qté / Qty", "Prix unit. / Unit price", "Montant / Amount")

    reading = build.read(build.paper(heads=heads))

    assert [line.sku for line in build.only(reading).lines] == ["RNG-114", "EAR-203"]


def test_sums_at_the_top_of_the_next_page_are_no_lines() -> None:
    whole = build.paper(
        (("RNG-114", "Gold ring", "12", "9.80"), ("EAR-203", "Gold hoops", "5", "4.00")),
        heads=("Item code", "Description", "Quantity", "Unit price"),
        sums=(("Net total", "137.60"), ("Rebate 5%", "-6.88"), ("Total", "130.72")),
    )
    upper, lower = whole.split("\n\n  ", 1)
    wide = "\n" + "Quote our number on all papers, and send them to us by post.".rjust(80)

    pages = document.pages(f"{wide}\n{upper}\n\f  {lower}{wide}".encode(), name="paper.txt")

    assert [len(section.rows) for section in tables.sections(pages)] == [2]


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


def test_a_watermark_does_not_hold_rows_together() -> None:
    words = [page.Word(text, 10, 100 + 15 * at, 40, 109 + 15 * at) for at, text in enumerate("abc")]
    mark = page.Word("DUPLICATE", 5, 60, 300, 190)

    rows = page.Page(1, 595, 842, (*words, mark)).rows

    assert sorted(row.text for row in rows) == ["DUPLICATE", "a", "b", "c"]


def test_two_figures_side_by_side_are_never_one() -> None:
    heads = ("Item code", "Description", "Ordered", "Price", "Amount")
    row = ("LH3633", "Door handle", "10   343", "2.00", "686.00")

    reading = build.read(build.paper((row,), heads=heads, sums=(("Total", "686.00"),)))

    assert Decimal(10343) not in [line.quantity for line in build.only(reading).lines]


def test_the_buyers_code_is_the_code_where_no_other_is_printed() -> None:
    heads = ("Our item no", "Description", "Qty", "Price", "Amount")

    line = build.only(build.read(build.paper(heads=heads))).lines[0]

    assert (line.sku, line.buyer_sku) == ("RNG-114", "RNG-114")


def test_a_heading_shares_its_words_with_the_one_above() -> None:
    text = build.paper(
        (("10", "60.00.006", "Vanilla", "12", "9.80", "117.60"),),
        heads=("Line", "number", "Description", "Quantity", "Unit price", "Amount"),
        sums=(("Total", "117.60"),),
    )
    crowded = text.replace("Line      number  ", "Line number       ").replace("10        60.00", "10   60.00    ")
    above = crowded.replace("Line number", "     Item\nLine number")

    line = build.only(build.read(above)).lines[0]

    assert (line.number, line.sku) == ("10", "60.00.006")


def test_a_sum_of_the_columns_named_by_its_tax_is_no_line() -> None:
    rows = (
        ("RNG-114", "Yüzük", "12", "9,80", "117,60"), ("EAR-203", "Küpe", "5", "4,00", "20,00"),
        ("", "Toplam (KDV hariç)", "17", "", "137,60"),
    )  # fmt: skip

    reading = build.read(build.paper(rows, sums=(("Toplam", "137,60"),)))

    assert len(build.only(reading).lines) == 2


def test_a_sentence_across_the_columns_below_the_last_item_is_not_its_own() -> None:
    heads = ("Item no", "Description", "Quantity")
    table = build.paper((("7046573", "Gold ring", "12"), ("", "Drawing 12", "")), heads=heads, sums=())

    reading = build.read(table.rstrip("\n") + "\nGoods remain ours to inspect for 14 days.\n")

    (found,) = build.only(reading).lines
    assert (found.sku, found.description, found.quantity) == ("7046573", "Gold ring Drawing 12", Decimal(12))


def test_labels_of_parties_side_by_side_end_a_table_without_prices() -> None:
    text = (
        "PURCHASE ORDER\nPO number: 4500118\nOrder date: 14 March 2026\n\n"
        "Quantity   Unit     Item code   Description\n"
        "12         pc       RNG-114     Gold ring\n"
        "5          pc       EAR-203     Gold hoops\n"
        "Bill to             Ship to\n"
        "29 Cattail Avenue   6900 Juniper Blvd\n"
    )

    assert [line.sku for line in build.only(build.read(text)).lines] == ["RNG-114", "EAR-203"]


def test_the_name_of_a_total_above_its_figure_ends_a_table() -> None:
    text = build.paper(sums=()).rstrip() + "\n" + "Total".rjust(70) + "\n" + "137.60".rjust(70) + "\n"

    assert [line.description for line in build.only(build.read(text)).lines] == ["Gold ring", "Gold hoops"]


def test_a_table_goes_on_over_the_page_below_the_sum_of_a_part() -> None:
    whole = build.paper(PARTS, sums=(("Total", "137.60"),))
    upper, lower = whole.split("BATH", 1)

    pages = document.pages(f"{upper}\fBATH{lower}".encode(), name="paper.txt")

    assert [section.sheet.number for section in tables.sections(pages)] == [1, 2]


def test_the_title_of_a_part_belongs_to_no_item() -> None:
    rows = (
        ("RNG-114", "Gold ring", "12", "9.80", "117.60"), ("", "Subtotal", "", "", "117.60"),
        ("", "SPRING", "", "", ""), ("EAR-203", "Gold hoops", "5", "4.00", "20.00"),
    )  # fmt: skip

    order = build.only(build.read(build.paper(rows)))

    assert [one.description for one in order.lines] == ["Gold ring", "Gold hoops"]


def test_an_address_above_the_heading_of_bar_codes_is_no_part_of_it() -> None:
    heads = ("EAN", "Item code", "Description", "Quantity", "Unit price", "Amount")
    table = build.paper((("4006381333931", "RNG-114", "Gold ring", "12", "9.80", "117.60"),), heads=heads)

    reading = build.read(table.replace("\n\nEAN", "\n\n77-738 Old Mill\nEAN"))

    assert [one.sku for one in build.only(reading).lines] == ["RNG-114"]
