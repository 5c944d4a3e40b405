"""Commands about documents: what is understood of a file, and a mail put into the desk by hand."""

import getpass
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from bot import lesson_file, reading_room, settings, wiring
from bot.cli import told
from bot.flows import keep_mail
from desk import correcting, errors, reading
from desk.lessons import Lesson
from parsers import readers, shape, teaching
from store import inbox, upgrade

log = logging.getLogger(__name__)

# Beside documents lie their truths, notes and programs; none of these is ever an order.
_NO_DOCUMENTS = {".json", ".jsonl", ".md", ".py", ".pyc", ".toml", ".ini", ".sh"}


def add_to(app: typer.Typer) -> None:
    """The commands of this room."""
    app.command(rich_help_panel="Documents")(read)
    app.command(rich_help_panel="Documents")(ingest)


def read(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders to walk.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON a file (the reading contract).")] = False,
    seconds: Annotated[float, typer.Option(help="How long one file may take.")] = 180.0,
    memory_mb: Annotated[int, typer.Option(help="How much memory one file may take.")] = 4096,
    picture: Annotated[Path | None, typer.Option(help="Draw the pages with their evidence into this folder.")] = None,
    us: Annotated[
        list[str] | None, typer.Option(help="A name of ours, so that we are not taken for the buyer.")
    ] = None,
    lessons: Annotated[Path | None, typer.Option(help="Read with the lessons of this file.")] = None,
    teach: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=VALUE", help="Learn from the one file, into --lessons; see `correct --help`."),
    ] = None,
) -> None:
    """Say what is understood of documents and mails. Needs no settings, keeps nothing.

    [dim]countersign read order.pdf[/dim]
    [dim]countersign read inbox/ --json > readings.jsonl[/dim]
    [dim]countersign read order.pdf --picture pages/[/dim]
    [dim]countersign read first.pdf --lessons ours.json --teach po_number=4500118[/dim]
    [dim]countersign read second.pdf --lessons ours.json[/dim]
    """
    files = [file for path in paths for file in _files(path)]
    if not files:
        raise errors.DeskError("There is no file to read in what was named; name files, or folders that hold some.")
    with reading_room.ReadingRoom(seconds=seconds, memory_mb=memory_mb) as room:
        known = lesson_file.load(lessons) if lessons else ()
        if teach:
            known = _taught(room, files, teach, known, tuple(us or ()), into=lessons)
        for file in files:
            understood, took = _read(room, file, tuple(us or ()), known)
            if picture is not None:
                _draw(room, file, understood, picture)
            if as_json:
                said = shape.as_json(understood, path=str(file), seconds=took)
                print(json.dumps(said, ensure_ascii=False))  # noqa: T201 - data for another program, not words
            else:
                _show(file, understood, took)


def ingest(
    files: Annotated[list[Path], typer.Argument(help="Mails as files (.eml).", exists=True, dir_okay=False)],
) -> None:
    """Put mails into the desk by hand, as if they had come to the mailbox. The same mail twice is one."""
    chosen = settings.read()
    upgrade.upgrade(chosen.wires.database_url)
    with wiring.open_office(chosen) as desk:
        for place, file in enumerate(files, start=1):
            raw = file.read_bytes()
            at = desk.now()
            seat = inbox.Seat("ingest", "by hand", int(at.timestamp()), place)
            is_new = keep_mail.keep(desk, raw, seat=seat, size=len(raw), received_at=at)
            told.console.print(f"{file.name}: {'kept; a worker opens it' if is_new else 'kept before, nothing to do'}")


def _files(path: Path) -> Iterator[Path]:
    if not path.exists():
        raise errors.DeskError(f"There is no {path}; name a file or a folder that exists.")
    if path.is_file():
        yield path
        return
    for found in sorted(path.rglob("*")):
        hidden = any(step.startswith(".") for step in found.relative_to(path).parts)
        if found.is_file() and not hidden and found.suffix.lower() not in _NO_DOCUMENTS:
            yield found


def _taught(
    room: reading_room.ReadingRoom,
    files: list[Path],
    said: list[str],
    known: tuple[Lesson, ...],
    ours: tuple[str, ...],
    *,
    into: Path | None,
) -> tuple[Lesson, ...]:
    """What was known, and what these corrections of one file teach; kept in the file of lessons where one is named."""
    if len(files) != 1:
        raise errors.DeskError("A correction is about one file; name one to learn from.")
    corrections = [correcting.correction(one) for one in said]
    data, name = files[0].read_bytes(), files[0].name
    derived = room.ask(teaching.derive, data, corrections, name=name, ours=ours, lessons=known)
    at, by = wiring.now(), getpass.getuser()
    for one in derived:
        for words in [rule.said for rule in one.rules] or [one.why]:
            told.troubles.print(f"[dim]{told.escape(f'{one.correction.said}: {words}')}[/dim]", highlight=False)
    whole = (*known, *(Lesson(rule, by, at) for one in derived for rule in one.rules))
    if into is not None:
        lesson_file.save(into, whole)
    return whole


def _read(
    room: reading_room.ReadingRoom, file: Path, ours: tuple[str, ...], known: tuple[Lesson, ...]
) -> tuple[reading.Reading, float]:
    try:
        return room.ask(readers.of_file, file.read_bytes(), name=file.name, ours=ours, lessons=known)
    except (reading_room.TooHardError, OSError) as hard:
        return reading.Reading(reading.Kind.OTHER, error=str(hard)), 0.0
    except Exception as broke:
        log.exception("The reader broke on %s", file)
        why = f"The reader broke on it ({type(broke).__name__}); a person must look."
        return reading.Reading(reading.Kind.OTHER, error=why), 0.0


def _draw(room: reading_room.ReadingRoom, file: Path, understood: reading.Reading, folder: Path) -> None:
    from parsers import pictures  # noqa: PLC0415 - only pictures need Pillow, which every other start would load

    folder.mkdir(parents=True, exist_ok=True)
    for page in room.ask(pictures.draw, file.read_bytes(), understood):
        place = folder / f"{file.stem}-{page.page}.png"
        place.write_bytes(page.png)
        told.troubles.print(f"[dim]{told.escape(str(place))}[/dim]", highlight=False)


def _show(file: Path, understood: reading.Reading, took: float) -> None:
    mark = "[green]touchless[/green]" if understood.touchless else "[yellow]a person must look[/yellow]"
    what = understood.kind.replace("_", " ")
    told.console.print(f"\n[bold]{file}[/bold]: {what}, {mark} [dim]({took * 1000:.0f} ms)[/dim]", highlight=False)
    if understood.error:
        told.console.print(f"  [red]✕[/red] {told.escape(understood.error)}", highlight=False)
    if understood.intent:
        told.console.print(f"  {understood.intent}: {told.escape(understood.text or '')}", highlight=False)
    for order in understood.orders:
        told.console.print(_sheet(order))
    for doubt in understood.doubts:
        guesses = f" Perhaps: {', '.join(doubt.guesses)}." if doubt.guesses else ""
        told.console.print(f"  [yellow]?[/yellow] {told.escape(doubt.why + guesses)}", highlight=False)


def _sheet(order: reading.Order) -> Table:
    buyer = order.buyer.name if order.buyer else None
    title = f"PO {order.po_number or '–'} · {buyer or 'buyer unknown'} · {order.order_date or 'no date'}"
    table = Table(title=told.escape(title), title_justify="left", show_edge=False, pad_edge=False)
    for name in ("#", "SKU", "description"):
        table.add_column(name)
    for name in ("quantity", "price", "amount"):
        table.add_column(name, justify="right")
    for place, line in enumerate(order.lines[:40], start=1):
        words = (line.number or str(place), line.sku or "", line.description or "")
        figures = (line.quantity, line.unit_price, line.amount)
        table.add_row(*map(told.escape, words), *("" if figure is None else f"{figure:,}" for figure in figures))
    if len(order.lines) > 40:  # noqa: PLR2004 - as many as a screen takes
        table.add_row("", "", f"… and {len(order.lines) - 40} more", "", "", "")
    total = "" if order.total is None else f"{order.total:,} {order.currency or ''}"
    table.add_row("", "", "[bold]total[/bold]", "", "", f"[bold]{total}[/bold]")
    return table
