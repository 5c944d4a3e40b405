"""The command `countersign`: every door that a terminal has into the desk."""

import gc

# A thousand modules follow, and none of them is garbage: without this a fifth of every start goes into looking.
gc.disable()

import typer  # noqa: E402 - see above

from bot.cli import books, documents, running, setting_up, teaching, told  # noqa: E402 - see above

gc.freeze()
gc.enable()

app = typer.Typer(
    name="countersign",
    help="An order desk that lives in your mailbox and your Slack.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

setting_up.add_to(app)
running.add_to(app)
documents.add_to(app)
books.add_to(app)
teaching.add_to(app)


def main() -> None:
    """Run a command; an error of ours is a sentence, not a stack of calls."""
    with told.errors_as_sentences():
        app()
