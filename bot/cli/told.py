"""How the terminal is spoken to: one console, errors as sentences, mrkdwn as plain words."""

import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.logging import RichHandler
from rich.markup import escape as escape  # noqa: PLC0414 - handed on to the commands

from desk import errors

console = Console()
troubles = Console(stderr=True)

_BOLD = re.compile(r"(?<![\w*])\*([^*\n]+)\*(?!\w)")
_LIGHT = re.compile(r"(?<![\w_])_([^_\n]+)_(?!\w)")
_CODE = re.compile(r"`([^`\n]+)`")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


@contextmanager
def errors_as_sentences() -> Iterator[None]:
    """What the desk cannot do is said in red, one sentence a line, and the exit code is 2."""
    try:
        yield
    except errors.DeskError as wrong:
        for line in str(wrong).splitlines():
            troubles.print(f"[red]✕[/red] {escape(line)}", highlight=False)
        sys.exit(2)


def mrkdwn(text: str) -> str:
    """Slack's markup as Rich's; outside text stays text."""
    shown = escape(text)
    shown = _BOLD.sub(r"[bold]\1[/bold]", shown)
    shown = _LIGHT.sub(r"[dim]\1[/dim]", shown)
    shown = _CODE.sub(r"[cyan]\1[/cyan]", shown)
    for entity, sign in _ENTITIES:
        shown = shown.replace(entity, sign)
    return shown


def logs(*, verbose: bool) -> None:
    """Send the log to the terminal, a line an event; libraries only speak up when something is wrong."""
    level = logging.INFO if verbose else logging.WARNING
    logging.basicConfig(
        level=logging.WARNING,
        format="%(name)s: %(message)s",
        handlers=[RichHandler(console=troubles, show_path=False, markup=False, log_time_format="%H:%M:%S")],
        force=True,
    )
    for ours in ("bot", "desk", "parsers", "store"):
        logging.getLogger(ours).setLevel(level)
