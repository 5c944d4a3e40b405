"""What can be asked: words in, an answer or one sentence out."""

import pytest

from bot import office, questions
from desk.orders import State
from tests.bot import build


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("cancel SO-10021 they don't want it", "they don't want it"),
        ("cancel SO-10021 Ana's and Ben's idea", "Ana's and Ben's idea"),
        ('cancel SO-10021 "closed for good"', "closed for good"),
        ('cancel SO-10021 a 3" pipe too many', 'a 3" pipe too many'),
        (r"cancel SO-10021 C:\orders is full", r"C:\orders is full"),
        ("cancel so-10021   too   late", "too late"),
    ],
)
def test_a_reason_is_kept_as_it_was_typed(desk: office.Office, line: str, reason: str) -> None:
    build.take(desk, number="SO-10021", state=State.AGREED)

    questions.ask(desk, line, by="ben")

    assert build.order(desk, "SO-10021").reason == reason


@pytest.mark.parametrize("asked", ["SO-10021", "so-10021", "10021", "show SO-10021", "4500118", "PO-4500118"])
def test_an_order_is_known_by_every_way_to_write_its_number(desk: office.Office, asked: str) -> None:
    build.take(desk, number="SO-10021", po_number="4500118")

    assert questions.ask(desk, asked, by="ben").card == "order:SO-10021"


def test_a_number_with_a_space_may_stand_in_quotes_or_not(desk: office.Office) -> None:
    build.take(desk, number="SO-10021", po_number="PO 77 120")

    both = [questions.ask(desk, asked, by="ben").card for asked in ('show "PO 77 120"', "show PO 77 120")]

    assert both == ["order:SO-10021"] * 2


@pytest.mark.parametrize(("asked", "said"), [("lsit", "`list`"), ("cancle", "`cancel`"), ("histroy", "`history`")])
def test_a_slip_is_understood_and_not_acted_upon(desk: office.Office, asked: str, said: str) -> None:
    build.take(desk, number="SO-10021", state=State.AGREED)

    with pytest.raises(questions.NotUnderstoodError, match=f"Did you mean {said}"):
        questions.ask(desk, f"{asked} SO-10021 because", by="ben")

    assert build.order(desk, "SO-10021").state is State.AGREED


def test_an_empty_desk_says_so(desk: office.Office) -> None:
    assert questions.ask(desk, "list", by="ben").text.startswith("No order has come yet")


@pytest.mark.parametrize("price", ["-1", "NaN", "Infinity", "9,80", "1e99999999"])
def test_a_price_that_is_none_is_refused(desk: office.Office, price: str) -> None:
    build.take(desk, number="SO-10021", state=State.NEEDS_LOOK)

    with pytest.raises(questions.NotUnderstoodError, match="is no price; write it with a point"):
        questions.ask(desk, f"settle SO-10021 1=RNG-114@{price}", by="ben")


def test_the_original_is_named_with_its_digest(desk: office.Office) -> None:
    order = build.confirmed(desk)

    answer = questions.ask(desk, f"original {order.number}", by="ben")

    ((name, digest),) = answer.files
    assert name == "PO-4500118.pdf"
    with desk.store.look() as books:
        blob = books.blobs.get(digest)
    assert blob is not None
    assert blob.data.startswith(b"%PDF")
