"""The ear at one mailbox: what it keeps, what it survives, and what it leaves alone."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.mail import arrival, door, imap, listener, oauth, sweep
from playground import mail
from tests.bot.mail import build
from tests.bot.mail.build import Ledger, listening, until
from tests.bot.mail.conftest import Peer

What = arrival.What


def test_mail_that_lay_there_and_mail_that_comes_is_kept(peer: Peer) -> None:
    ledger = Ledger()
    peer.deliver(build.mail("PO 1"))
    slow = listener.Habits(look=60)  # only the server's push brings the second mail in time
    with listening(peer.server, ledger, login=peer.login, habits=slow):
        until(lambda: ledger.subjects() == ["PO 1"])
        peer.deliver(build.mail("PO 2"))
        until(lambda: ledger.subjects() == ["PO 1", "PO 2"])
    assert not peer.seen()


def test_a_listener_that_starts_again_takes_nothing_twice(peer: Peer) -> None:
    ledger = Ledger()
    peer.deliver(build.mail("PO 1"))
    with listening(peer.server, ledger, login=peer.login):
        until(lambda: ledger.marks)
    peer.deliver(build.mail("PO 2"))
    with listening(peer.server, ledger, login=peer.login):
        until(lambda: "PO 2" in ledger.subjects())
    assert ledger.subjects() == ["PO 1", "PO 2"]
    assert ledger.again == []


def test_a_mail_kept_just_before_a_crash_is_flagged_afterwards_and_not_kept_again(
    house_peer: Peer, house: mail.MailHouse
) -> None:
    ledger = Ledger()
    house_peer.deliver(build.mail("PO 1"))
    with house_peer.open() as box:  # the life before: kept, and then the process ended
        folder = box.select("INBOX")
        (waiting,) = box.arrived(0)
        raw = box.fetch(waiting.uid)
    assert raw is not None
    ledger.keep(arrival.Arrival(build.SELLER, "INBOX", folder.uidvalidity, waiting.uid, 1, waiting.received_at, raw))
    with listening(house_peer.server, ledger):
        until(lambda: imap.HANDLED in house.messages(build.SELLER)[0].flags)
    assert len(ledger.kept) == 1
    assert ledger.again == []


def test_new_numbers_bring_a_full_look_and_no_mail_twice(peer: Peer) -> None:
    ledger = Ledger()
    for number in range(3):
        peer.deliver(build.mail(f"PO {number}", number=number))
    with listening(peer.server, ledger, login=peer.login):
        until(lambda: len(ledger.kept) == 3 and ledger.marks)
        before = ledger.marks[build.SELLER, "INBOX"]
        peer.renumber()
        until(lambda: ledger.told(What.RENUMBERED) and len(ledger.again) == 3)
        peer.deliver(build.mail("PO 9"))
        until(lambda: "PO 9" in ledger.subjects())
    assert len(ledger.kept) == 4
    assert ledger.marks[build.SELLER, "INBOX"][0] != before[0]
    assert len(ledger.told(What.RENUMBERED)) == 1


def test_a_connection_that_ends_in_the_middle_of_idle_is_replaced(peer: Peer) -> None:
    ledger = Ledger()
    slow = listener.Habits(look=60, first_pause=0.05)
    with listening(peer.server, ledger, login=peer.login, habits=slow) as ear:
        until(lambda: ear.health.swept_at)
        peer.cut()
        peer.deliver(build.mail("PO 1"))
        until(lambda: ledger.subjects() == ["PO 1"])
    assert len(ledger.told(What.CONNECTED)) >= 2


def test_one_mail_that_cannot_be_kept_stops_no_other_and_is_parked(peer: Peer) -> None:
    ledger = Ledger()
    ledger.poison = lambda arrived: b"Subject: poison" in arrived.raw and arrived.parked is None
    for number, subject in enumerate(["PO 1", "poison", "PO 2"]):
        peer.deliver(build.mail(subject, number=number))
    with listening(peer.server, ledger, login=peer.login):
        until(lambda: {"PO 1", "PO 2"} <= set(ledger.subjects()))
        until(lambda: ledger.told(What.PARKED))
        until(lambda: ledger.marks[build.SELLER, "INBOX"][1] == max(one.uid for one in ledger.kept))
    (parked,) = [one for one in ledger.kept if one.parked]
    assert b"Subject: poison" in parked.raw
    assert b"We take" not in parked.raw
    assert "LookupError" in ledger.told(What.STUCK)[0].text


def test_a_mail_that_can_not_even_be_parked_holds_the_mark_and_nothing_else(house_peer: Peer) -> None:
    ledger = Ledger()
    ledger.poison = lambda arrived: b"Subject: poison" in arrived.raw
    house_peer.deliver(build.mail("poison"))
    house_peer.deliver(build.mail("PO 1"))
    with listening(house_peer.server, ledger):
        until(lambda: len(ledger.told(What.STUCK)) >= 3)
        house_peer.deliver(build.mail("PO 2"))
        until(lambda: ledger.subjects() == ["PO 1", "PO 2"])
    assert ledger.marks == {}
    assert ledger.again == []


def test_a_failing_mail_that_somebody_takes_away_holds_the_mark_no_more(house_peer: Peer) -> None:
    ledger = Ledger()
    ledger.poison = lambda arrived: b"Subject: poison" in arrived.raw
    house_peer.deliver(build.mail("poison"))
    house_peer.deliver(build.mail("PO 1"))
    with listening(house_peer.server, ledger):
        until(lambda: ledger.told(What.STUCK))
        with house_peer.open() as box:
            box.select("INBOX")
            box.move([next(box.arrived(0)).uid], "Trash")
        until(lambda: ledger.marks)
    assert ledger.subjects() == ["PO 1"]


def test_books_that_are_closed_make_no_mail_a_poison(house_peer: Peer) -> None:
    ledger = Ledger()
    with listening(house_peer.server, ledger) as ear:
        until(lambda: ear.health.swept_at)
        ledger.closed = True
        house_peer.deliver(build.mail("PO 1"))
        until(lambda: ledger.told(What.LOST))
        ledger.closed = False
        until(lambda: ledger.subjects() == ["PO 1"])
    assert ledger.told(What.STUCK) == []
    assert "the database is away" in ledger.told(What.LOST)[0].text


def test_an_oversize_mail_is_parked_with_its_header_and_the_next_is_read(peer: Peer) -> None:
    ledger = Ledger()
    peer.deliver(build.mail("huge", body="x" * 60 + "\n" + ("y" * 70 + "\n") * 1500))
    peer.deliver(build.mail("PO 1"))
    with listening(peer.server, ledger, login=peer.login, treatment=sweep.Treatment(largest=100_000)):
        until(lambda: len(ledger.kept) == 2)
    huge, order = ledger.kept
    assert huge.parked is not None
    assert "larger than" in huge.parked
    assert huge.size > 100_000 > len(huge.raw)
    assert order.parked is None


def test_an_oversize_mail_keeps_no_flag_and_no_other_folder(house_peer: Peer, house: mail.MailHouse) -> None:
    ledger = Ledger()
    house_peer.deliver(build.mail("huge", body="y" * 70))
    house_peer.deliver(build.mail("PO 1", body=""))
    size = len(house.messages(build.SELLER)[1].raw)
    treatment = sweep.Treatment(handled=sweep.Handled.MOVE, largest=size)
    with listening(house_peer.server, ledger, treatment=treatment):
        until(lambda: len(house.messages(build.SELLER, "Countersign")) == 1)
    assert [held.subject for held in house.messages(build.SELLER)] == ["huge"]
    assert house.messages(build.SELLER)[0].flags == frozenset()


def test_mail_from_before_the_first_day_is_passed_over(house_peer: Peer) -> None:
    ledger = Ledger()
    house_peer.deliver(build.mail("PO 1"))
    tomorrow = sweep.Treatment(begin=datetime.now(UTC) + timedelta(hours=12))
    with listening(house_peer.server, ledger, treatment=tomorrow):
        until(lambda: ledger.marks)
    assert ledger.kept == []


def test_the_policy_says_how_handled_mail_looks(house_peer: Peer, house: mail.MailHouse) -> None:
    ledger = Ledger()
    house_peer.deliver(build.mail("PO 1"))
    with listening(house_peer.server, ledger, treatment=sweep.Treatment(handled=sweep.Handled.LEAVE)):
        until(lambda: ledger.marks)
    assert house.messages(build.SELLER)[0].flags == frozenset()


@pytest.mark.parametrize("lacks", [["MOVE"], ["MOVE", "UIDPLUS"]])
def test_handled_mail_moves_on_an_older_server_too(lacks: list[str]) -> None:
    ledger = Ledger()
    treatment = sweep.Treatment(handled=sweep.Handled.MOVE)
    with mail.MailHouse({build.SELLER: build.PASSWORD}, lacks=lacks) as house:
        house.deliver(build.mail("PO 1"), to=build.SELLER, trust=None)
        with listening(door.loopback_only(house.host, house.imap_port), ledger, treatment=treatment):
            until(lambda: ledger.marks)
            (moved,) = house.messages(build.SELLER, "Countersign")
            left = house.messages(build.SELLER)
    assert moved.raw == ledger.kept[0].raw
    assert [held.flags for held in left] == ([] if lacks == ["MOVE"] else [frozenset({"\\Deleted"})])


def test_a_folder_that_keeps_no_keywords_is_told_of_once() -> None:
    ledger = Ledger()
    with mail.MailHouse({build.SELLER: build.PASSWORD}, lacks=["KEYWORDS"]) as house:
        with listening(door.loopback_only(house.host, house.imap_port), ledger):
            house.deliver(build.mail("PO 1"), to=build.SELLER)
            until(lambda: ledger.marks)
            house.deliver(build.mail("PO 2"), to=build.SELLER)
            until(
                lambda: ledger.marks[build.SELLER, "INBOX"][1] == max((one.uid for one in ledger.kept[1:]), default=0)
            )
        assert all(held.flags == frozenset() for held in house.messages(build.SELLER))
    assert len(ledger.told(What.UNMARKED)) == 1


def test_two_listeners_share_one_lease(peer: Peer) -> None:
    ledger = Ledger()
    with listening(peer.server, ledger, login=peer.login, owner="one") as one:
        until(lambda: one.health.swept_at)
        with listening(peer.server, ledger, login=peer.login, owner="two") as two:
            until(lambda: ledger.told(What.WAITING))
            for number in range(20):
                peer.deliver(build.mail(f"PO {number}", number=number))
            until(lambda: len(ledger.kept) == 20)
            assert not two.health.holds_lease
            assert two.health.swept_at is None
            one.stop()
            until(lambda: two.health.swept_at)
            peer.deliver(build.mail("the last"))
            until(lambda: "the last" in ledger.subjects())
    assert ledger.again == []


def test_a_listener_whose_lease_is_gone_lets_go(house_peer: Peer) -> None:
    ledger = Ledger()
    with listening(house_peer.server, ledger) as ear:
        until(lambda: ear.health.swept_at)
        far_away = datetime.now(UTC) + timedelta(days=1)
        ledger._leases["mailbox orders@seller.example/INBOX"] = ("another", far_away)
        until(lambda: not ear.health.holds_lease)
        house_peer.deliver(build.mail())
        until(lambda: ledger.told(What.WAITING))
    assert ledger.kept == []


def test_a_deaf_connection_is_found_told_and_replaced(house_peer: Peer, house: mail.MailHouse) -> None:
    ledger = Ledger()
    ahead = timedelta(seconds=60)  # the listener's clock: what comes now has lain there for a minute
    with listening(house_peer.server, ledger, clock=lambda: datetime.now(UTC) + ahead) as ear:
        until(lambda: ear.health.swept_at)
        house.faults.deaf = True
        house_peer.deliver(build.mail("PO 1"))
        until(lambda: ledger.told(What.DEAF))
        house.faults.deaf = False
        until(lambda: len(ledger.told(What.CONNECTED)) == 2)
    assert ledger.subjects() == ["PO 1"]
    assert ear.health.deaf_times == 1
    assert "1 mail(s) caught up" in ledger.told(What.DEAF)[0].text


def test_a_connection_that_shows_an_old_picture_is_found_by_a_second_look(
    house_peer: Peer, house: mail.MailHouse
) -> None:
    ledger = Ledger()
    ahead = timedelta(seconds=60)
    curious = listener.Habits(look=0.1, second_look=0.3)
    with listening(house_peer.server, ledger, habits=curious, clock=lambda: datetime.now(UTC) + ahead) as ear:
        until(lambda: ear.health.swept_at)
        house.faults.frozen = True
        house_peer.deliver(build.mail("PO 1"))
        until(lambda: ledger.told(What.DEAF))
    assert ledger.subjects() == ["PO 1"]


def test_a_server_without_idle_is_asked_now_and_then() -> None:
    ledger = Ledger()
    with (
        mail.MailHouse({build.SELLER: build.PASSWORD}, lacks=["IDLE"]) as house,
        listening(door.loopback_only(house.host, house.imap_port), ledger) as ear,
    ):
        until(lambda: ear.health.swept_at)
        house.deliver(build.mail("PO 1"), to=build.SELLER)
        until(lambda: ledger.subjects() == ["PO 1"])
    assert ledger.told(What.CONNECTED)[0].facts["idle"] is False


def test_a_second_look_over_another_connection_does_no_harm(peer: Peer) -> None:
    ledger = Ledger()
    curious = listener.Habits(look=0.2, second_look=0.1)
    with listening(peer.server, ledger, login=peer.login, habits=curious) as ear:
        until(lambda: ear.health.swept_at)
        peer.deliver(build.mail("PO 1"))
        until(lambda: ledger.subjects() == ["PO 1"])
        swept_at = ear.health.swept_at
        until(lambda: ear.health.swept_at != swept_at)
    assert ear.health.deaf_times == 0


def test_a_refused_login_is_told_with_advice_and_tried_again(house_peer: Peer, house: mail.MailHouse) -> None:
    ledger = Ledger()
    login = door.Login(build.SELLER, tokens=oauth.Given("granted later"))
    with listening(house_peer.server, ledger, login=login) as ear:
        until(lambda: ledger.told(What.REFUSED))
        assert ear.health.trouble is not None
        assert "administrator" in ear.health.trouble
        house.tokens[build.SELLER] = "granted later"
        until(lambda: ear.health.swept_at)
    assert ear.health.trouble is None


@pytest.mark.parametrize("lacks", [[], ["IDLE"]])
def test_a_listener_stops_within_a_second(lacks: list[str]) -> None:
    ledger = Ledger()
    with mail.MailHouse({build.SELLER: build.PASSWORD}, lacks=lacks) as house:
        server = door.loopback_only(house.host, house.imap_port)
        with listening(server, ledger, habits=listener.Habits()) as ear:
            until(lambda: ear.health.swept_at)
            asked_at = datetime.now(UTC)
            ear.stop()
            until(lambda: ledger.told(What.STOPPED))
    assert datetime.now(UTC) - asked_at < timedelta(seconds=2)
    assert not ear.health.holds_lease
