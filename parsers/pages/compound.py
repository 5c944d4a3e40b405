"""Whether an old office file (MS-CFB) is sound enough to be opened: no chain of its sectors goes round for ever."""

import io
from collections.abc import Iterable, Sequence

import olefile

_ENDS = 0xFFFFFFFA  # this and all above are marks, no sectors (2.1)


def is_sound(data: bytes) -> bool:
    """Whether each chain of sectors that the directory names comes to an end."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as held:
            held.loadminifat()
            entries = [entry for entry in held.direntries if entry is not None]
            starts = [held.first_dir_sector, held.first_mini_fat_sector, held.first_difat_sector]
            starts += [entry.isectStart for entry in entries if entry.size >= held.minisectorcutoff]
            starts += [entry.isectStart for entry in entries[:1]]
            small = [entry.isectStart for entry in entries[1:] if 0 < entry.size < held.minisectorcutoff]
            return _end(held.fat, starts) and _end(held.minifat, small)
    except (OSError, ValueError, TypeError, IndexError, AttributeError, RecursionError):
        return False


def _end(table: Sequence[int] | None, starts: Iterable[int]) -> bool:
    """Following each start through the table leads out of it, never back to where one was."""
    following = table or []
    known: set[int] = set()
    for start in starts:
        here, walked = start, set[int]()
        while here < _ENDS and here < len(following) and here not in known:
            if here in walked:
                return False
            walked.add(here)
            here = following[here]
        known |= walked
    return True
