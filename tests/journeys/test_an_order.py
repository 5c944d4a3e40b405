"""From a buyer's mail to an agreed order: who is asked, what the buyer is told, and what anybody can look up."""

import threading

from bot.demo import stage
from desk.orders import State
from playground.samples import mails, papers, replies, world
from store import inbox
from tests.journeys import build
from tests.journeys.build import Scene


def test_an_order_that_proves_itself_goes_through_without_anybody(scene: Scene) -> None:
    truth = scene.truth()
    order, confirmation = scene.agreed_with(truth)
    scene.answer(confirmation, "Approved, thank you.", sender=truth.contact)

    agreed = scene.becomes(order, State.AGREED)
    assert agreed.touchless
    assert agreed.approved_by == truth.contact.email
    assert f"GBP {truth.total:,}" in build.words_of(confirmation)
    scene.order_card(order, "agreed", "the document proves itself")
    scene.diary(order, "approved version 1: “Approved, thank you.”")
    assert scene.asks("ben", truth.po_number).startswith(f"{order.number} · PO {truth.po_number}")
    scene.said_once(order, confirmation=1, acknowledgement=1)


def test_a_vague_mail_waits_until_somebody_takes_it_as_read(scene: Scene) -> None:
    raw = mails.vague(world.buyer("ALDERST"), at=scene.on.desk.now(), chance=scene.chance)
    scene.post(raw)
    order = scene.order(raw, State.NEEDS_LOOK)
    assert [str(line.quantity) for line in order.version.lines] == ["300"]
    assert order.version.lines[0].sku == "EAR-203"

    scene.press("ben", scene.order_card(order, "Take as read"), "Take as read")

    scene.becomes(order, State.AWAITING_APPROVAL)
    scene.order_card(order, f"Taken as read by @{stage.SALES}")
    scene.said_once(order, confirmation=1)


def test_above_the_threshold_a_manager_approves_and_the_card_names_her(scene: Scene) -> None:
    truth = scene.truth(build.LARGE, buyer="HERON")
    scene.post(raw := scene.pdf(truth, "two_columns"))
    order = scene.order(raw, State.AWAITING_DECISION)
    asked = scene.asked_card(order, "[Approve]", "[Reject]")
    assert scene.letters(order, "confirmation") == []

    scene.press("otto", asked, "Approve")
    scene.told("otto", "the policy names other approvers")
    assert scene.now(order).state is State.AWAITING_DECISION

    scene.press("mira", asked, "Approve")
    scene.becomes(order, State.AWAITING_APPROVAL)
    locked = scene.asked_card(order, f"Approved by @{stage.MANAGER}")
    assert "[Approve]" not in scene.read(locked)
    scene.said_once(order, confirmation=1)


def test_a_manager_declines_with_a_reason_that_the_buyer_reads(scene: Scene) -> None:
    truth = scene.truth(build.LARGE, buyer="HERON")
    scene.post(raw := scene.pdf(truth))
    order = scene.order(raw, State.AWAITING_DECISION)

    scene.press("mira", scene.asked_card(order, "[Reject]"), "Reject")
    scene.on.slack.wait_for(lambda: scene.on.slack.modal("mira"))
    empty = scene.on.slack.submit("mira")
    sent = scene.on.slack.fill_modal("mira", {"reason": "We are closed in August & can't deliver."})

    assert empty.errors
    assert sent.is_well
    declined = scene.becomes(order, State.DECLINED)
    assert declined.decided_by == stage.MANAGER
    letter = scene.on.letter(order.contact, order.number, "declined")
    assert "We are closed in August & can't deliver." in build.words_of(letter)
    scene.asked_card(order, f"Rejected by @{stage.MANAGER}", "We are closed in August")
    scene.said_once(order, declined=1, confirmation=0)


def test_of_two_managers_at_once_the_first_decides_and_the_second_is_told_who(scene: Scene) -> None:
    truth = scene.truth(build.LARGE, buyer="HERON")
    scene.post(raw := scene.pdf(truth))
    order = scene.order(raw, State.AWAITING_DECISION)
    asked = scene.asked_card(order, "[Approve]")

    presses = [threading.Thread(target=scene.press, args=(who, asked, "Approve")) for who in ("mira", "max")]
    for press in presses:
        press.start()
    for press in presses:
        press.join()

    decided = scene.becomes(order, State.AWAITING_APPROVAL)
    late = "max" if decided.decided_by == stage.MANAGER else "mira"
    scene.told(late, f"Order {order.number} was already approved by @{decided.decided_by}")
    scene.said_once(order, confirmation=1)


def test_the_same_order_in_another_mail_is_one_order_said_once(scene: Scene) -> None:
    truth = scene.truth()
    order, _ = scene.agreed_with(truth)
    scene.post(again := scene.pdf(truth, "borderless"))

    kept = scene.kept(again, inbox.State.HANDLED)
    assert kept.order_number == order.number
    scene.diary(order, "The same order came again.")
    assert scene.now(order).state is State.AWAITING_APPROVAL
    scene.said_once(order, confirmation=1)


def test_other_contents_under_a_known_number_wait_for_a_person(scene: Scene) -> None:
    truth = scene.truth()
    order, _ = scene.agreed_with(truth)
    more = scene.truth((("RNG-114", 240),), po_number=truth.po_number)
    scene.post(raw := scene.pdf(more))

    second = scene.order(raw, State.NEEDS_LOOK)
    assert second.number != order.number
    scene.order_card(second, f"Order {order.number} already carries this PO number, with other contents.")
    assert scene.letters(second, "confirmation") == []
    assert scene.now(order).state is State.AWAITING_APPROVAL
    assert "Several orders are called" in scene.asks("ben", truth.po_number)


def test_two_orders_in_one_mail_are_two_orders(scene: Scene) -> None:
    one, two = scene.truth(), scene.truth((("MUG-701", 12),))
    files = [(f"{truth.po_number}.pdf", papers.draw_pdf(truth)) for truth in (one, two)]
    scene.post(raw := scene.attached(one, *files))

    taken = scene.taken(raw, State.NEEDS_LOOK, State.AWAITING_APPROVAL, count=2)

    assert [order.po_number for order in taken] == [one.po_number, two.po_number]
    assert [order.version.total.amount for order in taken] == [one.total, two.total]
    for order in taken:
        scene.order_card(order, order.po_number)
        assert len(scene.files(f"order:{order.number}", *(name for name, _ in files))) == 2


def test_an_order_from_somebody_unknown_waits_for_a_person(quick_scene: Scene) -> None:
    scene = quick_scene
    walk_in = world.Contact("Wim Daal", f"wim{scene.truth().po_number}@daalwinkels.example")
    scene.on.mail.open_account(walk_in.email, stage.PASSWORD)
    truth = scene.truth()
    scene.post(raw := scene.note(walk_in, "Order", "Our order is attached.", ("order.pdf", papers.draw_pdf(truth))))

    order = scene.order(raw, State.NEEDS_LOOK)

    assert order.buyer_id == ""
    scene.order_card(order, "The sender is no buyer that we know.")


def test_an_unknown_product_is_settled_by_hand_and_then_taken(quick_scene: Scene) -> None:
    scene = quick_scene
    strange = build.with_line(scene.truth(), sku="ZQ-0001", description="Garden gnome, blue hat", gtin="")
    scene.post(raw := scene.pdf(strange))
    order = scene.order(raw, State.NEEDS_LOOK)
    scene.order_card(order, "is nothing in our catalogue", "product not settled")

    refused = scene.asks("ben", f"take {order.number}")
    unknown = scene.asks("ben", f"settle {order.number} 1=NOPE-1")
    settled = scene.asks("ben", f"settle {order.number} 1=RNG-115@{strange.lines[0].unit_price}")
    taken = scene.asks("ben", f"take {order.number}")

    assert "incomplete" in refused
    assert "There is no product 'NOPE-1'" in unknown
    assert "Line 1 is RNG-115" in settled
    assert "It is taken as read." in taken
    waiting = scene.becomes(order, State.AWAITING_APPROVAL)
    assert (waiting.version.number, waiting.version.lines[0].sku) == (2, "RNG-115")
    assert "RNG-115" in build.words_of(scene.on.letter(order.contact, order.number, "confirmation"))


def test_an_order_is_called_off_and_the_buyer_is_told_why(scene: Scene) -> None:
    order, _ = scene.agreed_with(scene.truth())

    answer = scene.asks("ben", f"cancel {order.number} they don't want it any more")

    assert "It is cancelled. The buyer is told by mail." in answer
    assert scene.becomes(order, State.CANCELLED).reason == "they don't want it any more"
    scene.order_card(order, "Cancelled", "they don't want it any more")
    scene.said_once(order, confirmation=1, cancelled=1)


def test_a_confirmation_goes_out_again_when_somebody_asks_for_it(scene: Scene) -> None:
    truth = scene.truth()
    order, first = scene.agreed_with(truth)

    answer = scene.asks("ben", f"resend {truth.po_number}")

    assert "The confirmation goes out again." in answer
    second = scene.wait(lambda: scene.letters(order, "confirmation")[1:], "a second confirmation")[0]
    scene.answer(first, "approved", sender=truth.contact, client=replies.Client.OUTLOOK)
    scene.becomes(order, State.AGREED)
    assert build.words_of(first) == build.words_of(second)
    scene.said_once(order, confirmation=2, acknowledgement=1)
