"""A PostgreSQL of our own for the tests: started once per pytest process, an empty database for each test."""

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

# Whoever is still connected goes; as a replica the session fires no trigger, so that even what is kept for ever can be
# swept; what the migrations put in stays.
SWEEP = """
DO $$
DECLARE place record;
BEGIN
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid();
    SET LOCAL session_replication_role = replica;
    FOR place IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        IF place.tablename = 'marks' THEN
            DELETE FROM marks WHERE name <> 'procrastinate schema';
        ELSIF place.tablename <> 'alembic_version' THEN
            EXECUTE format('DELETE FROM %I', place.tablename);
        END IF;
    END LOOP;
    PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false) FROM pg_sequences;
END $$
"""

_numbers = itertools.count(1)
_swept: list[str] = []


class MissingError(RuntimeError):
    """This machine has no PostgreSQL."""


def is_required() -> bool:
    """Peers may not be skipped here."""
    return os.environ.get("COUNTERSIGN_PEERS") == "required"


def fresh() -> str:
    """The URL of a database with today's tables and nothing in them; give it back with `done_with`."""
    if _swept:
        return _swept.pop()
    url = empty()
    upgrade.upgrade(url)
    return url


def done_with(url: str) -> None:
    """Sweep the database for the next test: making one anew takes a second on a busy machine, this milliseconds."""
    with psycopg.connect(host=str(_server()), user="postgres", dbname=_name(url), autocommit=True) as connection:
        connection.execute(SWEEP)
    _swept.append(url)


def empty() -> str:
    """The URL of a new database without any table."""
    home, name = _server(), f"books_{next(_numbers)}"
    _say(home, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return _url(home, name)


def drop(url: str) -> None:
    """Remove a database that `empty` made, whoever is still connected."""
    _say(_server(), sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(_name(url))))


def _name(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[2]


def _url(home: Path, name: str) -> str:
    return f"postgresql:///{name}?host={home}&user=postgres"


def _say(home: Path, statement: sql.Composed) -> None:
    with psycopg.connect(host=str(home), user="postgres", dbname="postgres", autocommit=True) as connection:
        connection.execute(statement)


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
    # Nothing here outlives the tests, so nothing has to reach the disk; a bench wants it as it is in earnest.
    in_earnest = os.environ.get("COUNTERSIGN_POSTGRES") == "in earnest"
    careless = [] if in_earnest else ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
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
