"""The plain words of what Slack shows, and finding what to press or fill in."""

import pytest

from playground.slack import finding, things, views, words, workspace
from tests.playground import slack_build as build


@pytest.mark.parametrize(
    ("mrkdwn", "plain"),
    [
        ("*PO 4500118* waits", "PO 4500118 waits"),
        ("see <https://x.example|the order>", "see the order"),
        ("<https://x.example>", "https://x.example"),
        ("a &lt;!channel&gt; &amp; b", "a <!channel> & b"),
        ("SKU_A_1 stays", "SKU_A_1 stays"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("_*both*_ `code`", "both code"),
    ],
)
def test_marks_are_taken_away_and_words_are_not(mrkdwn: str, plain: str) -> None:
    assert words.plain(mrkdwn) == plain


def test_every_kind_of_block_has_its_words() -> None:
    plain = {"type": "plain_text", "text": "PO 7"}
    fields = [{"type": "mrkdwn", "text": "*Buyer*\nAna"}, {"type": "mrkdwn", "text": "*Total*\n12"}]
    blocks = [
        {"type": "header", "text": plain},
        {"type": "section", "fields": fields},
        build.text_block("Total *12*") | {"accessory": build.button("Open", "open")},
        {"type": "divider"},
        {
            "type": "context",
            "elements": [{"type": "mrkdwn", "text": "by _Ana_"}, {"type": "plain_text", "text": "now"}],
        },
        {"type": "image", "alt_text": "the first page", "image_url": "http://127.0.0.1/p.png"},
        build.actions(build.button("Approve", "a"), build.button("Reject", "b")),
    ]
    assert words.as_text({"blocks": blocks}).splitlines() == [
        "PO 7",
        "Buyer",
        "Ana",
        "Total",
        "12",
        "Total 12",
        "[Open]",
        "by Ana now",
        "the first page",
        "[Approve] [Reject]",
    ]


def _menu(kind: str, block_id: str, **more: object) -> dict[str, object]:
    options = [
        {"text": {"type": "plain_text", "text": text}, "value": value} for text, value in (("Red", "r"), ("Blue", "b"))
    ]
    element = {"type": kind, "action_id": "pick", "options": options}
    label = {"type": "plain_text", "text": block_id.title()}
    return {"type": "input", "block_id": block_id, "label": label, "element": element} | more


def _view(*blocks: dict[str, object]) -> things.View:
    return views.make(workspace.Workspace(), build.modal(*blocks), person="U0BEN")


def test_a_modal_is_filled_in_by_label_id_or_both() -> None:
    view = _view(build.question(), _menu("static_select", "colour"), _menu("checkboxes", "extras"))
    filled = finding.fill(view, {"Reason": "dear", "colour": "Blue", "extras/pick": ["r", "Blue"]})
    assert filled.values["reason"]["words"] == {"type": "plain_text_input", "value": "dear"}
    assert filled.values["colour"]["pick"]["selected_option"]["value"] == "b"
    assert [it["value"] for it in filled.values["extras"]["pick"]["selected_options"]] == ["r", "b"]


def test_what_is_not_in_a_modal_cannot_be_filled_in() -> None:
    with pytest.raises(LookupError, match="reason/words"):
        finding.fill(_view(build.question()), {"Colour": "Blue"})
    with pytest.raises(LookupError, match="Red, Blue"):
        finding.fill(_view(_menu("static_select", "colour")), {"colour": "Green"})


def test_slacks_own_client_asks_for_what_is_required() -> None:
    view = _view(build.question(), build.question("Note", "note", optional=True))
    assert finding.missing(view) == {"reason": "Please complete this required field."}
    assert finding.missing(finding.fill(view, {"reason": "x"})) == {}


def test_slacks_own_client_holds_to_the_length_asked_for() -> None:
    element = {"type": "plain_text_input", "action_id": "words", "max_length": 3}
    view = finding.fill(_view(build.question(element=element)), {"reason": "long"})
    assert finding.missing(view) == {"reason": "Must be less than 4 characters."}
