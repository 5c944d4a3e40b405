"""The app as its manifest declares it: what it may do, what it listens for, which commands it has."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OURS = Path(__file__).resolve().parents[2] / "bot" / "slack" / "manifest.yaml"


@dataclass(frozen=True)
class App:
    """What the workspace knows of the app."""

    name: str = "countersign"
    scopes: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    commands: frozenset[str] = frozenset()
    has_home: bool = False
    has_buttons: bool = True


def read(path: Path = OURS) -> App:
    """The app that this manifest file (YAML as Slack's own editor writes it) declares."""
    told = parse(path.read_text("utf-8"))
    features, settings = told.get("features", {}), told.get("settings", {})
    return App(
        name=features.get("bot_user", {}).get("display_name", "app"),
        scopes=frozenset(told["oauth_config"]["scopes"]["bot"]),
        events=frozenset(settings.get("event_subscriptions", {}).get("bot_events", ())),
        commands=frozenset(each["command"] for each in features.get("slash_commands", ())),
        has_home=bool(features.get("app_home", {}).get("home_tab_enabled")),
        has_buttons=bool(settings.get("interactivity", {}).get("is_enabled")),
    )


def parse(text: str) -> Any:
    """The mappings, lists and plain values of a manifest; of YAML, this is all that a manifest uses."""
    lines = [line.rstrip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return _node([(len(line) - len(line.lstrip()), line.lstrip()) for line in lines])


Lines = Sequence[tuple[int, str]]


def _node(lines: Lines) -> Any:
    if lines[0][1].startswith("- "):
        return [_item(part) for part in _parts(lines)]
    return dict(_pair(part) for part in _parts(lines))


def _parts(lines: Lines) -> Iterator[Lines]:
    starts = [place for place, (indent, _) in enumerate(lines) if indent == lines[0][0]]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield lines[start:end]


def _item(lines: Lines) -> Any:
    indent, first = lines[0]
    inner = first[2:].lstrip()
    if len(lines) == 1 and ": " not in inner and not inner.endswith(":"):
        return _value(inner)
    return _node([(indent + len(first) - len(inner), inner), *lines[1:]])


def _pair(lines: Lines) -> tuple[str, Any]:
    name, _, rest = lines[0][1].partition(":")
    return name, _value(rest.strip()) if len(lines) == 1 else _node(lines[1:])


def _value(word: str) -> Any:
    if word[:1] in {'"', "'"}:
        return word[1:-1]
    return {"true": True, "false": False}.get(word, word)
