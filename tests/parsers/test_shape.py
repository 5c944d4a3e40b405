import json
from pathlib import Path

import jsonschema
import pytest

from parsers import document, shape
from playground.samples import papers, truths

SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "reading.schema.json").read_text())
TRUTH = truths.order(71, count=4)


@pytest.mark.parametrize(
    "data",
    [papers.draw_pdf(TRUTH), papers.as_list(TRUTH).encode(), b"", papers.as_xlsx(TRUTH)],
    ids=["pdf", "list", "unreadable", "workbook"],
)
def test_every_reading_keeps_to_the_contract(data: bytes) -> None:
    told = shape.as_json(document.read(data, name="x"), path="in/x", seconds=0.0123)

    jsonschema.validate(json.loads(json.dumps(told)), SCHEMA, format_checker=jsonschema.FormatChecker())
    assert told["path"] == "in/x"


def test_figures_are_plain_and_dates_iso() -> None:
    told = shape.as_json(document.read(papers.draw_pdf(TRUTH), name="x"), path="x", seconds=0)

    order = told["orders"][0]
    assert order["order_date"] == TRUTH.order_date.isoformat()
    assert order["total"] == f"{TRUTH.total.normalize():f}"
    assert order["lines"][0]["quantity"] == f"{TRUTH.lines[0].quantity.normalize():f}"
    assert order["evidence"]["lines.0.quantity"]["page"] == 1
