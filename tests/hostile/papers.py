"""PDFs and pictures made to do harm."""

import struct
import zlib
from collections.abc import Sequence

from tests.hostile.archives import zeros
from tests.hostile.kinds import hostile

FAMILY = "PDFs"
_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def pdf(objects: Sequence[bytes], *, trailer: bytes = b"") -> bytes:
    """Objects numbered from 1, the catalog first."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, data in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, data)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + b"trailer<</Root 1 0 R/Size %d%b>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, start)


def stream(data: bytes, how: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(data), how, data)


def page(content: bytes, *, box: bytes = b"0 0 612 792", how: bytes = b"", more: Sequence[bytes] = ()) -> bytes:
    """A file of one page; objects of `more` are numbered from 6."""
    one = b"<</Type/Page/Parent 2 0 R/MediaBox[%b]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%b>>>>" % (box, how)
    return pdf([_CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", one, content, _FONT, *more])


@hostile(FAMILY, "PDF")
def pdf_whose_tables_point_at_each_other() -> bytes:
    """Two cross-reference tables, each of which says that the other one comes before it."""
    whole = page(stream(b""))
    start = whole.rfind(b"xref\n0")
    return whole.replace(b"/Root", b"/Prev %d/Root" % start)


@hostile(FAMILY, "PDF")
def pdf_whose_pages_hold_themselves() -> bytes:
    """A tree of pages in which the root is its own child, and says that it has a million pages."""
    return pdf([_CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>"])


@hostile(FAMILY, "PDF|memory|broke down|seconds")
def pdf_of_a_page_that_draws_itself() -> bytes:
    """A form that draws itself twice, without end."""
    form = stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>")
    return page(stream(b"/X Do"), how=b"/XObject<</X 6 0 R>>", more=[form])


@hostile(FAMILY, "PDF|memory|broke down|seconds")
def pdf_of_forms_that_double_thirty_times() -> bytes:
    """Thirty forms, each of which draws the next one twice: a billion words on one page."""
    forms = [
        stream(
            b"/X Do /X Do",
            b"/Type/XObject/Subtype/Form/BBox[0 0 999 999]/Resources<</XObject<</X %d 0 R>>>>" % (number + 7),
        )
        for number in range(30)
    ]
    words = stream(
        b"BT /F 9 Tf 9 9 Td (12) Tj ET",
        b"/Type/XObject/Subtype/Form/BBox[0 0 999 999]/Resources<</Font<</F 5 0 R>>>>",
    )
    return page(stream(b"/X Do"), how=b"/XObject<</X 6 0 R>>", more=[*forms, words])


@hostile(FAMILY, "PDF|memory|broke down|seconds")
def pdf_of_a_stream_that_unpacks_without_end() -> bytes:
    """A page of 600 KB that unpacks to 600 MB."""
    return page(stream(zeros(600, wrapper=15), b"/Filter/FlateDecode"))


@hostile(FAMILY, "PDF|memory|broke down|seconds")
def pdf_of_a_stream_packed_twice() -> bytes:
    """The same, packed once more: some kilobytes."""
    once = zeros(400, wrapper=15)
    return page(stream(zlib.compress(once, 9), b"/Filter[/FlateDecode/FlateDecode]"))


@hostile(FAMILY, "has 5000 pages; at most 400 are read")
def pdf_of_five_thousand_pages() -> bytes:
    """More pages than any order has."""
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 5_003))
    pages = [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"] * 5_000
    return pdf([_CATALOG, b"<</Type/Pages/Kids[%b]/Count 5000>>" % kids, *pages])


@hostile(FAMILY)
def pdf_of_a_page_as_large_as_a_country() -> bytes:
    """A page of a hundred million points."""
    words = b"BT /F 9 Tf 9 9 Td (Purchase order 4711) Tj ET"
    return page(stream(words), box=b"-100000000 -100000000 100000000 100000000")


@hostile(FAMILY)
def pdf_of_a_million_words_on_a_page() -> bytes:
    """One page of a million figures, one over the other."""
    words = b"BT /F 9 Tf " + b"1 0 0 1 9 9 Tm (12 34 56 78 90 12 34 56 78 90) Tj\n" * 100_000 + b"ET"
    return page(stream(zlib.compress(words), b"/Filter/FlateDecode"))


@hostile(FAMILY)
def pdf_of_a_million_lines() -> bytes:
    """One page of a million ruling lines."""
    drawn = b"0 0 m 99 0 l S\n" * 1_000_000 + b"BT /F 9 Tf 9 9 Td (Purchase order 4711) Tj ET"
    return page(stream(zlib.compress(drawn), b"/Filter/FlateDecode"))


@hostile(FAMILY, "PDF")
def pdf_of_arrays_in_arrays() -> bytes:
    """A page made of half a million opening brackets."""
    return page(stream(b"[" * 500_000 + b"TJ"))


@hostile(FAMILY)
def pdf_of_a_font_that_is_none() -> bytes:
    """A font program of random bytes with a table of letters that refers to itself."""
    noise = bytes((place * 7_919 + 13) % 251 for place in range(200_000))
    font = b"<</Type/Font/Subtype/TrueType/BaseFont/A/FontDescriptor 7 0 R/ToUnicode 8 0 R/Encoding 6 0 R>>"
    described = b"<</Type/FontDescriptor/FontName/A/Flags 4/FontFile2 9 0 R>>"
    ranges = b"/A usecmap begincmap 1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange endcmap"
    words = b"BT /G 9 Tf 9 9 Td (Purchase) Tj ET"
    more = [font, described, stream(ranges), stream(noise)]
    return page(stream(words), how=b"/Font<</G 6 0 R>>", more=more)


@hostile(FAMILY, "PDF")
def pdf_locked_with_a_password() -> bytes:
    """A PDF that only its password opens."""
    lock = b"/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<%b>/U<%b>>>/ID[<00><00>]" % (b"1f" * 32, b"2e" * 32)
    return pdf([_CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Page/Parent 2 0 R>>"], trailer=lock)


@hostile(FAMILY, "PDF|picture|memory|broke down|seconds|large")
def pdf_of_a_picture_of_ten_gigabytes() -> bytes:
    """A page whose picture says that it is 100,000 by 100,000 points."""
    how = b"/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceGray"
    picture = stream(zeros(100, wrapper=15), how + b"/Filter/FlateDecode")
    return page(stream(b"612 0 0 792 0 0 cm /X Do"), how=b"/XObject<</X 6 0 R>>", more=[picture])


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))


@hostile("Pictures", "picture|large|points|pixels|memory|seconds")
def picture_of_two_billion_points() -> bytes:
    """A PNG of 50,000 by 50,000 points in 300 KB."""
    head = struct.pack(">2L5B", 50_000, 50_000, 1, 0, 0, 0, 0)
    data = zeros(313, wrapper=15)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


@hostile("Pictures", "picture|large|points|pixels|memory|seconds")
def fax_of_two_billion_points() -> bytes:
    """A TIFF that says it is 50,000 by 50,000 points, and holds none of them."""
    entries = [
        (256, 4, 50_000), (257, 4, 50_000), (258, 3, 1), (259, 3, 1), (262, 3, 1), (273, 4, 8), (277, 3, 1),
        (278, 4, 50_000), (279, 4, 312_500_000),
    ]  # fmt: skip
    table = b"".join(struct.pack("<HHLL", tag, kind, 1, value) for tag, kind, value in entries)
    return b"II*\0" + struct.pack("<L", 8) + struct.pack("<H", len(entries)) + table + b"\0\0\0\0"


@hostile("Pictures", "picture|large|page|points|pixels|memory|seconds")
def fax_whose_pages_go_round() -> bytes:
    """A TIFF whose next page is the one before."""
    entries = [(256, 4, 10), (257, 4, 10), (258, 3, 1), (259, 3, 1), (262, 3, 1), (273, 4, 8), (279, 4, 20)]
    table = b"".join(struct.pack("<HHLL", tag, kind, 1, value) for tag, kind, value in entries)
    return b"II*\0" + struct.pack("<L", 8) + struct.pack("<H", len(entries)) + table + struct.pack("<L", 8) + bytes(64)
