from datetime import date

import pytest

from parsers.form import joined
from parsers.pages import text
from tests.parsers.form import build

LINES = """
Item      Description   Qty   Price   Amount
RNG-114   Gold ring      12    9.80   117.60

Total 117.60
"""


@pytest.mark.parametrize(
    "fact",
    [
        "PO Number / Date: 4711-08 / 12 March 2027",
        "PO Number/ Date   4711-08 / 12 March 2027",
        "PO Number / Order Date / Terms: 4711-08 / 12 March 2027 / Net 30",
    ],
)
def test_facts_that_share_a_place_are_told_apart(fact: str) -> None:
    order = build.only(build.read(f"PURCHASE ORDER\n\nMelrose & Finch Ltd\n\n{fact}\n{LINES}"))

    assert order.po_number == "4711-08"
    assert order.order_date == date(2027, 3, 12)


@pytest.mark.parametrize("title", ["Purchase order form 4711-08", "Bestellung 4711-08", "BON DE COMMANDE N° 4711-08"])
def test_a_number_behind_the_title_is_that_of_the_order(title: str) -> None:
    order = build.only(build.read(f"{title}\n\nMelrose & Finch Ltd\n\nDate: 12 March 2027\n{LINES}"))

    assert order.po_number == "4711-08"


@pytest.mark.parametrize("title", ["Invoice 4711-08", "Quotation 4711-08"])
def test_a_number_behind_another_title_is_not(title: str) -> None:
    assert not list(joined.titled(text.of_text(f"{title}\n\nMelrose & Finch Ltd\n")[0]))


def test_a_stroke_inside_a_number_parts_nothing() -> None:
    order = build.only(build.read(f"PURCHASE ORDER\n\nPO Number / Date: KE/26/114 / 12 March 2027\n{LINES}"))

    assert order.po_number == "KE/26/114"
