"""Teaching at the terminal: a correction, the lessons it leaves, and the documents to try them on."""

import json
from dataclasses import replace
from pathlib import Path

from bot import settings, wiring
from desk import orders
from playground.samples import layouts, papers
from tests.bot import build
from tests.bot.test_cli import Terminal, stocked, terminal

__all__ = ["stocked", "terminal"]  # fixtures

HOUSE = replace(layouts.LAYOUTS["grid"], wording={"po_number": "Vorgang"})


def opened(terminal: Terminal, folder: Path, po_number: str) -> orders.Order:
    """A mail with an order in words of its own is put in by hand, and a worker opens it."""
    paper = papers.draw_pdf(build.truth(po_number), HOUSE)
    (folder / "order.eml").write_bytes(build.note("Our order.", ("order.pdf", paper)))
    terminal("ingest", "order.eml")
    with wiring.open_office(settings.read()) as desk:
        build.labour(desk).once()
        return build.every(desk)[-1]


def test_an_order_is_corrected_and_says_what_was_learned(stocked: Terminal, tmp_path: Path) -> None:
    order = opened(stocked, tmp_path, "4500118")

    said = stocked("correct", order.number, "po_number=4500118", "--by", "Ben")

    assert said.code == 0
    assert "is corrected" in said.out
    assert "Learned (lesson 1): the label “Vorgang” names the po number." in said.out
    assert "Ben corrected the order" in stocked("po", "history", order.number).out


def test_lessons_are_listed_and_taken_back(stocked: Terminal, tmp_path: Path) -> None:
    assert "Nothing was taught yet" in stocked("lessons").out
    order = opened(stocked, tmp_path, "4500118")
    stocked("correct", order.number, "po_number=4500118", "--by", "Ben")

    assert "Vorgang" in stocked("lessons", "melrose").out
    assert "Nothing was taught yet" in stocked("lessons", "HERON").out
    assert "Lesson 1 is taken back" in stocked("correct", "--undo", "1").out
    assert "no lesson" in stocked("correct", "--undo", "1").err


def test_what_cannot_be_corrected_is_a_sentence(stocked: Terminal, tmp_path: Path) -> None:
    order = opened(stocked, tmp_path, "4500118")

    assert "Say which order" in stocked("correct").err
    assert "There is no field" in stocked("correct", order.number, "colour=red").err
    assert "There is no order" in stocked("correct", "SO-9", "po_number=1").err


def test_a_file_teaches_into_a_file_and_the_next_is_read_with_it(terminal: Terminal, tmp_path: Path) -> None:
    for name, number in (("first.pdf", "4500118"), ("second.pdf", "4500119")):
        (tmp_path / name).write_bytes(papers.draw_pdf(build.truth(number), HOUSE))

    taught = terminal("read", "first.pdf", "--lessons", "ours.json", "--teach", "po_number=4500118")
    read = json.loads(terminal("read", "second.pdf", "--json", "--lessons", "ours.json").out)

    assert "the label “Vorgang” names the po number" in taught.err
    assert read["orders"][0]["po_number"] == "4500119"
    assert read["orders"][0]["evidence"]["po_number"]["taught"].startswith("taught by")
    assert "one file" in terminal("read", "first.pdf", "second.pdf", "--teach", "po_number=1").err


def test_a_file_that_holds_no_lessons_is_a_sentence(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "ours.json").write_text("[1]")
    (tmp_path / "order.txt").write_text("Hello")

    assert "holds no lessons" in terminal("read", "order.txt", "--lessons", "ours.json").err


def test_a_corrected_order_is_kept_and_read_again(stocked: Terminal, tmp_path: Path) -> None:
    order = opened(stocked, tmp_path, "4500118")
    stocked("correct", order.number, "po_number=4500118")

    assert "Kept" in stocked("corpus", "add", order.number).out
    assert stocked("corpus", "check").code == 0
    stocked("correct", "--undo", "1")
    checked = stocked("corpus", "check")

    assert checked.code == 1
    assert "po_number" in checked.out
    assert "1 of 1 document(s)" in checked.out


def test_a_file_with_a_truth_is_kept_as_well(stocked: Terminal, tmp_path: Path) -> None:
    (tmp_path / "order.pdf").write_bytes(papers.draw_pdf(build.truth("4500118")))

    assert "Kept" in stocked("corpus", "add", "order.pdf", "lines.1.quantity=25").out
    checked = stocked("corpus", "check")

    assert (checked.code, "lines.1.quantity" in checked.out, "25" in checked.out) == (1, True, True)
    (tmp_path / "order.txt").write_text("Hello")
    assert "no order(s)" in stocked("corpus", "add", "order.txt").err


def test_a_corpus_that_is_none_is_a_sentence(stocked: Terminal, tmp_path: Path) -> None:
    assert "There is no folder" in stocked("corpus", "check").err
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.pdf").write_bytes(b"")
    (tmp_path / "corpus" / "a.pdf.truth.json").write_text("{}")
    assert "no truth of a document" in stocked("corpus", "check").err
