"""Archives, packed files and mails made to do harm."""

import io
import struct
import zipfile
import zlib

from tests.hostile.kinds import hostile
from tests.parsers.containers import build, compound

_MB = 1_000_000
FAMILY = "Containers"


def zeros(megabytes: int, *, wrapper: int = -15) -> bytes:
    """Deflated nothing, a thousandth of its size: one packed megabyte again and again (RFC 1950 to 1952)."""
    machine = zlib.compressobj(9, zlib.DEFLATED, -15)
    one = machine.compress(bytes(_MB)) + machine.flush(zlib.Z_FULL_FLUSH)
    packed = one * megabytes + b"\x03\0"
    if wrapper < 0:
        return packed
    if wrapper > 15:
        return b"\x1f\x8b\x08" + bytes(7) + packed + bytes(8)
    return b"\x78\x9c" + packed + struct.pack(">L", megabytes * _MB % 65_521 << 16 | 1)


def member(name: bytes, packed: bytes, size: int, *, crc: int = 0) -> bytes:
    """A local file header with its data."""
    return (
        struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 33, crc, len(packed), size, len(name), 0) + name + packed
    )


def listed(name: bytes, packed: int, size: int, at: int, *, crc: int = 0) -> bytes:
    """The same in the list at the end."""
    head = struct.pack(
        "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, crc, packed, size, len(name), 0, 0, 0, 0, 0, at
    )
    return head + name


def end(count: int, directory: bytes, at: int) -> bytes:
    """The end of an archive."""
    few = min(count, 65_535)
    return directory + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, few, few, len(directory), at, 0)


@hostile(FAMILY, "unpacks to far more than any order needs")
def zip_bomb() -> bytes:
    """A zip of 400 KB that unpacks to 400 MB."""
    packed = zeros(400)
    file = member(b"po.csv", packed, 400 * _MB)
    return file + end(1, listed(b"po.csv", len(packed), 400 * _MB, 0), len(file))


@hostile(FAMILY, "damaged archive")
def zip_that_lies_about_its_size() -> bytes:
    """A zip that says it unpacks to 1,000 bytes and unpacks to 400 MB."""
    packed = zeros(400)
    file = member(b"po.csv", packed, 1_000)
    return file + end(1, listed(b"po.csv", len(packed), 1_000, 0), len(file))


@hostile(FAMILY, "holds more files than are opened|lies in more than")
def zip_of_zips_of_zips() -> bytes:
    """Sixteen zips in each of sixteen zips, six times over: 16 million files in some kilobytes."""
    inner = build.zipped({"po.csv": b"Item,Qty\n" * 100})
    for _ in range(6):
        inner = build.zipped({f"{place}.zip": inner for place in range(16)})
    return inner


@hostile(FAMILY, "lies in more than 5 containers")
def zip_in_zip_a_hundred_deep() -> bytes:
    """One zip in another, a hundred times."""
    inner = build.zipped({"po.csv": b"Item,Qty\n"})
    for _ in range(100):
        inner = build.zipped({"a.zip": inner})
    return inner


@hostile(FAMILY, "holds more files than are opened|damaged archive|unpacks to far more|is not read")
def zip_whose_files_overlap() -> bytes:
    """A thousand entries that share the same packed bytes."""
    packed = zeros(4)
    file = member(b"po.csv", packed, 4 * _MB, crc=zlib.crc32(bytes(4 * _MB)))
    entry = listed(b"po.csv", len(packed), 4 * _MB, 0, crc=zlib.crc32(bytes(4 * _MB)))
    return file + end(1_000, entry * 1_000, len(file))


@hostile(FAMILY, "holds more files than are opened")
def zip_of_a_hundred_thousand_files() -> bytes:
    """A zip whose list alone takes minutes to walk."""
    file = member(b"a", b"\x03\0", 0)
    return file + end(100_000, listed(b"a", 2, 0, 0) * 100_000, len(file))


@hostile(FAMILY, "damaged archive")
def zip_with_a_broken_list() -> bytes:
    """A zip whose list of files points outside of it."""
    file = member(b"po.csv", b"\x03\0", 0)
    return file + end(1, listed(b"po.csv", 2, 0, 0xFFFFFF0), len(file) + 99_999)


@hostile(FAMILY, "protected by a password")
def locked_zip() -> bytes:
    """A zip that only its password opens."""
    data = bytearray(build.zipped({"po.csv": b"Item,Qty\n"}))
    data[6] |= 1
    data[data.find(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@hostile(FAMILY, "unpacks to far more than any order needs")
def gzip_bomb() -> bytes:
    """A gzip of 1 MB that unpacks to 1 GB, and says of itself that it is small."""
    return zeros(1_000, wrapper=31)[:-4] + b"\1\0\0\0"


@hostile(FAMILY)
def gzip_of_a_hundred_thousand_pieces() -> bytes:
    """Tiny gzip files one after another, each of which costs a start."""
    return build.gzipped(b"x") * 100_000


@hostile(FAMILY)
def outlook_file_that_bites_its_tail() -> bytes:
    """A .msg in which the chain of sectors leads back to its own beginning."""
    data = bytearray(compound.compound(compound.message(subject="a", sender="a@b.example", text="x" * 9_000)))
    table = len(data) - 512
    for at in range(table, len(data) - 4, 4):
        if data[at : at + 4] == b"\xfe\xff\xff\xff":
            data[at : at + 4] = b"\0\0\0\0"
    return bytes(data)


@hostile(FAMILY, "unpacks to far more than any order needs|damaged Outlook file")
def outlook_file_whose_streams_share_their_bytes() -> bytes:
    """A .msg in which a thousand texts say they are the same 5 MB."""
    message = compound.message(subject="a", sender="a@b.example", text="x", files={"a.bin": bytes(5 * _MB)})
    tree = dict(message)
    tree |= {f"__substg1.0_{number:04X}0102": b"" for number in range(0x6000, 0x6400)}
    data = bytearray(compound.compound(tree))
    listed_at = data.find("Root Entry".encode("utf-16-le"))
    entry = data.find("__substg1.0_37010102".encode("utf-16-le"), listed_at)
    chain = data[entry + 116 : entry + 128]
    for number in range(0x6000, 0x6400):
        at = data.find(f"__substg1.0_{number:04X}0102".encode("utf-16-le"), listed_at)
        data[at + 116 : at + 128] = chain
    return bytes(data)


@hostile(FAMILY, "is cut off|damaged winmail.dat")
def winmail_that_counts_to_four_billion() -> bytes:
    """A winmail.dat whose parts and lists say that they are 4 GB long."""
    data = build.winmail({"po.csv": b"Item,Qty\n"})
    return data[:11] + b"\xff\xff\xff\xff" + data[15:]


@hostile(FAMILY, "damaged signed file")
def signed_file_in_itself() -> bytes:
    """A .p7m of fifty thousand structures in one another."""
    head = bytes.fromhex("30800609 2a864886f70d010702 a080 3080 020101 3180 0000 3080")
    return head + b"\x30\x80" * 50_000


@hostile("Mails", "too deep|more than \\d+ deep")
def mail_in_mail_a_thousand_deep() -> bytes:
    """One mail forwarded in another, a thousand times."""
    raw = build.letter().as_bytes()
    head = b"From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n"
    return head * 1_000 + raw


@hostile("Mails")
def parts_in_parts_ten_thousand_deep() -> bytes:
    """A multipart in a multipart, ten thousand times."""
    out = io.BytesIO()
    out.write(b"From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\n")
    for depth in range(10_000):
        out.write(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (depth, depth))
    return out.getvalue()


@hostile("Mails")
def mail_of_a_hundred_thousand_parts() -> bytes:
    """A mail of a hundred thousand empty files."""
    head = b"From: a@b.example\nTo: c@d.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
    return head + b"--b\nContent-Type: application/pdf; name=a.pdf\n\n%PDF-1.4\n" * 100_000 + b"--b--\n"


@hostile("Mails")
def mail_of_a_million_header_lines() -> bytes:
    """A header without end, and one field folded over half of it."""
    head = b"From: a@b.example\nTo: c@d.example\nSubject: x\nReferences: <a@b.example>\n"
    return head + b" <a@b.example>\n" * 500_000 + b"X: y\n" * 500_000 + b"\nhi\n"


def stored(files: dict[str, bytes]) -> bytes:
    """A zip as office programs write it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return out.getvalue()
