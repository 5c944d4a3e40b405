"""Pages read with all that a person taught about their layout; without lessons, read as they are."""

from collections.abc import Sequence

from desk.lessons import Lesson
from desk.reading import Reading
from parsers.form import reader, tidy
from parsers.lessons import applying, checking
from parsers.page import Page


def read(
    pages: Sequence[Page], *, part: str = "file", ours: tuple[str, ...] = (), lessons: Sequence[Lesson] = ()
) -> Reading:
    """What the pages say; a lesson counts where the layout is the one in which it was taught."""
    if not lessons:
        return reader.read(pages, part=part, ours=ours)
    told = applying.tell(tidy.tidy(pages), lessons)
    read = reader.read(told.pages, part=part, ours=ours, day=told.days, mark=told.mark)
    return checking.checked(read, told, part)
