import time

import pytest

from desk.reading import Kind
from parsers import bounce, mail, readers, triage
from tests.parsers import clients


def read(*fields: str, body: str = "Hello Ben") -> mail.Mail:
    return mail.read("\r\n".join([*fields, "", body]).encode())


def report(body: str, *, kind: str = "delivery-status", text: str = "It did not work.") -> mail.Mail:
    parts = (
        f"--b\r\nContent-Type: text/plain\r\n\r\n{text}\r\n"
        f"--b\r\nContent-Type: message/{kind}\r\n\r\n{body}\r\n"
        "--b\r\nContent-Type: message/rfc822\r\n\r\n"
        "Message-ID: <v1@us.example>\r\nTo: ana@f.example\r\n\r\nOur letter\r\n--b--\r\n"
    )
    return read(
        "From: MAILER-DAEMON@mx.example",
        "Return-Path: <>",
        f"Content-Type: multipart/report; report-type={kind}; boundary=b",
        body=parts,
    )


FAILED = (
    "Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; Ana@f.example\r\nAction: failed\r\n"
    "Status: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 no such user"
)


def test_a_delivery_report_is_tied_to_its_letter() -> None:
    told = bounce.bounced(report(FAILED))

    assert told == bounce.Bounce(
        "ana@f.example", "<v1@us.example>", "5.1.1", bounce.Outcome.FAILED, "550 5.1.1 no such user"
    )


def test_a_delay_is_no_failure() -> None:
    told = bounce.bounced(report(FAILED.replace("failed", "delayed").replace("5.1.1", "4.4.7")))

    assert told is not None
    assert told.outcome is bounce.Outcome.LATE


def test_a_report_of_success_is_no_bounce() -> None:
    good = report(FAILED.replace("failed", "delivered").replace("5.1.1", "2.0.0").replace("550", "250"))

    told = bounce.report(good)
    assert told is not None
    assert told.outcome is bounce.Outcome.ARRIVED
    assert bounce.bounced(good) is None
    assert triage.kind(good) is Kind.AUTO_REPLY


@pytest.mark.parametrize(
    ("fields", "body", "recipient", "status"),
    [
        (
            ("From: MAILER-DAEMON@mx.example", "Subject: failure notice"),
            "Hi. This is the mail program.\n\n<ana@f.example>:\n550 5.1.1 user unknown\n",
            "ana@f.example",
            "5.1.1",
        ),
        (
            ("From: postmaster@mx.example", "Subject: Undeliverable: Order", "Return-Path: <>"),
            "Your message to ana@f.example could not be delivered.\nMailbox full (552)",
            "ana@f.example",
            None,
        ),
        (
            (
                "From: Mail Delivery System <noreply@mx.example>",
                "Subject: Mail delivery failed",
                "X-Failed-Recipients: ana@f.example",
            ),
            "returning message to sender",
            "ana@f.example",
            None,
        ),
        (
            ("From: postmaster@mx.example", "Subject: Unzustellbar: Auftrag", "Return-Path: <>"),
            "Ihre Nachricht an ana@f.example wurde nicht zugestellt: 550 5.7.1 abgelehnt",
            "ana@f.example",
            "5.7.1",
        ),
        (
            ("From: mailer-daemon@mx.example", "Subject: 配信エラー", "Return-Path: <>"),
            "<ana@f.example> 550 unknown",
            "ana@f.example",
            "5.0.0",
        ),
    ],
)
def test_a_report_in_words_is_heard(fields: tuple[str, ...], body: str, recipient: str, status: str | None) -> None:
    told = bounce.bounced(read(*fields, body=body))

    assert told is not None
    assert (told.recipient, told.status) == (recipient, status)
    assert triage.kind(read(*fields, body=body)) is Kind.BOUNCE


@pytest.mark.parametrize(
    "fields",
    [
        ("Subject: Automatic reply: Order", "From: ana@f.example"),
        ("Subject: Out of Office", "From: ana@f.example"),
        ("Subject: Out of office until Monday", "From: ana@f.example"),
        ("Subject: Abwesenheitsnotiz: Auftrag", "From: ana@f.example"),
        ("Subject: Réponse automatique : commande", "From: ana@f.example"),
        ("Subject: Respuesta automática", "From: ana@f.example"),
        ("Subject: Risposta automatica: ordine", "From: ana@f.example"),
        ("Subject: Automatisch antwoord: order", "From: ana@f.example"),
        ("Subject: Resposta automática: pedido", "From: ana@f.example"),
        ("Subject: Automatiskt svar: order", "From: ana@f.example"),
        ("Subject: Odpowiedź automatyczna: zamówienie", "From: ana@f.example"),
        ("Subject: 自動応答: 注文", "From: ana@f.example"),
        ("Subject: 自动回复: 订单", "From: ana@f.example"),
        ("Subject: Re: Order", "Auto-Submitted: auto-replied", "In-Reply-To: <v1@us.example>"),
        ("Subject: Re: Order", "Auto-Submitted: auto-generated; x=y"),
        ("Subject: Re: Order", "X-Autoreply: yes"),
        ("Subject: Re: Order", "Precedence: auto_reply"),
        ("Subject: Re: Order", "Return-Path: <>", "In-Reply-To: <v1@us.example>"),
        ("Subject: Read: Order", "Content-Type: multipart/report; report-type=disposition-notification; boundary=b"),
    ],
)
def test_an_automatic_answer_is_one_and_is_not_answered(fields: tuple[str, ...]) -> None:
    found = triage.sort(read(*fields, body="approved"))

    assert (found.kind, found.may_answer) == (Kind.AUTO_REPLY, False)


def test_a_calendars_answer_is_automatic() -> None:
    body = (
        "--b\n\nAna accepted\n--b\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR\n--b--\n"
    )

    assert (
        triage.kind(read("From: ana@f.example", "Content-Type: multipart/mixed; boundary=b", body=body))
        is Kind.AUTO_REPLY
    )


@pytest.mark.parametrize("client", clients.CLIENTS, ids=lambda client: client.__name__)
def test_a_persons_answer_is_a_reply(client: clients.Client) -> None:
    found = triage.sort(mail.read(client("I could not deliver the message to Bob; it is approved.")))

    assert (found.kind, found.may_answer) == (Kind.REPLY, True)


@pytest.mark.parametrize(
    "fields",
    [
        ("From: ana@f.example", "Subject: Re: Undeliverable: Order", "In-Reply-To: <v1@us.example>"),
        ("From: ana@f.example", "Subject: AW: Mail delivery failed"),
        ("From: ana@f.example", "Subject: Re: Out of stock?"),
        ("From: ana@f.example", "Subject: Antw: bestelling", "Auto-Submitted: no"),
        ("From: ana@f.example", "Subject: Order", "References: <v1@us.example>"),
        ("From: ana@f.example", "Subject: 回复: 订单"),
        ("From: ana@f.example", "Subject: Re: order", "X-Auto-Response-Suppress: All", "Return-Path: <ana@f.example>"),
    ],
)
def test_what_people_write_is_no_machines(fields: tuple[str, ...]) -> None:
    found = read(*fields, body="Your last message was returned, the mailbox does not exist. Please send it again.")

    assert bounce.bounced(found) is None
    assert triage.kind(found) is Kind.REPLY


@pytest.mark.parametrize(
    "subject",
    [
        "Purchase order 7",
        "Out of office chairs: 20 more",
        "Delivery address",
        "Order returned goods",
        "Autoreply cards x 20",
    ],
)
def test_a_new_mail_waits_for_its_documents(subject: str) -> None:
    found = triage.sort(read("From: ana@f.example", f"Subject: {subject}", body="We will take 300 of the gold hoops."))

    assert found.kind is None or subject.startswith("Autoreply")


def test_a_forwarded_bounce_is_a_persons_mail() -> None:
    inner = (
        "From: MAILER-DAEMON@mx.example\nSubject: failure notice\nContent-Type: multipart/report; boundary=i\n\n"
        "--i\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; x@y.example\nAction: failed\n--i--"
    )
    body = f"--o\n\nlook at this\n--o\nContent-Type: message/rfc822\n\n{inner}\n--o--\n"
    found = read(
        "From: ana@f.example", "Subject: Fwd: failure notice", "Content-Type: multipart/mixed; boundary=o", body=body
    )

    assert bounce.bounced(found) is None
    assert triage.sort(found).is_forward


@pytest.mark.parametrize(
    "sign", ["a", "\n", "-", "a@", "<", "a@b.c:", " ", "delivery ", "550 ", "{", "a.b", '{"bouncedRecipients":[']
)
def test_a_hostile_report_takes_bounded_time(sign: str) -> None:
    found = read("From: mailer-daemon@mx.example", "Subject: failed", "Return-Path: <>", body=sign * 60_000)
    begun = time.process_time()

    told = bounce.bounced(found)

    assert told is not None
    assert time.process_time() - begun < 2


def test_our_own_mail_is_never_answered() -> None:
    by_address = triage.sort(read("From: Orders <orders@us.example>"), own_addresses={"orders@us.example"})
    by_mark = triage.sort(read("From: x@y.example", "X-Countersign: 1"), own_marks={"x-countersign"})

    assert [(found.is_own, found.may_answer) for found in (by_address, by_mark)] == [(True, False)] * 2


def test_a_list_and_a_feedback_report_are_neither() -> None:
    listed = triage.sort(read("From: a@b.example", "List-Id: <hoops.lists.example>", "Subject: Re: hoops"))
    complaint = triage.sort(report("Feedback-Type: abuse\r\nVersion: 1", kind="feedback-report"))

    assert [(found.kind, found.may_answer) for found in (listed, complaint)] == [(Kind.OTHER, False)] * 2


def test_a_mail_that_lies_under_a_line_of_an_mbox_file_is_a_mail() -> None:
    raw = b"From MAILER-DAEMON Fri Jan  1 00:00:00 2027\nReturn-Path: <>\nFrom: MAILER-DAEMON@mx.example\n"
    raw += b"To: ben@us.example\n"
    raw += (
        b"Subject: failure notice\n\nHi. This is the mail program. I'm afraid I wasn't able to deliver your message.\n"
    )

    understood, _ = readers.of_file(raw, name="file")

    assert understood.kind is Kind.BOUNCE
