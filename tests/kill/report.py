"""What a long test found is told in one line, whatever becomes of the rest of the output."""

import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

# Names a file that each line is added to.
FILE = "KILL_REPORT"

Tell = Callable[[str, Mapping[str, int]], None]


def tell(line: str, facts: Mapping[str, int]) -> None:
    """On the terminal, and in the file that KILL_REPORT names."""
    sys.stderr.write(f"\n{line}\n")
    named = os.environ.get(FILE)
    if named:
        with Path(named).open("a", encoding="utf-8") as file:
            file.write(f"{line}\n{json.dumps(facts)}\n")
