"""Block Kit's limits, each one step over and exactly on the line."""

from collections.abc import Callable
from typing import Any

import pytest

from playground.slack import blocks, refusals, views
from tests.playground import slack_build as build

Json = dict[str, Any]


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def _header(length: int) -> Json:
    return {"type": "header", "text": _plain("x" * length)}


def _fields(count: int, length: int = 3) -> Json:
    return {"type": "section", "fields": [{"type": "mrkdwn", "text": "x" * length}] * count}


def _buttons(count: int) -> Json:
    return {"type": "actions", "elements": [build.button("Go", f"go-{number}") for number in range(count)]}


def _one(element: Json) -> Json:
    return {"type": "actions", "elements": [element]}


def _menu(count: int, length: int = 3) -> Json:
    options = [{"text": _plain("x" * length), "value": str(number)} for number in range(count)]
    return _one({"type": "static_select", "action_id": "pick", "options": options})


def _context(count: int) -> Json:
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": "x"}] * count}


def _asking(**words: int) -> Json:
    confirm = {name: _plain("x" * length) for name, length in ({"title": 5} | words).items()}
    return _one(build.button("Go", "go") | {"confirm": confirm})


LINES: list[tuple[str, Callable[[int], Json], int]] = [
    ("section text", lambda n: build.text_block("x" * n), 3000),
    ("header", _header, 150),
    ("fields", _fields, 10),
    ("field text", lambda n: _fields(1, n), 2000),
    ("actions", _buttons, 25),
    ("context", _context, 10),
    ("button text", lambda n: _one(build.button("x" * n, "go")), 75),
    ("button value", lambda n: _one(build.button("Go", "go", "x" * n)), 2000),
    ("action id", lambda n: _one(build.button("Go", "x" * n)), 255),
    ("block id", lambda n: build.text_block("x") | {"block_id": "x" * n}, 255),
    ("options", _menu, 100),
    ("option text", lambda n: _menu(1, n), 75),
    ("confirm title", lambda n: _asking(title=n), 100),
    ("confirm text", lambda n: _asking(text=n), 300),
    ("confirm button", lambda n: _asking(confirm=n), 30),
    ("deny button", lambda n: _asking(deny=n), 30),
    ("input label", lambda n: build.question("x" * n), 2000),
]


@pytest.mark.parametrize(("what", "make", "most"), LINES, ids=[line[0] for line in LINES])
def test_a_limit_holds_from_one_step_over_it(what: str, make: Callable[[int], Json], most: int) -> None:
    surface = blocks.Surface.MESSAGE
    assert blocks.check([make(most)], surface=surface) == []
    assert blocks.check([make(most + 1)], surface=surface) != []


def test_fifty_blocks_fill_a_message_and_a_hundred_a_modal() -> None:
    divider = {"type": "divider"}
    assert blocks.check([divider] * 50, surface=blocks.Surface.MESSAGE) == []
    assert blocks.check([divider] * 51, surface=blocks.Surface.MESSAGE) == [
        "no more than 50 items allowed [json-pointer:/blocks]"
    ]
    assert blocks.check([divider] * 100, surface=blocks.Surface.MODAL) == []
    assert blocks.check([divider] * 101, surface=blocks.Surface.HOME) != []


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ({"type": "banner"}, "unsupported type: banner [json-pointer:/blocks/0/type]"),
        ({"text": "x"}, "missing required field: type [json-pointer:/blocks/0]"),
        ({"type": "section"}, "missing required field: text [json-pointer:/blocks/0]"),
        (build.text_block(""), "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
        (_one({"type": "dial"}), "unsupported type: dial [json-pointer:/blocks/0/elements/0/type]"),
        (
            _one({"type": "plain_text_input", "action_id": "x"}),
            "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]",
        ),
        ({"type": "actions", "elements": []}, "must have at least 1 item [json-pointer:/blocks/0/elements]"),
        (
            {"type": "header", "text": {"type": "mrkdwn", "text": "x"}},
            "must be one of: plain_text [json-pointer:/blocks/0/text/type]",
        ),
        (
            {"type": "image", "image_url": "http://127.0.0.1/x.png"},
            "missing required field: alt_text [json-pointer:/blocks/0]",
        ),
        (
            _one(build.button("Go", "go") | {"style": "loud"}),
            "must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]",
        ),
        ("words", "missing required field: type [json-pointer:/blocks/0]"),
    ],
)
def test_a_wrong_block_is_told_what_and_where(block: Any, said: str) -> None:
    assert blocks.check([block], surface=blocks.Surface.MESSAGE) == [said]


def test_no_two_blocks_have_one_id() -> None:
    twins = [build.text_block("x") | {"block_id": "a"}] * 2
    assert blocks.check(twins, surface=blocks.Surface.MESSAGE) == [
        '"block_id" of "a" already exists [json-pointer:/blocks/1/block_id]'
    ]


def test_blocks_without_ids_are_given_them() -> None:
    bare = [{"type": "actions", "elements": [{"type": "button", "text": _plain("Go")}]}, {"type": "divider"}]
    given = blocks.for_message(bare)
    assert all(block["block_id"] for block in given)
    assert given[0]["elements"][0]["action_id"]


def test_the_refusal_of_blocks_names_every_problem() -> None:
    with pytest.raises(refusals.RefusalError) as refused:
        blocks.for_message([_header(151), build.text_block("x" * 3001)])
    told = refused.value.body()
    assert told["error"] == "invalid_blocks"
    assert told["response_metadata"]["messages"] == [
        "[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]",
        "[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]",
    ]


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"title": _plain("x" * 25)}, "/view/title/text"),
        ({"submit": _plain("x" * 25)}, "/view/submit/text"),
        ({"close": _plain("x" * 25)}, "/view/close/text"),
        ({"private_metadata": "x" * 3001}, "/view/private_metadata"),
        ({"callback_id": "x" * 256}, "/view/callback_id"),
        ({"type": "home"}, "/view/type"),
        ({"blocks": [{"type": "markdown", "text": "x"}]}, "/view/blocks/0/type"),
    ],
)
def test_a_modal_has_limits_of_its_own(change: Json, pointer: str) -> None:
    right = build.modal(build.question())
    assert views.check(right, kind="modal") == []
    (problem,) = views.check(right | change, kind="modal")
    assert problem.endswith(f"[json-pointer:{pointer}]")


def test_a_modal_that_asks_can_be_sent() -> None:
    unsendable = {name: value for name, value in build.modal(build.question()).items() if name != "submit"}
    assert views.check(unsendable, kind="modal") == ["missing required field: submit [json-pointer:/view]"]


def test_a_view_beyond_250_kilobytes_is_too_large() -> None:
    heavy = build.modal(*[build.text_block("x" * 2900) for _ in range(90)])
    with pytest.raises(refusals.RefusalError, match="view_too_large"):
        views.refuse_wrong(heavy, kind="modal")
