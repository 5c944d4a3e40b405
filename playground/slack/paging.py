"""Long answers in pages, with Slack's cursors."""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from playground.slack import refusals, things

T = TypeVar("T")
PAGE = 100


@dataclass(frozen=True)
class Page(Generic[T]):
    """Some of the things, and where the next page starts, if there is one."""

    items: Sequence[T]
    next_start: int | None

    def cursor(self) -> things.Json:
        """The response_metadata that asks for the next page."""
        if self.next_start is None:
            return {"response_metadata": {"next_cursor": ""}}
        told = base64.b64encode(f"next:{self.next_start}".encode()).decode()
        return {"response_metadata": {"next_cursor": told}}


def page(every: Sequence[T], args: things.Json, *, most: int = 999) -> Page[T]:
    """The page that `cursor` and `limit` ask for; raises invalid_cursor or invalid_limit."""
    start, limit = _start(str(args.get("cursor") or "")), _limit(args.get("limit") or PAGE)
    end = start + min(limit, most)
    return Page(every[start:end], end if end < len(every) else None)


def _limit(asked: object) -> int:
    if not str(asked).isdecimal() or int(str(asked)) < 1:
        raise refusals.RefusalError("invalid_limit")
    return int(str(asked))


def _start(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        return int(base64.b64decode(cursor, validate=True).decode().removeprefix("next:"))
    except (binascii.Error, ValueError) as wrong:
        raise refusals.RefusalError("invalid_cursor") from wrong
