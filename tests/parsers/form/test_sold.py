"""Orders in mails of shops and people: items in two or three rows, or with the unit behind the price."""

import pytest

from parsers.form import sold
from parsers.numbers import Mark
from tests.parsers.form import build

HEAD = "Purchase order\n\nOrder no: FB-20931\nOrder date: 18 November 2026\n\n"
SUMS = "\n\nSubtotal $165.60\nTotal $165.60\n"


def _codes(text: str) -> list[tuple[str | None, str]]:
    return [(line.sku, str(line.quantity)) for line in build.only(build.read(HEAD + text + SUMS)).lines]


@pytest.mark.parametrize(
    "text",
    [
        "Gold ring   12 × $9.80   $117.60\nSKU: RNG-114\nGold hoops   12 × $4.00   $48.00\nSKU: EAR-203",
        "Gold ring   $117.60\nSKU: RNG-114\nQty: 12 × $9.80\nGold hoops   $48.00\nSKU: EAR-203\nQty: 12 × $4.00",
    ],
)
def test_an_item_of_a_shop_takes_several_rows(text: str) -> None:
    assert _codes(text) == [("RNG-114", "12"), ("EAR-203", "12")]


def test_the_unit_behind_the_price_says_which_figure_counts() -> None:
    text = "12 bx   GOLD RINGS 6/10   item 110044   $9.80/bx\n12 bx   00 HOOPS   item 220018   $4.00/bx"

    assert _codes(text) == [("110044", "12"), ("220018", "12")]


@pytest.mark.parametrize("text", ["Gold ring 12 × $9.80 $117.50", "Gold ring 12 × 9.80", "Gold ring, $117.60"])
def test_what_does_not_multiply_is_no_item_of_a_shop(text: str) -> None:
    assert sold.parts(text, Mark.POINT) is None


def test_a_code_in_brackets_ends_an_item_of_a_list() -> None:
    text = "- 12 x Gold ring (RNG-114) at $9.80 each\n- 12 x Gold hoops (EAR-203) at $4.00 each"

    assert _codes(text) == [("RNG-114", "12"), ("EAR-203", "12")]


@pytest.mark.parametrize("said", ["Our PO number is LT-5530.", "con la presente confermiamo il ns. ordine n. LT-5530"])
def test_a_sentence_names_the_number_and_a_person_is_asked(said: str) -> None:
    reading = build.read(
        f"Hello,\n\nplease deliver:\n\n12 pcs RNG-114 @ $9.80\n12 pcs EAR-203 @ $4.00\n\n{said}\n\nThank you!\n"
    )

    assert build.only(reading).po_number == "LT-5530"
    assert not reading.touchless
