"""The mail house behaves as a receiving server does."""

import asyncio
import smtplib
from collections.abc import Iterator

import pytest

from playground import mail

SELLER, BUYER = "orders@seller.example", "ana@buyer.example"
LETTER = b"From: Ana <ana@buyer.example>\r\nTo: orders@seller.example\r\nSubject: PO\r\n\r\nWe take 300.\r\n"


@pytest.fixture
def house() -> Iterator[mail.MailHouse]:
    with mail.MailHouse({SELLER: "pw", BUYER: "pw"}, max_size=100_000) as opened:
        yield opened


def _verdicts(held: mail.Stored) -> list[str]:
    return [" ".join(str(value).split()) for value in held.message.get_all("Authentication-Results", [])]


def test_a_sender_who_logged_in_is_believed(house: mail.MailHouse) -> None:
    house.post(LETTER, sender=BUYER, to=SELLER, as_user=BUYER)
    (held,) = house.messages(SELLER)
    (verdict,) = _verdicts(held)
    assert verdict == (
        "mx.house.test; spf=pass smtp.mailfrom=buyer.example; dkim=pass header.d=buyer.example; "
        "dmarc=pass header.from=buyer.example"
    )
    assert held.raw.endswith(LETTER)


@pytest.mark.parametrize("as_user", [None, SELLER])
def test_a_sender_who_logged_in_as_nobody_or_as_another_is_not_believed(
    house: mail.MailHouse, as_user: str | None
) -> None:
    house.post(LETTER, sender=BUYER, to=SELLER, as_user=as_user)
    (verdict,) = _verdicts(house.messages(SELLER)[0])
    assert "dmarc=fail header.from=buyer.example" in verdict


def test_a_mail_with_two_authors_is_not_believed(house: mail.MailHouse) -> None:
    two = LETTER.replace(b"From: Ana", b"From: boss@seller.example\r\nFrom: Ana")
    house.post(two, sender=BUYER, to=SELLER, as_user=BUYER)
    assert "dmarc=fail" in _verdicts(house.messages(SELLER)[0])[0]


@pytest.mark.parametrize(
    "forged",
    [
        b"Authentication-Results: mx.house.test; dmarc=pass\r\n",
        b"authentication-results:\r\n\tMX.House.Test;\r\n\tdmarc=pass\r\n",
        b"Authentication-Results: (a comment) mx.house.test 1; dmarc=pass\r\n",
    ],
)
def test_a_verdict_in_our_name_that_came_with_the_mail_is_taken_off(house: mail.MailHouse, forged: bytes) -> None:
    house.post(forged + LETTER, sender=BUYER, to=SELLER)
    (verdict,) = _verdicts(house.messages(SELLER)[0])
    assert "dmarc=fail" in verdict


def test_the_verdict_of_another_server_stays(house: mail.MailHouse) -> None:
    house.post(b"Authentication-Results: mx.other.example; spf=pass\r\n" + LETTER, sender=BUYER, to=SELLER)
    assert len(_verdicts(house.messages(SELLER)[0])) == 2


def test_a_plus_address_goes_to_the_account(house: mail.MailHouse) -> None:
    house.post(LETTER, sender=BUYER, to=["Orders+t0ken@seller.example", SELLER], as_user=BUYER)
    assert len(house.messages(SELLER)) == 1


def test_a_bounce_with_no_sender_is_taken(house: mail.MailHouse) -> None:
    house.post(LETTER, sender="", to=SELLER)
    assert house.messages(SELLER)[0].raw.startswith(b"Return-Path: <>\r\n")


def test_a_stranger_who_lives_elsewhere_is_refused_for_good(house: mail.MailHouse) -> None:
    with pytest.raises(smtplib.SMTPRecipientsRefused) as refused:
        house.post(LETTER, sender=BUYER, to="cho@supplier.example", as_user=BUYER)
    assert refused.value.recipients["cho@supplier.example"][0] == 550
    house.open_account("cho@supplier.example", "pw")
    house.post(LETTER, sender=BUYER, to="cho@supplier.example", as_user=BUYER)
    assert len(house.messages("cho@supplier.example")) == 1


def test_a_mail_over_the_limit_is_refused(house: mail.MailHouse) -> None:
    with pytest.raises(smtplib.SMTPResponseException) as refused:
        house.post(LETTER + b"x" * 70 * 2000, sender=BUYER, to=SELLER, as_user=BUYER)
    assert refused.value.smtp_code == 552


def test_a_mail_may_be_put_there_as_it_is(house: mail.MailHouse) -> None:
    uids = house.deliver(LETTER, to=SELLER, folder="Archive", trust=None)
    (held,) = house.messages(SELLER, "Archive")
    assert held.raw == LETTER
    assert uids == {SELLER: held.uid}
    assert held.subject == "PO"


@pytest.mark.parametrize(
    "hostile",
    [
        b"",
        b"\r\n",
        b"no header at all",
        b"Content-Type: multipart/mixed\r\n\r\nno boundary",
        b"Content-Type: text/plain; charset=\xff\xfe\r\nSubject: =?x-unknown?Q?=FF?=\r\n\r\n\xff\xfe",
        b"From: " + b"<" * 5000 + b"\r\n\r\n",
        b"Content-Type: multipart/mixed; boundary=a\r\n\r\n" + b"--a\r\n" * 3000,
    ],
)
def test_a_hostile_mail_can_be_delivered_and_read_back(house: mail.MailHouse, hostile: bytes) -> None:
    house.deliver(hostile, to=SELLER, trust=None)
    house.deliver(hostile, to=SELLER)
    plain, stamped = house.messages(SELLER)
    assert plain.raw == hostile
    assert stamped.raw.endswith(hostile)


def test_whoever_waits_too_long_is_told_what_lay_there(house: mail.MailHouse) -> None:
    house.deliver(LETTER, to=SELLER)
    with pytest.raises(TimeoutError, match=r"has 0; all subjects there: \['PO'\]"):
        house.wait_for(SELLER, matching=lambda held: "never" in held.subject, patience=0.05)


def test_a_mail_that_comes_is_waited_for(house: mail.MailHouse) -> None:
    house.post(LETTER, sender=BUYER, to=SELLER, as_user=BUYER)
    (held,) = house.wait_for(SELLER, matching=lambda held: held.subject == "PO")
    assert held.flags == frozenset()


def test_the_office_lives_in_a_loop_of_its_guest() -> None:
    async def visit() -> list[mail.Stored]:
        async with mail.PostOffice({SELLER: "pw"}) as office:
            await office.deliver(LETTER, to=[SELLER])
            return await office.wait_for(SELLER)

    (held,) = asyncio.run(visit())
    assert held.subject == "PO"


def test_a_port_that_is_taken_is_told_to_whoever_opens_the_house(house: mail.MailHouse) -> None:
    with pytest.raises(OSError, match="in use"), mail.MailHouse({SELLER: "pw"}, imap_port=house.imap_port):
        pass
