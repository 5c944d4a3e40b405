import csv
import io
import random
from datetime import UTC, datetime
from decimal import Decimal
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from functools import cache
from zipfile import ZipFile

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.samples import layouts, mails, papers, replies, strays, truths, words, world

AT = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
SEEDS = st.integers(0, 10_000)


def chance() -> random.Random:
    return random.Random(7)


def words_of(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


@cache
def letter() -> bytes:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "Harbour & Pine Orders <orders@harbourandpine.example>"
    mail["Reply-To"] = "orders+abc123@harbourandpine.example"
    mail["To"] = "ana.whitlock@melrosefinch.example"
    mail["Subject"] = "Your order 4500118 (our SO-10021)"
    mail["Date"] = "Mon, 02 Nov 2026 12:00:00 +0000"
    mail["Message-ID"] = "<abc123@harbourandpine.example>"
    mail["References"] = "<first@melrosefinch.example>"
    mail.set_content('Dear Ana,\n\nPlease reply with "approved".\n')
    mail.add_alternative('<p>Dear Ana,</p><p>Please reply with "approved".</p>', subtype="html")
    return bytes(mail)


def parsed(raw: bytes) -> EmailMessage:
    mail = message_from_bytes(raw, policy=SMTP)
    assert isinstance(mail, EmailMessage)
    assert not mail.defects
    return mail


def text_of(mail: EmailMessage, kind: str = "plain") -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


# --- the world


def test_every_product_has_its_own_sku_and_a_gtin_that_checks() -> None:
    assert len({p.sku for p in world.PRODUCTS}) == len(world.PRODUCTS) == 40
    assert len({p.gtin for p in world.PRODUCTS}) == 40
    for product in world.PRODUCTS:
        assert len(product.gtin) == 13
        assert world.check_digit(product.gtin[:-1]) == product.gtin[-1]


def test_a_check_digit_is_that_of_the_standard_s_example() -> None:
    # GS1 General Specifications, 7.9: the check digit of 629104150021 is 3.
    assert world.check_digit("629104150021") == "3"


def test_the_invented_addresses_are_all_in_reserved_domains() -> None:
    emails = [world.SELLER.email, *(contact.email for buyer in world.BUYERS for contact in buyer.contacts)]
    assert all(email.endswith(".example") for email in emails)


def test_a_wholesale_buyer_pays_less_than_the_list() -> None:
    ring = world.product("RNG-114")
    assert (ring.price(""), ring.price("trade"), ring.price("wholesale")) == (
        Decimal("9.80"),
        Decimal("8.82"),
        Decimal("7.84"),
    )


def test_the_catalogue_file_has_a_price_column_for_each_price_list() -> None:
    rows = list(csv.DictReader(io.StringIO(world.catalogue_csv())))
    assert len(rows) == 40
    assert rows[0]["sku"] == "RNG-114"
    assert rows[0]["price_wholesale"] == "7.84"


def test_the_buyers_file_names_contacts_and_part_numbers() -> None:
    first = next(csv.DictReader(io.StringIO(world.buyers_csv())))
    assert first["contacts"].startswith("Ana Whitlock <ana.whitlock@melrosefinch.example>; Priya")
    assert "MF-1001=RNG-114" in first["part_numbers"]


# --- orders


@given(SEEDS)
def test_an_order_always_adds_up(seed: int) -> None:
    truth = truths.order(seed)
    assert all(line.amount == line.quantity * line.unit_price for line in truth.lines)
    assert truth.subtotal == sum(line.amount for line in truth.lines)
    assert truth.total == truth.subtotal + (truth.tax or 0) + (truth.shipping or 0)


@given(SEEDS)
def test_the_same_seed_gives_the_same_order(seed: int) -> None:
    assert truths.order(seed) == truths.order(seed)


def test_an_order_to_measure_holds_what_was_asked() -> None:
    truth = truths.order_of(world.buyer("MELROSE"), [("RNG-114", 12), ("EAR-203", 24)], po_number="4500118", taxed=True)
    assert [(line.sku, line.amount, line.buyer_sku) for line in truth.lines] == [
        ("RNG-114", Decimal("94.08"), "MF-1001"),
        ("EAR-203", Decimal("142.08"), "MF-1002"),
    ]
    assert (truth.subtotal, truth.tax, truth.total) == (Decimal("236.16"), Decimal("47.23"), Decimal("283.39"))


def test_a_price_can_be_made_to_differ_and_a_total_made_to_lie() -> None:
    buyer = world.buyer("ALDERST")
    cheap = truths.order_of(buyer, [("RNG-114", 12)], po_number="1", prices={"RNG-114": Decimal("5.00")})
    assert cheap.total == Decimal("60.00")
    assert truths.misadded(cheap).total == Decimal("70.00")


def test_the_truth_file_holds_dates_and_figures_as_text() -> None:
    truth = truths.order_of(world.buyer("KASTANIE"), [("MUG-701", 6)], po_number="B-1")
    told = truths.truth_json(truth)
    assert told["order_date"] == "2026-11-02"
    assert told["tax"] is None
    assert told["total"] == "36.72"
    assert told["lines"] == [
        {
            "sku": "MUG-701",
            "description": "Stoneware mug, oatmeal 350 ml",
            "quantity": "6",
            "unit": "EA",
            "unit_price": "6.12",
            "amount": "36.72",
        }
    ]


# --- papers


@pytest.mark.parametrize("name", layouts.LAYOUTS)
def test_each_layout_prints_every_line_and_the_total(name: str) -> None:
    layout = layouts.LAYOUTS[name]
    truth = truths.order(3, count=6)
    text = " ".join(words_of(papers.draw_pdf(truth, layout)))
    assert truth.po_number in text
    assert layout.figure(truth.total).replace("\xa0", " ") in text.replace("\xa0", " ")
    for line in truth.lines:
        assert line.sku in text
        assert layout.figure(line.amount).replace("\xa0", " ") in text.replace("\xa0", " ")


@given(SEEDS)
@settings(max_examples=25, deadline=None)
def test_a_layout_nobody_drew_still_prints_the_truth(seed: int) -> None:
    layout = layouts.any_layout(random.Random(seed))
    truth = truths.order(seed)
    text = " ".join(words_of(papers.draw_pdf(truth, layout))).replace("\xa0", " ")
    assert truth.po_number in text
    for line in truth.lines:
        assert line.sku in text
        assert layout.figure(line.amount).replace("\xa0", " ") in text


def test_a_drawn_order_is_the_same_bytes_each_time() -> None:
    truth = truths.order(5)
    assert papers.draw_pdf(truth) == papers.draw_pdf(truth)


def test_a_long_order_runs_over_pages_that_repeat_the_headings() -> None:
    pages = words_of(papers.draw_pdf(truths.order(5, count=120), layouts.LAYOUTS["zebra"]))
    assert len(pages) >= 3
    assert all("Unit Price" in page for page in pages[:-1])
    assert f"Page 1 of {len(pages)}" in pages[0]
    assert "continued" in pages[1]


def test_a_german_order_speaks_and_counts_in_german() -> None:
    truth = truths.order_of(world.buyer("KASTANIE"), [("THR-815", 100)], po_number="B-2026-1")
    text = words_of(papers.draw_pdf(truth, layouts.LAYOUTS["german"]))[0]
    assert "Gesamtbetrag" in text
    assert "3.060,00" in text
    assert "02.11.2026" in text
    assert "Jürgen Weißbach" in text


def test_the_text_lines_up_its_columns() -> None:
    truth = truths.order_of(world.buyer("MELROSE"), [("RNG-114", 12), ("THR-815", 100)], po_number="4500118")
    lines = papers.as_text(truth).splitlines()
    first, second = (next(line for line in lines if sku in line) for sku in ("RNG-114", "THR-815"))
    assert first.index("RNG-114") == second.index("THR-815")
    assert len(first) == len(second)


def test_html_escapes_what_it_shows() -> None:
    truth = truths.order_of(world.buyer("MELROSE"), [("RNG-114", 12)], po_number="<!channel>")
    html = papers.as_html(truth)
    assert "Melrose &amp; Finch Ltd" in html
    assert "&lt;!channel&gt;" in html
    assert "<!channel>" not in html


def test_a_list_and_prose_name_what_is_wanted() -> None:
    truth = truths.order_of(world.buyer("MELROSE"), [("RNG-114", 12)], po_number="4500118")
    assert "12 x RNG-114 @ 7.84" in papers.as_list(truth)
    assert "we will take 300 of the gold hoops." in papers.as_prose([(300, "gold hoops")], truth)


def test_csv_and_workbook_hold_the_same_items() -> None:
    truth = truths.order(11, count=4)
    rows = list(csv.reader(io.StringIO(papers.as_csv(truth))))
    sheet = ZipFile(io.BytesIO(papers.as_xlsx(truth))).read("xl/worksheets/sheet1.xml").decode()
    for line in truth.lines:
        assert any(line.sku in row for row in rows)
        assert line.sku in sheet
        assert f"<v>{line.amount}</v>" in sheet


@given(SEEDS)
def test_a_slip_of_the_fingers_changes_the_words(seed: int) -> None:
    slipped = papers.misspelt("gold hoops", random.Random(seed))
    assert abs(len(slipped) - len("gold hoops")) <= 1


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_no_language_calls_price_and_amount_the_same(language: str) -> None:
    for seed in range(50):
        picked = words.any_of(language, random.Random(seed))
        assert picked["unit_price"] != picked["amount"]


# --- what is no order


@pytest.mark.parametrize(
    ("paper", "says"),
    [
        (strays.invoice, "INVOICE"),
        (strays.quotation, "not an order"),
        (strays.packing_list, "PACKING LIST"),
        (strays.remittance, "REMITTANCE"),
        (strays.blank_form, "PURCHASE ORDER"),
    ],
)
def test_each_stray_says_what_it_is(paper: object, says: str) -> None:
    assert callable(paper)
    assert says in words_of(paper(truths.order(4)))[0]


def test_a_packing_list_tells_no_price() -> None:
    truth = truths.order_of(world.buyer("MELROSE"), [("RNG-114", 12)], po_number="4500118")
    text = words_of(strays.packing_list(truth))[0]
    assert "7.84" not in text
    assert "RNG-114" in text


def test_a_blank_form_orders_nothing() -> None:
    text = words_of(strays.blank_form(truths.order(4)))[0]
    assert not any(product.sku in text for product in world.PRODUCTS)


def test_a_newsletter_names_none_of_our_products() -> None:
    assert "winter fair" in words_of(strays.newsletter())[0]


@pytest.mark.parametrize("content", [strays.encrypted(), strays.broken(truths.order(4)), strays.ZERO_BYTES])
def test_a_damaged_file_opens_for_nobody(content: bytes) -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(content)


def test_a_picture_has_no_words() -> None:
    assert words_of(strays.picture_only())[0].strip() == ""


# --- mails


def test_a_new_order_carries_its_pdf() -> None:
    truth = truths.order(2)
    mail = parsed(mails.order_pdf(truth, at=AT, chance=chance()))
    attached = next(mail.iter_attachments())
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_filename() == f"PO-{truth.po_number}.pdf"
    assert attached.get_content() == papers.draw_pdf(truth)
    assert mail["From"].addresses[0].addr_spec == truth.contact.email
    assert mail["Date"].datetime == AT


def test_two_mails_from_one_chance_have_two_message_ids() -> None:
    one = chance()
    first, second = (parsed(mails.vague(world.BUYERS[0], chance=one))["Message-ID"] for _ in range(2))
    assert first != second


def test_the_same_chance_gives_the_same_mail() -> None:
    truth = truths.order(2)
    assert mails.order_pdf(truth, chance=chance()) == mails.order_pdf(truth, chance=chance())
    assert replies.bounce(letter(), at=AT, chance=chance()).count(b"MIME-Version: 1.0") >= 2


def test_an_order_in_the_body_comes_as_text_and_html() -> None:
    truth = truths.order(2)
    raw = mails.order_in_body(truth, papers.as_text(truth), papers.as_html(truth), chance=chance())
    mail = parsed(raw)
    assert truth.po_number in text_of(mail)
    assert "<table" in text_of(mail, "html")


@pytest.mark.parametrize("client", replies.Client)
def test_a_reply_holds_the_new_words_and_quotes_the_letter(client: replies.Client) -> None:
    sender = world.buyer("MELROSE").contacts[0]
    mail = parsed(replies.reply(letter(), "Approved, thanks!", client, sender=sender, at=AT, chance=chance()))
    assert "Approved, thanks!" in text_of(mail)
    assert 'Please reply with "approved".' in text_of(mail)
    assert mail["In-Reply-To"] == "<abc123@harbourandpine.example>"
    assert mail["References"] == "<first@melrosefinch.example> <abc123@harbourandpine.example>"
    assert mail["To"].addresses[0].addr_spec == "orders+abc123@harbourandpine.example"
    assert mail["Subject"] == "Re: Your order 4500118 (our SO-10021)"


@pytest.mark.parametrize(
    ("client", "mark"),
    [
        (replies.Client.GMAIL, "gmail_quote"),
        (replies.Client.OUTLOOK, "MsoNormal"),
        (replies.Client.APPLE, 'blockquote type="cite"'),
    ],
)
def test_html_clients_leave_their_marks(client: replies.Client, mark: str) -> None:
    sender = world.buyer("MELROSE").contacts[0]
    mail = parsed(replies.reply(letter(), "5 < 6 & yes", client, sender=sender, at=AT, chance=chance()))
    assert mark in text_of(mail, "html")
    assert "5 &lt; 6 &amp; yes" in text_of(mail, "html")


def test_new_words_stand_above_or_below_as_the_client_has_it() -> None:
    sender = world.buyer("MELROSE").contacts[0]
    above, below = (
        text_of(parsed(replies.reply(letter(), "Yes.", client, sender=sender, at=AT, chance=chance())))
        for client in (replies.Client.TOP_POSTED, replies.Client.BOTTOM_QUOTED)
    )
    assert above.index("Yes.") < above.index("Dear Ana") < len(above)
    assert below.index("Yes.") > below.index("> Dear Ana")


def test_a_reply_can_lose_its_thread_on_the_way() -> None:
    sender = world.buyer("MELROSE").contacts[0]
    mail = parsed(replies.reply(letter(), "ok", sender=sender, at=AT, chance=chance(), threaded=False))
    assert mail["In-Reply-To"] is None
    assert mail["References"] is None


def test_a_forged_answer_looks_right_and_brings_its_own_verdict() -> None:
    ana = world.buyer("MELROSE").contacts[0]
    raw = replies.forged(letter(), "approved", pretending=ana, at=AT, chance=chance())
    mail = parsed(mails.received(raw, server="mx.harbourandpine.example", verdict="fail", at=AT))
    verdicts = [str(verdict) for verdict in mail.get_all("Authentication-Results", [])]
    assert mail["From"].addresses[0].addr_spec == ana.email
    assert [verdict.split(";")[0].strip() for verdict in verdicts] == [
        "mx.harbourandpine.example",
        "mx.cheap-relay.example",
    ]
    assert "dmarc=fail" in verdicts[0]
    assert "dmarc=pass" in verdicts[1]


def test_an_out_of_office_says_that_it_is_automatic() -> None:
    sender = world.buyer("MELROSE").contacts[0]
    mail = parsed(replies.out_of_office(letter(), sender=sender, at=AT, chance=chance()))
    assert mail["Auto-Submitted"] == "auto-replied"


def test_a_bounce_is_a_delivery_report_about_the_letter() -> None:
    mail = parsed(replies.bounce(letter(), at=AT, chance=chance()))
    told, status, original = mail.iter_parts()
    assert mail.get_content_type() == "multipart/report"
    assert mail.get_param("report-type") == "delivery-status"
    assert told.get_content_type() == "text/plain"
    assert status.get_content_type() == "message/delivery-status"
    assert "5.1.1" in str(status)
    assert original.get_payload(0)["Message-ID"] == "<abc123@harbourandpine.example>"  # type: ignore[index]  # typeshed: a message holds messages
