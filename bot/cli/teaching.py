"""Commands for what a person knows better: corrections, the lessons they leave, and documents to try them on."""

import getpass
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from bot import corpus, office, reading_room, settings, wiring
from bot.cli import told
from bot.flows import correct as flow
from desk import correcting, errors, reading
from parsers import readers
from store import lessons as shelf

FOLDER = "corpus"
By = Annotated[str, typer.Option(help="Who says so; you, unless you name somebody.", show_default=False)]
Folder = Annotated[Path | None, typer.Option(help="The folder; `corpus` beside the policy unless you name one.")]


def add_to(app: typer.Typer) -> None:
    """The commands of this room."""
    app.command(rich_help_panel="Orders")(correct)
    app.command("lessons", rich_help_panel="Orders")(list_lessons)
    cases = typer.Typer(help="Corrected documents, kept to see that none is read worse.", no_args_is_help=True)
    cases.command("add")(corpus_add)
    cases.command("check")(corpus_check)
    app.add_typer(cases, name="corpus", rich_help_panel="Documents")


def correct(
    order: Annotated[str, typer.Argument(help="Our number (SO-10021), or mail:12 where no order was found.")] = "",
    said: Annotated[list[str] | None, typer.Argument(metavar="FIELD=VALUE", help="One or several.")] = None,
    *,
    by: By = "",
    undo: Annotated[int | None, typer.Option(metavar="LESSON", help="Take back what a lesson taught.")] = None,
) -> None:
    """Correct what was read of an order; the next one of that layout is then read right by itself.

    Say the value alone. Where it stands in the document, the label or heading beside it is learned, for this buyer and
    this layout. Lines count from 1.

    [dim]countersign correct SO-10021 po_number=4500118[/dim]
    [dim]countersign correct SO-10021 requested_date=2026-11-12 lines.2.quantity=300[/dim]
    [dim]countersign correct SO-10021 'lines.quantity=column "Stk"' 'po_number=label "Vorgang"'[/dim]
    [dim]countersign correct SO-10021 lines.2.sku=RNG-114[/dim]    our product: the buyer's part number is learned
    [dim]countersign correct SO-10021 lines.4=none[/dim]           it is no line of the order
    [dim]countersign correct SO-10021 dates=D/M figures=1.234,56[/dim]
    [dim]countersign correct SO-10021 buyer=fernhill[/dim]         whose order it is
    [dim]countersign correct --undo 7[/dim]

    An order that the buyer or a manager has been shown is not changed: cancel it, and have it sent again.
    """
    by = by or getpass.getuser()
    if undo is None and not (order and said):
        raise errors.DeskError("Say which order and what is right: countersign correct SO-10021 po_number=4500118")
    with wiring.open_office(settings.read()) as desk:
        if undo is not None:
            kept = flow.undo(desk, undo, by=by)
            told.console.print(f"Lesson {kept.id} is taken back: {_rule(kept)}.", highlight=False, markup=False)
            return
        _show(flow.correct(desk, order, said or [], by=by))


def list_lessons(
    buyer: Annotated[str, typer.Argument(help="A buyer's id; all of them unless you name one.")] = "",
) -> None:
    """What people taught the desk about buyers' layouts, who and when; undo one with `correct --undo`."""
    with wiring.open_office(settings.read()) as desk, desk.store.look() as books:
        found = [one for one in books.lessons.every() if buyer.casefold() in {"", one.buyer.casefold()}]
    if not found:
        told.console.print("Nothing was taught yet; `countersign correct` teaches.")
        return
    table = Table(show_edge=False, pad_edge=False)
    for heading in ("#", "buyer", "what was learned", "from", "taught by", "on", "taken back"):
        table.add_column(heading)
    for one in found:
        undone = f"{one.undone_by}, {one.undone_at:%d %B %Y}" if one.undone_at else ""
        row = (str(one.id), one.buyer, _rule(one), one.order_number, one.taught_by, f"{one.taught_at:%d %B %Y}", undone)
        table.add_row(*map(told.escape, row))
    told.console.print(table)


def corpus_add(
    what: Annotated[str, typer.Argument(help="An order by our number, or a file.")],
    said: Annotated[list[str] | None, typer.Argument(metavar="FIELD=VALUE", help="What is right of a file.")] = None,
    *,
    buyer: Annotated[str, typer.Option(help="Whose document a file is, so that its lessons are applied.")] = "",
    folder: Folder = None,
) -> None:
    """Keep a corrected document with its truth; `countersign corpus check` reads it again.

    [dim]countersign corpus add SO-10021[/dim]
    [dim]countersign corpus add order.pdf po_number=4500118 total=117.60[/dim]
    """
    with wiring.open_office(settings.read()) as desk:
        if Path(what).is_file():
            data = Path(what).read_bytes()
            case = corpus.Case(Path(what), buyer, {})
            order = _corrected(_read(desk, case, data), said or [], name=what)
            file = corpus.add(_folder(folder), what, data, order, buyer=buyer)
        else:
            paper = flow.corrected(desk, what)
            file = corpus.add(_folder(folder), f"{what}.eml", paper.raw, paper.order, buyer=paper.buyer)
    told.console.print(f"Kept: {file}, with its truth beside it.", highlight=False, markup=False)


def corpus_check(*, folder: Folder = None) -> None:
    """Read every kept document again, with the lessons as they stand; exit 1 where a figure differs."""
    found = corpus.cases(_folder(folder))
    with wiring.open_office(settings.read()) as desk:
        differences = corpus.check(found, lambda case: _read(desk, case, case.file.read_bytes()))
    if not differences:
        told.console.print(f"{len(found)} document(s) are read as they were corrected.")
        return
    table = Table(show_edge=False, pad_edge=False)
    for heading in ("document", "field", "should be", "is read as"):
        table.add_column(heading)
    for one in differences:
        table.add_row(*map(told.escape, (one.case, one.field, one.wanted, one.read)))
    told.console.print(table)
    wrong = len({one.case for one in differences})
    told.console.print(f"{wrong} of {len(found)} document(s) are read otherwise than they were corrected.")
    raise typer.Exit(1)


def _folder(named: Path | None) -> Path:
    return named or settings.connections().countersign_policy.parent / FOLDER


def _read(desk: office.Office, case: corpus.Case, data: bytes) -> reading.Reading:
    with desk.store.look() as books:
        taught = books.lessons.for_reading(case.buyer)
    try:
        read, _ = desk.room.ask(readers.of_file, data, name=case.file.name, ours=desk.ours, lessons=taught)
    except reading_room.TooHardError as hard:
        return reading.Reading(reading.Kind.OTHER, error=str(hard))
    return read


def _corrected(read: reading.Reading, said: list[str], *, name: str) -> reading.Order:
    if len(read.orders) != 1:
        raise errors.DeskError(
            f"{name} holds {len(read.orders) or 'no'} order(s); a case is one document with one order."
        )
    corrections = [correcting.correction(one) for one in said]
    return correcting.corrected(read, read.orders[0], corrections).orders[0]


def _show(done: flow.Corrected) -> None:
    order = done.order
    told.console.print(f"[bold]{order.number}[/bold] is corrected: {order.state}.", highlight=False)
    for kept in done.learned:
        told.console.print(f"  Learned (lesson {kept.id}): {told.escape(_rule(kept))}.", highlight=False)
    for said, why in done.unlearned:
        told.console.print(f"  [yellow]?[/yellow] {told.escape(f'{said}: {why}')}", highlight=False)
    for doubt in order.doubts:
        told.console.print(f"  [yellow]?[/yellow] {told.escape(doubt.why)}", highlight=False)


def _rule(kept: shelf.Kept) -> str:
    return kept.rule.said if kept.rule else kept.said
