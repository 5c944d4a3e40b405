"""Documents that were once corrected, with the truth beside each: read again, they show whether anything got worse."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk import errors, reading
from parsers import shape

HEAD = ("po_number", "order_date", "requested_date", "currency", "subtotal", "discount", "tax", "shipping", "total")
LINE = ("sku", "quantity", "unit_price", "amount")
_NAME = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Case:
    """A document by its path, whose it is, and what it says: fields as `countersign read --json` has them."""

    file: Path
    buyer: str
    truth: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that is read otherwise than a person has it."""

    case: str
    field: str
    wanted: str
    read: str


def add(folder: Path, name: str, data: bytes, order: reading.Order, *, buyer: str) -> Path:
    """Put the document into the folder with its truth beside it; one that stands there already is put anew."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / _NAME.sub("-", Path(name).name)
    file.write_bytes(data)
    said = json.dumps({"buyer": buyer, "order": _truth(order)}, ensure_ascii=False, indent=1)
    _beside(file).write_text(said + "\n", encoding="utf-8")
    return file


def cases(folder: Path) -> tuple[Case, ...]:
    """Every document of the folder that has a truth beside it, by name."""
    if not folder.is_dir():
        raise errors.DeskError(f"There is no folder {folder}; `countersign corpus add ORDER` begins one.")
    return tuple(_case(file) for file in sorted(folder.iterdir()) if _beside(file).is_file())


def check(found: Sequence[Case], read: Callable[[Case], reading.Reading]) -> tuple[Difference, ...]:
    """What `read` has otherwise than the truths."""
    return tuple(one for case in found for one in _differences(case, read(case)))


def _case(file: Path) -> Case:
    try:
        held = json.loads(_beside(file).read_text(encoding="utf-8"))
        return Case(file, str(held["buyer"]), dict(held["order"]))
    except (ValueError, KeyError, TypeError) as wrong:
        raise errors.DeskError(f"{_beside(file)} is no truth of a document ({wrong}); add the order anew.") from wrong


def _differences(case: Case, read: reading.Reading) -> Iterator[Difference]:
    number = case.truth["po_number"]
    order = next((one for one in read.orders if one.po_number == number), next(iter(read.orders), None))
    if order is None:
        yield Difference(case.file.name, "order", str(number), read.error or "no order")
        return
    got = _truth(order)
    for field in HEAD:
        if got[field] != case.truth.get(field):
            yield Difference(case.file.name, field, _said(case.truth.get(field)), _said(got[field]))
    yield from _lines(case, got["lines"])


def _lines(case: Case, got: Sequence[Mapping[str, Any]]) -> Iterator[Difference]:
    wanted = case.truth["lines"]
    if len(wanted) != len(got):
        yield Difference(case.file.name, "lines", str(len(wanted)), str(len(got)))
        return
    for at, (want, line) in enumerate(zip(wanted, got, strict=True), start=1):
        for field in LINE:
            if want.get(field) != line[field]:
                yield Difference(case.file.name, f"lines.{at}.{field}", _said(want.get(field)), _said(line[field]))


def _truth(order: reading.Order) -> dict[str, Any]:
    (told,) = shape.as_json(reading.Reading(reading.Kind.PURCHASE_ORDER, (order,)), path="", seconds=0)["orders"]
    lines = [{field: line[field] for field in LINE} for line in told["lines"]]
    return {field: told[field] for field in HEAD} | {"lines": lines}


def _beside(file: Path) -> Path:
    return file.with_name(f"{file.name}.truth.json")


def _said(value: object) -> str:
    return "–" if value is None else str(value)
