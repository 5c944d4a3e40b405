"""Papers of the trade in a few words each, as text, as HTML and as PDF; none is from anybody real."""

import html
import io
from dataclasses import dataclass

import pypdfium2

from playground.samples import documents, layouts, pdf

SELLER = ("Fernhollow Supplies Ltd", "4 Mill Lane, Leeds LS1 4AB", "sales@fernhollow.example")
BUYER = ("The Wicker Basket Ltd", "12 High Street, York YO1 7HH")
HEADS = ("Item code", "Description", "Quantity", "Unit price", "Amount")
GOODS = (("RNG-114", "Gold ring", "12", "9.80", "117.60"), ("EAR-203", "Gold hoops", "5", "4.00", "20.00"))
UNPRICED = (("RNG-114", "Gold ring", "12"), ("EAR-203", "Gold hoops", "5"))
DAY = "14 March 2026"


@dataclass(frozen=True)
class Paper:
    """A title, facts ("Label: value"), a table, sums and words; on the seller's paper unless it says otherwise."""

    title: str
    facts: tuple[str, ...] = ()
    heads: tuple[str, ...] = HEADS
    rows: tuple[tuple[str, ...], ...] = GOODS
    total: str = "Total: 137.60"
    notes: tuple[str, ...] = ()
    head: tuple[str, ...] = SELLER
    party: tuple[str, ...] = ("Bill to", *BUYER)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Label and value of each fact."""
        return tuple((label.strip(), value.strip()) for label, _, value in (fact.partition(":") for fact in self.facts))

    @property
    def document(self) -> documents.Document:
        """The paper as the sample pen draws it."""
        columns = ("sku", "description", "quantity", "unit_price", "amount")[: len(self.heads)]
        label, _, figure = self.total.partition(":")
        return documents.Document(
            title=self.title,
            letterhead=self.head,
            facts=self.pairs,
            parties=((self.party[0], self.party[1:]),) if self.party else (),
            table=documents.Table(columns, self.heads, self.rows) if self.heads else None,
            sums=((label, figure.strip()),) if self.total else (),
            notes=self.notes,
        )


def as_text(paper: Paper) -> bytes:
    """Columns lined up with spaces."""
    grid = [paper.heads, *paper.rows] if paper.heads else []
    widths = [max(len(row[at]) for row in grid) + 3 for at in range(len(paper.heads))]
    table = ["".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in grid]
    label, _, figure = paper.total.partition(":")
    below = [f"{label.rjust(sum(widths[:-1]) - 3)}   {figure.strip()}"] if paper.total else []
    party = [f"{paper.party[0]}:", *paper.party[1:]] if paper.party else []
    lines = (paper.title, "", *paper.head, "", *paper.facts, "", *party, "", *table, "", *below, "", *paper.notes, "")
    return "\n".join(lines).encode()


def as_html(paper: Paper) -> bytes:
    """Facts in one table, goods in another."""
    facts = "".join(f"<tr><td><b>{_e(label)}</b></td><td>{_e(value)}</td></tr>" for label, value in paper.pairs)
    heads = "".join(f"<th>{_e(head)}</th>" for head in paper.heads)
    rows = "".join(f"<tr>{''.join(f'<td>{_e(cell)}</td>' for cell in row)}</tr>" for row in paper.rows)
    label, _, figure = paper.total.partition(":")
    total = f"<tr><td colspan='{len(paper.heads) - 1}'>{_e(label)}</td><td>{_e(figure)}</td></tr>" if label else ""
    goods = f"<table border='1'><tr>{heads}</tr>{rows}{total}</table>" if paper.heads else ""
    party = f"<p><b>{_e(paper.party[0])}</b><br>{'<br>'.join(map(_e, paper.party[1:]))}</p>" if paper.party else ""
    notes = "".join(f"<p>{_e(note)}</p>" for note in paper.notes)
    top = f"<h2>{_e(paper.title)}</h2><p>{'<br>'.join(map(_e, paper.head))}</p><table>{facts}</table>{party}"
    return f"<!DOCTYPE html><html><body>{top}{goods}{notes}</body></html>".encode()


def as_pdf(paper: Paper, layout: str = "grid") -> bytes:
    """Drawn in one of the sample layouts; letters beyond Western Europe have no glyph there."""
    return pdf.draw(paper.document, layouts.LAYOUTS[layout])


def bound(*papers: bytes) -> bytes:
    """Several PDFs in one file, one behind another."""
    whole = pypdfium2.PdfDocument.new()
    for one in papers:
        whole.import_pages(pypdfium2.PdfDocument(one))
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def _e(words: str) -> str:
    return html.escape(words.strip())
