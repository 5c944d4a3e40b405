"""A letter handed in: taken, refused, later, or nobody knows."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import wires
from bot.mail import door, oauth, smtp
from playground import mail
from tests.bot.mail import build
from tests.bot.mail.build import BUYER, SELLER
from tests.bot.mail.conftest import Vouched

LOGIN = door.Login(SELLER, build.PASSWORD)
LETTER = build.mail("Confirmation", body="line\n.\n.. and a line that begins with dots\n")


def _send(house: mail.MailHouse, *to: str, login: door.Login | None = LOGIN, raw: bytes = LETTER) -> smtp.Sent:
    server = door.loopback_only(house.host, house.smtp_port)
    return smtp.send(raw, sender=SELLER, recipients=to or (BUYER,), server=server, login=login)


def test_a_letter_arrives_byte_for_byte(house: mail.MailHouse) -> None:
    sent = _send(house)
    (held,) = house.messages(BUYER)
    assert sent.recipients == (BUYER,)
    assert sent.refused == {}
    assert held.raw.endswith(LETTER.replace(b"\n", b"\r\n"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.lists(st.sampled_from([b".", b"\r\n", b"\n", b"\r", b"a", b"\xff", b"\x00", b"QUIT"]), max_size=40))
def test_whatever_a_letter_holds_arrives_with_its_line_ends_mended_and_nothing_else(
    house: mail.MailHouse, body: list[bytes]
) -> None:
    raw = b"Message-ID: <1@seller.example>\r\n\r\n" + b"".join(body)
    _send(house, raw=raw)
    mended = re.sub(rb"\r\n|\r|\n", b"\r\n", raw)
    assert house.messages(BUYER)[-1].raw.split(b"Message-ID: ", 1)[1] == (
        mended.removeprefix(b"Message-ID: ") + (b"" if mended.endswith(b"\r\n") else b"\r\n")
    )


def test_an_automatic_answer_goes_out_without_a_sender(house: mail.MailHouse) -> None:
    server = door.loopback_only(house.host, house.smtp_port)
    smtp.send(LETTER, sender="", recipients=[BUYER], server=server, login=LOGIN)
    assert house.messages(BUYER)[0].raw.startswith(b"Return-Path: <>")


def test_a_bearer_token_opens_the_way_out(house: mail.MailHouse) -> None:
    _send(house, login=door.Login(SELLER, tokens=oauth.Given("good-token")))
    assert len(house.messages(BUYER)) == 1


def test_a_refused_token_is_final_and_says_what_to_do(house: mail.MailHouse) -> None:
    with pytest.raises(wires.NeverAgainError, match="administrator"):
        _send(house, login=door.Login(SELLER, tokens=oauth.Given("spent")))


def test_a_refused_password_is_final_and_is_not_told(house: mail.MailHouse) -> None:
    with pytest.raises(wires.NeverAgainError, match="app password") as refused:
        _send(house, login=door.Login(SELLER, "wr0ng"))
    assert "wr0ng" not in str(refused.value)


def test_a_password_may_be_of_any_alphabet(house: mail.MailHouse) -> None:
    house.open_account(SELLER, "päßwörd")
    assert _send(house, login=door.Login(SELLER, "päßwörd")).recipients == (BUYER,)
    with pytest.raises(wires.NeverAgainError, match="does not let"):
        _send(house, login=door.Login(SELLER, "pässwörd"))


def test_one_refused_recipient_does_not_keep_the_letter_from_the_others(house: mail.MailHouse) -> None:
    sent = _send(house, BUYER, "nobody@buyer.example")
    assert sent.recipients == (BUYER,)
    assert sent.refused["nobody@buyer.example"].for_good
    assert len(house.messages(BUYER)) == 1


def test_recipients_all_refused_for_good_are_final_and_kept(house: mail.MailHouse) -> None:
    with pytest.raises(smtp.RefusedForGoodError, match="does not live here") as refused:
        _send(house, "nobody@buyer.example")
    assert refused.value.refused["nobody@buyer.example"].code == 550


def test_a_recipient_that_may_be_taken_later_is_tried_later(house: mail.MailHouse) -> None:
    house.faults.refuse_recipient(BUYER, "450 4.2.0 Greylisted, come back")
    with pytest.raises(wires.TryLaterError, match="Greylisted"):
        _send(house)
    assert _send(house).recipients == (BUYER,)


@pytest.mark.parametrize(
    ("reply", "error"),
    [("451 4.3.0 Try later", wires.TryLaterError), ("554 5.7.1 Not wanted", wires.NeverAgainError)],
)
def test_a_letter_refused_at_its_end_is_refused_for_certain(
    house: mail.MailHouse, reply: str, error: type[Exception]
) -> None:
    house.faults.refuse_mail(reply)
    with pytest.raises(error, match=reply.split(" ", 2)[2]):
        _send(house)
    assert house.messages(BUYER) == []


@pytest.mark.parametrize(("moment", "arrived"), [(mail.Break.BEFORE_TAKEN, 0), (mail.Break.AFTER_TAKEN, 1)])
def test_a_connection_that_ends_after_the_final_dot_leaves_nobody_knowing(
    house: mail.MailHouse, moment: mail.Break, arrived: int
) -> None:
    house.faults.break_off(moment)
    with pytest.raises(wires.UnknownOutcomeError, match="Look for the letter"):
        _send(house)
    assert len(house.messages(BUYER)) == arrived


def test_a_letter_that_is_too_large_is_refused_before_it_is_sent(house: mail.MailHouse) -> None:
    with pytest.raises(wires.NeverAgainError, match="size"):
        _send(house, raw=build.mail(body="x" * 70 + "\n") + (b"y" * 70 + b"\r\n") * 50_000)


def test_a_server_that_is_away_is_tried_later() -> None:
    with pytest.raises(wires.TryLaterError, match="could not be reached"):
        smtp.send(LETTER, sender=SELLER, recipients=[BUYER], server=door.loopback_only("127.0.0.1", 1), login=None)


@pytest.mark.parametrize("address", ["two words@buyer.example", "a@b.example\r\nDATA", "<a@b.example>", "nobody", ""])
def test_what_is_no_address_never_reaches_the_wire(house: mail.MailHouse, address: str) -> None:
    with pytest.raises(wires.NeverAgainError, match="is not a mail address"):
        _send(house, address)


@pytest.mark.parametrize("security", [door.Security.TLS, door.Security.STARTTLS])
def test_a_letter_goes_out_encrypted_to_a_server_that_is_vouched_for(vouched: Vouched, security: door.Security) -> None:
    accounts = {SELLER: build.PASSWORD, BUYER: build.PASSWORD}
    ways = {security.value: vouched.context}
    with mail.MailHouse(accounts, tls=ways.get("tls"), starttls=ways.get("starttls")) as house:
        server = door.Server(house.host, house.smtp_port, security, cafile=vouched.cafile)
        smtp.send(LETTER, sender=SELLER, recipients=[BUYER], server=server, login=LOGIN)
        assert len(house.messages(BUYER)) == 1
        stranger = door.Server(house.host, house.smtp_port, security)
        with pytest.raises(wires.NeverAgainError, match="certificate"):
            smtp.send(LETTER, sender=SELLER, recipients=[BUYER], server=stranger, login=LOGIN)


def test_a_server_that_offers_no_encryption_is_not_trusted_with_a_password(house: mail.MailHouse) -> None:
    server = door.Server(house.host, house.smtp_port, door.Security.STARTTLS)
    with pytest.raises(wires.NeverAgainError, match="security setting"):
        smtp.send(LETTER, sender=SELLER, recipients=[BUYER], server=server, login=LOGIN)
