import base64
import email
import email.policy
import time
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.reading import Intent
from parsers import mail, reply
from tests.parsers import clients

YES = {
    "en": (
        "approved",
        "Approved!",
        "Approved, thanks.",
        "Yes, we approve this order.",
        "I confirm the order, thank you.",
        "aproved",
        "Hi Ben,\n\napproved. Please proceed.\n\nAna",
        '"approved"',
        "Confirmed. Have a great weekend!",
        "Approved PO 4500118",
        "APPROVED",
        "Looks good, approved 👍",
        "approved thanks Ben",
    ),
    "de": (
        "genehmigt",
        "Hiermit bestätigen wir die Bestellung. Vielen Dank!",
        "Guten Tag Herr Hall,\n\nfreigegeben.\n\nMfG",
    ),
    "fr": ("approuvé", "Bonjour,\n\nnous confirmons la commande, merci.", "Validé !"),
    "es": ("aprobado", "Hola Ben,\n\naprobamos el pedido. Muchas gracias.", "Confirmado, gracias"),
    "it": ("approvato", "Confermiamo l'ordine, grazie mille."),
    "nl": ("akkoord", "Hierbij bevestigen wij de bestelling. Bedankt!"),
    "pt": ("aprovado", "Confirmamos o pedido, obrigada."),
    "sv": ("godkänt", "Vi godkänner ordern. Tack!"),
    "pl": ("zatwierdzam", "Potwierdzamy zamówienie. Dziękujemy."),
    "ja": ("承認します。", "お世話になっております。\n注文を承認いたします。よろしくお願いいたします。"),
    "zh": ("同意", "您好，我们确认订单。谢谢！"),
}
LIGHT = (
    "ok",
    "OK!",
    "yes",
    "go ahead",
    "👍",
    "Sounds good, thanks",
    "ja, passt",
    "d'accord",
    "de acuerdo",
    "va bene",
    "はい",
    "好的",
)
NO_YES = {
    Intent.REJECT: (
        "not approved",
        "Not approved.",
        "We do not approve this order.",
        "I can't approve this",
        "rejected",
        "No.",
        "Please cancel the order.",
        "nicht genehmigt",
        "abgelehnt",
        "Nous n'approuvons pas.",
        "no aprobado",
        "non approvato",
        "niet akkoord",
        "não aprovado",
        "inte godkänt",
        "nie zatwierdzam",
        "承認できません",
        "不同意",
        "disapproved",
        "unapproved",
        "no, we don't want it",
    ),
    Intent.CHANGE: (
        "approved but make it 250",
        "Approved\nbut make it 250",
        "Approved.\n\nPlease change the hoops to 48.",
        "make it 250",
        "48 instead of 24",
        "Approved, but drop the gold hoops",
        "yes, add 2 of RNG-114",
        "approve 1, hold 2",
        "ship to our Leeds store",
        "price should be 4.20, otherwise approved",
        "genehmigt, aber bitte 48 statt 24",
        "approuvé mais changez la quantité",
        "aprobado pero cambie a 250",
        "approvato, ma modificare la quantità a 48",
        "akkoord, maar 48 in plaats van 24",
        "同意，但是改成48",
        "承認しますが、数量を48に変更してください",
        "net 45 not net 30",
        "approved for 20 pieces",
    ),
    Intent.QUESTION: (
        "approved?",
        "Is this approved?",
        "Can you ship by Friday?",
        "When will it arrive?",
        "Was it approved already?",
        "Should I reply approved?",
        "genehmigt?",
        "approuvé ?",
        "¿aprobado?",
        "承認ですか？",
        "What does version 1 mean",
    ),
    Intent.UNCLEAR: (
        "will get it approved tomorrow",
        "approved pending Bob",
        "Approved if you ship by Friday",
        "my manager approved it",
        "It will be approved tomorrow.",
        "I think this is approved",
        "to be approved",
        "Approved by Bob",
        "please approve",
        "Reply approved",
        "approved once the samples arrive",
        "not yet approved",
        "I approved the last one",
        "Thanks",
        "Received, thank you.",
        "Noted.",
        "confirm the prices",
        "approved, no",
        "subject to approval",
        "Approved unless Bob objects",
        "hopefully approved soon",
        "almost approved",
        "wird morgen genehmigt",
        "sera approuvé demain",
        "sarà approvato domani",
        "wordt morgen goedgekeurd",
        "forwarded to Bob who approved",
        "Bob said approved",
        "approved in principle",
        "Great, thanks!",
        "We approve of your new logo",
        "Approved Not",
        "I have not approved anything yet",
        "明日承認します",
        "等经理批准",
    ),
}
ALL_YES = [phrase for phrases in YES.values() for phrase in phrases]
ALL_NO_YES = [(intent, phrase) for intent, phrases in NO_YES.items() for phrase in phrases]


def heard(raw: bytes, sent: reply.Letter | None = clients.LETTER) -> reply.Words:
    return reply.new_words(mail.read(raw), sent=sent)


def meant(raw: bytes, sent: reply.Letter | None = clients.LETTER) -> Intent:
    return reply.meaning(heard(raw, sent)).intent


@pytest.mark.parametrize("client", clients.CLIENTS, ids=lambda client: client.__name__)
def test_the_new_words_are_found_however_the_letter_is_quoted(client: clients.Client) -> None:
    words = heard(client("Thank you Ben.\n\nLet us talk on Monday about the rest."))

    assert words.text.split() == "Thank you Ben. Let us talk on Monday about the rest.".split()
    assert words.is_sure, words.why


def some_clients(phrase: str) -> list[clients.Client]:
    """A quarter of the clients, other ones for each phrase, so that each client meets many."""
    return [client for place, client in enumerate(clients.CLIENTS) if (place + len(phrase)) % 4 == 0]


@pytest.mark.parametrize("phrase", ALL_YES)
def test_a_plain_yes_approves(phrase: str) -> None:
    for client in some_clients(phrase):
        meaning = reply.meaning(heard(client(phrase)))

        assert (meaning.intent, meaning.is_light) == (Intent.APPROVE, False), (client.__name__, meaning.why)


@pytest.mark.parametrize(("intent", "phrase"), ALL_NO_YES)
def test_what_is_no_yes_never_approves(intent: Intent, phrase: str) -> None:
    for client in some_clients(phrase):
        assert meant(client(phrase)) is intent, client.__name__


@pytest.mark.long
@pytest.mark.parametrize("client", clients.CLIENTS, ids=lambda client: client.__name__)
def test_every_phrase_means_the_same_in_every_client(client: clients.Client) -> None:
    for phrase in ALL_YES:
        assert meant(client(phrase)) is Intent.APPROVE, phrase
    for intent, phrase in ALL_NO_YES:
        assert meant(client(phrase)) is intent, phrase


@pytest.mark.parametrize(
    "words",
    [
        "Approved.\nOn line 2 make it 250",
        "Approved.\nOn 3/12/2026 ship 250",
        "Approved.\nOn Monday 9 March 2026 we need 250 more",
        "Approved.\nIn my last mail I wrote: make it 250",
        "Approved.\nFrom: 24\nTo: 250",
        "Approved.\n-- 250 instead of 24",
    ],
)
@pytest.mark.parametrize("client", clients.CLIENTS, ids=lambda client: client.__name__)
def test_a_line_that_looks_like_a_mark_still_takes_a_yes_back(client: clients.Client, words: str) -> None:
    assert meant(client(words)) is not Intent.APPROVE


@pytest.mark.parametrize("phrase", LIGHT)
def test_a_light_yes_says_that_it_is_light(phrase: str) -> None:
    meaning = reply.meaning(heard(clients.gmail(phrase)))

    assert (meaning.intent, meaning.is_light) == (Intent.APPROVE, True)


@pytest.mark.parametrize("client", clients.CLIENTS, ids=lambda client: client.__name__)
@pytest.mark.parametrize("sent", [clients.LETTER, None], ids=["against the letter", "by structure alone"])
def test_an_empty_reply_says_nothing_of_what_we_wrote(client: clients.Client, sent: reply.Letter | None) -> None:
    raw = client("")
    words = heard(raw, sent)

    assert meant(raw, sent) is not Intent.APPROVE
    if sent is not None:
        assert "approved" not in words.text


@pytest.mark.parametrize(
    "line",
    [
        "If everything is right, please reply approved.",
        'please reply "approved"',
        '> If everything is right, please reply "approved".',
        'right, please reply "approved". We start',
        "We start packing when we have your approval.",
    ],
)
def test_a_line_of_our_own_letter_is_no_yes(line: str) -> None:
    assert meant(clients.mailed(f"{line}\n\n{clients.LETTER.text}")) is not Intent.APPROVE
    assert meant(clients.mailed(f"Thanks.\n\n{line}\n")) is not Intent.APPROVE


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("24 pieces at 4.50", "48 pieces at 4.50"),
        ("at 4.50 GBP", "at 4.20 GBP"),
        ("net 30", "net 45"),
        ("12 March", "20 March"),
        ("Gold hoops", "Silver hoops"),
        ("12 March 2026\n", "12 March 2026 and not later\n"),
        ("Hoop\n", "Hoop\n\nBut make it 250\n"),
    ],
)
@pytest.mark.parametrize("is_marked", [True, False])
def test_a_change_made_within_our_letter_takes_a_yes_back(ours: str, theirs: str, is_marked: bool) -> None:  # noqa: FBT001 - a parameter of the test
    block = f"From: {clients.US}\nSent: Monday, March 2, 2026\nTo: {clients.ANA}\nSubject: order\n\n"
    letter = clients.LETTER.text[::-1].replace(ours[::-1], theirs[::-1], 1)[::-1]
    changed = clients.LETTER.text.replace(ours, theirs, 1) if ours != "Hoop\n" else letter
    raw = clients.mailed(f"Approved, thanks.\n\n{block if is_marked else ''}{changed}")

    assert meant(raw) is not Intent.APPROVE


def test_a_file_that_came_along_takes_a_yes_back() -> None:
    message = email.message_from_bytes(clients.gmail("Approved"), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    message.add_attachment(b"%PDF-1.4 another order", maintype="application", subtype="pdf", filename="PO.pdf")

    words = heard(bytes(message))

    assert words.files == ("PO.pdf",)
    assert reply.meaning(words).intent is Intent.UNCLEAR


@pytest.mark.parametrize(
    "words",
    [
        "<s>approved</s> rejected",
        "<p><del>approved</del></p>",
        "approved <strike>but</strike> 48",
        "<p>approved</p><p>[ ] yes [x] no</p>",
    ],
)
def test_words_struck_out_or_boxes_to_tick_are_no_yes(words: str) -> None:
    assert meant(clients.mailed(None, words)) is not Intent.APPROVE


@pytest.mark.parametrize(
    "words",
    [
        "approved thanks minus hoops",
        "Hello different quantities,\napproved",
        "Hi please wait,\nApproved",
        "请等经理\n同意",
        "Approved as attached",
        "Approved with the attached changes",
        "We agreed the prices, not the dates",
        "☐ approved ☐ rejected",
        "[ ] approved",
        "approved/declined",
        "Approved: no",
        "Approved; 24",
        "Approved 👎",
        "yes and no",
        "Please confirm",
        "approve what?",
        "Approved (see below)",
        "un approved",
        "non-approved",
        "approved... not",
        "Approved by mistake",
        "I approve of the first line",
        "confirm receipt",
        "I confirm receipt of your confirmation",
        "ok to discuss",
        "yes but later",
        "Accepted your invitation: order review",
        "Approved v2",
        "Approved order SO-10022",
    ],
)
def test_words_that_only_sound_like_yes_do_not_approve(words: str) -> None:
    assert meant(clients.unquoting(words)) is not Intent.APPROVE
    assert meant(clients.gmail(words)) is not Intent.APPROVE


@pytest.mark.parametrize(
    "tail",
    [
        "Regards,\nAna\n\nPS: but make it 250",
        "Best,\nAna\nP.S. please hold the studs",
        "-- \nAna Lima\nnot approved before Bob signs, however",
        "Sent from my iPhone\nexcept the gold hoops",
        "Regards\nAna\n48 hoops please",
        "Regards\nAna\n48 pieces",
        "Thanks\n\nKind regards,\nAna\n\nCan you ship on Friday?",
    ],
)
def test_a_postscript_takes_a_yes_back(tail: str) -> None:
    assert meant(clients.mailed(f"Approved.\n\n{tail}\n")) is not Intent.APPROVE


@pytest.mark.parametrize(
    "tail",
    [
        "Ana",
        "Best,\nAna Lima\n+44 113 496 0000",
        "-- \nAna Lima\nFernhill Gifts",
        "Sent from my iPhone",
        "Von meinem iPhone gesendet",
        "Get Outlook for iOS",
        "Cordialement,\nAna",
        "Mit freundlichen Grüßen\nAna",
    ],
)
def test_a_signature_leaves_a_yes_as_it_is(tail: str) -> None:
    words = heard(clients.mailed(f"Approved.\n\n{tail}\n"))

    assert reply.meaning(words).intent is Intent.APPROVE


def test_an_answer_between_quoted_lines_is_heard() -> None:
    above, line, below = clients.LETTER.text.partition("Total: 208.80 GBP\n")
    raw = clients.mailed(
        f"{clients.quoted(above + line)}\n\nthis should be 198.00\n\n{clients.quoted(below)}\n\napproved\n"
    )

    assert "198.00" in heard(raw).text
    assert meant(raw) is not Intent.APPROVE


def test_an_answer_put_into_the_quote_without_a_mark_is_heard() -> None:
    changed = clients.LETTER.text.replace(
        "Payment terms: net 30\n", "Payment terms: net 30\nplease make this 45 days\n"
    )
    block = f"From: {clients.US}\nSent: Monday, March 2, 2026\nTo: {clients.ANA}\nSubject: order"
    raw = clients.mailed(f"Approved, see below.\n\n{block}\n\n{changed}")

    assert "45 days" in heard(raw).text
    assert meant(raw) is not Intent.APPROVE


def test_a_forwarded_yes_is_hearsay() -> None:
    block = "From: Bob <bob@fernhill.example>\nDate: Mon, 2 Mar 2026\nSubject: Re"
    forwarded = f"---------- Forwarded message ---------\n{block}\n\n{clients.LETTER.text}"

    assert meant(clients.mailed(f"Approved\n\n{forwarded}")) is Intent.UNCLEAR
    assert meant(clients.mailed(forwarded.replace("Hello Ana,", "Approved"))) is not Intent.APPROVE


def test_a_yes_above_another_letter_is_not_sure() -> None:
    other = "\n".join(f"> line {number} of some other letter that nobody here has sent" for number in range(9))
    words = heard(clients.mailed(f"approved\n\nOn 1 Mar 2026, Bob <bob@x.example> wrote:\n{other}\n"))

    assert not words.is_sure
    assert reply.meaning(words).intent is Intent.UNCLEAR


def test_two_forms_that_disagree_are_not_sure() -> None:
    words = heard(clients.mailed("approved", "<p>not approved</p>"))

    assert not words.is_sure
    assert words.text == "not approved"
    assert meant(clients.mailed("not approved", "<p>approved</p>")) is not Intent.APPROVE


def test_without_a_letter_only_a_clear_boundary_is_sure() -> None:
    assert meant(clients.gmail("approved"), None) is Intent.APPROVE
    assert meant(clients.unquoting("approved"), None) is Intent.UNCLEAR
    assert meant(clients.unmarked("approved"), None) is not Intent.APPROVE


@pytest.mark.parametrize(
    "hidden",
    [
        "<div style='display:none'>approved</div>",
        "<!-- approved -->",
        "<style>approved</style>",
        "<title>approved</title>",
        "<script>approved</script>",
    ],
)
def test_words_that_nobody_sees_are_not_heard(hidden: str) -> None:
    assert "approved" not in heard(clients.mailed(None, f"<html><body>{hidden}<p>Thanks</p></body></html>")).text


def test_the_subject_is_no_yes() -> None:
    assert meant(clients.mailed("Thanks Ben", subject="approved")) is not Intent.APPROVE


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "utf-16"])
def test_a_yes_in_base64_is_heard(charset: str) -> None:
    body = base64.encodebytes("Godkänt, tack!".encode(charset)).decode()
    fields = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: base64"

    assert meant(f"From: {clients.ANA}\n{fields}\n\n{body}".encode()) is Intent.APPROVE


def test_a_yes_in_a_flowed_mail_is_heard() -> None:
    text = "Approved. Thank \nyou.\n\n" + clients.quoted(width=60).replace("\n", " \n")
    raw = f"From: {clients.ANA}\nContent-Type: text/plain; format=flowed\n\n{text}".encode()

    assert meant(raw) is Intent.APPROVE


@given(st.text(max_size=400))
def test_any_words_get_a_meaning(text: str) -> None:
    raw = clients.mailed(text.encode("utf-8", "replace").decode().replace("\r", " "))

    assert reply.meaning(heard(raw)).intent in Intent


@given(st.text(alphabet=st.sampled_from("approved not but maybe 250 yes ok?\n> -_:@"), max_size=60))
def test_a_yes_is_only_made_of_words_of_yes(text: str) -> None:
    meaning = reply.meaning(heard(clients.mailed(text)))

    if meaning.intent is Intent.APPROVE:
        assert not {"not", "but", "maybe", "250"} & set(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "> " * 100_000,
        ">" * 300_000,
        "On " * 100_000,
        "a\n" * 200_000,
        "From: x\n" * 50_000,
        "-" * 300_000,
        "On 2026 wrote " * 30_000 + ":",
        "approved " * 50_000,
        "_" * 100_000 + "\n" + "-" * 100_000,
        "<" * 200_000,
        "no " * 100_000,
        "is it " * 60_000,
        "thanks\n" * 50_000,
        "approved, " * 30_000,
        "承認" * 100_000,
        "p.s. " * 50_000,
    ],
    ids=range(16),
)
def test_hostile_replies_take_bounded_time(text: str) -> None:
    raw = f"From: {clients.ANA}\nContent-Type: text/plain; charset=utf-8\n\n{text}".encode()
    begun = time.process_time()

    reply.meaning(heard(raw))

    assert time.process_time() - begun < 2
