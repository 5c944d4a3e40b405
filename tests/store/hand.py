"""A worker in a process of its own, for tests that kill it: `python -m tests.store.hand URL FOLDER OWNER`."""

import os
import signal
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from store import unit
from tests.store import build


def main(url: str, folder: Path, owner: str) -> None:
    """Each job adds a line to a file of its own when it begins, and another when it ends."""

    def note(args: Mapping[str, Any]) -> None:
        file = folder / str(args["key"])
        with file.open("a") as diary:
            print("begins", os.getpid(), file=diary, flush=True)
            time.sleep(float(args.get("seconds", 0)))
            print("ends", os.getpid(), file=diary, flush=True)

    def vanish(args: Mapping[str, Any]) -> None:
        note({"key": args["key"]})
        os.kill(os.getpid(), signal.SIGKILL)

    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    store = unit.open_store(url)
    build.hand(store, {"note": note, "vanish": vanish}, owner).run(stop)
    store.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
