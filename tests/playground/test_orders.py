import json
import re
import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from parsers import document
from parsers.pages import html, sheet, text
from playground.orders import __main__ as orders
from playground.orders import making

SEEDS = range(25)


def printed(made: making.Made) -> str:
    """Every word of the document, without the spaces, in one case."""
    match made.form:
        case "pdf":
            with pypdfium2.PdfDocument(made.data) as opened:
                words = " ".join(page.get_textpage().get_text_range() for page in opened)
        case "html":
            words = " ".join(word.text for page in html.pages(made.data) for word in page.words)
        case "xlsx":
            words = " ".join(word.text for page in sheet.pages(made.data) for word in page.words)
        case _:
            words = " ".join(word.text for page in text.pages(made.data) for word in page.words)
    return squashed(words)


def squashed(words: str) -> str:
    return re.sub(r"[\s￾\u00ad]+", "", unicodedata.normalize("NFKC", words)).casefold()


@pytest.mark.parametrize("form", making.FORMS)
def test_the_same_seed_gives_the_same_bytes(form: str) -> None:
    first, second = making.make(11, form=form), making.make(11, form=form)

    assert first.data == second.data
    assert first.truth == second.truth


def test_another_seed_gives_another_order() -> None:
    assert len({made.truth["po_number"] for made in orders.series(3, 30)}) == 30


@pytest.mark.parametrize("form", making.FORMS)
def test_what_the_truth_says_is_printed(form: str) -> None:
    for seed in SEEDS:
        made = making.make(seed, form=form)
        words = printed(made)
        lines = made.truth["lines"]
        assert isinstance(lines, list)

        assert squashed(str(made.truth["po_number"])) in words, made.name
        assert squashed(made.look.buyer.name) in words, made.name
        for line in lines:
            if line["sku"] is not None and not (form == "pdf" and len(made.look.columns) > 7):
                assert squashed(line["sku"]) in words, made.name


def test_orders_of_one_layout_look_the_same_and_say_other_things() -> None:
    first, second = making.make(1, layout=5), making.make(2, layout=5)

    assert first.look == second.look
    assert first.truth["po_number"] != second.truth["po_number"]


def test_unusual_labels_are_those_of_no_lexicon() -> None:
    usual, unusual = making.make(4), making.make(4, unusual=True)

    changed = {key for key, word in unusual.look.words.items() if word != usual.look.words[key]}
    assert 2 <= len(changed) <= 4


def test_an_order_written_to_a_folder_lies_beside_its_truth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["orders", "--seed", "5", "--count", "3", "--to", str(tmp_path)])

    orders.main()

    truths = sorted(tmp_path.glob("*.json"))
    assert len(truths) == 3
    assert all(json.loads(truth.read_text())["lines"] for truth in truths)
    assert len(list(tmp_path.iterdir())) == 6
    assert all(
        document.read(path.read_bytes(), name=path.name) for path in tmp_path.iterdir() if path.suffix != ".json"
    )
