"""Write orders by chance into a folder, each with its truth beside it.

python -m playground.orders --seed 7 --count 300 --to DIR [--form pdf|html|text|xlsx|image]
                            [--unusual] [--per-layout 1] [--decoys]
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from playground.orders import decoys, making


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=0, help="which orders; the same seed gives the same bytes")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--to", type=Path, required=True, metavar="DIR")
    parser.add_argument("--form", choices=[*making.FORMS], help="all in this form")
    parser.add_argument("--unusual", action="store_true", help="some labels are words that no lexicon has")
    parser.add_argument("--per-layout", type=int, default=1, help="how many orders of each layout")
    parser.add_argument("--decoys", action="store_true", help="invoices, quotations and the like, that order nothing")
    given = parser.parse_args()
    given.to.mkdir(parents=True, exist_ok=True)
    wanted = (
        series_of_decoys(given.seed, given.count, form=given.form)
        if given.decoys
        else series(given.seed, given.count, form=given.form, unusual=given.unusual, per_layout=given.per_layout)
    )
    for made in wanted:
        (given.to / f"{made.name}.{made.suffix}").write_bytes(made.data)
        told = json.dumps(made.truth, ensure_ascii=False, indent=1)
        (given.to / f"{made.name}.json").write_text(told + "\n", encoding="utf-8")
    print(f"{given.count} documents are in {given.to}.")  # noqa: T201 - the command's answer


def series(
    seed: int, count: int, *, form: str | None = None, unusual: bool = False, per_layout: int = 1
) -> Iterator[making.Made]:
    """The orders of one seed; those of another seed share none of them."""
    for place in range(count):
        own = seed * 100_000 + place
        yield making.make(own, form=form, layout=own - place % per_layout, unusual=unusual)


def series_of_decoys(seed: int, count: int, *, form: str | None = None) -> Iterator[making.Made]:
    """So many papers that order nothing, each kind in turn."""
    kinds = [*decoys.KINDS]
    for place in range(count):
        yield making.make(seed * 100_000 + place, form=form, decoy=kinds[place % len(kinds)])


if __name__ == "__main__":
    main()
