"""The list of hostile files: each a function that makes one, with its sentence in docs/hostile.md."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

Make = Callable[[], bytes]
_M = TypeVar("_M", bound=Make)

KINDS: dict[str, "Kind"] = {}


@dataclass(frozen=True)
class Kind:
    """A hostile file, the family it is shown under, and a pattern that the sentence about it fits.

    Without a pattern the file holds words that are no order, and none is found in them.
    """

    family: str
    name: str
    why: str
    make: Make
    says: str


def hostile(family: str, says: str = "") -> Callable[[_M], _M]:
    """Put a maker on the list; its docstring is what docs/hostile.md says of it."""

    def listed(make: _M) -> _M:
        name = make.__name__.replace("_", " ")
        KINDS[name] = Kind(family, name, (make.__doc__ or "").strip(), make, says)
        return make

    return listed
