import json
import random
import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from parsers import document
from parsers.pages import html, sheet, text
from playground.orders import __main__ as orders
from playground.orders import decoys, making
from playground.orders.figures import MARKS
from playground.orders.look import Look, any_look
from playground.orders.order import any_order
from playground.orders.tongues import VOCABULARIES

SEEDS = range(20)
WRITTEN = tuple(form for form in making.FORMS if form != "image")
VARIED: dict[str, tuple[object, ...]] = {
    "facts": ("list", "right", "boxed", "strip", "inline"),
    "letterhead": ("left", "right", "centre", "picture", "none"),
    "parties": ("row", "stack", "boxed", "foot", "split"),
    "table": ("grid", "rules", "zebra", "borderless", "outer"),
    "align": ("right", "left", "centre", "decimal"),
    "detail": ("plain", "subs", "schedule", "stores", "ratio", "code_below", "code_inside"),
    "sums": ("right", "left", "table", "next", "spread"),
    "signed": ("none", "before", "after", "column", "total"),
    "currency_in": ("fact", "heading", "total", "none"),
    "matrix": ("none", "sizes"),
    "font": ("Helvetica", "Times", "Courier", "Vera", "Source", "Caladea"),
    "write": ("plain", "words", "justified", "spaced", "double"),
    "running": ("page", "full", "none"),
    **dict.fromkeys(
        (
            "number_in_title", "joined_facts", "heading_rows", "comments", "sections", "carries", "repeats", "taxed",
            "breaks_inside", "discounted", "freighted", "free_goods", "long_words", "landscape", "rotated", "watermark",
            "stamp", "has_notes", "has_terms_page", "timed", "counted", "each", "totals_row", "halves", "rounds_off",
            "noughts", "legal", "priced",
        ),
        (True, False),
    ),
}  # fmt: skip


def printed(made: making.Made) -> str:
    """Every word of the document, without the spaces, in one case."""
    match made.form:
        case "pdf":
            with pypdfium2.PdfDocument(made.data) as opened:
                words = " ".join(page.get_textpage().get_text_range() for page in opened)
        case "html":
            words = " ".join(word.text for page in html.pages(made.data) for word in page.words)
        case "xlsx":
            words = " ".join(word.text for page in sheet.pages(made.data) for word in page.words)
        case _:
            words = " ".join(word.text for page in text.pages(made.data) for word in page.words)
    return squashed(words)


@cache
def many_looks() -> list[Look]:
    return [any_look(random.Random(f"{seed}")) for seed in range(900)]


def lines_of(made: making.Made) -> list[dict[str, str | None]]:
    lines = made.truth["lines"]
    assert isinstance(lines, list)
    return lines


def is_told(line: dict[str, str | None], made: making.Made, words: str) -> bool:
    """Are the figures of a line there as its form writes them, or, in a workbook, as figures?"""
    quantity, price = Decimal(str(line["quantity"])), line["unit_price"]
    shown = [] if line["variant"] else [(made.look.figures.quantity(quantity), f"{quantity:f}")]
    if price is not None:
        shown.append((made.look.figures.price(Decimal(price)), price.rstrip("0").rstrip(".")))
    is_kept = made.form == "xlsx"
    return all(
        squashed(written) in words or (is_kept and (raw in words or raw.replace(".", ",") in words))
        for written, raw in shown
    )


def squashed(words: str) -> str:
    return re.sub(r"[\s￾\u00ad]+", "", unicodedata.normalize("NFKC", words)).casefold()


@pytest.mark.parametrize("form", making.FORMS)
def test_the_same_seed_gives_the_same_bytes(form: str) -> None:
    first, second = making.make(2, form=form), making.make(2, form=form)

    assert first.data == second.data
    assert first.truth == second.truth


def test_another_seed_gives_another_order() -> None:
    assert len({made.truth["po_number"] for made in orders.series(3, 30)}) == 30


@pytest.mark.parametrize("form", WRITTEN)
def test_what_the_truth_says_is_printed(form: str) -> None:
    for seed in SEEDS:
        made = making.make(seed, form=form)
        words, look = printed(made), made.look

        assert squashed(str(made.truth["po_number"])) in words, made.name
        assert squashed(look.buyer.name) in words, made.name
        if made.truth["order_date"] is not None:
            day = look.figures.date(date.fromisoformat(str(made.truth["order_date"])))
            assert squashed(day) in words, made.name
        for line in lines_of(made):
            assert is_told(line, made, words), (made.name, line)


@pytest.mark.parametrize("form", WRITTEN)
def test_a_code_of_the_truth_is_printed(form: str) -> None:
    for seed in SEEDS:
        made = making.make(seed, form=form)
        words = printed(made)
        narrow = form == "pdf" and len(made.look.columns) > 7  # a code may be broken inside a narrow cell
        codes = [line["sku"] for line in lines_of(made) if line["sku"] is not None and not narrow]

        assert all(squashed(code) in words for code in codes), made.name


def test_a_turned_page_shows_the_whole_order() -> None:
    turned = [made for made in (making.make(seed, form="pdf") for seed in range(80)) if made.look.rotated]

    assert turned
    for made in turned:
        sheets = document.pages(made.data, name=made.name)
        words = squashed("".join(word.text for sheet in sheets for word in sheet.words))
        assert squashed(str(made.truth["po_number"])) in words, made.name
        assert all(
            0 <= word.x0 < sheet.width and 0 <= word.top < sheet.height for sheet in sheets for word in sheet.words
        )


def test_what_is_not_printed_is_null() -> None:
    for seed in range(300):
        made = making.make(seed, form="text")
        look = made.look

        assert made.truth["payment_terms"] is None or look.has_terms
        assert made.truth["requested_date"] is None or look.has_due
        assert look.priced or made.truth["total"] is None
        silent = look.signed == "none" and look.currency_in == "none"
        assert made.truth["currency"] is None or not silent


def test_the_sums_of_a_truth_add_up() -> None:
    for seed in range(200):
        order = any_order(any_look(random.Random(f"{seed}")), random.Random(f"{seed}"))
        if order.total is None:
            continue
        parts = (order.subtotal, order.tax, order.shipping, order.round_off)

        assert sum(part for part in parts if part is not None) - (order.discount or 0) == order.total


@pytest.mark.parametrize(("choice", "values"), VARIED.items())
def test_every_habit_occurs(choice: str, values: tuple[object, ...]) -> None:
    seen = {getattr(look, choice) for look in many_looks()}

    assert seen >= set(values)


def test_tables_have_few_columns_and_many() -> None:
    widths = {len(look.columns) for look in many_looks()}

    assert min(widths) <= 4
    assert max(widths) >= 14


def test_every_language_and_every_way_with_numbers_occurs() -> None:
    looks = many_looks()

    assert {look.language for look in looks} == {*VOCABULARIES}
    assert {look.figures.marks for look in looks} == {*MARKS}


@pytest.mark.parametrize("kind", decoys.KINDS)
def test_a_decoy_orders_nothing(kind: str) -> None:
    made = making.make(9, form="html", decoy=kind)

    assert made.truth == {"kind": kind, "po_number": None, "lines": []}
    assert making.make(9, form="html", decoy=kind).data == made.data


def test_a_picture_has_no_words_of_its_own() -> None:
    for seed in (0, 2):
        made = making.make(seed, form="image")
        if made.suffix == "pdf":
            with pypdfium2.PdfDocument(made.data) as opened:
                assert not "".join(page.get_textpage().get_text_range() for page in opened).strip()


def test_orders_of_one_layout_look_the_same_and_say_other_things() -> None:
    first, second = making.make(1, layout=5), making.make(2, layout=5)

    assert first.look == second.look
    assert first.truth["po_number"] != second.truth["po_number"]


def test_unusual_labels_are_those_of_no_lexicon() -> None:
    usual, unusual = making.make(4), making.make(4, unusual=True)

    changed = {key for key, word in unusual.look.words.items() if word != usual.look.words[key]}
    assert 2 <= len(changed) <= 4


def test_an_order_written_to_a_folder_lies_beside_its_truth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["orders", "--seed", "5", "--count", "3", "--to", str(tmp_path)])

    orders.main()

    truths = sorted(tmp_path.glob("*.json"))
    assert len(truths) == 3
    assert all(json.loads(truth.read_text())["lines"] for truth in truths)
    assert len(list(tmp_path.iterdir())) == 6
    assert all(
        document.read(path.read_bytes(), name=path.name) for path in tmp_path.iterdir() if path.suffix != ".json"
    )
