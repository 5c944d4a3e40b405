import re
from collections.abc import Callable

import pytest

from desk.reading import Kind
from parsers import document, errors, page
from parsers.pages import docx, odt, rtf
from playground.samples import truths
from tests.parsers.pages import written
from tests.parsers.pages.written import p, tbl, tc

TRUTH = truths.order(67, count=3)
RESTART, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def rows(pages: tuple[page.Page, ...]) -> list[list[str]]:
    return [[phrase.text for phrase in found.phrases(row)] for found in pages for row in found.rows]


def words(pages: tuple[page.Page, ...]) -> str:
    return " ".join(word.text for found in pages for word in found.words)


@pytest.mark.parametrize("write", [written.order_docx, written.order_odt, written.order_rtf])
def test_an_order_written_as_a_letter_is_read(write: Callable[[truths.Truth], bytes]) -> None:
    reading = document.read(write(TRUTH), name="order")

    (order,) = reading.orders
    assert (reading.kind, order.po_number, order.total) == (Kind.PURCHASE_ORDER, TRUTH.po_number, TRUTH.total)
    assert [(line.sku, line.quantity, line.unit_price) for line in order.lines] == [
        (line.sku, line.quantity, line.unit_price) for line in TRUTH.lines
    ]


def test_paragraphs_and_tables_stand_in_order_between_head_and_foot() -> None:
    body = p("Our order") + tbl([[tc(p("Item")), tc(p("Qty"))], [tc(p("RNG-114")), tc(p("12"))]]) + p("Thanks")

    found = docx.pages(written.docx(body, head=p("Ana Ltd"), foot=p("VAT 99")))

    assert rows(found) == [["Ana Ltd"], ["Our order"], ["Item", "Qty"], ["RNG-114", "12"], ["Thanks"], ["VAT 99"]]


def test_tab_stops_of_lines_that_follow_each_other_are_columns() -> None:
    (found,) = docx.pages(written.docx(p("PO number\tDate") + p("4711\t2026-03-01") + p("Please deliver.")))

    places = {word.text: word.x0 for word in found.words}
    assert places["Date"] == places["2026-03-01"]


def test_merged_cells_keep_the_columns_beside_them() -> None:
    body = tbl(
        [
            [tc(p("Ring"), RESTART), tc(p("gold")), tc(p("5"))],
            [tc(p(""), GOES_ON), tc(p("silver")), tc(p("7"))],
            [tc(p("Total"), '<w:gridSpan w:val="2"/>'), tc(p("12"))],
        ]
    )

    (found,) = docx.pages(written.docx(body))

    places = {word.text: word.x0 for word in found.words}
    assert places["gold"] == places["silver"]
    assert places["5"] == places["7"] == places["12"]


def test_of_tracked_changes_the_inserted_stands_and_the_deleted_does_not() -> None:
    changed = "<w:p><w:r><w:t>Qty </w:t></w:r><w:del><w:r><w:delText>10</w:delText></w:r></w:del>"
    changed += "<w:ins><w:r><w:t>12</w:t></w:r></w:ins></w:p>"
    gone = "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + tc(p("OLD-1")) + "</w:tr></w:tbl>"

    assert words(docx.pages(written.docx(changed + gone))) == "Qty 12"


@pytest.mark.parametrize(
    "hidden",
    [
        p("SECRET", "<w:vanish/>"),
        p("SECRET", '<w:color w:val="FFFFFF"/>'),
        "<w:p><w:r><w:instrText>SECRET</w:instrText></w:r></w:p>",
    ],
    ids=["vanish", "white", "field"],
)
def test_text_that_word_does_not_show_is_not_there(hidden: str) -> None:
    assert words(docx.pages(written.docx(p("Seen") + hidden))) == "Seen"


def test_white_letters_on_a_filled_cell_are_seen() -> None:
    head = tc(p("Item", '<w:color w:val="FFFFFF"/>'), '<w:shd w:val="clear" w:fill="1F4E79"/>')

    assert words(docx.pages(written.docx(tbl([[head]])))) == "Item"


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p('PO 4711')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"

    assert words(docx.pages(written.docx(f"<w:p><w:r>{both}</w:r></w:p>" + p("End")))) == "PO 4711 End"


def test_spaces_tabs_and_spans_of_an_open_document_are_read() -> None:
    body = "<text:p>PO<text:s text:c='2'/>47<text:span>11</text:span></text:p>"
    body += "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"

    assert words(odt.pages(written.odt(body))) == "PO 4711"


@pytest.mark.parametrize("mark", ["\\v hidden\\v0", "\\deleted gone"])
def test_rich_text_with_something_unseen_in_it_goes_to_a_person(mark: str) -> None:
    with pytest.raises(errors.UnreadableError, match="hidden or deleted"):
        rtf.pages(b"{\\rtf1 seen " + mark.encode() + b"}")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (written.packed({"word/document.xml": "<a><b></a>"}), "damaged"),
        (
            written.packed({"word/document.xml": "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>"}),
            "entities",
        ),
        (written.packed({"word/document.xml": "<a>" * 300 + "</a>" * 300}), "larger or deeper"),
        (written.docx(""), "no text"),
        (written.order_docx(TRUTH)[:-300], "damaged|broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), r"old Word file \(.doc\)"),
    ],
    ids=["broken", "entity", "deep", "empty", "cut", "locked", "doc"],
)
def test_what_cannot_be_read_is_a_sentence(data: bytes, why: str) -> None:
    reading = document.read(data, name="order")

    assert reading.orders == ()
    assert re.search(why, reading.error or "")
