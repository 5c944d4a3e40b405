"""One small order in each form that is read: what a fuzz run begins from."""

from functools import cache

from playground.samples import exact, papers, truths
from tests.parsers.containers import build, compound
from tests.parsers.pages import books, written


@cache
def samples() -> dict[str, bytes]:
    """Name -> bytes."""
    truth = truths.order(67, count=2)
    pdf, csv = papers.draw_pdf(truth), papers.as_csv(truth).encode()
    book = books.book({"a": books.sheet([*books.HEAD, *books.ITEMS, *books.TOTAL], merged=["A1:C1"], hidden_rows=[6])})
    return {
        "order.pdf": pdf,
        "order.html": papers.as_html(truth).encode(),
        "order.txt": papers.as_text(truth).encode(),
        "order.csv": csv,
        "order.xlsx": book,
        "order.docx": written.order_docx(truth),
        "order.odt": written.order_odt(truth),
        "order.rtf": written.order_rtf(truth),
        "order.x12": exact.as_x12(truth),
        "order.edi": exact.as_edifact(truth),
        "order.xml": exact.as_ubl(truth),
        "order.cxml": exact.as_cxml(truth),
        "orderx.pdf": exact.as_orderx(truth),
        "order.eml": build.letter(papers.as_text(truth), po_csv=csv).as_bytes(),
        "order.zip": build.zipped({"po.csv": csv, "terms.txt": b"30 days"}),
        "order.csv.gz": build.gzipped(csv),
        "order.msg": compound.compound(
            compound.message(subject="a", sender="a@b.example", text="x", files={"a.csv": csv})
        ),
        "winmail.dat": build.winmail({"order.csv": csv}),
        "order.csv.p7m": build.signed(csv),
    }
