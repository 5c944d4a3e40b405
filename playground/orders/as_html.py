"""An order as the HTML of a mail: as a mail program, an office program, a shop system or a ledger system makes it."""

import html
import random
from collections.abc import Sequence

from playground.orders import dice
from playground.orders.look import Look
from playground.orders.paper import NUMERIC, Paper, Row


def write(paper: Paper, look: Look, chance: random.Random) -> str:
    """The whole body."""
    style = chance.choice(("nested", "divs", "definitions", "office", "plain"))
    body = {"nested": _nested, "divs": _divs, "definitions": _definitions, "office": _office, "plain": _plain}[style](
        paper, look, chance
    )
    head = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
    style_sheet = "<style>.h{color:#444}p.MsoNormal{margin:0cm}.hidden{display:none}</style>"
    if dice.happens(chance, 0.3):
        body = f'<div class="hidden" style="display:none">{_e(paper.title)} 0000 / 1970</div>{body}'
    shown = f'<body style="font-family:Calibri,sans-serif">{body}</body>'
    return f"<!DOCTYPE html><html><head>{head}{style_sheet}</head>{shown}</html>"


def _nested(paper: Paper, look: Look, chance: random.Random) -> str:
    """Layout tables inside layout tables, as shop systems send them."""
    left = _lines(paper.letterhead)
    right = "".join(
        f"<tr><td>{_e(label)}{_e(look.mark)}</td><td><b>{_e(value)}</b></td></tr>" for label, value in paper.facts
    )
    blocks = "".join(
        f'<td valign="top" width="50%"><table cellpadding="2"><tr><th align="left">{_e(block.label)}</th></tr>'
        f"<tr><td>{_lines(block.lines)}</td></tr></table></td>"
        for block in paper.blocks
    )
    return (
        '<table width="640" cellpadding="0" cellspacing="0" role="presentation"><tr><td>'
        f'<table width="100%"><tr><td colspan="2"><h1 class="h">{_e(paper.title)}</h1></td></tr>'
        f'<tr><td valign="top">{left}</td><td valign="top"><table>{right}</table></td></tr></table></td></tr>'
        f'<tr><td><table width="100%"><tr>{blocks}</tr></table></td></tr>'
        f"<tr><td>{_table(paper, look, chance)}</td></tr><tr><td>{_notes(paper)}</td></tr></table>"
    )


def _divs(paper: Paper, look: Look, chance: random.Random) -> str:
    facts = "".join(
        f'<div><span style="font-weight:bold">{_e(label)}{_e(look.mark or ":")}</span> <span>{_e(value)}</span></div>'
        for label, value in paper.facts
    )
    blocks = "".join(
        f"<div><div><strong>{_e(block.label)}</strong></div>{_each('div', block.lines)}</div>" for block in paper.blocks
    )
    letterhead = _each("div", paper.letterhead)
    head = f"<div>{letterhead}</div><div><h2>{_e(paper.title)}</h2></div>"
    return f"{head}{facts}<br>{blocks}<br>{_table(paper, look, chance)}{_notes(paper)}"


def _definitions(paper: Paper, look: Look, chance: random.Random) -> str:
    facts = "".join(f"<dt>{_e(label)}</dt><dd>{_e(value)}</dd>" for label, value in paper.facts)
    blocks = "".join(f"<h4>{_e(block.label)}</h4><address>{_lines(block.lines)}</address>" for block in paper.blocks)
    head = f"<h2>{_e(paper.title)}</h2><p>{_lines(paper.letterhead)}</p><dl>{facts}</dl>"
    return f"{head}{blocks}{_table(paper, look, chance)}{_notes(paper)}"


def _office(paper: Paper, look: Look, chance: random.Random) -> str:
    """Every line a paragraph of an office program, with its empty namesakes."""

    def line(words: str) -> str:
        return f'<p class="MsoNormal"><span style="font-size:11pt">{words}</span></p>'

    empty = line("&nbsp;")
    hello = "".join(line(_e(words)) if words else empty for words in paper.hello)
    head = "".join(line(_e(words)) for words in (paper.title, *paper.letterhead))
    facts = "".join(line(f"<b>{_e(label)}{_e(look.mark or ':')}</b>&nbsp;{_e(value)}") for label, value in paper.facts)
    blocks = "".join(
        line(f"<b>{_e(block.label)}{_e(look.mark or ':')}</b>")
        + "".join(line(_e(words)) for words in block.lines)
        + empty
        for block in paper.blocks
    )
    thanks = "".join(line(_e(words)) for words in paper.thanks)
    table = _table(paper, look, chance)
    parts = empty.join((hello, head, facts, blocks + table, _notes(paper) + thanks))
    return f'<div class="WordSection1">{parts}</div>'


def _plain(paper: Paper, look: Look, chance: random.Random) -> str:
    """Lines with breaks, then a table."""
    facts = "<br>".join(f"{_e(label)}{_e(look.mark or ':')} {_e(value)}" for label, value in paper.facts)
    blocks = "".join(
        f"<p>{_e(block.label)}{_e(look.mark or ':')}<br>{_lines(block.lines)}</p>" for block in paper.blocks
    )
    title = f"<p>{_lines(paper.hello)}</p><p><b>{_e(paper.title)}</b><br>{_lines(paper.letterhead)}</p>"
    table = _table(paper, look, chance)
    return f"{title}<p>{facts}</p>{blocks}{table}{_notes(paper)}<p>{_lines(paper.thanks)}</p>"


def _table(paper: Paper, look: Look, chance: random.Random) -> str:
    cell = chance.choice(("th", "td"))
    head = "<tr>" + _each(cell, [column.heading for column in paper.columns]) + "</tr>"
    head = f"<thead>{head}</thead>" if cell == "th" and dice.happens(chance, 0.5) else head
    rows = "".join(_row(paper, row) for row in paper.rows)
    border = chance.choice((' border="1" cellspacing="0"', "", ' style="border-collapse:collapse"'))
    # A label needs a column beside that of the sum.
    if look.sums in {"table", "right", "next"} and len(paper.columns) > 2:  # noqa: PLR2004
        sums = "".join(_sum(paper, label, value) for label, value in paper.sums)
        return f"<table{border}>{head}{rows}{sums}</table>"
    sums = "".join(f"<tr><td>{_e(label)}</td><td align=right>{_e(value)}</td></tr>" for label, value in paper.sums)
    return f"<table{border}>{head}{rows}</table>" + (f"<table>{sums}</table>" if sums else "")


def _row(paper: Paper, row: Row) -> str:
    if row.kind in {"comment", "section"}:
        words = next(cell for cell in row.cells if cell)
        return f'<tr><td colspan="{len(paper.columns)}"><i>{_e(words)}</i></td></tr>'
    cells = (
        f'<td align="{"right" if column.key in NUMERIC else "left"}">{_broken(cell)}</td>'
        for column, cell in zip(paper.columns, row.cells, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _sum(paper: Paper, label: str, value: str) -> str:
    at = next((place for place, column in enumerate(paper.columns) if column.key == "amount"), len(paper.columns) - 1)
    at = max(at, 1)
    after = "<td></td>" * (len(paper.columns) - at - 1)
    return f'<tr><td colspan="{at}" align="right"><b>{_e(label)}</b></td><td align="right">{_e(value)}</td>{after}</tr>'


def _notes(paper: Paper) -> str:
    return "".join(f"<p>{_e(note)}</p>" for note in paper.notes)


def _each(tag: str, words: Sequence[str]) -> str:
    return "".join(f"<{tag}>{_e(word)}</{tag}>" for word in words)


def _lines(lines: Sequence[str]) -> str:
    return "<br>".join(map(_e, lines))


def _broken(words: str) -> str:
    return _e(words).replace("\n", "<br>")


def _e(words: str) -> str:
    return html.escape(words, quote=False)
