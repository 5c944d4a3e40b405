"""The words of `templates/letters`, filled in: a name that a letter does not know is an error, never a gap."""

from functools import cache

import jinja2
import markupsafe

from bot.say import columns


def filled(name: str, **view: object) -> str:
    """The template `name` with these values; HTML is escaped, text is as it is.

    Raises jinja2.UndefinedError where the template asks for what the view does not have.
    """
    return _paper().get_template(name).render(**view)


def names() -> list[str]:
    """All the templates there are."""
    return _paper().list_templates()


@cache
def _paper() -> jinja2.Environment:
    paper = jinja2.Environment(
        loader=jinja2.PackageLoader("templates", "letters"),
        undefined=jinja2.StrictUndefined,
        autoescape=_is_html,  # noqa: S701 - a rule by name: all but plain text is escaped
        trim_blocks=True,
        lstrip_blocks=True,
    )
    paper.filters |= {"paragraph": columns.paragraph, "headline": columns.headline, "breaks": _breaks}
    return paper


def _breaks(text: str) -> markupsafe.Markup:
    return markupsafe.Markup("<br>").join(text.split("\n"))


def _is_html(name: str | None) -> bool:
    # Whatever has no name, or is not plainly text, is escaped: too careful is better than open.
    return not (name or "").endswith((".text.j2", ".subject.j2"))
