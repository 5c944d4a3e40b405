"""What a doctor finds at a mailbox and at the way out."""

import pytest

from bot import wires
from bot.mail import checkup, door, smtp
from playground import mail
from tests.bot.mail import build
from tests.bot.mail.build import BUYER, SELLER
from tests.bot.mail.conftest import Peer


def test_a_mailbox_tells_what_it_is_able_to_do(peer: Peer) -> None:
    found = checkup.mailbox(peer.server, peer.login, folder="INBOX")
    assert found.pushes
    assert found.keeps_keywords
    assert found.sent_folder.endswith("Sent")
    assert found.authserv_ids == ()


def test_the_name_of_our_own_mail_server_is_learned_from_its_verdicts(house: mail.MailHouse, house_peer: Peer) -> None:
    for number in range(3):
        house.post(build.mail(number=number), sender=BUYER, to=SELLER, as_user=BUYER)
    house.deliver(b"Authentication-Results: mx.old.example; none\n" + build.mail(), to=SELLER, trust=None)
    found = checkup.mailbox(house_peer.server, house_peer.login, folder="INBOX")
    assert found.authserv_ids == (("mx.house.test", 3), ("mx.old.example", 1))
    assert not house_peer.seen()


@pytest.mark.parametrize(
    ("field", "name"),
    [
        (b"Authentication-Results: mx.Google.example;\r\n spf=pass", "mx.google.example"),
        (b"authentication-results: (hi) mail.example 1; none", "mail.example"),
        (b"Authentication-Results: ;", None),
        (b"Authentication-Results: spf=pass (sender IP is 192.0.2.7) smtp.mailfrom=b.example; dmarc=pass", "microsoft"),
        (b"Subject: none", None),
    ],
)
def test_the_name_stands_before_the_first_semicolon(field: bytes, name: str | None) -> None:
    assert checkup.authserv_id(field + b"\r\n\r\n") == name


def test_the_way_out_tells_how_large_a_letter_may_be(house: mail.MailHouse) -> None:
    server = door.loopback_only(house.host, house.smtp_port)
    assert smtp.knock(server, door.Login(SELLER, build.PASSWORD)) == 3_000_000
    assert house.messages(SELLER) == []
    with pytest.raises(wires.NeverAgainError, match="app password"):
        smtp.knock(server, door.Login(SELLER, "wrong"))
