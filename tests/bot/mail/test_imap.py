"""One mailbox over IMAP, on two servers."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import wires
from bot.mail import door, imap, oauth
from desk import errors
from playground import mail
from tests.bot.mail import build
from tests.bot.mail.conftest import Peer
from tests.peers import dovecot


def test_new_mail_is_listed_with_its_size_and_fetched_whole(peer: Peer) -> None:
    peer.deliver(build.mail("PO 1"))
    with peer.open() as box:
        box.select("INBOX")
        (waiting,) = box.arrived(0)
        raw = box.fetch(waiting.uid)
    assert raw is not None
    assert len(raw) == waiting.size
    assert b"Subject: PO 1\r\n" in raw
    assert abs(waiting.received_at - datetime.now(UTC)) < timedelta(minutes=1)


def test_only_what_lies_above_the_mark_is_listed(peer: Peer) -> None:
    with peer.open() as box:
        box.select("INBOX")
        peer.deliver(build.mail("PO 1"))
        (first,) = box.arrived(0)
        assert list(box.arrived(first.uid)) == []
        peer.deliver(build.mail("PO 2"))
        (second,) = box.arrived(first.uid)
    assert second.uid > first.uid


def test_what_came_long_before_the_day_asked_for_is_left_out(peer: Peer) -> None:
    peer.deliver(build.mail("PO 1"))
    with peer.open() as box:
        box.select("INBOX")
        assert len(list(box.arrived(0, since=datetime.now(UTC)))) == 1
        assert list(box.arrived(0, since=datetime.now(UTC) + timedelta(days=3))) == []


def test_reading_never_marks_a_mail_as_seen(peer: Peer) -> None:
    peer.deliver(build.mail("PO 1"))
    with peer.open() as box:
        box.select("INBOX")
        (waiting,) = box.arrived(0)
        box.fetch(waiting.uid)
        box.fetch_header(waiting.uid)
        box.flag([waiting.uid])
    assert not peer.seen()


def test_the_header_of_a_huge_mail_comes_without_its_body(peer: Peer) -> None:
    peer.deliver(build.mail("PO 1", body="a long story"))
    with peer.open() as box:
        box.select("INBOX")
        (waiting,) = box.arrived(0)
        header = box.fetch_header(waiting.uid)
    assert header is not None
    assert b"Subject: PO 1" in header
    assert b"a long story" not in header


def test_a_mail_that_somebody_took_away_is_no_error(peer: Peer) -> None:
    with peer.open() as box:
        box.select("INBOX")
        assert box.fetch(4711) is None


def test_idle_hears_a_mail_that_comes(peer: Peer) -> None:
    with peer.open() as box:
        box.select("INBOX")
        list(box.arrived(0))
        with box.idle() as ear:
            assert not ear.heard(0.05)
            peer.deliver(build.mail())
            assert ear.heard(5)
        assert len(list(box.arrived(0))) == 1


def test_news_that_came_with_another_answer_are_not_lost_before_idle(peer: Peer) -> None:
    peer.deliver(build.mail("PO 1"))
    with peer.open() as box:
        box.select("INBOX")
        (first,) = box.arrived(0)
        peer.deliver(build.mail("PO 2"))
        box.flag([first.uid])  # its answer, or the IDLE's own, says that a mail has come
        with box.idle() as ear:
            assert ear.heard(5)


def test_a_connection_that_ends_during_idle_is_told_at_once(peer: Peer) -> None:
    box = peer.open()
    box.select("INBOX")
    list(box.arrived(0))
    began = time.monotonic()
    with pytest.raises(wires.TryLaterError):
        _idle_while(peer.cut, box)
    box.drop()
    assert time.monotonic() - began < 4


def _idle_while(happens: Callable[[], None], box: imap.Mailbox) -> None:
    with box.idle() as ear:
        happens()
        ear.heard(5)


def test_handled_mail_moves_to_a_folder_that_is_made_for_it(peer: Peer) -> None:
    peer.deliver(build.mail())
    with peer.open() as box:
        box.select("INBOX")
        (waiting,) = box.arrived(0)
        box.move([waiting.uid], "Countersign")
        assert list(box.arrived(0)) == []
        box.select("Countersign")
        assert len(list(box.arrived(0))) == 1


def test_a_copy_in_sent_is_found_by_its_message_id(peer: Peer) -> None:
    with peer.open() as box:
        assert not box.find_sent("<1.Confirmation@buyer.example>")
        box.append_sent(build.mail("Confirmation"), at=datetime.now(UTC))
        assert box.find_sent("<1.Confirmation@buyer.example>")
        assert not box.find_sent("<2.Confirmation@buyer.example>")


def test_the_folder_of_sent_mail_that_was_set_is_used(peer: Peer) -> None:
    with peer.open() as box:
        peer.deliver(build.mail())
        box.select("INBOX")
        box.move([waiting.uid for waiting in box.arrived(0)], "Versandt/Aufträge")
    with imap.Mailbox(peer.server, peer.login, sent="Versandt/Aufträge") as box:
        box.append_sent(build.mail("Confirmation"), at=datetime.now(UTC))
        assert box.find_sent("<1.Confirmation@buyer.example>")
        box.select("Versandt/Aufträge")
        assert len(list(box.arrived(0))) == 2


def test_the_servers_own_sent_folder_is_used_where_the_one_that_was_set_is_not_there(peer: Peer) -> None:
    with imap.Mailbox(peer.server, peer.login, sent="Sent Items") as box:
        box.append_sent(build.mail("Confirmation"), at=datetime.now(UTC))
        box.select("Sent")
        assert len(list(box.arrived(0))) == 1


def test_a_bearer_token_opens_the_mailbox(peer: Peer) -> None:
    with imap.Mailbox(peer.server, door.Login(peer.login.user, tokens=oauth.Given(peer.token))) as box:
        assert box.select("INBOX").uidvalidity > 0


def test_a_refused_password_is_final_and_says_what_to_do(peer: Peer) -> None:
    with pytest.raises(wires.NeverAgainError, match="app password") as refused:
        imap.Mailbox(peer.server, door.Login(peer.login.user, "wrong"))
    assert "wrong" not in str(refused.value)


def test_a_refused_token_is_asked_for_anew_once(house_peer: Peer) -> None:
    class Issuer:
        def __init__(self) -> None:
            self.tokens = ["spent", "good-token"]

        def __call__(self) -> str:
            return self.tokens[0]

        def forget(self) -> None:
            self.tokens.pop(0)

    with imap.Mailbox(house_peer.server, door.Login(build.SELLER, tokens=Issuer())) as box:
        assert box.select("INBOX").uidvalidity > 0


def test_a_token_that_stays_refused_is_final(peer: Peer) -> None:
    with pytest.raises(wires.NeverAgainError, match="administrator"):
        imap.Mailbox(peer.server, door.Login(peer.login.user, tokens=oauth.Given("spent")))


def test_a_password_may_be_of_any_alphabet() -> None:
    with mail.MailHouse({build.SELLER: 'pä"ß\\wörd'}) as house:
        server = door.loopback_only(house.host, house.imap_port)
        with imap.Mailbox(server, door.Login(build.SELLER, 'pä"ß\\wörd')) as box:
            assert box.can_idle


def test_a_server_that_is_away_is_tried_later() -> None:
    with pytest.raises(wires.TryLaterError, match="could not be reached"):
        imap.Mailbox(door.loopback_only("127.0.0.1", 1), door.Login(build.SELLER, "x"))


def test_a_folder_that_is_not_there_is_final(peer: Peer) -> None:
    with peer.open() as box, pytest.raises(wires.NeverAgainError, match="open the folder Nowhere"):
        box.select("Nowhere")


Reach = Callable[[dovecot.Dovecot], door.Server]
OVER_TLS: Reach = lambda peer: door.Server(peer.host, peer.tls_port, door.Security.TLS, cafile=peer.cafile)  # noqa: E731
OVER_STARTTLS: Reach = lambda peer: door.Server(peer.host, peer.port, door.Security.STARTTLS, cafile=peer.cafile)  # noqa: E731


@pytest.mark.parametrize("reach", [OVER_TLS, OVER_STARTTLS], ids=["tls", "starttls"])
def test_idle_hears_through_encryption(dovecot_server: dovecot.Dovecot, dovecot_peer: Peer, reach: Reach) -> None:
    with imap.Mailbox(reach(dovecot_server), dovecot_peer.login) as box:
        box.select("INBOX")
        list(box.arrived(0))
        with box.idle() as ear:
            assert not ear.heard(0.05)
            dovecot_peer.deliver(build.mail())
            assert ear.heard(5)


def test_a_certificate_that_nobody_vouches_for_is_refused(dovecot_server: dovecot.Dovecot) -> None:
    server = door.Server(dovecot_server.host, dovecot_server.tls_port, door.Security.TLS)
    with pytest.raises(wires.NeverAgainError, match="certificate"):
        imap.Mailbox(server, door.Login(build.SELLER, dovecot.PASSWORD))


def test_an_unencrypted_way_is_for_this_machine_only(tmp_path: Path) -> None:
    with pytest.raises(errors.DeskError, match="without encryption"):
        door.Server("mail.seller.example", 143, door.Security.PLAIN)
