"""The house looked at from outside: its picture of an order's life, its modules, its tracked files.

`python -m tests.house` writes docs/life.md anew.
"""

import ast
import functools
import subprocess
from collections.abc import Iterator
from pathlib import Path

from desk import orders

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("bot", "desk", "parsers", "playground", "store")
LIFE_PAGE = ROOT / "docs" / "life.md"

_PAGE = """\
# An order's life

Made from `LIFE` in `desk/orders.py` by `python -m tests.house`; a test keeps it current.

```mermaid
{picture}
```

Every move goes through `orders.move`, which refuses whatever has no arrow here.
"""


def life_page() -> str:
    """The page docs/life.md as it should be."""
    return _PAGE.format(picture=picture())


def picture() -> str:
    """LIFE as a Mermaid state diagram: an order begins in the table's first state, and rests where no row leads on."""
    first = next(iter(orders.LIFE))
    arrows = [f"{_id(state)} --> {_id(to)}" for state in orders.LIFE for to in orders.State if to in orders.LIFE[state]]
    ends = [f"{_id(state)} --> [*]" for state, onward in orders.LIFE.items() if not onward]
    names = [f'state "{state}" as {_id(state)}' for state in orders.LIFE]
    return "\n    ".join(["stateDiagram-v2", *names, f"[*] --> {_id(first)}", *arrows, *ends])


def modules() -> Iterator[Path]:
    """Every module of the rooms that ship; written migrations are the store's history, not its rooms."""
    for room in ROOMS:
        for file in sorted((ROOT / room).rglob("*.py")):
            if "versions" not in file.relative_to(ROOT).parts[:-1]:
                yield file


def docstring(file: Path) -> str:
    """What a module says it holds, or ""."""
    return ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")), clean=False) or ""


@functools.cache
def imports(file: Path) -> frozenset[str]:
    """The packages whose names a module writes after `import` or `from`, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return frozenset(found)


def tracked() -> list[Path]:
    """The files that git keeps, as far as they are here; OSError or CalledProcessError where git cannot say."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True)
    return [file for name in listed.stdout.split("\0") if name and (file := ROOT / name).is_file()]


def _id(state: orders.State) -> str:
    return state.name.lower()


if __name__ == "__main__":
    LIFE_PAGE.write_text(life_page(), encoding="utf-8")
