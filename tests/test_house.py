"""The house keeps its own rules: its floors, its pages, its settings, its requirements."""

import contextlib
import io
import itertools
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from importlinter import cli as import_linter
from pydantic import BaseModel

from bot import policy_file, settings
from desk import orders
from tests import house

PYPROJECT = tomllib.loads((house.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
REQUIREMENTS = sorted((house.ROOT / "requirements").glob("*.txt"))
# A folder of the machine on which something was written; a path inside a URL is none.
MACHINE_PATH = re.compile(r"(?<![\w.~$}{-])/(?:home|root|Users|work|private|mnt)/\w")
# Where the libraries of the wires may be spoken, beside the playground, which stands in for the other side.
SPOKEN_IN = {
    "sqlalchemy": ("store",),
    "alembic": ("store",),
    "procrastinate": ("store",),
    "psycopg": ("store",),
    "slack_bolt": ("bot/slack",),
    "slack_sdk": ("bot/slack",),
    "imapclient": ("bot/mail",),
    "smtplib": ("bot/mail",),
    "jinja2": ("bot/say",),
    "pypdfium2": ("parsers",),
    "cv2": ("parsers/pages",),
    "rapidocr": ("parsers/pages",),
    "playground": ("bot/cli", "bot/demo"),
}
SENTENCE = re.compile(r"(?:[^.?!]|[.?!](?=\S))+[.?]")


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    try:
        return house.tracked()
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("This is no git checkout, so nothing says which files are tracked.")


def test_arrows_run_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(house.ROOT)
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        ended = import_linter.lint_imports(no_cache=True, no_logo=True)
    assert ended == import_linter.EXIT_STATUS_SUCCESS, said.getvalue()


@pytest.mark.parametrize(("library", "rooms"), SPOKEN_IN.items())
def test_a_wires_library_is_spoken_in_its_own_room(library: str, rooms: tuple[str, ...]) -> None:
    files = [file.relative_to(house.ROOT) for file in house.modules() if library in house.imports(file)]
    assert not [str(file) for file in files if not str(file).startswith((*rooms, "playground"))]


def test_the_picture_of_an_orders_life_is_current() -> None:
    shown = house.LIFE_PAGE.read_text(encoding="utf-8")
    assert shown == house.life_page(), "Run `python -m tests.house`: LIFE has changed since docs/life.md was made."


def test_the_picture_shows_every_state_and_every_move() -> None:
    drawn = set(re.findall(r"^ *(\w+) --> (\w+)$", house.picture(), re.MULTILINE))
    told = {(start.name.lower(), to.name.lower()) for start, ends in orders.LIFE.items() for to in ends}
    assert drawn == told


def test_every_module_says_in_one_sentence_what_it_holds() -> None:
    silent = {
        str(file.relative_to(house.ROOT)): first
        for file in house.modules()
        if not SENTENCE.fullmatch(first := house.docstring(file).split("\n\n")[0].strip())
    }
    assert silent == {}


def test_every_setting_is_in_the_example_and_nothing_else_is() -> None:
    known = {name.upper() for name in settings.Connections.model_fields}
    assert {name for name, _, _ in _example()} == known


def test_every_setting_of_the_example_has_its_comment_and_no_secret() -> None:
    for name, value, above in _example():
        assert above.startswith("# "), f"{name} has no comment"
        assert value == "" or value.endswith("example.com"), f"{name} has a value of its own"


def test_the_example_can_be_read_as_it_stands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes((house.ROOT / ".env.example").read_bytes())
    monkeypatch.chdir(tmp_path)
    for name in settings.Connections.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
        monkeypatch.delenv(f"{name.upper()}_FILE", raising=False)
    read = settings.connections()
    assert read.imap_host == "imap.example.com"
    assert read.database_url == "sqlite:///countersign.db"
    assert read.thread_secret is None


def test_every_key_of_the_policy_is_in_the_starter_file_and_nothing_else_is() -> None:
    starter = tomllib.loads(_uncommented(policy_file.STARTER))
    assert _keys(starter) == _fields(policy_file.PolicyFile)


def test_every_requirement_is_pinned() -> None:
    project = PYPROJECT["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    build = [*PYPROJECT["build-system"]["requires"], *PYPROJECT["dependency-groups"]["build"]]
    tools = [one for one in PYPROJECT["dependency-groups"]["dev"] if isinstance(one, str)]
    assert {_name(one) for one in [*wanted, *build]} <= _pinned("run.txt")
    assert {_name(one) for one in [*wanted, *build, *tools]} <= _pinned("dev.txt")


@pytest.mark.parametrize("file", REQUIREMENTS, ids=lambda file: str(file.name))
def test_requirements_are_hashed_and_name_no_index(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", text)
    assert all("--hash=sha256:" in entry for entry in entries if "==" in entry)
    assert not re.search(
        r"://|^\s*(?:-i|-f|--index-url|--extra-index-url|--find-links|--trusted-host)\b", text, re.MULTILINE
    )


@pytest.mark.parametrize("name", ["run.txt", "dev.txt"])
def test_both_requirement_files_are_there(name: str) -> None:
    assert house.ROOT / "requirements" / name in REQUIREMENTS


def test_what_both_requirement_files_pin_is_pinned_alike() -> None:
    run, dev = (_versions(name) for name in ("run.txt", "dev.txt"))
    assert {name: dev[name] for name in run} == run


def test_no_tracked_file_names_a_folder_of_somebodys_machine(tracked: list[Path]) -> None:
    named = {
        str(file.relative_to(house.ROOT)): found.group()
        for file in tracked
        if (found := MACHINE_PATH.search(file.read_text(encoding="utf-8", errors="replace")))
    }
    assert named == {}


def test_no_tracked_file_is_a_secret_or_a_store(tracked: list[Path]) -> None:
    assert not [file for file in tracked if file.name in {".env", "countersign.toml"} or file.suffix == ".db"]


def _example() -> Iterator[tuple[str, str, str]]:
    """Name, value, and the line above, of each variable in .env.example."""
    lines = (house.ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    for above, line in itertools.pairwise(lines):
        if found := re.fullmatch(r"([A-Z_]+)=(.*)", line):
            yield found[1], found[2], above


def _uncommented(starter: str) -> str:
    """The starter file with its commented examples switched on."""
    return re.sub(r"^# (?=\[\[|[A-Za-z_]+ = )", "", starter, flags=re.MULTILINE)


def _keys(tables: dict[str, Any]) -> dict[str, set[str]]:
    def inside(table: Any) -> set[str]:
        return set(table[0] if isinstance(table, list) else table)

    return {name: set() if name == "rates" else inside(table) for name, table in tables.items()}


def _fields(file: type[BaseModel]) -> dict[str, set[str]]:
    tables: dict[str, type[BaseModel]] = {
        "company": policy_file.Company,
        "orders": policy_file.Orders,
        "approval": policy_file.ApprovalTier,
        "replies": policy_file.Replies,
        "slack": policy_file.SlackChannels,
        "mailbox": policy_file.MailboxPolicy,
    }
    return {name: set(tables[name].model_fields) if name in tables else set() for name in file.model_fields}


def _name(requirement: str) -> str:
    """As PEP 503 has it."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def _pinned(file: str) -> set[str]:
    return set(_versions(file))


def _versions(file: str) -> dict[str, set[str]]:
    pins: dict[str, set[str]] = {}
    text = (house.ROOT / "requirements" / file).read_text(encoding="utf-8")
    for name, version in re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)", text, re.MULTILINE):
        pins.setdefault(_name(name), set()).add(version)
    return pins
