"""Lessons in a file of their own, for trying them without a store."""

import json
from collections.abc import Iterable
from pathlib import Path

from desk import errors
from desk.lessons import Lesson
from store import plain


def load(file: Path) -> tuple[Lesson, ...]:
    """The lessons of a file, in the order in which they were taught; none where there is no such file yet."""
    if not file.exists():
        return ()
    try:
        held: tuple[Lesson, ...] = plain.back(tuple[Lesson, ...], json.loads(file.read_text(encoding="utf-8")))
    except (ValueError, TypeError, KeyError, AttributeError) as wrong:
        raise errors.DeskError(
            f"{file} holds no lessons ({wrong}); name another file, or teach into a new one."
        ) from wrong
    return held


def save(file: Path, lessons: Iterable[Lesson]) -> None:
    """The file with these lessons and no others."""
    text = json.dumps(plain.plain(tuple(lessons)), ensure_ascii=False, indent=1)
    file.write_text(text + "\n", encoding="utf-8")
