"""One correction, and the next document of the layout."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desk import correcting
from desk.lessons import Lesson, Rule, What
from desk.reading import Kind
from parsers import document, page, taught
from parsers.form import meanings
from parsers.lessons import applying, deriving, finding, headings, known, layout
from parsers.lessons.deriving import shape
from parsers.pages import layout as drawing
from playground.samples import layouts, papers, truths
from tests.parsers.lessons import build

FIRST, SECOND = build.order(1), build.order(2, count=7)
HOUSE = build.layout()


def test_the_words_that_lessons_use_are_known_to_the_reader() -> None:
    assert all(known.names(words, field) for field, words in known.LABELS.items())
    assert all(meanings.role_of(words) == (role, True) for role, words in known.HEADINGS.items())


def test_the_value_alone_teaches_the_label_beside_it() -> None:
    before = build.only(build.pdf(SECOND, HOUSE))
    lessons = build.taught(build.pdf(FIRST, HOUSE), f"po_number={FIRST.po_number}")

    assert before.po_number != SECOND.po_number
    assert build.only(build.pdf(SECOND, HOUSE), lessons).po_number == SECOND.po_number


@pytest.mark.parametrize("header", ["stacked", "two_columns", "boxed"])
def test_wherever_the_label_stands(header: layouts.Header) -> None:
    drawn = replace(HOUSE, header=header)
    lessons = build.taught(build.pdf(FIRST, drawn), f"po_number={FIRST.po_number}")

    assert build.only(build.pdf(SECOND, drawn), lessons).po_number == SECOND.po_number


def test_a_figure_of_one_line_teaches_the_column_of_every_line() -> None:
    line = FIRST.lines[1]
    lessons = build.taught(build.pdf(FIRST, HOUSE), f"lines.2.quantity={line.quantity}", f"lines.2.sku={line.sku}")
    read = build.only(build.pdf(SECOND, HOUSE), lessons)

    assert [(one.sku, one.quantity) for one in read.lines] == [(one.sku, one.quantity) for one in SECOND.lines]


def test_a_taught_paper_that_proves_itself_is_touchless_and_names_its_teacher() -> None:
    paper = build.pdf(FIRST, HOUSE)
    said = [f"po_number={FIRST.po_number}", f"total={FIRST.total}", *_line(0)]
    read = build.read(build.pdf(SECOND, HOUSE), build.taught(paper, *said))

    assert (read.touchless, read.doubts) == (True, ())
    assert read.orders[0].evidence["po_number"].taught == "taught by Ben on 3 November"
    assert read.orders[0].evidence["lines.6.quantity"].taught == "taught by Ben on 3 November"
    assert read.orders[0].evidence["order_date"].taught == ""


def test_a_taught_paper_that_disproves_itself_is_not() -> None:
    said = [f"po_number={FIRST.po_number}", f"total={FIRST.total}", *_line(0)]
    lessons = build.taught(build.pdf(FIRST, HOUSE), *said)
    wrong = replace(SECOND, total=SECOND.total + 10)

    assert not build.read(build.pdf(wrong, HOUSE), lessons).touchless


def test_another_layout_is_read_as_if_nothing_had_been_taught() -> None:
    lessons = build.taught(build.pdf(FIRST, HOUSE), f"po_number={FIRST.po_number}", *_line(0))
    other = build.layout({"po_number": "Vorgang"}, name="german")

    assert build.read(build.pdf(SECOND, other), lessons) == build.read(build.pdf(SECOND, other))


def test_a_layout_is_known_again_with_more_lines_and_pages() -> None:
    long = build.pdf(build.order(3, count=90), HOUSE)
    sketches = [layout.sketch(document.pages(paper, name="order")) for paper in (build.pdf(FIRST, HOUSE), long)]
    other = layout.sketch(document.pages(build.pdf(FIRST, build.layout(name="two_columns")), name="order"))

    assert layout.fits(*sketches)
    assert not layout.fits(sketches[0], other)


def test_a_layout_holds_no_value() -> None:
    keys = " ".join(one.key for one in layout.sketch(document.pages(build.pdf(FIRST, HOUSE), name="order")))

    assert not any(c.isdigit() for c in keys)
    assert FIRST.lines[0].description.split()[0].casefold() not in keys


def test_a_value_that_does_not_stand_in_the_document_teaches_nothing() -> None:
    (learned,) = build.derived(build.pdf(FIRST, HOUSE), "po_number=ZZ-99")

    assert learned.rules == ()
    assert "does not stand in the document" in learned.why


def test_a_person_may_name_the_column_itself() -> None:
    lessons = build.taught(build.pdf(FIRST, HOUSE), 'lines.quantity=column "Stk"', "lines.sku=column Kennung")

    assert [one.quantity for one in build.only(build.pdf(SECOND, HOUSE), lessons).lines] == [
        one.quantity for one in SECOND.lines
    ]


def test_a_label_that_was_wrongly_taken_for_the_field_is_taken_for_it_no_more() -> None:
    house = build.layout({"po_number": "Vorgang", "contact": "Order No."})
    named = replace(FIRST.buyer, contacts=(replace(FIRST.contact, name="7731"), *FIRST.buyer.contacts[1:]))
    first, second = (replace(one, buyer=named) for one in (FIRST, SECOND))
    lessons = build.taught(build.pdf(first, house), f"po_number={first.po_number}")

    assert build.only(build.pdf(second, house)).po_number == "7731"
    assert build.only(build.pdf(second, house), lessons).po_number == second.po_number


def test_a_date_teaches_which_figure_is_the_day() -> None:
    papers_ = [
        papers.as_text(one, build.layout({}, day="%m/%d/%Y")).replace("Qty", "Quantity").encode()
        for one in (_dated(2, 11), _dated(3, 12))
    ]
    lessons = build.taught(papers_[0], "order_date=2026-02-11")

    assert {one.rule.what for one in lessons} >= {What.DATES}
    assert f"{build.only(papers_[1], lessons).order_date}" == "2026-03-12"


def test_a_value_without_a_label_is_read_at_its_place_and_stays_a_doubt() -> None:
    lines = ["Purchase Order", "", "{number}", "", "Order Date: 3 November 2026", "Currency: GBP", ""]
    lines += ["SKU  Description  Quantity  Price  Amount", "RNG-114  Ring  12  9.80  117.60", "", "Total  117.60"]
    first, second = ("\n".join(lines).format(number=number).encode() for number in ("KX/4711/B", "KX/4712/C"))
    lessons = build.taught(first, "po_number=KX/4711/B")
    read = build.read(second, lessons)

    assert [one.rule.what for one in lessons] == [What.PLACE]
    assert read.orders[0].po_number == "KX/4712/C"
    assert [doubt.field for doubt in read.doubts if doubt.field == "po_number"] == ["po_number"]
    assert not read.touchless


def test_the_newest_lesson_about_a_field_holds() -> None:
    paper = build.pdf(FIRST, HOUSE)
    wrong = build.taught(paper, "po_number=label Endwert")
    right = build.taught(paper, f"po_number={FIRST.po_number}")

    assert build.only(build.pdf(SECOND, HOUSE), (*wrong, *right)).po_number == SECOND.po_number


def test_an_exact_format_teaches_nothing_about_a_layout() -> None:
    from playground.samples import exact  # noqa: PLC0415 - only here

    (learned,) = build.derived(exact.as_ubl(FIRST), f"po_number={FIRST.po_number}")

    assert (learned.rules, "not as a layout" in learned.why) == ((), True)


def test_a_shape_keeps_signs_and_forgets_values() -> None:
    assert shape("KX/4711/B") == "A/9/A"
    assert shape("PO 45-001") == "A 9-9"


def _line(at: int) -> list[str]:
    line = FIRST.lines[at]
    return [f"lines.{at + 1}.{name}={getattr(line, name)}" for name in ("sku", "quantity", "unit_price", "amount")]


def _dated(month: int, day: int) -> truths.Truth:
    return replace(FIRST, order_date=FIRST.order_date.replace(month=month, day=day), requested_date=None)


def test_lessons_leave_what_is_no_order_alone() -> None:
    lessons: tuple[Lesson, ...] = build.taught(build.pdf(FIRST, HOUSE), f"po_number={FIRST.po_number}")

    assert build.read(b"Hello, when are you open?", lessons).kind is Kind.OTHER


def test_a_label_may_end_in_a_figure() -> None:
    drawn = build.layout({"total": "Field 2"})
    lessons = build.taught(build.pdf(FIRST, drawn), f"total={FIRST.total}")

    assert [(one.rule.field, one.rule.words) for one in lessons] == [("total", "Field 2")]
    assert build.only(build.pdf(SECOND, drawn), lessons).total == SECOND.total


def test_what_the_person_let_stand_names_its_sums_as_well() -> None:
    drawn = build.layout({"po_number": "Vorgang", "subtotal": "Zettelwert"})
    lessons = build.taught(build.pdf(FIRST, drawn), f"po_number={FIRST.po_number}")

    assert ("subtotal", "Zettelwert") in {(one.rule.field, one.rule.words) for one in lessons}


def test_the_amount_of_an_only_line_is_not_taken_for_the_total() -> None:
    one = build.order(3, count=1)
    lessons = build.taught(build.pdf(one, HOUSE), f"total={one.total}")

    assert [lesson.rule.words for lesson in lessons if lesson.rule.field == "total"] == ["Endwert"]


def test_two_figures_side_by_side_have_each_its_own_heading() -> None:
    sheet = _sheet("Kennung    Blatt    Karte      Ruf", "RNG-114    $15.97 348.400    5,563.95")
    (place,) = finding.values([sheet], Decimal("348.400"))

    assert page.say(place.words) == "348.400"


def test_a_known_heading_beside_an_unknown_one_is_no_part_of_it() -> None:
    sheet = _sheet("Karte Description    Quantity    Amount", "5.18  Notebook             12     62.16")
    (place,) = finding.values([sheet], Decimal("5.18"))
    found = headings.over([sheet], place)

    assert found is not None
    assert page.say(found[0].words) == "Karte"


def test_what_stands_behind_a_colon_is_no_label() -> None:
    sheet = _sheet("Part number: Skript 9021", "Skript          12.00")
    rule = Rule(What.LABEL, "tax", "Skript", layout=layout.sketch([sheet]))
    told = applying.tell([sheet], [Lesson(rule, "Ben", build.AT)])

    assert [row.text for row in told.pages[0].rows] == ["Part number: Skript 9021", "Sales tax: 12.00"]


def _sheet(*lines: str) -> page.Page:
    words = (word for at, line in enumerate(lines) for word in drawing.text(line, 40, 40 + 14 * at))
    return page.Page(1, 595, 842, tuple(words))


def test_of_two_headings_that_share_words_the_narrower_is_taught() -> None:
    sheet = _sheet("Rad    Marke Enh       Tranche   Summa", "1   57-6782 2343.000      3.71   8692.53")
    said = [correcting.correction(one) for one in ("lines.1.sku=57-6782", "lines.1.quantity=2343")]
    code, _ = deriving.derive([sheet], None, said)

    assert "Marke Enh" not in {rule.words for rule in code.rules}


def test_what_a_later_page_repeats_without_a_label_teaches_nothing() -> None:
    first, later = _sheet("Fiche: A-4711", "Skript: 12"), _sheet("Hartley order A-4711")
    (one,) = deriving.derive([first, replace(later, number=2)], None, [correcting.correction("po_number=A-4711")])

    assert [rule.words for rule in one.rules] == ["Fiche"]


def test_sizes_that_head_columns_are_no_landmarks() -> None:
    head = "Style no.   Details   {}   Total qty   Zettel"
    letters = _sheet(head.format("S    M    XL"), "V-4368      Soap      24   12   12   48          118.00")
    figures = _sheet(head.format("36   37   38"), "V-4368      Soap      24   12   12   48          118.00")

    assert layout.fits(layout.sketch([letters]), layout.sketch([figures]))


def test_the_code_of_a_currency_is_no_label_even_with_a_minus() -> None:
    sheet = _sheet("Ruf 5%:     -USD 7,954.16")
    (one,) = deriving.derive([sheet], None, [correcting.correction("discount=7954.16")])

    assert "USD" not in {rule.words for rule in one.rules}


def test_the_labels_over_and_under_a_taught_number_are_no_pieces_of_it() -> None:
    rows = ("Fiche 2", "617703", "Vello 2", "5 August 2026", "Item    Quantity    Price    Amount")
    first = _sheet("PURCHASE ORDER", *rows, "RNG-1   12          2.00     24.00")
    (one,) = deriving.derive([first], None, [correcting.correction("po_number=617703")])
    read = taught.read([first], lessons=[Lesson(rule, "Ben", build.AT) for rule in one.rules])

    assert [order.po_number for order in read.orders] == ["617703"]
