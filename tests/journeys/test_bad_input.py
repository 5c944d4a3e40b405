"""Bad input: one clear sentence to the right person, the raw message kept, and the next mail handled."""

import base64
from dataclasses import replace
from decimal import Decimal
from email.utils import format_datetime

import pytest

from bot.demo import stage
from bot.policy_file import MailboxPolicy
from desk.orders import State
from playground.samples import papers, strays, world
from store import inbox
from tests.journeys import build, conftest
from tests.journeys.build import Scene

TORN = b"%PDF-1.7\n" + bytes(range(256)) * 8
ANA = world.buyer("MELROSE").contacts[0]


def a_person_is_asked(scene: Scene, raw: bytes, why: str, *files: str) -> inbox.Message:
    """The mail's card says so in one sentence, the original is under it, and the raw mail is in the books."""
    kept = scene.kept(raw, inbox.State.NEEDS_PERSON)
    scene.card(f"mail:{kept.id}", why, "[Set aside]")
    assert kept.reason.count(why) == 1
    assert raw.partition(b"\n\n")[2].replace(b"\r\n", b"\n") in scene.raw_of(kept).replace(b"\r\n", b"\n")
    scene.files(f"mail:{kept.id}", *(files or ("letter.eml",)))
    return kept


def the_next_mail_is_handled(scene: Scene) -> None:
    scene.agreed_with(scene.truth())


def test_a_mail_without_an_order(quick_scene: Scene) -> None:
    scene = quick_scene
    scene.post(raw := scene.note(ANA, "Lunch", "It was good to see you all at the fair last week."))
    kept = a_person_is_asked(scene, raw, "No order was found in this mail.")
    the_next_mail_is_handled(scene)

    scene.press("ben", scene.card(f"mail:{kept.id}"), "Set aside")

    scene.kept(raw, inbox.State.SET_ASIDE)
    locked = scene.card(f"mail:{kept.id}", f"Set aside by @{stage.SALES}")
    assert "[Set aside]" not in scene.read(locked)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("locked.pdf", strays.encrypted(), "The PDF is encrypted with a password. Ask the sender for one without."),
        ("torn.pdf", TORN, "The PDF is broken and cannot be opened. Ask the sender for it again."),
        ("scan.pdf", strays.picture_only(), "No words are in the PDF, and none were recognised. A person must look."),
    ],
)
def test_a_file_that_cannot_be_read(quick_scene: Scene, name: str, content: bytes, why: str) -> None:
    scene = quick_scene
    scene.post(raw := scene.note(ANA, "Our order", "Please see the attached order.", (name, content)))
    a_person_is_asked(scene, raw, why, name)
    the_next_mail_is_handled(scene)


def test_an_empty_file_is_named_and_the_mail_itself_is_shown(quick_scene: Scene) -> None:
    scene = quick_scene
    scene.post(raw := scene.note(ANA, "Our order", "Please see the attached order.", ("empty.pdf", strays.ZERO_BYTES)))
    a_person_is_asked(scene, raw, "The file empty.pdf is empty. Ask the sender for it again.", "letter.eml")
    the_next_mail_is_handled(scene)


def test_a_letter_in_a_charset_that_nobody_knows(quick_scene: Scene) -> None:
    scene = quick_scene
    number = scene.truth().po_number
    words = f"Grüße! Please send us on PO {number}:\r\n\r\n24 x RNG-114 @ 7.84\r\n48 x EAR-203 @ 5.92\r\n"
    scene.post(raw := in_klingon(scene, words.encode("cp1252"), "8bit"))

    order = scene.order(raw, State.NEEDS_LOOK)

    scene.order_card(order, "Is this an order for 24 x RNG-114, 48 x EAR-203?")
    assert order.po_number == number
    the_next_mail_is_handled(scene)


def test_a_letter_that_claims_to_be_text_and_is_not(quick_scene: Scene) -> None:
    scene = quick_scene
    scene.post(raw := in_klingon(scene, base64.encodebytes(bytes(range(256)) * 4), "base64"))
    a_person_is_asked(scene, raw, "The file part-1 is of a kind that is not read. A person must look.", "part-1")
    the_next_mail_is_handled(scene)


def in_klingon(scene: Scene, body: bytes, encoding: str) -> bytes:
    """A letter from Ana in a charset that does not exist."""
    head = (
        f"From: {ANA.name} <{ANA.email}>\r\nTo: {world.SELLER.email}\r\nSubject: Bestellung\r\n"
        f"Date: {format_datetime(scene.on.desk.now())}\r\nMessage-ID: <{scene.chance.random()}@klingon.example>\r\n"
        'MIME-Version: 1.0\r\nContent-Type: text/plain; charset="x-klingon-7"\r\n'
        f"Content-Transfer-Encoding: {encoding}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n"


@pytest.mark.parametrize("number", ['=HYPERLINK("http://e.example","<!channel>")', "<!channel>-4711"])
def test_a_number_that_would_call_the_channel_or_run_a_formula(quick_scene: Scene, number: str) -> None:
    scene = quick_scene
    scene.post(raw := scene.pdf(scene.truth(po_number=number)))

    order = scene.order(raw, State.NEEDS_LOOK, State.AWAITING_APPROVAL)

    card = scene.order_card(order, order.number)
    assert "<!channel>" not in f"{card.blocks}{card.text}"
    assert order.number in scene.asks("ben", order.number)
    assert "<!channel>" not in "".join(f"{said.blocks}{said.text}" for said in scene.on.slack.ephemerals("ben"))
    the_next_mail_is_handled(scene)


def test_a_hostile_subject_and_file_name_are_only_shown(quick_scene: Scene) -> None:
    scene = quick_scene
    name = "../../<!channel>.pdf"
    scene.post(raw := scene.note(ANA, "<!channel> =1+1 *now*", "See the file.", (name, strays.encrypted())))

    kept = a_person_is_asked(scene, raw, "The PDF is encrypted", "!channel.pdf")

    card = scene.card(f"mail:{kept.id}")
    assert "<!channel>" not in f"{card.blocks}{card.text}"


@pytest.mark.parametrize(
    ("quantity", "why"),
    [
        ("-3", "Line 1 asks for -3; we can only sell more than none."),
        ("1000000000", "Line 1 asks for 1,000,000,000; the policy takes more than 100,000 for a slip."),
    ],
)
def test_a_quantity_that_cannot_be_meant(quick_scene: Scene, quantity: str, why: str) -> None:
    scene = quick_scene
    truth = build.with_line(scene.truth(), quantity=Decimal(quantity))
    scene.post(raw := scene.pdf(truth))

    order = scene.order(raw, State.NEEDS_LOOK)

    scene.order_card(order, why)
    assert scene.letters(order, "confirmation") == []
    the_next_mail_is_handled(scene)


def test_two_orders_under_one_number_in_one_mail(quick_scene: Scene) -> None:
    scene = quick_scene
    one = scene.truth()
    two = replace(scene.truth((("MUG-701", 12),)), po_number=one.po_number)
    files = [(f"{place}.pdf", papers.draw_pdf(truth)) for place, truth in enumerate((one, two), start=1)]
    scene.post(raw := scene.attached(one, *files))

    first, second = scene.taken(raw, State.NEEDS_LOOK, count=2)

    scene.order_card(second, f"Order {first.number} already carries this PO number, with other contents.")
    assert scene.letters(first, "confirmation") == scene.letters(second, "confirmation") == []
    the_next_mail_is_handled(scene)


def test_a_mail_that_is_too_large_is_announced_and_left_in_the_mailbox() -> None:
    with stage.open_stage(gap=conftest.AT_ONCE, mailbox=MailboxPolicy(largest_mb=1)) as on:
        scene = Scene(on)
        scene.post(raw := scene.note(ANA, "Our order", "Attached.", ("order.pdf", b"%PDF-1.7\n" + bytes(1_100_000))))

        kept = scene.kept(raw, inbox.State.NEEDS_PERSON)

        scene.card(f"mail:{kept.id}", "is larger than the 1 MB that are read", "Open it there.")
        assert len(scene.raw_of(kept)) < 10_000
        held = on.mail.messages(world.SELLER.email)
        assert [mail.flags for mail in held if len(mail.raw) > 1_000_000] == [frozenset()]
        the_next_mail_is_handled(scene)


def test_a_message_that_is_no_mail_at_all(quick_scene: Scene) -> None:
    scene = quick_scene
    scene.on.mail.deliver(b"\x00\xff\xfe not a mail \r\n\r\n\xde\xad\xbe\xef", to=world.SELLER.email, trust=None)

    def asked() -> inbox.Message | None:
        with scene.on.desk.store.look() as books:
            waiting = books.inbox.standing(inbox.State.NEEDS_PERSON)
        return next((one for one in waiting if not one.message_id), None)

    kept = scene.wait(asked, "somebody is asked about it")
    scene.card(f"mail:{kept.id}", "No order was found in this mail.")
    assert b"\xde\xad\xbe\xef" in scene.raw_of(kept)
    the_next_mail_is_handled(scene)
