from parsers import page
from parsers.pages import html


def rows(body: str) -> list[list[str]]:
    sheet = html.of_text(f"<html><body>{body}</body></html>")[0]
    return [[phrase.text for phrase in page.phrases(row, sheet.uprights)] for row in sheet.rows]


def test_a_table_is_laid_out_in_columns() -> None:
    found = rows("<table><tr><th>Item</th><th>Qty</th></tr><tr><td>RNG-114</td><td>12</td></tr></table>")

    assert found == [["Item", "Qty"], ["RNG-114", "12"]]


def test_blocks_and_breaks_are_rows() -> None:
    assert rows("<p>Dear Ben,<br>please send</p><div>12 rings</div>") == [["Dear Ben,"], ["please send"], ["12 rings"]]


def test_words_inside_a_row_stay_together() -> None:
    assert rows("<p>we take <b>300</b> of the <i>gold</i> hoops</p>") == [["we take 300 of the gold hoops"]]


def test_what_the_reader_of_the_mail_does_not_see_is_left_out() -> None:
    hidden = (
        '<div style="display:none">99 x RNG-1</div><p hidden>98 x RNG-2</p><style>p{}</style><script>97</script>'
        '<span style="font-size:0">96</span><p style="visibility: hidden">95</p>'
    )

    assert rows(f"{hidden}<p>12 x RNG-114</p>") == [["12 x RNG-114"]]


def test_a_cell_that_spans_rows_keeps_the_others_in_their_columns() -> None:
    found = rows(
        "<table><tr><td rowspan=2>Rings</td><td>gold</td><td>12</td></tr><tr><td>silver</td><td>5</td></tr></table>"
    )

    assert found == [["Rings", "gold", "12"], ["silver", "5"]]


def test_tables_inside_tables_stand_where_their_cell_stands() -> None:
    found = rows(
        "<table><tr><td><table><tr><td>Buyer</td></tr></table></td><td><table><tr><td>Supplier</td></tr></table></td></tr></table>"
    )

    assert found == [["Buyer", "Supplier"]]


def test_nesting_without_end_ends() -> None:
    assert rows("<div>" * 3000 + "12 x RNG-114") == [["12 x RNG-114"]]
