"""The size of the machine that was measured on, and the versions of what ran there; no name and no path."""

import importlib.metadata
import os
import platform
import sqlite3
from datetime import UTC, datetime

_MEASURED_WITH = ("pypdfium2", "pdfplumber", "sqlalchemy", "procrastinate", "rapidfuzz")


def size() -> str:
    """One sentence: cores, memory, system, Python, and the day."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    libraries = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in _MEASURED_WITH)
    return (
        f"Measured on {datetime.now(UTC):%d %B %Y} with {cores()} cores ({platform.machine()}), {memory:.0f} GB of "
        f"memory, {platform.system()}, {platform.python_implementation()} {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, {libraries}."
    )


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0))
