"""A PostgreSQL of our own for the tests: started once per pytest process, a fresh database for each test."""

import atexit
import itertools
import os
import shutil
import signal
import subprocess
import tempfile
import time
from functools import cache
from pathlib import Path

import psycopg
from psycopg import sql

from store import upgrade

# A newcomer's machine may lack it; where everything must run (COUNTERSIGN_PEERS=required) its absence fails.
MISSING = "PostgreSQL's server programs (initdb, postgres) are not installed; on Debian: apt install postgresql."
START_SECONDS = 30

_numbers = itertools.count(1)


class MissingError(RuntimeError):
    """This machine has no PostgreSQL."""


def is_required() -> bool:
    """Peers may not be skipped here."""
    return os.environ.get("COUNTERSIGN_PEERS") == "required"


def fresh() -> str:
    """The URL of a new database with today's tables and nothing in them."""
    home, template = _server(), _template()
    name = f"books_{next(_numbers)}"
    _say(home, sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template)))
    return _url(home, name)


def empty() -> str:
    """The URL of a new database without any table."""
    home, name = _server(), f"bare_{next(_numbers)}"
    _say(home, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return _url(home, name)


def drop(url: str) -> None:
    """Remove a database that `fresh` or `empty` made, whoever is still connected."""
    name = url.partition("?")[0].rpartition("/")[2]
    _say(_server(), sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _url(home: Path, name: str) -> str:
    return f"postgresql:///{name}?host={home}&user=postgres"


def _say(home: Path, statement: sql.Composed) -> None:
    with psycopg.connect(host=str(home), user="postgres", dbname="postgres", autocommit=True) as connection:
        connection.execute(statement)


@cache
def _template() -> str:
    home = _server()
    _say(home, sql.SQL("CREATE DATABASE {}").format(sql.Identifier("template_books")))
    upgrade.upgrade(_url(home, "template_books"))
    return "template_books"


@cache
def _server() -> Path:
    """The folder of the running server's socket."""
    programs = _programs()
    home = Path(tempfile.mkdtemp(prefix="countersign-pg-"))
    if os.geteuid() == 0:
        shutil.chown(home, "postgres", "postgres")
    data = home / "data"
    subprocess.run(
        [*_as_postgres(), programs / "initdb", "-D", data, "-A", "trust", "-U", "postgres", "-N", "-E", "UTF8"],
        check=True,
        stdout=subprocess.DEVNULL,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
    )
    # Nothing here outlives the tests, so nothing has to reach the disk.
    careless = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
    place = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={home}", "-c", "max_connections=200"]
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(
            [*_as_postgres(), programs / "postgres", "-D", data, *place, *careless], stdout=log, stderr=log
        )
    atexit.register(_stop, server, home)
    _wait(home, server)
    return home


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    places = [str(path.parent) for path in reversed(found)]
    initdb = shutil.which("initdb", path=os.pathsep.join([*places, os.environ.get("PATH", "")]))
    if initdb is None:
        raise MissingError(MISSING)
    return Path(initdb).parent


def _as_postgres() -> list[str]:
    """PostgreSQL refuses to run as root; a server whose tests were killed goes with them."""
    switch = ["setpriv", "--pdeathsig", "INT"] if shutil.which("setpriv") else []
    if os.geteuid() == 0:
        return [*switch, "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    return switch


def _wait(home: Path, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            psycopg.connect(host=str(home), user="postgres", dbname="postgres").close()
        except psycopg.OperationalError:
            time.sleep(0.02)
        else:
            return
    raise RuntimeError(f"PostgreSQL did not start: {(home / 'log').read_text()[-2000:]}")


def _stop(server: "subprocess.Popen[bytes]", home: Path) -> None:
    server.send_signal(signal.SIGINT)  # "fast": ends sessions, then itself
    server.wait(timeout=START_SECONDS)
    shutil.rmtree(home, ignore_errors=True)
