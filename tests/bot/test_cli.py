"""The command line: every door does what it says, and what cannot be done is a sentence and an exit code."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import sqlalchemy as sa

from bot import cli, policy_file, reading_room, settings, wiring
from desk import orders
from playground.samples import papers, strays, world
from store import tables, unit, work
from tests.bot import build

ROOT = Path(__file__).parent.parent.parent
POLICY = """\
[company]
name = "Harbour & Pine Trading"
mailbox = "orders@harbourandpine.example"
currency = "GBP"
"""


@dataclass(frozen=True)
class Said:
    """What a command said, with line breaks as spaces, and its exit code."""

    code: int
    out: str
    err: str


Terminal = Callable[..., Said]


@pytest.fixture
def terminal(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    """A terminal in a folder of its own, with a policy and a database that has tables."""
    monkeypatch.chdir(tmp_path)
    for name in (*(field.upper() for field in settings.Connections.model_fields), "COUNTERSIGN_POLICY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    (tmp_path / "countersign.toml").write_text(POLICY)

    def typed(*words: str | Path) -> Said:
        monkeypatch.setattr(sys, "argv", ["countersign", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        out, err = capsys.readouterr()
        code = left.value.code
        return Said(code if isinstance(code, int) else 0, " ".join(out.split()), " ".join(err.split()))

    return typed


@pytest.fixture
def stocked(terminal: Terminal, tmp_path: Path) -> Terminal:
    """The same, with the sample catalogue and buyers imported."""
    (tmp_path / "catalogue.csv").write_text(world.catalogue_csv(), encoding="utf-8")
    (tmp_path / "buyers.csv").write_text(world.buyers_csv(), encoding="utf-8")
    assert "40 products are in the books." in terminal("import", "catalogue", "catalogue.csv").out
    assert "6 buyers are in the books." in terminal("import", "buyers", "buyers.csv").out
    return terminal


def opened_mail(terminal: Terminal, folder: Path) -> orders.Order:
    """A mail is put in by hand, and a worker opens it."""
    (folder / "order.eml").write_bytes(build.pdf_mail(build.truth()))
    terminal("ingest", "order.eml")
    with wiring.open_office(settings.read()) as desk:
        build.labour(desk).once()
        return build.every(desk)[0]


def test_init_writes_a_policy_that_can_be_read(terminal: Terminal, tmp_path: Path) -> None:
    said = terminal(
        "init", "--company", 'Ben "B" & Co', "--mailbox", "in@ben.example", "--currency", "eur",
        "--time-zone", "Europe/Berlin", "--file", "new.toml",
    )  # fmt: skip

    assert said.code == 0
    assert "THREAD_SECRET=" in said.out
    read = policy_file.load(tmp_path / "new.toml")
    assert (read.company.name, read.company.currency) == ('Ben "B" & Co', "EUR")


def test_init_overwrites_nothing(terminal: Terminal, tmp_path: Path) -> None:
    said = terminal("init", "--company", "X", "--mailbox", "a@b.example", "--currency", "GBP", "--time-zone", "UTC")

    assert said.code == 2
    assert "exists already and is left as it is" in said.err
    assert (tmp_path / "countersign.toml").read_text() == POLICY


def test_init_leaves_no_file_behind_that_cannot_be_read(terminal: Terminal, tmp_path: Path) -> None:
    said = terminal(
        "init", "--company", "X", "--mailbox", "a@b.example", "--currency", "QQQ",
        "--time-zone", "UTC", "--file", "n.toml",
    )  # fmt: skip

    assert said.code == 2
    assert "QQQ" in said.err
    assert not (tmp_path / "n.toml").exists()


def test_each_reading_is_a_line_that_the_contract_allows(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    truth = build.truth()
    folder = tmp_path / "in"
    (folder / "deeper").mkdir(parents=True)
    (folder / "good.pdf").write_bytes(papers.draw_pdf(truth))
    (folder / "deeper" / "mail.eml").write_bytes(build.pdf_mail(truth))
    (folder / "sheet.xlsx").write_bytes(papers.as_xlsx(truth))
    (folder / "locked.pdf").write_bytes(strays.encrypted())
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "noise.bin").write_bytes(bytes(range(256)))
    (folder / "truth.json").write_text("{}")
    (folder / ".hidden").write_text("nothing to see")
    schema = json.loads((ROOT / "tests/data/reading.schema.json").read_text())

    monkeypatch.setattr(sys, "argv", ["countersign", "read", str(folder), "--json"])
    with pytest.raises(SystemExit) as left:
        cli.main()

    assert not left.value.code
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    assert [error.message for line in lines for error in checker.iter_errors(line)] == []
    by_name = {Path(line["path"]).name: line for line in lines}
    assert set(by_name) == {"good.pdf", "mail.eml", "sheet.xlsx", "locked.pdf", "empty.pdf", "noise.bin"}
    assert by_name["good.pdf"]["orders"][0]["po_number"] == truth.po_number
    assert by_name["mail.eml"]["touchless"]
    assert "password" in by_name["locked.pdf"]["error"]


def test_a_file_that_breaks_the_reader_stops_no_other(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("bad.pdf", "good.pdf"):
        (tmp_path / name).write_bytes(papers.draw_pdf(build.truth()))
    ask = reading_room.ReadingRoom.ask

    def breaks_on_bad(room: reading_room.ReadingRoom, *given: Any, **named: Any) -> Any:
        if named["name"] == "bad.pdf":
            raise ZeroDivisionError
        return ask(room, *given, **named)

    monkeypatch.setattr(reading_room.ReadingRoom, "ask", breaks_on_bad)

    said = terminal("read", "bad.pdf", "good.pdf")

    assert said.code == 0
    assert "The reader broke on it (ZeroDivisionError); a person must look." in said.out
    assert "good.pdf: purchase order, touchless" in said.out


def test_reading_says_what_was_understood_to_a_person(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "order.pdf").write_bytes(papers.draw_pdf(build.truth()))

    said = terminal("read", "order.pdf")

    assert said.code == 0
    assert "purchase order, touchless" in said.out
    assert "PO 4500118 · Melrose & Finch Ltd" in said.out
    assert "188.16" in said.out


@pytest.mark.parametrize(("path", "told"), [("nowhere.pdf", "There is no nowhere.pdf"), ("void", "There is no file")])
def test_nothing_to_read_is_a_sentence(terminal: Terminal, tmp_path: Path, path: str, told: str) -> None:
    (tmp_path / "void").mkdir()

    said = terminal("read", path)

    assert (said.code, told in said.err) == (2, True)


def test_a_catalogue_with_a_missing_column_changes_nothing(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("sku,description\nNEW-1,A thing\n")

    said = terminal("import", "catalogue", "bad.csv")

    assert said.code == 2
    assert 'bad.csv has no column "price".' in said.err
    assert "There are no" not in said.out


def test_bad_rows_are_named_and_keep_the_file_out(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("sku,description,price\nNEW-1,A thing,9.80\nNEW-2,Another,nine\n")

    said = terminal("import", "catalogue", "bad.csv")

    assert said.code == 2
    assert "row 3" in said.err.lower()
    assert "nine" in said.err


def test_a_mail_by_hand_is_kept_once(stocked: Terminal, tmp_path: Path) -> None:
    (tmp_path / "order.eml").write_bytes(build.pdf_mail(build.truth()))

    first, again = stocked("ingest", "order.eml"), stocked("ingest", "order.eml")

    assert "order.eml: kept; a worker opens it" in first.out
    assert "order.eml: kept before, nothing to do" in again.out


def test_orders_are_asked_about_as_in_slack(stocked: Terminal, tmp_path: Path) -> None:
    order = opened_mail(stocked, tmp_path)

    shown, listed = stocked("po", "4500118"), stocked("po", "list", "needs", "a", "look")
    taken, wrong = stocked("po", "take", order.number), stocked("po", "take", order.number)

    assert order.number in shown.out
    assert "The mail carries no verdict" in shown.out or "needs a look" in shown.out
    assert order.number in listed.out
    assert "It is taken as read." in taken.out
    assert (wrong.code, wrong.err) == (
        2,
        f"✕ Order {order.number} is awaiting approval; it cannot become taken as read.",
    )


def test_an_original_is_saved_and_nothing_overwritten(stocked: Terminal, tmp_path: Path) -> None:
    order = opened_mail(stocked, tmp_path)

    first = stocked("po", "original", order.number, "--save", "out")
    again = stocked("po", "original", order.number, "--save", "out")

    assert first.code == 0
    assert (tmp_path / "out" / "PO-4500118.pdf").read_bytes().startswith(b"%PDF")
    assert again.code == 2
    assert "exists already" in again.err


@pytest.mark.parametrize(("words", "told"), [(["lsit"], "Did you mean `list`?"), (["SO-1"], "no order 'SO-1'.")])
def test_what_is_not_understood_is_a_sentence(terminal: Terminal, words: list[str], told: str) -> None:
    said = terminal("po", *words)

    assert (said.code, told in said.err) == (2, True)


def test_the_journal_is_verified(stocked: Terminal) -> None:
    said = stocked("journal", "verify")

    assert said.code == 0
    assert "2 entries hold." in said.out


def test_a_changed_journal_is_found_out(stocked: Terminal, sqlite_url: str) -> None:
    with sqlite3.connect(sqlite_url.removeprefix("sqlite:///")) as raw:
        triggers = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
        for trigger in triggers:
            raw.execute(f'DROP TRIGGER "{trigger}"')
        raw.execute("UPDATE journal SET body = replace(body, '40', '41')")

    said = stocked("journal", "verify")

    assert said.code == 2
    assert "entries before it hold." in said.err


def test_what_was_given_up_is_tried_again(terminal: Terminal, sqlite_url: str) -> None:
    nothing = terminal("retry")
    store = unit.open_store(sqlite_url)
    with store.unit() as books:
        books.work.defer(work.Job("open", {"mail": 4711}), key="open:4711")
    with store.unit() as books:
        aside = sa.update(tables.jobs).values(state=work.State.SET_ASIDE, reason="It broke.")
        books.session.execute(aside)

    something = terminal("retry")

    assert "Nothing was given up." in nothing.out
    assert "1 job(s) will be tried again." in something.out
    with store.look() as books:
        assert books.work.counts()[work.State.WAITING] == 1
    store.close()


def test_a_new_database_is_made_and_made_again(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'new.db'}")

    first, again = terminal("db", "upgrade"), terminal("db", "upgrade")

    assert first.code == again.code == 0
    assert first.out == again.out
    assert "The database is at revision" in first.out


def test_a_desk_without_settings_is_told_everything_that_is_missing(terminal: Terminal) -> None:
    for command in ("run", "listen", "work", "doctor"):
        said = terminal(command)

        assert said.code == 2
        assert "IMAP_HOST" in said.err + said.out
        assert "Traceback" not in said.err


def test_a_policy_that_is_missing_says_how_to_write_one(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "countersign.toml").unlink()

    said = terminal("po", "list")

    assert (said.code, "countersign init" in said.err) == (2, True)


def test_the_command_itself_answers_and_leaves_at_sigterm(sqlite_url: str, tmp_path: Path) -> None:
    """A process of its own, as a person starts it: the worker starts, and what is in hand is finished."""
    (tmp_path / "countersign.toml").write_text(POLICY)
    wires = {
        "DATABASE_URL": sqlite_url, "IMAP_HOST": "127.0.0.1", "SMTP_HOST": "127.0.0.1", "MAIL_USER": "x@y.example",
        "MAIL_PASSWORD": "x", "THREAD_SECRET": "0123456789abcdef", "SLACK_BOT_TOKEN": "xoxb-1",
        "SLACK_APP_TOKEN": "xapp-1",
    }  # fmt: skip
    kept = {name: value for name, value in os.environ.items() if name not in settings.Connections.model_fields}
    worker = subprocess.Popen(
        [Path(sys.executable).with_name("countersign"), "work"],
        cwd=tmp_path,
        env=kept | wires,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert worker.stderr is not None
    told = next(line for line in worker.stderr if "The desk is open" in line)
    worker.send_signal(signal.SIGTERM)
    _, rest = worker.communicate(timeout=30)

    assert told
    assert worker.returncode == 0
    assert "Closing: what is in hand is finished first." in rest
