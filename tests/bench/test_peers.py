import json
from pathlib import Path

import pytest

from bench import peers
from playground.orders import making


def test_what_others_made_of_a_paper_is_held_against_its_truth() -> None:
    made = making.make(500_000, form="pdf")
    paper = peers.Paper(made.name, made.data, dict(made.truth))
    whole = dict(paper.truth)
    lacking = {**whole, "po_number": None, "lines": whole["lines"][1:]}

    def row(order: dict[str, object], *, touchless: bool | None) -> list[str]:
        read = {"orders": [order], "touchless": touchless}
        return peers._row([peers.Told("a reader", paper, read, 1.0)])[:4]

    assert row(whole, touchless=True) == ["1 of 1", "1", "100%", "0"]
    assert row(lacking, touchless=True)[:2] == ["0 of 1", "0"]
    assert row(lacking, touchless=True)[3] == "1"
    assert row(lacking, touchless=None)[3] == "-"


def test_a_folder_of_papers_with_truths_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = making.make(500_001, form="pdf")
    (tmp_path / "one.pdf").write_bytes(made.data)
    (tmp_path / "one.json").write_text(json.dumps(made.truth))
    (tmp_path / "without truth.pdf").write_bytes(made.data)
    monkeypatch.setattr(peers, "PLACE", tmp_path / "nobody")

    (table,) = peers.run(tmp_path)

    assert [next(iter(column.cells)) for column in table.columns][1] == peers.OURS
    assert table.row_count == 1
    assert "not installed" in str(table.caption)
