"""A Reading in the shape that `countersign read --json` prints: plain JSON, decimals as strings, dates as ISO."""

from dataclasses import asdict, fields
from datetime import date
from decimal import Decimal
from typing import Any

from desk.reading import Doubt, Evidence, Line, Order, Party, Reading
from parsers import numbers


def as_json(reading: Reading, *, path: str, seconds: float) -> dict[str, Any]:
    """One object of the contract: `path` as it was named, `seconds` spent reading."""
    return {
        "path": path,
        "kind": reading.kind.value,
        "intent": reading.intent.value if reading.intent else None,
        "text": reading.text,
        "orders": [_order(order) for order in reading.orders],
        "doubts": [_doubt(doubt) for doubt in reading.doubts],
        "touchless": reading.touchless,
        "seconds": round(seconds, 4),
        "error": reading.error,
    }


def _order(order: Order) -> dict[str, Any]:
    plain = {
        field.name: _value(getattr(order, field.name))
        for field in fields(order)
        if field.name not in {"lines", "evidence", "proofs"}
    }
    return plain | {
        "lines": [_line(line) for line in order.lines],
        "evidence": {path: _evidence(shown) for path, shown in order.evidence.items()},
    }


def _line(line: Line) -> dict[str, Any]:
    return {field.name: _value(getattr(line, field.name)) for field in fields(line)}


def _value(value: Decimal | date | Party | str | None) -> Any:
    match value:
        case Decimal():
            return numbers.plain(value)
        case date():
            return value.isoformat()
        case Party():
            return asdict(value)
        case _:
            return value


def _evidence(shown: Evidence) -> dict[str, Any]:
    where: dict[str, Any] = {"part": shown.part, "page": shown.page, "text": shown.text}
    if shown.box is not None:
        where["box"] = list(shown.box)
    if shown.taught:
        where["taught"] = shown.taught
    return where


def _doubt(doubt: Doubt) -> dict[str, Any]:
    return {"field": doubt.field, "why": doubt.why, "guesses": list(doubt.guesses)}
