"""Compound files (MS-CFB) and Outlook mails (MS-OXMSG) as bytes, written by the specification."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

Tree = Mapping[str, "bytes | Tree"]

_SECTOR, _SMALL_SECTOR, _CUTOFF = 512, 64, 4096
_NOBODY, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_ROOT, _FOLDER, _STREAM = 5, 1, 2


@dataclass
class _Sectors:
    size: int
    data: list[bytes] = field(default_factory=list)
    chain: list[int] = field(default_factory=list)

    def store(self, data: bytes) -> int:
        if not data:
            return _END
        first = len(self.chain)
        self.data += [data[at : at + self.size].ljust(self.size, b"\0") for at in range(0, len(data), self.size)]
        self.chain += [*range(first + 1, len(self.data)), _END]
        return first


@dataclass
class _Entry:
    name: str
    kind: int
    start: int = _END
    size: int = 0
    right: int = _NOBODY
    child: int = _NOBODY

    def dump(self) -> bytes:
        wide = self.name.encode("utf-16-le") + b"\0\0"
        places = (_NOBODY, self.right, self.child, self.start, self.size)
        return struct.pack("<64sHBB3L36xLQ", wide, len(wide), self.kind, 1, *places)


def compound(tree: Tree) -> bytes:
    """Folders and streams."""
    large, small, entries = _Sectors(_SECTOR), _Sectors(_SMALL_SECTOR), list[_Entry]()
    _folder("Root Entry", tree, entries, large, small, kind=_ROOT)
    held = b"".join(small.data)
    entries[0].start, entries[0].size = large.store(held), len(held)
    small_table = large.store(struct.pack(f"<{len(small.chain)}L", *small.chain))
    listed = large.store(b"".join(entry.dump() for entry in entries).ljust(_SECTOR, b"\0"))
    count = 1
    while (len(large.chain) + count) * 4 > count * _SECTOR:
        count += 1
    places = [len(large.chain) + at for at in range(count)]
    table = struct.pack(f"<{len(large.chain)}L", *large.chain) + struct.pack("<L", _FAT) * count
    head = struct.pack(
        "<8s16x5H6x9L",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, count, listed, 0, _CUTOFF, small_table, -(-len(small.chain) * 4 // _SECTOR), _END, 0,
    )  # fmt: skip
    head += struct.pack(f"<{count}L", *places)
    return head.ljust(_SECTOR, b"\xff") + b"".join(large.data) + table.ljust(count * _SECTOR, b"\xff")


def _folder(name: str, tree: Tree, entries: list[_Entry], large: _Sectors, small: _Sectors, *, kind: int) -> int:
    here, before = len(entries), None
    entries.append(_Entry(name, kind))
    for inner, held in tree.items():
        place = len(entries)
        if isinstance(held, bytes):
            sectors = small if len(held) < _CUTOFF else large
            entries.append(_Entry(inner, _STREAM, sectors.store(held), len(held)))
        else:
            _folder(inner, held, entries, large, small, kind=_FOLDER)
        if before is None:
            entries[here].child = place
        else:
            before.right = place  # a tree that is a chain: each the right-hand neighbour of the one before
        before = entries[place]
    return here


def message(
    *, subject: str, sender: str, text: str, files: Mapping[str, bytes] | None = None, inner: Tree | None = None
) -> Tree:
    """The storage of a mail that Outlook keeps."""
    return _message(subject, sender, text, files or {}, inner, head=32)


def within(*, subject: str, sender: str, text: str, files: Mapping[str, bytes] | None = None) -> Tree:
    """The same, for a mail within another."""
    return _message(subject, sender, text, files or {}, None, head=24)


def _message(
    subject: str, sender: str, text: str, files: Mapping[str, bytes], inner: Tree | None, *, head: int
) -> Tree:
    tree = dict(_properties({0x0037: subject, 0x1000: text, 0x0C1A: "Ana", 0x5D01: sender}, head=head))
    for place, (name, data) in enumerate(files.items()):
        tree[f"__attach_version1.0_#{place:08X}"] = _properties({0x3707: name, 0x3701: data}, head=8)
    if inner is not None:
        tree["__attach_version1.0_#000000FF"] = {**_properties({}, head=8), "__substg1.0_3701000D": inner}
    return tree


def _properties(values: Mapping[int, str | bytes], *, head: int) -> Tree:
    rows = b""
    streams: dict[str, bytes | Tree] = {}
    for number, value in values.items():
        kind, raw = (0x1F, value.encode("utf-16-le")) if isinstance(value, str) else (0x102, value)
        rows += struct.pack("<HHLLL", kind, number, 6, len(raw), 0)
        streams[f"__substg1.0_{number:04X}{kind:04X}"] = raw
    return {"__properties_version1.0": b"\0" * head + rows, **streams}
