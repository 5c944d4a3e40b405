"""A sample order as EDI writes it: X12 850 and EDIFACT ORDERS, segment by segment."""

from collections.abc import Sequence
from dataclasses import dataclass

from playground.samples import truths
from playground.samples.exact import ids


@dataclass(frozen=True, slots=True)
class Signs:
    """The delimiters of a message: between elements, between components, after a segment; release and decimal sign."""

    apart: str
    joint: str
    end: str
    release: str = ""
    mark: str = "."


X12 = Signs("*", ">", "~")
EDIFACT = Signs("+", ":", "'", "?")


def as_x12(truth: truths.Truth, *, signs: Signs = X12, code: str = "850", purpose: str = "00") -> bytes:
    """An interchange with one 850 (or 860: every line stated as changed)."""
    return x12_file([x12_set(truth, code=code, purpose=purpose)], signs=signs, group="PO" if code == "850" else "PC")


def x12_set(truth: truths.Truth, *, code: str = "850", purpose: str = "00") -> list[list[str]]:
    """The segments of one order between ST and SE, without either."""
    day = f"{truth.order_date:%Y%m%d}"
    begin = ["BEG", purpose, "SA", truth.po_number, "", day]
    if code == "860":
        begin = ["BCH", purpose, "SA", truth.po_number, "", "1", day]
    out = [begin, ["CUR", "BY", truth.currency], ["ITD", "05", "3", *[""] * 9, truth.payment_terms]]
    if truth.requested_date:
        out.append(["DTM", "002", f"{truth.requested_date:%Y%m%d}"])
    out += _x12_people(truth)
    if truth.shipping is not None:
        out.append(["SAC", "C", "D240", "", "", str(int(truth.shipping * 100))])
    if truth.tax is not None:
        out.append(["TXI", "VA", str(truth.tax)])
    for at, line in enumerate(truth.lines, 1):
        ids = ["VN", line.sku, "EN", line.gtin, *(["BP", line.buyer_sku] if line.buyer_sku else [])]
        figures = [str(line.quantity), line.unit, str(line.unit_price), "PE"]
        start = ["PO1", str(at)] if code == "850" else ["POC", str(at), "QI"]
        out.append([*start, *(figures if code == "850" else [figures[0], "", *figures[1:]]), *ids])
        out.append(["PID", "F", "", "", "", line.description])
    out.append(["CTT", str(len(truth.lines)), str(sum(line.quantity for line in truth.lines))])
    out.append(["AMT", "TT", str(truth.total)])
    return out


def _x12_people(truth: truths.Truth) -> list[list[str]]:
    to, *where = truth.buyer.ship_to
    return [
        ["N1", "BY", truth.buyer.name, "92", truth.buyer.code],
        ["PER", "BD", truth.contact.name, "EM", truth.contact.email],
        ["N1", "SE", truth.vendor_name, "UL", ids.SELLER],
        ["N1", "ST", to], ["N3", *where[:2]], ["N4", where[-1]],
    ]  # fmt: skip


def x12_file(sets: Sequence[Sequence[Sequence[str]]], *, signs: Signs = X12, group: str = "PO") -> bytes:
    """An interchange of these transaction sets, enveloped and counted."""
    code = {"PO": "850", "PC": "860"}.get(group, group)
    isa = ["ISA", "00", " " * 10, "00", " " * 10, "ZZ", "BUYERSYSTEM    ", "ZZ", "SELLERSYSTEM   "]
    isa += ["261102", "0900", "U", "00401", "000000031", "0", "P", signs.joint]
    gs = ["GS", group, "BUYERSYSTEM", "SELLERSYSTEM", "20261102", "0900", "7", "X", "004010"]
    out: list[Sequence[str]] = [isa, gs]
    for at, one in enumerate(sets, 1):
        number = f"{at:04d}"
        out += [["ST", code, number], *one, ["SE", str(len(one) + 2), number]]
    out += [["GE", str(len(sets)), "7"], ["IEA", "1", "000000031"]]
    end = signs.end if signs.end in "\r\n" else f"{signs.end}\n"
    return "".join(signs.apart.join(segment) + end for segment in out).encode()


def as_edifact(
    truth: truths.Truth, *, signs: Signs = EDIFACT, syntax: str = "UNOC", version: str = "D:96A", kind: str = "ORDERS"
) -> bytes:
    """An interchange with one ORDERS (or ORDCHG), with a UNA where the signs are not the usual ones."""
    return edifact_file([edifact_message(truth, kind=kind)], signs=signs, syntax=syntax, version=version, kind=kind)


Element = str | tuple[str, ...]


def edifact_message(truth: truths.Truth, *, kind: str = "ORDERS") -> list[list[Element]]:
    """The segments of one order between UNH and UNT, without either; figures with a point."""
    change = kind == "ORDCHG"
    out: list[list[Element]] = [
        [
            "BGM",
            "230" if change else "220",
            f"C-{truth.po_number}" if change else truth.po_number,
            "4" if change else "9",
        ],
        ["DTM", ("4" if change else "137", f"{truth.order_date:%Y%m%d}", "102")],
    ]
    if truth.requested_date:
        out.append(["DTM", ("2", f"{truth.requested_date:%Y%m%d}", "102")])
    if change:
        out.append(["RFF", ("ON", truth.po_number)])
    to, *where = truth.buyer.ship_to
    out += [
        ["NAD", "BY", (ids.BUYER, "", "9"), "", truth.buyer.name, truth.buyer.address[0]],
        ["CTA", "PD", ("", truth.contact.name)],
        ["COM", (truth.contact.email, "EM")],
        ["NAD", "SU", (ids.SELLER, "", "9"), "", truth.vendor_name],
        ["NAD", "DP", "", "", to, tuple(where)],
        ["CUX", ("2", truth.currency, "9")],
        ["PAT", "1", ("", "", "", truth.payment_terms)],
    ]
    if truth.shipping is not None:
        out += [["ALC", "C", "", "", "", "FC"], ["MOA", ("8", str(truth.shipping))]]
    for at, line in enumerate(truth.lines, 1):
        out += _edifact_line(line, at, "3" if change else "")
    out += [["UNS", "S"], ["MOA", ("79", str(truth.subtotal))], ["MOA", ("86", str(truth.total))]]
    out += [["MOA", ("176", str(truth.tax))]] if truth.tax is not None else []
    total = sum(line.quantity for line in truth.lines)
    return [*out, ["CNT", ("1", str(total))], ["CNT", ("2", str(len(truth.lines)))]]


def _edifact_line(line: truths.TruthLine, at: int, action: str) -> list[list[Element]]:
    theirs: list[list[Element]] = [["PIA", "1", (line.buyer_sku, "BP")]] if line.buyer_sku else []
    return [
        ["LIN", str(at), action, (line.gtin, "EN")],
        ["PIA", "5", (line.sku, "SA")],
        *theirs,
        ["IMD", "F", "", ("", "", "", line.description[:35], line.description[35:])],
        ["QTY", ("21", str(line.quantity), line.unit)],
        ["MOA", ("203", str(line.amount))],
        ["PRI", ("AAA", str(line.unit_price), "", "", "1", line.unit)],
    ]


def edifact_file(
    messages: Sequence[Sequence[Sequence[Element]]],
    *,
    signs: Signs = EDIFACT,
    syntax: str = "UNOC",
    version: str = "D:96A",
    kind: str = "ORDERS",
) -> bytes:
    """An interchange of these messages, enveloped and counted, in the character set of its syntax identifier."""
    out: list[Sequence[Element]] = [
        ["UNB", (syntax, "3"), (ids.BUYER, "14"), (ids.SELLER, "14"), ("261102", "0900"), "31"]
    ]
    for at, one in enumerate(messages, 1):
        head: list[Element] = ["UNH", str(at), (kind, *version.split(":"), "UN")]
        out += [head, *one, ["UNT", str(len(one) + 2), str(at)]]
    out.append(["UNZ", str(len(messages)), "31"])
    service = f"UNA{signs.joint}{signs.apart}{signs.mark}{signs.release or ' '} {signs.end}\n"
    body = "".join(_edifact_segment(segment, signs) + signs.end + "\n" for segment in out)
    return ((service if signs != EDIFACT else "") + body).encode("utf-8" if syntax in {"UNOW", "UNOY"} else "iso8859-1")


_FIGURES = {"QTY", "PRI", "MOA", "CNT"}


def _edifact_segment(segment: Sequence[Element], signs: Signs) -> str:
    """Escaped and joined, without the empty components at its ends."""
    elements = []
    for at, element in enumerate(segment):
        parts = [element] if isinstance(element, str) else list(element)
        if segment[0] in _FIGURES and at:
            parts[1:2] = [parts[1].replace(".", signs.mark)]
        sent = [_released(part, signs) for part in parts]
        while len(sent) > 1 and not sent[-1]:
            sent.pop()
        elements.append(signs.joint.join(sent))
    return signs.apart.join(elements)


def _released(text: str, signs: Signs) -> str:
    special = {signs.apart, signs.joint, signs.end, signs.release}
    return "".join(f"{signs.release}{letter}" if letter in special else letter for letter in text)
