"""Commands about what the desk knows: orders, catalogue, buyers, journal, database."""

import getpass
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot import questions, settings, wiring
from bot.cli import told
from bot.flows import stock_up
from bot.importing import report
from desk import errors
from store import outbox, unit, upgrade, work

_MOST_COMPLAINTS = 25


def add_to(app: typer.Typer) -> None:
    """The commands of this room."""
    app.command(rich_help_panel="Orders", context_settings={"ignore_unknown_options": True})(po)
    app.command(rich_help_panel="Orders")(retry)
    imports = typer.Typer(help="Put a catalogue or buyers into the books, from CSV or XLSX.", no_args_is_help=True)
    imports.command("catalogue")(import_catalogue)
    imports.command("buyers")(import_buyers)
    app.add_typer(imports, name="import", rich_help_panel="Setting up")
    database = typer.Typer(help="The database.", no_args_is_help=True)
    database.command("upgrade")(db_upgrade)
    app.add_typer(database, name="db", rich_help_panel="Setting up")
    journal = typer.Typer(help="The journal of everything that happened.", no_args_is_help=True)
    journal.command("verify")(journal_verify)
    app.add_typer(journal, name="journal", rich_help_panel="Orders")


def po(
    words: Annotated[list[str] | None, typer.Argument(help="What you would type behind /po in Slack.")] = None,
    *,
    save: Annotated[Path | None, typer.Option(help="With `original`: write the files into this folder.")] = None,
) -> None:
    """Ask about orders: the same answers as /po in Slack.

    [dim]countersign po 4500118[/dim]
    [dim]countersign po list open[/dim]
    [dim]countersign po original SO-10021 --save .[/dim]
    """
    with wiring.open_office(settings.read()) as desk:
        answer = questions.ask(desk, " ".join(words or []), by=getpass.getuser())
        told.console.print(told.mrkdwn(answer.text), highlight=False, soft_wrap=True)
        for name, digest in answer.files if save else ():
            _write(desk.store, name, digest, save or Path())


def retry() -> None:
    """Try again whatever the desk gave up; the cards headed “Something needs a person” say what that was."""
    books = wiring.open_books(settings.connections())
    with books.unit() as open_books:
        aside = open_books.work.standing(work.State.SET_ASIDE, limit=1000)
        for entry in aside:
            if entry.job.name == outbox.CARRY:
                open_books.outbox.again(int(str(entry.job.args["item"])))
            open_books.work.again(entry.id)
    books.close()
    told.console.print(f"{len(aside)} job(s) will be tried again." if aside else "Nothing was given up.")


def import_catalogue(
    file: Annotated[Path, typer.Argument(help="Columns: sku, description, price, and more (see the README).")],
) -> None:
    """Products and their prices. A file goes in whole or, with any bad row, not at all."""
    chosen = settings.read()
    upgrade.upgrade(chosen.wires.database_url)
    with wiring.open_office(chosen) as desk, _progress("Reading products") as progress:
        _report(stock_up.catalogue(desk, file, progress=progress), "products")


def import_buyers(
    file: Annotated[Path, typer.Argument(help="Columns: name, contacts, and more (see the README).")],
) -> None:
    """Buyers, their people and their own part numbers. A file goes in whole or not at all."""
    chosen = settings.read()
    upgrade.upgrade(chosen.wires.database_url)
    with wiring.open_office(chosen) as desk, _progress("Reading buyers") as progress:
        _report(stock_up.buyers(desk, file, progress=progress), "buyers")


def db_upgrade() -> None:
    """Create the tables, or bring them to this program's version; safe to run again."""
    chosen = settings.connections()
    revision = upgrade.upgrade(chosen.database_url)
    told.console.print(f"The database is at revision {revision}.")


def journal_verify() -> None:
    """Walk the journal's chain of hashes and say whether anything was changed or removed."""
    books = wiring.open_books(settings.connections())
    with books.look() as open_books:
        verdict = open_books.journal.verify()
    books.close()
    if verdict.broken:
        raise errors.DeskError(f"{verdict.broken} The {verdict.count} entries before it hold.")
    told.console.print(f"{verdict.count:,} entries hold. The last one's hash is {verdict.head}.", highlight=False)


class _progress:  # noqa: N801 - it reads as a function where it is used
    """A bar that a reader of tables moves."""

    def __init__(self, what: str) -> None:
        self._bar = Progress(
            TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=told.console
        )
        self._task = self._bar.add_task(what, total=None)

    def __enter__(self) -> report.Progress:
        self._bar.start()
        return lambda done, whole: self._bar.update(self._task, completed=done, total=whole)

    def __exit__(self, *_raised: object) -> None:
        self._bar.stop()


def _report(told_of: stock_up.Outcome, what: str) -> None:
    for heading in told_of.ignored:
        told.console.print(
            f"[yellow]?[/yellow] The column {told.escape(heading)!r} means nothing here; it was ignored."
        )
    for complaint in told_of.complaints[:_MOST_COMPLAINTS]:
        told.troubles.print(f"[red]✕[/red] {told.escape(str(complaint))}", highlight=False)
    hidden = len(told_of.complaints) - _MOST_COMPLAINTS
    if hidden > 0:
        told.troubles.print(f"… and {hidden} more.")
    if told_of.complaints:
        raise errors.DeskError(told_of.summary)
    told.console.print(f"{told_of.kept:,} {what} are in the books.")


def _write(store: unit.Store, name: str, digest: str, folder: Path) -> None:
    with store.look() as books:
        blob = books.blobs.get(digest)
    if blob is None:
        raise errors.UnknownError("file", name)
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / name
    if place.exists():
        raise errors.DeskError(f"{place} exists already; name another folder, so that nothing is overwritten.")
    place.write_bytes(blob.data)
    told.console.print(f"Written: {place}", highlight=False)
