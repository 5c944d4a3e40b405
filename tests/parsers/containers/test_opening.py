import base64
import io
import tarfile
import zipfile

import pytest

from desk.reading import Kind
from parsers import magic, readers
from playground.samples import papers, truths
from tests.parsers.containers import build, compound

ONE, TWO = truths.order(67, count=3), truths.order(68, count=4)
PDF, XLSX = papers.draw_pdf(ONE), papers.as_xlsx(TWO)


def test_each_file_of_an_archive_is_read_and_named_by_its_path() -> None:
    data = build.zipped({"orders/po 17.pdf": PDF, "two.xlsx": XLSX, "__MACOSX/._two.xlsx": b"\0\5"})

    assert build.parts(data, "orders.zip") == {
        ONE.po_number: {"orders.zip/orders/po 17.pdf"},
        TWO.po_number: {"orders.zip/two.xlsx"},
    }


def test_an_archive_in_a_mail_gives_its_orders_and_keeps_what_held_them() -> None:
    raw = build.letter(orders_zip=build.zipped({"po 17.pdf": PDF, "terms.txt": b"We pay in 30 days."})).as_bytes()

    found = readers.documents(raw)

    assert found.reading.orders[0].evidence["po_number"].part == "orders.zip/po 17.pdf"
    assert [file.name for file in found.files] == ["orders.zip", "po 17.pdf"]


def test_a_mail_in_an_archive_in_a_mail_is_read_with_its_own_files() -> None:
    forwarded = build.letter("See below.")
    forwarded.add_attachment(build.letter(po_pdf=PDF), filename="order.eml")
    raw = build.letter(all_zip=build.zipped({"old/forwarded.eml": forwarded.as_bytes()})).as_bytes()

    assert build.parts(raw, "mail.eml") == {ONE.po_number: {"all.zip/old/forwarded.eml/order.eml/po.pdf"}}


def test_the_words_of_a_forwarded_mail_are_read_too() -> None:
    raw = build.letter("Please see the attached mail.")
    raw.add_attachment(build.letter(papers.as_text(TWO)), filename="order.eml")

    assert build.parts(raw.as_bytes(), "mail.eml") == {TWO.po_number: {"order.eml/letter"}}


def test_a_packed_file_is_read() -> None:
    assert build.parts(build.gzipped(PDF), "po.pdf.gz") == {ONE.po_number: {"po.pdf.gz/po.pdf"}}


def test_a_mail_that_outlook_saved_is_read_as_the_mail_it_was() -> None:
    data = compound.compound(
        compound.message(subject="Order", sender="ana@buyer.example", text="Attached.", files={"po.pdf": PDF})
    )

    assert magic.media_type(data) == "application/vnd.ms-outlook"
    assert build.parts(data, "order.msg") == {ONE.po_number: {"po.pdf"}}


def test_a_mail_within_a_mail_that_outlook_saved_is_read() -> None:
    inner = compound.within(subject="Order", sender="ana@buyer.example", text="Hi", files={"order.xlsx": XLSX})
    data = compound.compound(compound.message(subject="Fwd", sender="cho@b.example", text="See.", inner=inner))

    (parts,) = build.parts(data, "order.msg").values()

    assert {part.rpartition("/")[2] for part in parts} == {"order.xlsx"}


def test_the_files_that_outlook_hides_come_out_under_their_full_names() -> None:
    data = build.winmail({"purchase order 17.pdf": PDF, "terms and conditions.txt": b"30 days"})

    assert [leaf.path for leaf in build.leaves(data, "winmail.dat")] == [
        "winmail.dat/purchase order 17.pdf",
        "winmail.dat/terms and conditions.txt",
    ]
    assert build.parts(build.letter(winmail_dat=data).as_bytes()) == {
        ONE.po_number: {"winmail.dat/purchase order 17.pdf"}
    }


def test_a_signed_file_is_what_was_signed() -> None:
    assert build.parts(build.signed(PDF), "po.pdf.p7m") == {ONE.po_number: {"po.pdf.p7m/po.pdf"}}


def test_a_letter_signed_as_a_whole_is_read_as_the_letter_it_is() -> None:
    inner = build.letter(po_pdf=PDF)
    whole = (
        b"From: Ana <ana@buyer.example>\nTo: ben@seller.example\nSubject: Order\nMIME-Version: 1.0\n"
        b'Content-Type: application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"\n'
        b"Content-Transfer-Encoding: base64\n\n"
    )
    sealed = base64.encodebytes(build.signed(inner.as_bytes()))

    assert build.parts(whole + sealed, "mail.eml") == {ONE.po_number: {"po.pdf"}}


def a_tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as packed:
        member = tarfile.TarInfo("po.pdf")
        member.size = len(PDF)
        packed.addfile(member, io.BytesIO(PDF))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "called"),
    [
        (a_tar(), "tar archive"),
        (build.gzipped(a_tar()), "tar archive"),
        (b"7z\xbc\xaf\x27\x1c" + b"\0" * 40, "7z archive"),
        (b"Rar!\x1a\x07\x01\0" + b"\0" * 40, "rar archive"),
        (b"BZh91AY&SY" + b"\0" * 40, "bzip2 file"),
        (b"\xfd7zXZ\0" + b"\0" * 40, "xz file"),
        (b"MSCF\0\0\0\0" + b"\0" * 40, "cabinet"),
    ],
)
def test_what_is_not_opened_is_said(data: bytes, called: str) -> None:
    (why,) = build.troubles(data, "orders")

    assert f"is a {called}, which is not opened. Ask the sender" in why


def test_a_locked_archive_asks_for_one_without_a_password() -> None:
    data = bytearray(build.zipped({"po.pdf": PDF}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + place] |= 1

    assert build.troubles(bytes(data), "po.zip") == [
        "po.zip is protected by a password. Ask the sender for the files without one."
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (build.encrypted(), "is encrypted for somebody's key."),
        (build.zipped({"po.pdf": PDF})[:-60], "is a damaged archive and cannot be opened."),
        (build.zipped({"po.pdf": PDF})[:600] + b"\0" + build.zipped({"po.pdf": PDF})[601:], "is a damaged archive"),
        (build.zipped({}), "is an empty archive."),
        (build.gzipped(PDF)[:-40], "is a damaged gzip file"),
        (build.winmail({"po.pdf": PDF})[:-400], "is cut off."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_".encode("utf-16-le") * 90, "is a damaged Outlook file."),
    ],
    ids=["for a key", "no end", "wrong byte", "empty", "gzip cut", "winmail cut", "outlook"],
)
def test_what_cannot_be_opened_is_one_sentence_and_no_order(data: bytes, why: str) -> None:
    (trouble,) = build.troubles(data, "box")
    reading, _ = readers.of_file(data, name="box")

    assert why in trouble
    assert (reading.kind, reading.orders, reading.touchless) == (Kind.OTHER, (), False)
    assert reading.error == trouble


def test_an_order_beside_a_file_that_stays_closed_is_read_and_in_doubt() -> None:
    reading, _ = readers.of_file(
        build.zipped({"po.pdf": PDF, "drawings.7z": b"7z\xbc\xaf\x27\x1c" + b"\0" * 40}), name="a.zip"
    )

    assert reading.orders[0].po_number == ONE.po_number
    assert [doubt.why for doubt in reading.doubts] == [
        "a.zip/drawings.7z is a 7z archive, which is not opened. Ask the sender for the files themselves, or for a zip."
    ]
    assert not reading.touchless


@pytest.mark.parametrize(
    ("name", "shown"), [("../../etc/po.pdf", "etc/po.pdf"), ("C:\\new\\po.pdf", "C/new/po.pdf"), ("..", "file")]
)
def test_a_name_in_an_archive_leads_nowhere(name: str, shown: str) -> None:
    (leaf,) = build.leaves(build.zipped({name: PDF}))

    assert leaf.path == f"box/{shown}"


def test_a_workbook_stored_in_an_archive_does_not_make_it_a_workbook() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("two.xlsx", XLSX)

    assert magic.media_type(out.getvalue()) == "application/zip"
    assert build.parts(out.getvalue(), "a.zip") == {TWO.po_number: {"a.zip/two.xlsx"}}
