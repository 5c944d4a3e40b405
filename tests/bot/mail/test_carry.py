"""A letter is carried once, with a copy in Sent."""

import pytest

from bot import wires
from bot.mail import carry, door, imap
from playground import mail
from tests.bot.mail import build
from tests.bot.mail.build import BUYER, SELLER

LETTER = build.mail("Confirmation")


def _carrier(house: mail.MailHouse, copies: carry.Copies = carry.Copies.OURS) -> carry.Carrier:
    outgoing = door.loopback_only(house.host, house.smtp_port)
    mailbox = door.loopback_only(house.host, house.imap_port)
    return carry.Carrier(outgoing, door.Login(SELLER, build.PASSWORD), mailbox, copies=copies)


def test_a_letter_goes_out_and_its_copy_lies_in_sent(house: mail.MailHouse) -> None:
    carried = _carrier(house).carry(LETTER, sender=SELLER, recipients=[BUYER])
    (copy,) = house.messages(SELLER, "Sent")
    assert carried == carry.Carried()
    assert len(house.messages(BUYER)) == 1
    assert copy.raw == LETTER.replace(b"\n", b"\r\n")
    assert copy.flags == {"\\Seen"}


def test_after_an_unknown_outcome_a_letter_found_in_sent_is_not_sent_again(house: mail.MailHouse) -> None:
    carrier = _carrier(house, carry.Copies.THE_SERVERS)
    house.faults.break_off(mail.Break.AFTER_TAKEN)
    with pytest.raises(wires.UnknownOutcomeError):
        carrier.carry(LETTER, sender=SELLER, recipients=[BUYER])
    house.deliver(LETTER, to=SELLER, folder="Sent", trust=None)  # as Gmail and Microsoft 365 do
    carried = carrier.carry(LETTER, sender=SELLER, recipients=[BUYER], maybe_sent=True)
    assert carried.found
    assert len(house.messages(BUYER)) == 1


def test_after_an_unknown_outcome_a_letter_that_is_not_in_sent_goes_again_with_the_same_bytes(
    house: mail.MailHouse,
) -> None:
    carrier = _carrier(house)
    house.faults.break_off(mail.Break.AFTER_TAKEN)
    with pytest.raises(wires.UnknownOutcomeError):
        carrier.carry(LETTER, sender=SELLER, recipients=[BUYER])
    assert not carrier.carry(LETTER, sender=SELLER, recipients=[BUYER], maybe_sent=True).found
    first, second = house.messages(BUYER)
    assert first.raw == second.raw
    assert len(house.messages(SELLER, "Sent")) == 1


def test_a_copy_that_cannot_be_kept_does_not_undo_the_letter(house: mail.MailHouse) -> None:
    nowhere = door.loopback_only("127.0.0.1", 1)
    outgoing = door.loopback_only(house.host, house.smtp_port)
    carrier = carry.Carrier(outgoing, door.Login(SELLER, build.PASSWORD), nowhere)
    carried = carrier.carry(LETTER, sender=SELLER, recipients=[BUYER])
    assert carried.uncopied is not None
    assert len(house.messages(BUYER)) == 1


def test_a_letter_without_a_message_id_is_not_sent(house: mail.MailHouse) -> None:
    with pytest.raises(wires.NeverAgainError, match="Message-ID"):
        _carrier(house).carry(b"Subject: x\n\ny", sender=SELLER, recipients=[BUYER])
    assert house.messages(BUYER) == []


@pytest.mark.parametrize("folded", [b"Message-ID:\r\n <1@seller.example>", b"message-id:   <1@seller.example>  "])
def test_the_message_id_is_read_as_it_is_written(folded: bytes) -> None:
    assert carry.message_id(b"Subject: x\r\n" + folded + b"\r\n\r\nMessage-ID: <2@x>\r\n") == "<1@seller.example>"


def test_the_copy_is_found_over_the_same_login(house: mail.MailHouse) -> None:
    carrier = _carrier(house)
    carrier.carry(LETTER, sender=SELLER, recipients=[BUYER])
    with imap.Mailbox(door.loopback_only(house.host, house.imap_port), carrier.login) as box:
        assert box.find_sent(carry.message_id(LETTER))
