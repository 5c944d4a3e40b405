"""The command: python -m bench.peers."""

import argparse
from pathlib import Path

from bench import figures, peers


def main() -> None:
    parser = argparse.ArgumentParser(description=peers.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, metavar="DIR", help="PDFs with their truths beside them")
    parser.add_argument("--seed", type=int, default=peers.SEED)
    parser.add_argument("--count", type=int, default=peers.COUNT)
    given = parser.parse_args()
    for table in peers.run(given.folder, seed=given.seed, count=given.count):
        figures.show(table)


if __name__ == "__main__":
    main()
