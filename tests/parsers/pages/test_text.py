import pytest

from parsers import errors, page
from parsers.pages import text


def rows(written: str) -> list[list[str]]:
    sheet = text.of_text(written)[0]
    return [[phrase.text for phrase in page.phrases(row, sheet.uprights)] for row in sheet.rows]


def test_columns_lined_up_with_spaces_are_phrases() -> None:
    assert rows("Item      Qty\nRNG-114    12\n") == [["Item", "Qty"], ["RNG-114", "12"]]


@pytest.mark.parametrize(
    "table",
    [
        "| Item | Qty |\n|------|-----|\n| RNG-114 | 12 |",
        "Item\tQty\nRNG-114\t12",
        "+------+-----+\n| Item | Qty |\n+------+-----+\n| RNG-114 | 12 |\n+------+-----+",
    ],
    ids=["pipes", "tabs", "drawn"],
)
def test_marked_tables_are_laid_out(table: str) -> None:
    assert rows(table) == [["Item", "Qty"], ["RNG-114", "12"]]


def test_a_form_feed_begins_a_page() -> None:
    assert [sheet.number for sheet in text.of_text("one\ftwo")] == [1, 2]


def test_bytes_of_windows_are_understood() -> None:
    assert text.decoded("Ohrringe für €12".encode("cp1252")) == "Ohrringe für €12"


def test_nothing_written_is_told_in_a_sentence() -> None:
    with pytest.raises(errors.UnreadableError):
        text.pages(b" \n \n")


def test_a_row_by_tabs_whose_first_cells_are_empty_belongs_to_the_table_above() -> None:
    sheet = text.of_text("Item\tDescription\tQty\nRNG-114\tRing\t12\n\tin a box\nRNG-115\tChain\t6\n\n\tTotal\t18\n")[0]
    lefts = {word.text: word.x0 for word in sheet.words}

    assert lefts["in"] == lefts["Total"] == lefts["Description"]
    assert lefts["18"] == lefts["6"] == lefts["Qty"]


def test_words_alone_between_rows_of_a_table_do_not_end_it() -> None:
    sheet = text.of_text("Item\tQty\tPrice\nRNG-114\t12\t9.80\nas per the sample\nLonger name\t5\t4.00\n")[0]
    lefts = {word.text: word.x0 for word in sheet.words}

    assert lefts["12"] == lefts["5"] == lefts["Qty"]
    assert lefts["9.80"] == lefts["4.00"] == lefts["Price"]


def test_eastern_letters_are_as_wide_as_two() -> None:
    sheet = text.of_text("品名      数量\n金の指輪    12\nRNG-114     9\n")[0]
    lefts = {word.text: word.x0 for word in sheet.words}

    assert lefts["12"] == lefts["数量"] + 2 * 6.0 == lefts["9"]
