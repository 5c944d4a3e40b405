"""Commands for the first hour: a policy file, a check of every wire, and a day to look at."""

import getpass
import secrets
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from bot import doctor, policy_file, settings
from bot.cli import told
from desk import errors


def add_to(app: typer.Typer) -> None:
    """The commands of this room."""
    app.command(rich_help_panel="Setting up")(init)
    app.command("doctor", rich_help_panel="Setting up")(examine)
    app.command(rich_help_panel="Setting up")(demo)


def init(
    *,
    company: Annotated[str, typer.Option(prompt="Your company's name")],
    mailbox: Annotated[str, typer.Option(prompt="The mailbox where orders arrive")],
    currency: Annotated[str, typer.Option(prompt="Your currency (ISO code)")] = "GBP",
    time_zone: Annotated[str, typer.Option(prompt="Your time zone")] = "Europe/London",
    file: Annotated[Path, typer.Option(help="Where to write the policy.")] = Path("countersign.toml"),
) -> None:
    """Write a commented policy file to begin with."""
    if file.exists():
        raise errors.DeskError(f"{file} exists already and is left as it is; move it away to begin anew.")
    text = policy_file.starter(name=company, mailbox=mailbox, currency=currency.upper(), time_zone=time_zone)
    file.write_text(text, encoding="utf-8")
    try:
        policy_file.load(file)
    except policy_file.PolicyFileError:
        file.unlink()
        raise
    told.console.print(
        f"[green]✓[/green] {file} is written. Secrets go into .env, not into it; a thread secret for you:"
    )
    told.console.print(f"  THREAD_SECRET={secrets.token_urlsafe(32)}", highlight=False, soft_wrap=True)
    told.console.print("Next: copy .env.example to .env, fill it in, and type `countersign doctor`.")


def examine() -> None:
    """Check settings, database, catalogue, mailbox, SMTP and Slack, and say what to do about each."""
    table = Table(show_header=False, box=None, pad_edge=False)
    checks = doctor.examine(settings.read)
    for check in checks:
        mark = {True: "[green]✓[/green]", False: "[red]✕[/red]", None: "[yellow]–[/yellow]"}[check.is_well]
        table.add_row(mark, f"[bold]{check.what}[/bold]", told.escape(check.says))
    told.console.print(table)
    ill = sum(check.is_well is False for check in checks)
    if ill:
        raise errors.DeskError(f"{ill} of {len(checks)} checks need you; the sentences above say what to do.")
    told.console.print(f"All is well, {getpass.getuser()}. `countersign run` opens the desk.")


def demo() -> None:
    """Play a day at the desk on this machine: a mailbox, a Slack and a fresh store, nothing of yours touched."""
    try:
        from bot.demo import day  # noqa: PLC0415 - the playground is an extra, and only this command wants it
    except ModuleNotFoundError as missing:
        raise errors.DeskError(
            f"The playground is not installed ({missing.name} is missing): pip install 'countersign[playground]'."
        ) from missing
    raise typer.Exit(day.play(told.console))
