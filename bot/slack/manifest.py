"""The app's manifest as it is pasted into Slack, and the rights it asks for."""

import re
from importlib import resources


def text() -> str:
    """The whole manifest, YAML with comments."""
    return resources.files("bot.slack").joinpath("manifest.yaml").read_text(encoding="utf-8")


def scopes() -> tuple[str, ...]:
    """The bot scopes in it."""
    under = text().partition("scopes:")[2].partition("settings:")[0]
    return tuple(re.findall(r"^\s*- ([a-z:.]+)\s*$", under, re.MULTILINE))
