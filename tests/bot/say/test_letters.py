import re
from collections import Counter
from dataclasses import replace

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.say import columns, envelope, letters, paper
from desk import orders, thread
from tests import build
from tests.bot.say import build as say

KINDS = list(letters.Kind)
FULL = [letters.Kind.CONFIRMATION, letters.Kind.ACKNOWLEDGEMENT, letters.Kind.STALE]


def test_every_letter_has_its_subject_its_text_and_its_html_and_no_template_is_left_over() -> None:
    wanted = {f"{kind}.{form}.j2" for kind in KINDS for form in ("subject", "text", "html")}

    assert set(paper.names()) == wanted | {"base.text.j2", "base.html.j2", "parts.html.j2"}


def test_a_name_that_a_template_does_not_know_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        paper.filled("confirmation.subject.j2")


@pytest.mark.parametrize("kind", KINDS)
def test_text_and_html_give_the_same_figures(kind: letters.Kind) -> None:
    letter = say.every_letter(say.order())[kind]
    figure = re.compile(r"[\w.,+]*\d[\w.,/-]*")

    told, shown = figure.findall(say.text(letter)), figure.findall(say.Page(say.html(letter)).words)

    assert told
    assert Counter(told) == Counter(shown)


@pytest.mark.parametrize("kind", KINDS)
def test_text_and_html_say_the_same_sentences(kind: letters.Kind) -> None:
    letter = say.every_letter(say.order())[kind]
    told = re.sub(r"\s+", " ", say.text(letter).replace("\n- ", "\n"))

    sentences = re.findall(
        r"<(?:p|h1|h2|li|td class=\"ask\")\b[^>]*>(.*?)</(?:p|h1|h2|li|td)>", say.html(letter), re.DOTALL
    )

    assert len(sentences) > 3
    for sentence in sentences:
        assert say.Page(sentence).words in told


@pytest.mark.parametrize("kind", FULL)
def test_a_full_letter_restates_all_that_is_agreed(kind: letters.Kind) -> None:
    told = re.sub(r"\s+", " ", say.text(say.every_letter(say.order())[kind]))

    for fact in (
        "1. HOOP-30 300 PR 4.10 1,230.00",
        "your number 77-1200",
        "2. BOX-S 1,000 EA 7.25 72.50",
        "per 100",
        "3. STUD-8 10 EA 0.0325 0.33",
        "for 2 February 2026",
        "Subtotal GBP 1,302.83",
        "Discount −GBP 50.00",
        "Freight GBP 18.50",
        "Tax GBP 310.00",
        "Total GBP 1,581.33",
        "SO-10021, version 2",
        "Your PO number: 4500118",
        "Order date: 8 January 2026",
        "Ship date asked for: 12 January 2026",
        "Cancel if later than: 28 February 2026",
        "Payment terms: 30 days net",
        "Shipping terms: DAP",
        "Ship to: Fernhill Gifts 3 Mill Lane Ludford",
        "Bill to: Fernhill Gifts, accounts",
        "Your instructions: Label each carton with the PO number. Not before 9 am.",
    ):
        assert fact in told


@pytest.mark.parametrize(
    ("kind", "asks"),
    [(kind, kind in {letters.Kind.CONFIRMATION, letters.Kind.REMINDER, letters.Kind.STALE}) for kind in KINDS],
)
def test_only_a_letter_that_waits_for_a_yes_asks_for_it(kind: letters.Kind, asks: bool) -> None:  # noqa: FBT001 - a case
    told = re.sub(r"\s+", " ", say.text(say.every_letter(say.order())[kind]))

    assert ("reply to this mail with the one word: approved" in told) is asks


def test_a_later_version_says_what_it_replaces_and_a_first_one_does_not() -> None:
    first = letters.confirmation(build.order(), say.SENDER, say.STAMP)
    unseen = letters.confirmation(say.order(), say.SENDER, say.STAMP)
    second = letters.confirmation(say.order(), say.SENDER, say.STAMP, seen=1)

    assert "takes the place of" not in say.text(first)
    assert "takes the place of" not in say.text(unseen)  # version 1 was settled before the buyer saw anything
    assert "This is version 2. It takes the place of version 1;" in say.text(second)


def test_an_acknowledgement_says_who_agreed_and_when_on_the_sellers_clock() -> None:
    summer = replace(say.order(), approved_at=say.STAMP.at.replace(month=7))

    told = re.sub(r"\s+", " ", say.text(letters.acknowledgement(summer, say.SENDER, say.STAMP)))

    assert (
        "ana@fernhill.example approved version 2 of order SO-10021 (your PO 4500118) on 9 July 2026 at 15:03 BST"
        in told
    )


def test_a_decline_gives_the_managers_reason() -> None:
    assert "“We do not ship there.”" in say.text(
        letters.declined(say.order(orders.State.DECLINED), say.SENDER, say.STAMP)
    )


def test_a_stale_approval_is_told_which_version_it_was_for() -> None:
    told = re.sub(r"\s+", " ", say.text(letters.stale(say.order(), say.SENDER, say.STAMP, answered=1)))

    assert "It was for version 1" in told
    assert "version 2, the current one" in told


def test_an_order_of_forty_lines_is_reminded_of_in_five() -> None:
    lines = [build.line(position=at, sku=f"S-{at}") for at in range(1, 41)]
    told = say.text(letters.reminder(say.order(version=build.version(lines=lines)), say.SENDER, say.STAMP))

    assert "S-5 " in told
    assert "S-6 " not in told
    assert "- and 35 more lines" in told


@pytest.mark.parametrize(("currency", "total", "price"), [("KWD", "KWD 45.000", "4.500"), ("JPY", "JPY 45", "4.5")])
def test_sums_have_the_places_of_their_currency_and_prices_no_fewer_than_they_need(
    currency: str, total: str, price: str
) -> None:
    offered = build.version(currency=currency, lines=[build.line(currency=currency)])

    told = say.text(letters.confirmation(say.order(version=offered), say.SENDER, say.STAMP))

    assert f"Total  {total:>20}" in told
    assert re.search(rf" {re.escape(price)}  ", told)


def test_the_same_letter_is_the_same_bytes_and_another_stamp_another_letter() -> None:
    other = letters.Stamp(say.STAMP.at, "fedcba9876543210")

    first, again = (letters.confirmation(say.order(), say.SENDER, say.STAMP) for _ in range(2))
    another = letters.confirmation(say.order(), say.SENDER, other)

    assert first == again
    assert another.message_id != first.message_id


def test_a_letter_is_known_as_ours_and_as_a_machines() -> None:
    mail = say.opened(letters.confirmation(say.order(), say.SENDER, say.STAMP))

    assert mail["X-Countersign-Order"] == "SO-10021"
    assert mail["X-Countersign-Letter"] == "confirmation"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["X-Auto-Response-Suppress"] == "OOF, AutoReply"
    assert mail["From"] == "Harbour & Hoop <orders@harbourhoop.example>"
    assert mail["Date"].datetime == say.STAMP.at


@pytest.mark.parametrize("kind", [letters.Kind.COULD_NOT_READ, letters.Kind.STALE])
def test_a_letter_that_answers_a_mail_says_so_to_other_machines(kind: letters.Kind) -> None:
    assert say.opened(say.every_letter(say.order())[kind])["Auto-Submitted"] == "auto-replied"


@pytest.mark.parametrize("kind", set(KINDS) - {letters.Kind.COULD_NOT_READ})
def test_reply_address_and_message_id_carry_the_signed_thread(kind: letters.Kind) -> None:
    letter = say.every_letter(say.order())[kind]
    mail = say.opened(letter)

    assert mail["Reply-To"].addresses[0].addr_spec.startswith("orders+so-10021.v2.")
    for carrier in (str(mail["Reply-To"]), letter.message_id):
        assert thread.find(carrier, secret=say.SECRET) == thread.Thread("SO-10021", 2)


def test_without_plus_addresses_replies_come_to_the_plain_mailbox() -> None:
    sender = letters.Sender(say.SELLER, say.SECRET, plus=False)

    letter = letters.confirmation(say.order(), sender, say.STAMP)

    assert say.opened(letter)["Reply-To"].addresses[0].addr_spec == "orders@harbourhoop.example"
    assert thread.find(letter.message_id, secret=say.SECRET)


def test_a_plus_address_longer_than_smtp_allows_is_not_used() -> None:
    seller = replace(say.SELLER, mailbox=f"{'o' * 50}@harbourhoop.example")

    letter = letters.confirmation(say.order(), letters.Sender(seller, say.SECRET), say.STAMP)

    assert say.opened(letter)["Reply-To"].addresses[0].addr_spec == seller.mailbox


def test_the_thread_is_kept_and_later_mails_come_after_it() -> None:
    mail = say.opened(letters.acknowledgement(say.order(), say.SENDER, say.STAMP, after=["<yes@fernhill.example>"]))

    assert mail["References"].split() == ["<first@fernhill.example>", "<po@fernhill.example>", "<yes@fernhill.example>"]
    assert mail["In-Reply-To"] == "<yes@fernhill.example>"


def test_long_message_ids_are_folded_and_never_encoded() -> None:
    long = [f"<{'a' * 120}{at}@mail.fernhill.example>" for at in range(3)]

    raw = letters.confirmation(replace(say.order(), thread=" ".join(long)), say.SENDER, say.STAMP).raw

    folded = "\r\n ".join(long)
    assert f"References: {folded}\r\n".encode() in raw


def test_a_thread_of_a_hundred_mails_keeps_its_first_and_its_last() -> None:
    ids = [f"<{at}@fernhill.example>" for at in range(100)]

    mail = say.opened(letters.confirmation(replace(say.order(), thread=" ".join(ids)), say.SENDER, say.STAMP))

    assert mail["References"].split() == [ids[0], *ids[-19:]]


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("Purchase order 4500118", "Re: [SO-10021] Purchase order 4500118"),
        ("Re: AW: Fwd: our order", "Re: [SO-10021] our order"),
        ("Re: [SO-10007] one more order", "Re: [SO-10021] one more order"),
        ("like so-10007 please", "Re: [SO-10021] like please"),
        ("", "[SO-10021] Your order 4500118"),
        ("Re:", "[SO-10021] Your order 4500118"),
    ],
)
def test_a_subject_keeps_the_buyers_conversation_and_carries_our_reference_first(theirs: str, ours: str) -> None:
    letter = letters.confirmation(replace(say.order(), subject=theirs), say.SENDER, say.STAMP)

    assert letter.subject == ours
    assert say.opened(letter)["Subject"] == ours
    assert thread.reference(letter.subject, prefix="SO-") == "SO-10021"


def test_all_letters_of_an_order_have_one_subject_and_none_says_the_word() -> None:
    subjects = {
        letter.subject
        for kind, letter in say.every_letter(say.order()).items()
        if kind is not letters.Kind.COULD_NOT_READ
    }

    assert len(subjects) == 1
    assert "approved" not in subjects.pop()


@pytest.mark.parametrize(
    "bad", ["", "nobody", "a b@c.example", "a@b.example, c@d.example", "ünö@x.example", "x@", "@x"]
)
def test_an_address_that_nobody_can_write_to_is_refused_in_a_sentence(bad: str) -> None:
    with pytest.raises(envelope.BadAddressError, match="is no mail address that we can write to"):
        letters.confirmation(replace(say.order(), contact=bad), say.SENDER, say.STAMP)


def test_a_domain_in_other_letters_is_written_in_ascii() -> None:
    letter = letters.confirmation(replace(say.order(), contact="ana@bücher.example"), say.SENDER, say.STAMP)

    assert letter.to == "ana@xn--bcher-kva.example"


@pytest.mark.parametrize("unique", ["", "short", "has a space in it", "x>\r\nBcc: y", "a" * 65])
def test_a_stamp_with_a_wrong_unique_part_cannot_be_made(unique: str) -> None:
    with pytest.raises(ValueError, match="no unique part"):
        letters.Stamp(say.STAMP.at, unique)


_CLEAN = {kind: say.every_letter(say.order())[kind] for kind in KINDS}


def _must_be_inert(harm: str) -> None:
    for kind, letter in say.every_letter(say.harmed(harm)).items():
        mail, clean = say.opened(letter), _CLEAN[kind]
        assert not mail.defects
        assert set(mail.keys()) <= set(say.opened(clean).keys())
        assert len(mail.get_all("To", [])) == 1
        page, tidy = say.Page(say.html(letter)), say.Page(say.html(clean))
        assert page.tags <= tidy.tags
        assert page.attributes <= tidy.attributes
        assert max(columns.width(line) for line in say.text(letter).splitlines()) <= columns.WIDTH
        assert max(len(line) for line in letter.raw.split(b"\r\n")) <= 998
        assert b"\n" not in letter.raw.replace(b"\r\n", b"")


@pytest.mark.parametrize("harm", say.HARM)
def test_hostile_words_stay_words(harm: str) -> None:
    _must_be_inert(harm)


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=200) | st.text(alphabet="<>&\"'\r\n:=@ \t-{}%", max_size=60))
def test_no_text_at_all_gets_out_of_its_place(harm: str) -> None:
    _must_be_inert(harm)


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_loads_nothing_from_anywhere(kind: letters.Kind) -> None:
    page = say.html(_CLEAN[kind])

    assert not re.search(r"https?://|\bsrc=|url\(|@import", page)


def test_html_letters_name_their_language_heading_and_table_heads() -> None:
    page = say.html(_CLEAN[letters.Kind.CONFIRMATION])

    assert '<html lang="en"' in page
    assert page.count("<h1") == 1
    assert page.count('scope="col"') == 3
    assert "<caption" in page


def test_words_from_right_to_left_leave_our_figures_where_they_stand() -> None:
    lines = [build.line(sku="أقراط-30", description="أقراط ذهبية", quantity=12)]

    told = say.text(letters.confirmation(say.order(version=build.version(lines=lines)), say.SENDER, say.STAMP))

    assert re.search("1\\. \u2068?أقراط-30\u2069 +12 EA", told)


def test_what_is_no_message_id_never_gets_into_a_header() -> None:
    after = ["<yes@fernhill.example>\r\nBcc: everyone@evil.example", "no id", "<two words@x>"]

    unread = letters.could_not_read(say.SENDER, say.STAMP, to=build.ANA, why="It is empty.", after=after)
    agreed = letters.acknowledgement(replace(say.order(), thread=""), say.SENDER, say.STAMP, after=after)

    for letter in (unread, agreed):
        mail = say.opened(letter)
        assert mail["References"] == "<yes@fernhill.example>"
        assert "Bcc" not in mail
