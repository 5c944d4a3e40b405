"""Plain words and HTML made to do harm."""

from tests.hostile.kinds import hostile

FAMILY = "Words and HTML"


@hostile(FAMILY)
def text_of_one_line() -> bytes:
    """Ten megabytes without the end of a line."""
    return b"PO 4711 12 x RNG-114 @ 9.80 " * 360_000


@hostile(FAMILY)
def text_of_one_word() -> bytes:
    """Ten megabytes without a space."""
    return b"1" * 10_000_000


@hostile(FAMILY)
def text_of_white_space() -> bytes:
    """Lines of a hundred thousand spaces with a letter at their end."""
    return b"Purchase Order\n" + (b" " * 100_000 + b"x\n") * 60


@hostile(FAMILY)
def text_that_nearly_fits() -> bytes:
    """What patterns with a choice in them go back over: figures, dates, addresses that almost end."""
    lines = [
        b"PO No.: " + b"4-" * 5_000 + b"!",
        b"Date: " + b"1/1/" * 5_000 + b"x",
        b"Total: " + b"1,111" * 5_000 + b".",
        b"Ship to: " + b"a@" * 5_000 + b"b",
        b"Qty Price Amount " * 2_000,
        b"12 x " * 5_000,
        b"=-_ " * 5_000,
        b"." * 20_000,
        b"$ " * 10_000,
    ]
    return b"Purchase Order\n" + b"\n".join(lines * 5)


@hostile(FAMILY, "not read|empty|picture")
def text_of_nothing() -> bytes:
    """A megabyte of NUL bytes after the words of an order."""
    return b"Purchase Order 4711\n" + bytes(1_000_000)


@hostile(FAMILY)
def text_of_bars_and_tabs() -> bytes:
    """A line of a million cells."""
    return (b"|a" * 500_000 + b"\n" + b"b\t" * 500_000 + b"\n") * 2


@hostile(FAMILY)
def letters_from_right_to_left_and_back() -> bytes:
    """Marks that turn the direction of writing, half a million of them."""
    return ("Purchase Order 4711\n" + "\u202e12\u202d\u2066" * 150_000).encode()


@hostile(FAMILY)
def html_of_tags_in_tags() -> bytes:
    """A hundred thousand blocks in one another."""
    return b"<html><body>" + b"<div>" * 100_000 + b"Purchase Order" + b"</div>" * 100_000


@hostile(FAMILY)
def html_of_tables_in_tables() -> bytes:
    """Five thousand tables, each in a cell of the one before."""
    return b"<html><body>" + b"<table><tr><td>" * 5_000 + b"Purchase Order" + b"</td></tr></table>" * 5_000


@hostile(FAMILY)
def html_of_a_cell_that_reaches_over_all() -> bytes:
    """Cells that say they reach over a billion columns and rows."""
    cell = b"<td colspan=999999999 rowspan=999999999>PO</td>"
    return b"<html><body><table>" + (b"<tr>" + cell * 50 + b"</tr>") * 300 + b"</table>"


@hostile(FAMILY)
def html_of_a_hundred_thousand_rules() -> bytes:
    """A style sheet without end over a page of many elements."""
    rules = b"".join(b".a%d,.b%d div p{display:none}" % (number, number) for number in range(50_000))
    return b"<html><head><style>" + rules + b"</style></head><body>" + b"<p class='a b c'>PO</p>" * 20_000


@hostile(FAMILY)
def html_of_one_style_without_end() -> bytes:
    """A style that never closes, and attributes of a megabyte."""
    return b"<html><body><p style='" + b"a:b;" * 300_000 + b"'>PO</p><style>" + b"{" * 500_000


@hostile("Exact formats", "ISA|segment|X12|refused|cannot|sender")
def order_of_a_million_separators() -> bytes:
    """An X12 envelope that holds nothing but separators."""
    isa = b"ISA*00*          *00*          *ZZ*A              *ZZ*B              *260101*0101*U*00401*000000001*0*P*>~"
    return isa + b"*" * 1_000_000 + b"~" * 100_000


@hostile("Exact formats", "UNB|segment|EDIFACT|refused|cannot|sender")
def order_of_a_million_releases() -> bytes:
    """An EDIFACT message of nothing but signs that free the next one."""
    return b"UNA:+.? 'UNB+UNOC:3+A+B+260101:0101+1'UNH+1+ORDERS:D:96A:UN'" + b"?" * 1_000_001
