"""Terms of payment are known by their words, and no sentence of something else is taken for them."""

import pytest

from parsers.form import payment
from tests.parsers.form import build

WHOLE = (
    "Due on receipt", "Net 60 days", "NET45", "2% 10, net 45", "30 days net", "60 Days credit", "Payment in advance",
    "100% against delivery", "Vorkasse", "14 Tage 2% Skonto, 30 Tage netto", "Comptant", "45 jours net",
    "30 días fecha factura", "Pronto pagamento", "À vista", "Rimessa diretta", "30 gg f.m.", "60 dagen na factuurdatum",
    "30 dagar netto", "przelew 30 dni", "převodem 30 dnů", "Peşin", "L/C at sight",
)  # fmt: skip
OTHER = (
    "Please follow the below instructions while sharing the invoice",
    "1. ACCEPTANCE: Taxes are shown separately on the invoice together with the rate",
    "Over deliveries above 0.5 percent are refused the day of receipt. If a credit is refused because of a",
    "Delivery date", "Due date", "Terms and conditions",
)  # fmt: skip


@pytest.mark.parametrize("text", WHOLE)
def test_words_that_say_when_is_paid_are_terms(text: str) -> None:
    assert payment.is_whole(text)
    assert payment.may_be(text)


@pytest.mark.parametrize("text", ["30日以内", "月末締め翌月末払い", "月结30天", "60天", "익월말 현금"])
def test_terms_written_without_spaces_are_known_by_their_characters(text: str) -> None:
    assert payment.may_be(text)


@pytest.mark.parametrize("text", OTHER)
def test_words_of_something_else_are_no_terms(text: str) -> None:
    assert not payment.is_whole(text)
    assert not payment.may_be(text)


def test_few_unknown_words_are_terms_only_behind_a_colon() -> None:
    assert payment.may_be("as agreed", is_named=True)
    assert not payment.may_be("as agreed")
    assert not payment.may_be("14 March 2026", is_named=True)


@pytest.mark.parametrize(
    ("line", "terms"),
    [
        ("Settlement terms: Due on receipt", "Due on receipt"),
        ("Mod. pagamento: Rimessa diretta", "Rimessa diretta"),
        ("Terms: Payment in advance", "Payment in advance"),
        ("Our terms are 30 days.", "30 days"),
        ("Collected by our own lorry. Payment 60 days from collection.", "60 days from collection"),
        ("(This order is on Credit 15 days)", "Credit 15 days"),
    ],
)
def test_a_paper_says_its_terms_at_a_label_or_in_a_sentence(line: str, terms: str) -> None:
    assert build.only(build.read(_with(line))).payment_terms == terms


@pytest.mark.parametrize(
    "line",
    [
        "Payment does not mean that the goods have been accepted within 12 months.",
        "4. Invoices are paid 45 days after receipt, without prejudice to claims.",
        "Payment is made 30 days after receipt of the goods and of a correct invoice, whichever is later.",
        "Terms and conditions of purchase apply.",
    ],
)
def test_a_clause_states_no_terms(line: str) -> None:
    assert build.only(build.read(_with(line))).payment_terms is None


def test_two_sentences_that_differ_state_no_terms() -> None:
    text = _with("Our terms are 30 days.") + "\nOur terms are 60 days.\n"

    assert build.only(build.read(text)).payment_terms is None


def test_the_time_to_pay_stands_before_the_way_of_paying() -> None:
    text = _with("Payment Method: Open Account", "Payment Terms: NET 90 DAYS")

    assert build.only(build.read(text)).payment_terms == "NET 90 DAYS"


def _with(*lines: str) -> str:
    title, rest = build.paper().split("\n", 1)
    return "\n".join([title, "", *lines, rest])


@pytest.mark.parametrize(
    ("said", "terms"), [("FOB Origin", "FOB Origin"), ("0.00", None), ("USD", None), ("14.", None)]
)
def test_terms_of_delivery_are_words(said: str, terms: str | None) -> None:
    assert build.only(build.read(_with(f"Shipping terms: {said}"))).shipping_terms == terms
