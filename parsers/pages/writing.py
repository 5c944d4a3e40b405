"""A written document (DOCX, ODT) while it is laid out: paragraphs, runs of tabbed lines, tables."""

from collections.abc import Sequence
from itertools import groupby

from parsers.pages import layout
from parsers.pages.layout import Box

Block = str | Box  # a paragraph's text (lines by "\n", stops by "\t"), or something laid out already

MOST_COLUMNS = 200


def stack(blocks: Sequence[Block]) -> Box:
    """Blocks under one another; lines that follow each other with tabs in them stand in columns."""
    boxes: list[Box] = []
    for is_tabbed, run in groupby(blocks, key=lambda block: isinstance(block, str) and "\t" in block.strip()):
        kept = list(run)
        if is_tabbed:
            boxes.append(_tabbed([block for block in kept if isinstance(block, str)]))
        else:
            boxes.extend(_paragraph(block) if isinstance(block, str) else block for block in kept)
    return layout.stack(boxes)


def _paragraph(words: str) -> Box:
    return layout.paragraph(layout.wrapped(words.split("\n")) or [""])


def _tabbed(paragraphs: Sequence[str]) -> Box:
    lines = [line for paragraph in paragraphs for line in paragraph.rstrip().split("\n")]
    rows = [[(layout.paragraph(layout.wrapped([cell])), 1) for cell in line.split("\t")] for line in lines]
    return layout.table([row[:MOST_COLUMNS] for row in rows[: layout.MOST_ROWS]], is_ruled=False)
