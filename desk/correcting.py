"""What a person corrects, read from FIELD=VALUE, and an order as its document states it with those corrections."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from desk import errors, reading

TEXTS = ("po_number", "payment_terms", "shipping_terms", "instructions", "currency")
DATES = ("order_date", "requested_date", "cancel_date")
SUMS = ("subtotal", "discount", "tax", "shipping", "total")
PARTIES = ("buyer.name", "vendor.name", "ship_to.name", "bill_to.name")
LINE_FIGURES = ("quantity", "unit_price", "price_per", "discount", "amount")
LINE_TEXTS = ("sku", "buyer_sku", "gtin", "description", "variant", "unit", "number")
CONVENTIONS = {
    "dates": {"D/M": "day first", "DAY FIRST": "day first", "M/D": "month first", "MONTH FIRST": "month first"},
    "figures": {"1.234,56": ",", ",": ",", "1,234.56": ".", ".": "."},
}
HEAD = (*TEXTS, *DATES, *SUMS, *PARTIES)
ON_LINE = (*LINE_FIGURES, *LINE_TEXTS, "requested_date")
_CENT = Decimal("0.011")
_LINE = re.compile(r"lines?\.(\d{1,4})(?:\.(\w+))?")
_NAMED = re.compile(r"(?:label|column|heading)\s+[\"'“]?(.+?)[\"'”]?")
_DROP = frozenset({"none", "drop", "-", ""})


class NoFieldError(errors.DeskError):
    """There is no such field, or this is no value of it; the sentence says what would be."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One field as a person has it. `line` is counted from 1, 0 for the head; `field` is "lines.quantity" on a line.

    `names`: the value is the label or the heading under which the field stands in this layout, not the value itself.
    A line whose `field` is "lines" is no line of the order. `said` is what the person typed.
    """

    field: str
    value: str | Decimal | date
    said: str
    line: int = 0
    names: bool = False

    @property
    def path(self) -> str:
        """The path of the field as doubts and evidence have it, lines counted from 0."""
        if not self.line:
            return self.field
        return f"lines.{self.line - 1}{self.field.removeprefix('lines')}"


def correction(said: str) -> Correction:
    """What "po_number=4500118", "lines.2.quantity=300" or "lines.quantity=column Stk" says."""
    name, mark, value = (part.strip() for part in said.partition("="))
    name = name.casefold()
    if not mark or not name:
        raise NoFieldError(f"{said!r} names no field; write FIELD=VALUE, such as po_number=4500118.")
    if name in CONVENTIONS:
        return _convention(name, value, said)
    if name == "buyer":
        return Correction("buyer", value, said)
    named = _NAMED.fullmatch(value)
    line = _LINE.fullmatch(name)
    if line and int(line[1]) > 0 and not named:
        return _on_line(int(line[1]), line[2], value, said)
    field = name.removeprefix("lines.")
    if named and (name in HEAD or (name.startswith("lines.") and field in ON_LINE)):
        return Correction(name, named[1], said, names=True)
    if name not in HEAD:
        raise NoFieldError(f"There is no field {name!r}; fields are {', '.join(HEAD)} and lines.1.quantity and so on.")
    return Correction(name, _value(name, value), said)


def _convention(name: str, value: str, said: str) -> Correction:
    meant = CONVENTIONS[name].get(value.upper())
    if meant is None:
        raise NoFieldError(f"{value!r} is no convention; write dates=D/M or dates=M/D, figures=1.234,56 or 1,234.56.")
    return Correction(name, meant, said)


def _on_line(line: int, field: str | None, value: str, said: str) -> Correction:
    if field is None:
        if value.casefold() not in _DROP:
            raise NoFieldError(
                f"Say what of line {line}: lines.{line}.quantity=…, or lines.{line}=none to leave it out."
            )
        return Correction("lines", "", said, line)
    if field not in ON_LINE:
        raise NoFieldError(f"A line has no {field!r}; it has {', '.join(ON_LINE)}.")
    return Correction(f"lines.{field}", _value(field, value), said, line)


def _value(field: str, text: str) -> str | Decimal | date:
    if not text:
        raise NoFieldError(f"Say what {field} is: {field}=…")
    if field in DATES:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise NoFieldError(f"{text!r} is no date; write it as 2026-11-12.") from None
    if field in LINE_FIGURES or field in SUMS:
        return _figure(field, text)
    return text.upper() if field == "currency" else text


def _figure(field: str, text: str) -> Decimal:
    try:
        figure = Decimal(text)
    except InvalidOperation:
        figure = Decimal("NaN")
    if not figure.is_finite() or abs(figure) >= Decimal(10) ** 12:
        raise NoFieldError(f"{text!r} is no figure; write {field} with a point and no separators, such as 1250.50.")
    return figure


# -- the order with its corrections --------------------------------------------------------------------------------


def corrected(read: reading.Reading, order: reading.Order, said: Sequence[Correction]) -> reading.Reading:
    """The reading of one order as a person has it; doubts that they settled are gone, and what broke is a new doubt.

    A corrected figure is the person's: its evidence is gone unless the document reads so by now.
    """
    now = order
    for one in said:
        now = _with(now, one)
    paths = {one.path for one in said if not one.names}
    left = [doubt for doubt in read.doubts if not _is_settled(doubt, paths, now)]
    if any(path.startswith("lines") or path in SUMS for path in paths):
        left += _unproven(now, paths)
    now, left = _closed_up(now, list(dict.fromkeys(left)))
    is_settled = bool(read.doubts) and not left and proves(now)
    return replace(read, orders=(now,), doubts=tuple(left), touchless=not left and (read.touchless or is_settled))


def _is_settled(doubt: reading.Doubt, paths: set[str], now: reading.Order) -> bool:
    if doubt.field.endswith(".sku") and not {f"lines.{at}.sku" for at in range(len(now.lines))} <= paths:
        return False  # it speaks for the codes of all lines
    if doubt.field in paths or f"{doubt.field}.name" in paths:
        return True
    if doubt.field.startswith("lines.") and ".".join(doubt.field.split(".")[:2]) in paths:
        return True  # the line is no line
    touches = any(path.startswith("lines") or path in SUMS for path in paths)
    return touches and doubt.field in {"total", "lines"} and now.total is not None and proves(now)


def _closed_up(order: reading.Order, doubts: list[reading.Doubt]) -> tuple[reading.Order, list[reading.Doubt]]:
    """The order without the lines that are none; evidence and doubts go by the new count."""
    kept = [at for at, line in enumerate(order.lines) if line is not _NO_LINE]
    if len(kept) == len(order.lines):
        return order, doubts
    count = {f"{at}": f"{now}" for now, at in enumerate(kept)}
    evidence = {new: where for path, where in order.evidence.items() if (new := _counted(path, count))}
    left = [replace(doubt, field=new) for doubt in doubts if (new := _counted(doubt.field, count))]
    return replace(order, lines=tuple(order.lines[at] for at in kept), evidence=evidence), left


def _counted(path: str, count: Mapping[str, str]) -> str:
    """The path by the new count of lines; "" where its line is gone."""
    first, *rest = path.split(".")
    if first != "lines" or not rest:
        return path
    return ".".join([first, count[rest[0]], *rest[1:]]) if rest[0] in count else ""


def _with(order: reading.Order, one: Correction) -> reading.Order:
    if one.names or one.field in {"buyer", *CONVENTIONS}:
        return order
    shown = {path: where for path, where in order.evidence.items() if path != one.path or _says(order, one)}
    order = replace(order, evidence=shown)
    if one.line:
        return replace(order, lines=_lines(order.lines, one))
    if one.field in PARTIES:
        role = one.field.removesuffix(".name")
        party = getattr(order, role) or reading.Party()
        named: dict[str, Any] = {role: replace(party, name=str(one.value))}
        return replace(order, **named)
    changed: dict[str, Any] = {one.field: one.value}
    return replace(order, **changed)


def _lines(lines: Sequence[reading.Line], one: Correction) -> tuple[reading.Line, ...]:
    known = list(lines)
    if one.line > len(known) + 1 or (one.field == "lines" and one.line > len(known)):
        raise NoFieldError(f"The order has {len(known)} lines; there is no line {one.line}.")
    if one.field == "lines":
        # The lines behind it keep their numbers until all corrections are made: an empty one stands in.
        known[one.line - 1] = _NO_LINE
        return tuple(known)
    if one.line == len(known) + 1:
        known.append(reading.Line(quantity=None))
    changed: dict[str, Any] = {one.field.removeprefix("lines."): one.value}
    known[one.line - 1] = replace(known[one.line - 1], **changed)
    return tuple(known)


_NO_LINE = reading.Line(quantity=None, description="no line")


def _says(order: reading.Order, one: Correction) -> bool:
    """The document is read as the person has it."""
    if one.line:
        field = one.field.removeprefix("lines.")
        return one.line <= len(order.lines) and getattr(order.lines[one.line - 1], field, None) == one.value
    if one.field in PARTIES:
        party = getattr(order, one.field.removesuffix(".name"))
        return party is not None and party.name == one.value
    return bool(getattr(order, one.field) == one.value)


def _unproven(order: reading.Order, paths: set[str]) -> Iterable[reading.Doubt]:
    """What the corrections break: a line whose figures no longer agree, sums that the lines no longer lead to."""
    for at, line in enumerate(order.lines):
        touched = any(path.startswith(f"lines.{at}.") for path in paths)
        if touched and not line_proves(line):
            why = f"On line {at + 1} quantity x price is not the amount of {line.amount}; which of them is right?"
            yield reading.Doubt(f"lines.{at}.amount", why)
    if order.total is not None and not sums_prove(order):
        yield reading.Doubt("total", "The lines as corrected do not lead to the total; is a line or a charge missing?")


def proves(order: reading.Order) -> bool:
    """Every line's figures agree, and the lines lead to the total."""
    return bool(order.lines) and all(line_proves(line) for line in order.lines) and sums_prove(order)


def line_proves(line: reading.Line) -> bool:
    """Quantity x price, less its discount (a rate, an amount a piece or off the line), is the amount."""
    if line.quantity is None or line.unit_price is None or line.amount is None:
        return False
    per, off = line.price_per or Decimal(1), line.discount or Decimal(0)
    gross = line.quantity * line.unit_price / per
    ways = (gross * (1 - off / 100), gross - off, line.quantity * (line.unit_price - off) / per)
    return any(abs(way - line.amount) <= _CENT for way in ways)


def sums_prove(order: reading.Order) -> bool:
    """The amounts of the lines, less the discount, with tax and freight, are the total."""
    amounts = [line.amount for line in order.lines]
    if order.total is None or any(amount is None for amount in amounts):
        return False
    goods = sum((amount for amount in amounts if amount is not None), Decimal(0))
    more = (order.tax or Decimal(0)) + (order.shipping or Decimal(0)) - (order.discount or Decimal(0))
    return abs(goods + more - order.total) <= _CENT
