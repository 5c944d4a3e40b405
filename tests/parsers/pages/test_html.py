import pytest

from parsers import errors, page
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


def test_a_cell_beside_the_last_one_reaches_down_no_further_than_it_says() -> None:
    found = html.of_text(
        "<table><tr><td>a</td><td rowspan=2>b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>"
    )[0]

    places = {word.text: word.x0 for word in found.words}
    assert places["b"] == places["e"]


def test_a_table_shows_its_caption() -> None:
    assert rows("<table><caption>Order 4711</caption><tr><td>a</td><td>b</td></tr></table>") == [
        ["Order 4711"],
        ["a", "b"],
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="opacity:0">SECRET</p>',
        '<p style="opacity: 0.01">SECRET</p>',
        '<p style="color:#fff">SECRET</p>',
        '<p style="color: White">SECRET</p>',
        '<p style="color:rgb(254, 255, 255)">SECRET</p>',
        "<font color=#ffffff>SECRET</font>",
        '<div style="background:#000"><p style="color:#010101">SECRET</p></div>',
        '<table bgcolor="#eeeeee"><tr><td style="color:#efefef">SECRET</td></tr></table>',
        '<p style="font-size:1px">SECRET</p>',
        '<div style="font-size:0"><b>SECRET</b></div>',
        '<p style="max-height:0;overflow:hidden">SECRET</p>',
        '<p style="position:absolute; left:-9999px">SECRET</p>',
        '<p style="text-indent:-5000px">SECRET</p>',
        "<style>.gone{display:none}</style><p class='a gone'>SECRET</p>",
        "<style>/* x */ #one, p.two { visibility : hidden }</style><p class=two>SECRET</p>",
        "<style>div.old p{display:none!important}</style><div class=old><p style='display:block'>SECRET</p></div>",
        "<style>td{color:#fff}</style><table><tr><td>SECRET</td></tr></table>",
        "<p style='visibility:hidden'>SECRET</p>",
        "<svg><text>SECRET</text></svg>",
    ],
)
def test_no_way_of_hiding_words_makes_them_an_order(hidden: str) -> None:
    assert rows(f"{hidden}<p>12 x RNG-114</p>") == [["12 x RNG-114"]]


@pytest.mark.parametrize(
    "shown",
    [
        '<td style="font-size:0px"><div style="font-size:13px">seen</div></td>',
        '<td bgcolor="#1F4E79" style="color:#fff">seen</td>',
        '<td style="background:url(a.png);color:#fff">seen</td>',
        "<style>.head{background-color:navy}</style><td class=head style='color:white'>seen</td>",
        "<style>@media (max-width:600px){.wide{display:none}}</style><td class=wide>seen</td>",
        "<style>.a{display:none} .a{display:block}</style><td class=a>seen</td>",
        "<style>.a{display:none}</style><td class=a style='display:table-cell'>seen</td>",
        "<style>.a.b{display:none}</style><td class=a>seen</td>",
        "<style>a:hover{display:none}</style><td>seen</td>",
        "<link rel=stylesheet href=a.css><td style='color:#fff'>seen</td>",
        "<td style='visibility:hidden'><b style='visibility:visible'>seen</b></td>",
        "<td aria-hidden=true>seen</td>",
    ],
)
def test_words_that_are_seen_stay(shown: str) -> None:
    assert rows(f"<table><tr>{shown}</tr></table>") == [["seen"]]


def test_blocks_in_one_another_are_read_as_deep_as_any_page_goes() -> None:
    assert rows("<div>" * 90 + "12 x RNG-114") == [["12 x RNG-114"]]


@pytest.mark.parametrize("depth", [200, 3_000, 100_000])
def test_nesting_without_end_goes_to_a_person(depth: int) -> None:
    with pytest.raises(errors.UnreadableError, match="nests deeper"):
        html.of_text("<div>" * depth + "12 x RNG-114")
