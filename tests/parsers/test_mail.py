import email.policy
import time
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers import mail

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n"
XLSX = b"PK\x03\x04\x14\0\0\0\0\0xl/workbook.xml"


def raw(*lines: str, body: str = "hello") -> bytes:
    return "\r\n".join([*lines, "", body]).encode()


def with_file(data: bytes, *, name: str = "order.pdf", kind: str = "application/octet-stream") -> bytes:
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"] = "Ana Lima <Ana@Fernhill.example>"
    message.set_content("See the order.")
    main, sub = kind.split("/")
    message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return bytes(message)


def test_a_plain_mail_is_read() -> None:
    found = mail.read(
        raw(
            "Message-ID: <1@fernhill.example>",
            "In-Reply-To: <v1@us.example>",
            "References: <v0@us.example>\r\n <v1@us.example>",
            "From: =?utf-8?q?Ana_L=C3=ADma?= <Ana@Fernhill.Example>",
            "To: orders@us.example, Ben Hall <ben@us.example>",
            "Cc: (the boss) bob@fernhill.example",
            "Subject: =?utf-8?b?QmVzdGVs?= =?utf-8?b?bHVuZw==?= 7",
            "Date: Mon, 2 Mar 2026 10:14:00 +0100",
        )
    )

    assert found.sender == mail.Address("Ana Líma", "ana@fernhill.example")
    assert (found.message_id, found.in_reply_to) == ("<1@fernhill.example>", "<v1@us.example>")
    assert found.references == ("<v0@us.example>", "<v1@us.example>")
    assert [who.email for who in (*found.to, *found.cc)] == [
        "orders@us.example",
        "ben@us.example",
        "bob@fernhill.example",
    ]
    assert found.subject == "Bestellung 7"
    assert found.date == datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    assert (found.text, found.html, found.has_plain) == ("hello", None, True)


@pytest.mark.parametrize(
    ("written", "email_address"),
    [
        ('"Lima, Ana" <ana@f.example>', "ana@f.example"),
        ("ana@f.example (Ana (buys))", "ana@f.example"),
        ('"ana b"@f.example', '"ana b"@f.example'),
        ("Buyers: ana@f.example, bob@f.example;", "ana@f.example"),
        ("<@relay.example:ana@f.example>", "ana@f.example"),
        ("Ana ana@f.example", "ana@f.example"),
        ('"ana@f.example" <eve@evil.test>', "eve@evil.test"),
        ("<ana@f.example> <eve@evil.test>", ""),
        ("ana", ""),
        ("<>", ""),
    ],
)
def test_an_address_is_what_can_be_written_to(written: str, email_address: str) -> None:
    assert mail.read(raw(f"From: {written}")).sender.email == email_address


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PDF, "application/pdf"),
        (b"junk before " + PDF, "application/pdf"),
        (XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "application/vnd.ms-excel"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"sku;qty;price\nA;1;2\nB;2;3\n", "text/csv"),
        (b"<?xml version='1.0'?><Order/>", "application/xml"),
        (b"<html><body>x</body></html>", "text/html"),
        (b"UNA:+.? 'UNB+UNOC:3+A+B'", "application/edifact"),
        (b"UNABLE to read", "text/plain"),
        (b"\0\1\2\3" * 50, "application/octet-stream"),
        (b"just words", "text/plain"),
    ],
)
def test_a_file_is_what_its_bytes_are_whatever_its_name(data: bytes, kind: str) -> None:
    part = mail.read(with_file(data, name="picture.jpg")).parts[0]

    assert (part.media_type, part.data) == (kind, data)


def test_a_pdf_without_disposition_or_name_is_found() -> None:
    found = mail.read(
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhi\n--b\nContent-Type: text/plain\n\n"
        + PDF
        + b"\n--b--\n"
    )

    assert (found.text, found.parts[0].media_type, found.parts[0].name) == ("hi", "application/pdf", "part-2.pdf")


@pytest.mark.parametrize(
    ("given_name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\orders\\po.pdf", "po.pdf"),
        ("po\u202efdp.exe", "pofdp.exe"),
        (".hidden", "hidden"),
        ("a" * 300 + ".pdf", "a" * 116 + ".pdf"),
        ("<b>po|1</b>.pdf", "b.pdf"),
        ("...", "part-2.pdf"),
    ],
)
def test_a_file_name_is_made_safe(given_name: str, safe: str) -> None:
    assert mail.read(with_file(PDF, name=given_name)).parts[0].name == safe


def test_a_mail_within_a_mail_gives_its_files_too() -> None:
    inner = with_file(PDF)
    outer = (
        b"Content-Type: multipart/mixed; boundary=o\n\n--o\n\nfwd\n--o\nContent-Type: message/rfc822\n\n"
        + inner
        + b"\n--o--\n"
    )

    found = mail.read(outer)

    assert [(part.path, part.media_type) for part in found.parts] == [
        ("2", "message/rfc822"),
        ("2/1", "text/plain"),
        ("2/2", "application/pdf"),
    ]
    assert [part.path for part in mail.mails_within(found)] == ["2"]


def test_html_alone_gives_its_words_as_text() -> None:
    found = mail.read(
        raw("Content-Type: text/html", body="<p>Hello</p><blockquote>old</blockquote><table><tr><td>A<td>1")
    )

    assert found.text.split("\n") == ["Hello", "", "> old", "A 1"]
    assert not found.has_plain


def test_a_footer_that_a_list_adds_does_not_hide_the_html() -> None:
    body = (
        "--b\nContent-Type: text/html\n\n<b>three hoops</b>\n--b\nContent-Type: text/plain\n\na list's footer\n--b--\n"
    )
    found = mail.read(raw("Content-Type: multipart/mixed; boundary=b", body=body))

    assert "three hoops" in found.text
    assert "footer" in (found.html or "")


@pytest.mark.parametrize(
    ("label", "data", "words"),
    [
        ("made-up-charset", "käse".encode(), "käse"),
        ("made-up-charset", "käse".encode("latin-1"), "käse"),
        ("us-ascii", "käse".encode("latin-1"), "käse"),
        ("idna", b"plain", "plain"),
        ("iso-2022-jp", "承認".encode("iso-2022-jp"), "承認"),
        ("gb2312", "同意镕".encode("gb18030"), "同意镕"),
        ('utf-8"; x="', "käse".encode(), "käse"),
        ("\\0", b"plain", "plain"),
        ("utf-16", "käse".encode("utf-16"), "käse"),
    ],
)
def test_a_wrong_charset_loses_no_words(label: str, data: bytes, words: str) -> None:
    assert mail.read(f"Content-Type: text/plain; charset={label}\n\n".encode() + data).text == words


@pytest.mark.parametrize(
    ("coding", "body", "words"),
    [
        ("base64", "aGVsbG8", "hello"),
        ("base64", "aGVsbG8gdGhlcmUg*QW5h\n", "hello there Ana"),
        ("base64", "aGVsbG8=IHRoZXJl", "hello there"),
        ("base64", "a", ""),
        ("base64", "plain words, not coded - at all!", "plain words, not coded - at all!"),
        ("quoted-printable", "hel=\r\nlo =C3=A9 =ZZ", "hello é =ZZ"),
        ("x-uuencode", "begin 644 a\n%:&5L;&\\\n`\nend", "hello"),
        ("made-up", "hello", "hello"),
    ],
)
def test_a_broken_coding_gives_what_it_can(coding: str, body: str, words: str) -> None:
    assert mail.read(raw(f"Content-Transfer-Encoding: {coding}", body=body)).text == words


def test_doubled_fields_keep_their_order() -> None:
    found = mail.read(raw("Received: b", "Authentication-Results: top", "Received: a", "Authentication-Results: low"))

    assert found.headers["authentication-results"] == ("top", "low")
    assert found.first("Received") == "b"


@pytest.mark.parametrize(
    "subject",
    [
        "=?utf-8?q?=ZZ?=",
        "=?x?b?####?=",
        "=?utf-8?b?",
        "=??q??=",
        "=?utf-8?q?a?=" * 500,
        "\udce4\udcff",
        "a\0b",
        "=?idna?q?a?=",
    ],
)
def test_broken_words_in_a_field_stay_readable(subject: str) -> None:
    found = mail.read(f"Subject: {subject}\n\nhello".encode("utf-8", "surrogateescape"))

    assert found.text == "hello"
    assert "\0" not in found.subject


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("Mon, 2 Mar 2026 09:14:00 -0000", datetime(2026, 3, 2, 9, 14, tzinfo=UTC)),
        ("2 Mar 2026 09:14 GMT", datetime(2026, 3, 2, 9, 14, tzinfo=UTC)),
        ("yesterday", None),
        ("Mon, 99 Mar 2026 99:99:99 +9999", None),
        ("", None),
        ("Fri, 31 Dec 9999 23:00:00 -0200", None),
    ],
)
def test_a_date_is_a_time_or_nothing(date: str, said: datetime | None) -> None:
    assert mail.read(raw(f"Date: {date}")).date == said


def test_a_null_return_path_is_told_from_none() -> None:
    assert mail.read(raw("Return-Path: <>")).return_path == ""
    assert mail.read(raw("Return-Path: <Ana@f.example>")).return_path == "ana@f.example"
    assert mail.read(raw("From: a@b.example")).return_path is None


def _nested(depth: int) -> bytes:
    return (
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(depth)) + b"\nhi"
    )


HOSTILE = {
    "nothing": b"",
    "zeros": b"\0" * 1_000_000,
    "nested 100 deep": _nested(100),
    "nested 10,000 deep": _nested(10_000),
    "10,000 parts": b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nhi\n" * 10_000,
    "10,000 files": b"Content-Type: multipart/mixed; boundary=x\n\n"
    + b"--x\nContent-Type: image/png\n\n\x89PNG\n" * 10_000,
    "no boundary": b"Content-Type: multipart/mixed; boundary=x\n\nhello",
    "empty boundary": b'Content-Type: multipart/mixed; boundary=""\n\n--\nhello\n--',
    "mails in mails": b"Content-Type: message/rfc822\n\n" * 300 + b"hi",
    "a million fields": b"a:\n" * 1_000_000,
    "one long field": b"Subject: " + b"=?utf-8?q?a?= " * 100_000,
    "folds": b"Subject: a\n" + b" b\n" * 300_000,
    "addresses": b"To: " + b'"a<(' * 100_000,
    "commas": b"To: " + b"," * 1_000_000,
    "parameters": b"Content-Type: text/plain; " + b"a*0*=x;" * 100_000,
    "open quotes": b"Content-Type: text/plain; " + b'a="' * 100_000,
    "deep html": b"Content-Type: text/html\n\n" + b"<div>" * 150_000,
    "deep quotes": b"Content-Type: text/html\n\n" + b"<blockquote>a" * 70_000,
    "comments": b"Content-Type: text/html\n\n" + b"<!--" * 200_000,
    "flowed": b"Content-Type: text/plain; format=flowed\n\n" + b"a \n" * 300_000,
    "flowed quotes": b"Content-Type: text/plain; format=flowed\n\n" + b">" * 400_000 + b" \n>" * 100_000,
    "ids": b"References: " + b"<a@b>" * 200_000,
    "comment in an address": b"From: " + b"(" * 500_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_bytes_are_read_in_bounded_time(name: str) -> None:
    begun = time.process_time()

    found = mail.read(HOSTILE[name])

    assert time.process_time() - begun < 4
    assert len(found.parts) <= 1_001


def test_what_was_left_closed_is_told() -> None:
    assert "nested more than" in mail.read(_nested(100)).troubles[0]
    assert "more parts" in mail.read(HOSTILE["10,000 parts"]).troubles[0]


@given(st.binary(max_size=600))
def test_any_bytes_are_a_mail(data: bytes) -> None:
    assert isinstance(mail.read(data), mail.Mail)


PIECES = st.sampled_from(
    [
        b"Content-Type: multipart/mixed; boundary=b\r\n",
        b"Content-Type: text/html; charset=x\r\n",
        b"\r\n",
        b"--b\r\n",
        b"--b--",
        b"Content-Transfer-Encoding: base64\r\n",
        b"Content-Type: message/rfc822\r\n",
        b"From: a@b.c\r\n",
        b"Subject: =?utf-8?q?",
        b"Content-Disposition: attachment; filename*0*=utf-16'",
        b" folded\r\n",
        b"\xff\xfe\0",
        b"<blockquote>",
        b"Date: 1\r\n",
        b"Content-Type: multipart/alternative; boundary=b\r\n",
        b'"(<',
        b"Content-Type: text/plain; format=flowed\r\n",
        b"> x \r\n",
    ]
)


@given(st.lists(PIECES, max_size=25).map(b"".join))
def test_any_pieces_of_mails_are_a_mail(data: bytes) -> None:
    found = mail.read(data)

    assert all("/" not in part.name and "\\" not in part.name for part in found.parts)
    assert found.sender.email == found.sender.email.lower()
