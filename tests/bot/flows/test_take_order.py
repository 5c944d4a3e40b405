"""A mail that begins a thread becomes an order, or several, or a question to a person."""

from decimal import Decimal

import pytest

from bot import office
from bot.flows import decide
from desk.orders import State
from playground.samples import papers, strays, truths, world
from store import inbox, outbox
from tests.bot import build
from tests.journeys import build as journeys


def whys(desk: office.Office) -> list[str]:
    return [doubt.why for doubt in build.every(desk)[-1].doubts]


def test_an_order_from_a_sender_who_cannot_be_believed_waits(desk: office.Office) -> None:
    build.open_up(desk, build.pdf_mail(build.truth()), verdict="fail")

    (order,) = build.every(desk)
    assert order.state is State.NEEDS_LOOK
    assert any("DMARC" in why for why in whys(desk))
    assert build.letters(desk, order.number) == []


def test_an_address_that_two_buyers_share_is_nobodys(desk: office.Office) -> None:
    shared = build.with_buyer(desk, "MELROSE").contacts
    build.with_buyer(desk, "ALDERST", contacts=shared)

    build.open_up(desk, build.pdf_mail(build.truth()))

    assert build.every(desk)[0].buyer_id == ""
    assert "The sender is no buyer that we know." in whys(desk)


def test_the_same_order_again_is_filed_with_the_first(desk: office.Office) -> None:
    first = build.confirmed(desk)

    kept = build.open_up(desk, build.pdf_mail(build.truth(), seed=2))

    assert [order.number for order in build.every(desk)] == [first.number]
    assert kept.order_number == first.number
    assert build.letters(desk, first.number) == ["confirmation"]
    assert build.facts(desk, first.number)[-1] == "MailAttached"


def test_an_order_that_was_set_aside_does_not_stand_in_the_way_of_its_second_sending(desk: office.Office) -> None:
    build.open_up(desk, build.pdf_mail(build.truth()), verdict="fail")
    decide.set_aside(desk, build.every(desk)[0].number, by="ben")

    build.open_up(desk, build.pdf_mail(build.truth(), seed=2))

    assert [order.state for order in build.every(desk)] == [State.SET_ASIDE, State.AWAITING_APPROVAL]


def test_files_of_zero_bytes_are_not_offered_to_slack(desk: office.Office) -> None:
    truth = build.truth()
    files = [("order.pdf", papers.draw_pdf(truth)), ("empty.pdf", strays.ZERO_BYTES)]

    build.open_up(desk, build.note("Two files.", *files))

    (order,) = build.every(desk)
    names = [item.body["name"] for item in build.said(desk, f"order:{order.number}", outbox.Kind.FILE)]
    assert names == ["order.pdf"]
    assert "The file empty.pdf is empty. Ask the sender for it again." in whys(desk)


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (strays.invoice(build.truth()), "invoice"),
        (strays.remittance(build.truth()), "payment"),
        (strays.packing_list(build.truth()), "shipment"),
    ],
)
def test_another_paper_of_the_trade_goes_to_a_person_by_its_name(desk: office.Office, file: bytes, why: str) -> None:
    kept = build.open_up(desk, build.note("Please see attached.", ("paper.pdf", file), subject="For your files"))

    assert kept.state is inbox.State.NEEDS_PERSON
    assert why in kept.reason
    assert build.every(desk) == ()


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Please cancel our PO 4500118.", "cancels an order: 4500118"),
        ("Please add 5 x EAR-203 to PO 4500118.", "changes an order: 4500118"),
    ],
)
def test_a_change_or_a_cancellation_reaches_a_person_and_says_of_which_order(
    desk: office.Office, words: str, what: str
) -> None:
    held = build.confirmed(desk)

    kept = build.open_up(desk, build.note(words, subject="PO 4500118"))

    assert kept.state is inbox.State.NEEDS_PERSON
    assert kept.reason == f"The mail {what} (here {held.number})."
    assert [order.number for order in build.every(desk)] == [held.number]
    assert len(build.said(desk, f"mail:{kept.id}", outbox.Kind.CARD)) == 1


def test_a_cancellation_of_an_order_that_nobody_knows_takes_none(desk: office.Office) -> None:
    kept = build.open_up(desk, build.note("Please cancel the order.", subject="Cancel order"))

    assert kept.reason == "The mail cancels an order, and does not say which."
    assert build.every(desk) == ()


def test_an_empty_order_form_orders_nothing(desk: office.Office) -> None:
    kept = build.open_up(desk, build.note("Our form.", ("form.pdf", strays.blank_form(build.truth()))))

    assert kept.state is inbox.State.NEEDS_PERSON
    assert build.every(desk) == ()


def test_a_buyers_own_part_number_finds_our_product(desk: office.Office) -> None:
    build.open_up(desk, build.note("Please send us on PO 4500777:\n\n24 x MF-1001 @ 7.84\n"))

    (order,) = build.every(desk)
    assert [(line.sku, line.buyer_sku) for line in order.version.lines] == [("RNG-114", "MF-1001")]


def test_a_price_other_than_the_agreed_one_waits(desk: office.Office) -> None:
    stated = truths.order_of(
        world.buyer("MELROSE"), [("RNG-114", 24)], po_number="4500118", prices={"RNG-114": Decimal("5.00")}
    )

    build.open_up(desk, build.pdf_mail(stated))

    assert whys(desk) == ["Line 1: the buyer pays 5.00 for RNG-114; agreed is 7.84."]


@pytest.mark.parametrize(
    ("quantity", "why"),
    [
        ("1e12", "Line 1 asks for 1,000,000,000,000; the policy takes more than 100,000 for a slip."),
        ("1e19", "is no sum of money; look at the figures of the document."),
    ],
)
def test_a_quantity_beyond_all_reason_is_a_sentence_at_once(desk: office.Office, quantity: str, why: str) -> None:
    stated = journeys.with_line(build.truth(), quantity=Decimal(int(Decimal(quantity))))
    number = build.receive(desk, build.pdf_mail(stated))

    build.labour(desk).once()

    kept = build.message(desk, number)
    told = [kept.reason, *(doubt.why for order in build.every(desk) for doubt in order.doubts)]
    assert [one for one in told if why in one]
    assert {order.state for order in build.every(desk)} <= {State.NEEDS_LOOK}
