"""Labels that no list holds are understood by the words they are built of, and what has an unknown word is not."""

import pytest

from parsers.form import building, lexicon


@pytest.mark.parametrize(
    ("label", "same_as"),
    [
        ("Abruf-Nr.", "order number"),
        ("LPO No. / رقم", "order number"),
        ("Call-off no.", "order number"),
        ("発注番号", "order number"),
        ("Número de documento", "document number"),
        ("Fecha de contabilización", "issue date"),
        ("Fecha de emisión del pedido", "order date"),
        ("注文日", "order date"),
        ("Date / التاريخ", "date"),
        ("Arrivée prévue", "delivery date"),
        ("Date de livraison souhaitée", "delivery date"),
        ("Requested receipt date", "delivery date"),
        ("Delivery required by", "deliver by"),
        ("Fecha de vencimiento", "cancel date"),
        ("Date de facture", "invoice date"),
        ("Payment / الدفع", "payment terms"),
        ("Lieferungs-Anschrift", "delivery address"),
    ],
)
def test_a_label_is_what_its_words_say(label: str, same_as: str) -> None:
    assert building.meaning(tuple(label.split())) == lexicon.key(same_as)


@pytest.mark.parametrize(
    "words",
    ["Vendor no.", "Contract no.", "Delivery note no.", "Order total", "Ship to", "In order", "Terms", "Order"],
)
def test_words_that_say_something_else_are_no_such_label(words: str) -> None:
    assert building.meaning(tuple(words.split())) is None


def test_every_meaning_is_a_wording_of_the_lists() -> None:
    said = {*building.MEANINGS.values(), *building.TWICE.values()}
    assert {one for one in said if lexicon.key(one) not in lexicon.PARTIES_AND_FIELDS} == set()
