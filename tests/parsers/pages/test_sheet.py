import io
import re
import zipfile
from collections.abc import Sequence
from decimal import Decimal

import pytest

from parsers import document, errors, page
from parsers.pages import sheet
from playground.samples import papers, truths
from tests.parsers.pages import books


def rows(found: page.Page) -> list[list[str]]:
    return [[phrase.text for phrase in found.phrases(row)] for row in found.rows]


def test_cells_stand_in_their_columns() -> None:
    found = sheet.csv_pages(b"Item,Qty,Note\nRNG-114,12,\n,5,gold\n")[0]

    places = {word.text: word.x0 for word in found.words}
    assert rows(found) == [["Item", "Qty", "Note"], ["RNG-114", "12"], ["5", "gold"]]
    assert places["Qty"] == places["12"] == places["5"]
    assert places["Note"] == places["gold"]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_separator_is_found(sign: str) -> None:
    data = f"Item{sign}Qty{sign}Price\nRNG-114{sign}12{sign}9.80\n".encode()

    assert sheet.is_csv(data)
    assert rows(sheet.csv_pages(data)[0]) == [["Item", "Qty", "Price"], ["RNG-114", "12", "9.80"]]


def test_prose_with_commas_is_no_spreadsheet() -> None:
    assert not sheet.is_csv(b"Dear Ben,\nplease send us, as always, twelve rings.\nThanks,\nAna")


def test_a_workbook_keeps_its_rows() -> None:
    truth = truths.order(73, count=2)

    found = sheet.pages(papers.as_xlsx(truth))[0]

    assert any(truth.lines[0].sku in row for row in rows(found))


@pytest.mark.parametrize("data", [b"PK\x03\x04 and no more", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600])
def test_a_broken_workbook_is_told_in_a_sentence(data: bytes) -> None:
    with pytest.raises(errors.UnreadableError, match="broken"):
        sheet.pages(data)


def test_a_merged_cell_reaches_over_its_columns() -> None:
    merged = books.sheet([["Size", "", "Qty"], ["small", "large", 12]], merged=["A1:B1"])

    (found,) = sheet.pages(books.book({"a": merged}))

    places = {word.text: word.x0 for word in found.words}
    assert places["Qty"] == places["12"] > places["large"] > places["small"] == places["Size"]


def test_what_a_workbook_hides_is_not_on_its_pages() -> None:
    shown = books.sheet(
        [["Item", "Cost", "Qty"], ["RNG-114", 3, 12], ["OLD-1", 4, 99]], hidden_rows=[3], hidden_columns=[2]
    )

    found = sheet.pages(books.book({"Order": shown, "Old": books.sheet([["Old", 7]])}, hidden=["Old"]))

    assert [rows(one) for one in found] == [[["Item", "Qty"], ["RNG-114", "12"]]]


def test_hidden_rows_with_something_in_them_are_asked_about() -> None:
    rows_of_order: list[Sequence[books.Cell]] = [*books.HEAD, *books.ITEMS, ["OLD-1", "Old ring", 9], *books.TOTAL]
    data = books.book({"Order": books.sheet(rows_of_order, hidden_rows=[10])})

    read = document.read(data, name="order.xlsx")

    assert [line.sku for line in read.orders[0].lines] == ["RNG-114", "HOP-220"]
    assert "The sheet Order hides row 10; what is hidden was not read. Is it ordered too?" in [
        doubt.why for doubt in read.doubts
    ]
    assert not read.touchless


def test_a_cover_sheet_and_a_sheet_of_items_are_one_order() -> None:
    data = books.book({"Cover": books.sheet(books.HEAD), "Items": books.sheet([*books.ITEMS, *books.TOTAL])})

    (order,) = document.read(data, name="order.xlsx").orders

    assert (order.po_number, order.total, len(order.lines)) == ("4500118", Decimal("137.60"), 2)


def test_items_that_go_on_over_sheets_are_one_order() -> None:
    first, second = books.ITEMS[:2], [books.ITEMS[0], books.ITEMS[2]]
    data = books.book({"1": books.sheet([*books.HEAD, *first]), "2": books.sheet([*second, *books.TOTAL])})

    (order,) = document.read(data, name="order.xlsx").orders

    assert [line.sku for line in order.lines] == ["RNG-114", "HOP-220"]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|", "^"])
def test_facts_above_a_table_need_not_be_as_wide(sign: str) -> None:
    lines = [["Purchase Order"], ["PO", "4711"], [], ["Item", "Qty", "Price"], ["RNG-114", "12", "9.80"]]
    data = "\n".join(sign.join(line) for line in [*lines, ["HOP-220", "5", "4.00"]]).encode()

    assert sheet.is_csv(data)
    assert rows(sheet.csv_pages(data)[0])[2:] == [
        ["Item", "Qty", "Price"],
        ["RNG-114", "12", "9.80"],
        ["HOP-220", "5", "4.00"],
    ]


def test_a_line_for_excel_names_the_sign() -> None:
    assert rows(sheet.csv_pages(b"sep=;\nItem;Qty\nA,B;12\n")[0]) == [["Item", "Qty"], ["A,B", "12"]]


@pytest.mark.parametrize(
    "prose",
    [
        "12  Ringe         1,50     18,00\n5   Creolen       4,00     20,00\n7   Ketten        2,00     14,00\n",
        "12 rings, gold, size 7\n5 hoops, silver, small\n7 chains, steel, long\n",
    ],
)
def test_a_typed_table_with_decimal_commas_and_a_list_are_no_csv(prose: str) -> None:
    assert not sheet.is_csv(prose.encode())


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("cp1252", "Größe;Menge;Preis\nOhrring für Mädchen;12;9,80\nKette;5;4,00\n"),
        ("cp1250", "Zamówienie;Ilość;Cena\nPierścień złoty;12;9,80\nłańcuszek;5;4,00\n"),
        ("cp1251", "Артикул;Количество;Цена\nКольцо золотое;12;9,80\nСерьги;5;4,00\n"),
        ("koi8-r", "Артикул;Количество;Цена\nКольцо золотое;12;9,80\nСерьги;5;4,00\n"),
        ("cp1253", "Κωδικός;Ποσότητα;Τιμή\nΔαχτυλίδι;12;9,80\nΣκουλαρίκια;5;4,00\n"),
        ("cp1255", "פריט;כמות;מחיר\nטבעת זהב;12;9.80\nעגילים;5;4.00\n"),
        ("cp932", "商品コード,数量,単価\nリング,12,980\nピアス,5,400\n"),
        ("gb18030", "商品,数量,单价\n戒指,12,98\n耳环,5,40\n"),
        ("big5", "商品,數量,單價\n戒指,12,98\n耳環,5,40\n"),
        ("cp949", "품번,수량,단가\n반지,12,980\n귀걸이,5,400\n"),
        ("utf-16", "Größe;Menge;Preis\nA;12;9,80\nB;5;4,00\n"),
        ("utf-16-le", "Größe;Menge;Preis\nA;12;9,80\nB;5;4,00\n"),
        ("utf-16-be", "Größe;Menge;Preis\nA;12;9,80\nB;5;4,00\n"),
        ("utf-8-sig", "Größe;Menge;Preis\nA;12;9,80\nB;5;4,00\n"),
    ],
)
def test_a_table_is_read_in_the_code_in_which_it_was_saved(code: str, said: str) -> None:
    data = said.encode(code)

    assert sheet.is_csv(data)
    assert rows(sheet.csv_pages(data)[0])[0] == re.split("[;,]", said.split("\n", maxsplit=1)[0])
    assert document.read(data, name="order.csv").error is None


def test_a_workbook_that_unpacks_without_end_is_refused() -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("xl/worksheets/sheet1.xml", "w") as member,
    ):
        for _ in range(160):
            member.write(b" " * 1_000_000)

    with pytest.raises(errors.UnreadableError, match="unpacks to 160 MB"):
        sheet.pages(out.getvalue())


def test_figures_are_written_with_the_sign_that_the_text_beside_them_has() -> None:
    rows_of_text = books.sheet([["Menge", "Preis"], ["719,9 kg", Decimal("95.98")], ["1.651 St", Decimal("0.92")]])

    (found,) = sheet.pages(books.book({"a": rows_of_text}))

    assert rows(found)[1:] == [["719,9 kg", "95,98"], ["1.651 St", "0,92"]]


def test_cells_side_by_side_are_never_one_phrase() -> None:
    (found,) = sheet.pages(books.book({"a": books.sheet([["款号", "品名", "数量"], ["A1", "B2", 3]])}))

    edges = sorted({rule.x0 for rule in found.uprights})
    assert [sum(edge < word.x0 for edge in edges) for word in found.rows[0].words] == [0, 1, 2]


def test_where_the_text_leaves_the_sign_open_the_rows_say_it() -> None:
    open_text = books.sheet([["Menge", "Preis", "Wert"], ["468 St", "2,865/St", Decimal("1340.82")]])

    (found,) = sheet.pages(books.book({"a": open_text}))

    assert rows(found)[1] == ["468 St", "2,865/St", "1340,82"]


def test_a_value_is_that_of_the_cell_beside_it_however_wide_the_column_is() -> None:
    facts: list[list[str | int | Decimal | None]] = [
        ["Purchase order"],
        ["Order no.", "16788"],
        ["Order date", "2026-05-15"],
    ]
    wide: list[str | int | Decimal | None] = ["A very long name of a good that makes its column wide", "RNG-114", 12]
    rows_of_order: list[list[str | int | Decimal | None]] = [*facts, ["Description", "Item code", "Qty"], wide]

    (order,) = document.read(books.book({"a": books.sheet(rows_of_order)}), name="order.xlsx").orders

    assert (order.po_number, str(order.order_date)) == ("16788", "2026-05-15")
