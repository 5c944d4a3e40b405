"""Frozen dataclasses as plain JSON, and back, exact in every figure."""

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

from store.columns import JSON


def plain(value: object) -> JSON:
    """Decimals, dates and enums as text, tuples as lists, dataclasses as objects."""
    match value:
        case Enum():
            return plain(value.value)
        case None | bool() | int() | float() | str():
            return value
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case tuple() | list():
            return [plain(item) for item in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        case _:
            raise TypeError(f"{type(value).__name__} has no plain form in the books.")


def back(kind: Any, value: Any) -> Any:
    """What `plain` made of a value of this type, as that type again."""
    origin = typing.get_origin(kind)
    if origin in {types.UnionType, typing.Union}:
        return None if value is None else back(_only(kind), value)
    if origin is tuple:
        return _tuple(typing.get_args(kind), value)
    if origin is not None:
        return dict(value)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: back(hints[name], item) for name, item in value.items()})
    return _single(kind, value)


def _single(kind: Any, value: Any) -> Any:
    if kind in {datetime, date}:
        return kind.fromisoformat(value)
    if kind is Decimal or (isinstance(kind, type) and issubclass(kind, Enum)):
        return kind(value)
    return value


def _only(kind: Any) -> Any:
    """The X of `X | None`: no other union is kept."""
    (one,) = [arm for arm in typing.get_args(kind) if arm is not type(None)]
    return one


def _tuple(arms: tuple[Any, ...], values: list[Any]) -> tuple[Any, ...]:
    if len(arms) == 2 and arms[1] is Ellipsis:  # noqa: PLR2004 - "tuple[X, ...]" has exactly these two
        return tuple(back(arms[0], value) for value in values)
    return tuple(back(arm, value) for arm, value in zip(arms, values, strict=True))


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)
